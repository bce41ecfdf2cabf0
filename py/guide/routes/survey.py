"""Which routes are open for a matter, in the order that spoils least, and from when to when.

The order is the content's: stop the harm (for fraud the bank comes first), count the days of a
withdrawal, OpenAI's formal doors, the store, an authority, the bank, a court.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from guide.catalog.route_records import PaidHow, Route, Routes, Term
from guide.ids import CategoryId
from guide.routes import calendar
from guide.routes.matter import Matter
from guide.routes.sums import is_too_small

WEEKEND = (5, 6)


@dataclass(frozen=True, slots=True)
class Offer:
    """A route for a matter, with its first day and its last one.

    `opens` is None where it depends on what has not come, `closes` where the route does not end or
    its days are counted from one that is not known.
    """

    id: str
    route: Route
    opens: dt.date | None
    closes: dt.date | None


@dataclass(frozen=True, slots=True)
class Survey:
    """The routes of a matter: open today, to come, over, and not worth it for this sum."""

    now: tuple[Offer, ...] = ()
    later: tuple[Offer, ...] = ()
    over: tuple[Offer, ...] = ()
    too_small: tuple[Offer, ...] = ()


def survey(routes: Routes, matter: Matter) -> Survey:
    """Return all routes that are for this matter, in the order advised."""
    found: dict[str, list[Offer]] = {"now": [], "later": [], "over": [], "too_small": []}
    for offer in offers(routes, matter):
        found[_standing(offer, matter)].append(offer)
    return Survey(**{standing: tuple(some) for standing, some in found.items()})


def _standing(offer: Offer, matter: Matter) -> str:
    if offer.closes and offer.closes < matter.today and not offer.route.stays_open:
        return "over"
    if is_too_small(matter.facts.get("amount", ""), offer.route.least):
        return "too_small"
    return "now" if offer.opens and offer.opens <= matter.today else "later"


def offers(routes: Routes, matter: Matter) -> Iterator[Offer]:
    """Yield each route that is for this matter, whenever that is, in order."""
    for_it = for_whom(routes, matter.country, matter.category, matter.topic, matter.paid)
    weekend = _weekend(routes, matter)
    for name, route in for_it:
        if not _is_spent(matter, route):
            closes = _ends(matter, route.closes_after, weekend)
            yield Offer(name, route, _opens(matter, route, weekend), closes)


def endings(routes: Routes, matter: Matter) -> Iterator[tuple[str, dt.date]]:
    """Yield each route that has a last day for this matter, open or not, with that day."""
    weekend = _weekend(routes, matter)
    for name, route in closing(routes, matter.country, matter.category, matter.topic, matter.paid):
        closes = _ends(matter, route.closes_after, weekend)
        if closes and not _is_spent(matter, route):
            yield name, closes


def _is_spent(matter: Matter, route: Route) -> bool:
    """Tell whether a route was gone that can be gone once."""
    return route.kind == "appeal" and matter.appealed


def _weekend(routes: Routes, matter: Matter) -> tuple[int, ...]:
    known = routes.countries.get(matter.country)
    return known.weekend if known else WEEKEND


def _opens(matter: Matter, route: Route, weekend: tuple[int, ...]) -> dt.date | None:
    """Return the first of the days on which a route opens; one that is always open, since when."""
    if not route.opens_after:
        began = matter.day(route.closes_after.since) if route.closes_after else None
        return min(began or matter.today, matter.today)
    days = (_ends(matter, term, weekend) for term in route.opens_after)
    return min((day for day in days if day), default=None)


def _ends(matter: Matter, term: Term | None, weekend: tuple[int, ...]) -> dt.date | None:
    since = matter.day(term.since) if term else None
    return calendar.after(since, term, weekend) if term and since else None


# A list of two hundred cases asks for the same few again and again.
@lru_cache(maxsize=256)
def for_whom(
    routes: Routes, country: str, category: CategoryId | None, topic: str, paid: PaidHow
) -> tuple[tuple[str, Route], ...]:
    """Return the routes for such a matter, in order."""
    places = routes.places(country)
    return tuple(
        (name, route)
        for name, route in routes.each.items()
        if paid in route.paid
        and (category in route.categories or topic in route.topics)
        and topic not in route.but_topics
        and route.is_in(places)
    )


@lru_cache(maxsize=256)
def closing(
    routes: Routes, country: str, category: CategoryId | None, topic: str, paid: PaidHow
) -> tuple[tuple[str, Route], ...]:
    """Return those of them that end; most matters have none."""
    some = for_whom(routes, country, category, topic, paid)
    return tuple((name, route) for name, route in some if route.closes_after)
