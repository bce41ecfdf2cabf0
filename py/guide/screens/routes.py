"""Other ways: what a person can do beyond support, in which order, until when, at what price."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from guide.catalog.route_records import Route
from guide.follow_up.business_days import parse_time
from guide.legal_letters import rules
from guide.model import Case
from guide.routes import home
from guide.routes.matter import PAYING, REASON, Matter, of_case, paid_how
from guide.routes.survey import Offer, Survey, survey
from guide.screens.widgets.dates import full
from guide.screens.widgets.form_field import question
from guide.situation import Situation


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `routes.html.j2`."""
    case, routes = situation.case, situation.catalog.routes
    # `update` lets nobody onto this screen without a case.
    assert case is not None  # noqa: S101
    names = situation.catalog.words[situation.locale]["countries"]
    guessed = home.guess(routes.countries, situation.turn.device)
    at = parse_time(situation.turn.now, dt.UTC)
    matter = of_case(situation.catalog, case, at, guessed) if at else None
    found = survey(routes, matter) if matter else Survey()
    read = tuple(offer for offer in found.now if offer.route.sure != "unread")
    return {
        "country": matter.country if matter else "",
        "countries": sorted(names.items(), key=lambda item: (item[0] == home.ELSEWHERE, item[1])),
        "offers": tuple(_card(situation, case, matter, offer) for offer in read if matter),
        "look": _look(situation, matter, (o for o in found.now if o.route.sure == "unread")),
        "later": tuple(_later(situation, offer) for offer in found.later),
        "over": tuple(_dated(situation, offer) for offer in found.over),
        "too_small": bool(found.too_small),
        "nothing": not (found.now or found.later),
        "reason": _reason(situation, case),
        "bank_first": any(_comes_first(offer.route) for offer in found.now[:1]),
        "bank_late": any(o.route.kind == "bank" for o in (*found.now, *found.later)),
        "no_day": any(o.route.closes_after and not o.closes for o in (*found.now, *found.later)),
    }


def _reason(situation: Situation, case: Case) -> Mapping[str, Any] | None:
    """Return the question what is wrong with a charge, where the topic does not tell it."""
    vague = not case.topic or case.topic in situation.catalog.routes.matters.vague
    asked = vague and case.category in PAYING and paid_how(case) == "card"
    return question(situation, REASON, required=False) if asked else None


def _comes_first(route: Route) -> bool:
    """Tell whether the bank is where this begins: a charge that is not the person's own."""
    return route.kind == "bank" and not route.opens_after


def clocks(situation: Situation) -> Mapping[str, str]:
    """Return what ends for the open case, each in a sentence with its last day."""
    words = situation.catalog.words[situation.locale]
    return {
        item.id: _clock(words, item.id, dt.date.fromisoformat(item.until))
        for item in situation.due
        if item.clock and item.state != "done"
    }


def _clock(words: Mapping[str, Any], route: str, closes: dt.date) -> str:
    """Return what ends, with its date: a notice quotes it, so it is never only "tomorrow"."""
    return str(words["routes"][route]["clock"].format(date=full(words, closes)))


def _card(situation: Situation, case: Case, matter: Matter, offer: Offer) -> Mapping[str, Any]:
    """Return an open route with all that there is to say of it."""
    words = situation.catalog.words[situation.locale]
    said, fields = words["routes"][offer.id], words["fields"]
    missing = (f for f in offer.route.needs if not (case.answer(f) or case.lacks(f)))
    return {
        "id": offer.id,
        "name": said["name"],
        "clock": _clock(words, offer.id, offer.closes) if offer.closes else "",
        "points": tuple((key, said[key]) for key in ("brings", "cannot", "costs") if key in said),
        "missing": tuple(fields[name]["letter"] for name in missing),
        "taken": offer.id in matter.done,
        "letter": rules.for_route(situation.catalog, offer.id, matter.country),
    } | _source(situation, offer)


def _source(situation: Situation, offer: Offer) -> dict[str, Any]:
    """Return where a route is, where it was read, when, and how sure that is."""
    words = situation.catalog.words[situation.locale]
    return {
        "address": offer.route.address,
        "place": words["addresses"][offer.route.address]["name"],
        "source": words["addresses"][offer.route.source]["name"],
        "checked": full(words, offer.route.checked),
        "sure": offer.route.sure,
    }


def _look(
    situation: Situation, matter: Matter | None, offers: Iterable[Offer]
) -> tuple[Mapping[str, Any], ...]:
    """Return the routes that nobody has read: what to look for, and where."""
    catalog, said = situation.catalog, situation.catalog.words[situation.locale]["routes"]
    country = matter.country if matter else ""
    return tuple(
        {"id": o.id, "letter": rules.for_route(catalog, o.id, country)}
        | said[o.id]
        | _source(situation, o)
        for o in offers
    )


def _later(situation: Situation, offer: Offer) -> Mapping[str, str]:
    words = situation.catalog.words[situation.locale]
    opens = full(words, offer.opens) if offer.opens else ""
    return {"id": offer.id, "name": words["routes"][offer.id]["name"], "opens": opens}


def _dated(situation: Situation, offer: Offer) -> Mapping[str, str]:
    words = situation.catalog.words[situation.locale]
    closed = full(words, offer.closes) if offer.closes else ""
    return {"id": offer.id, "name": words["routes"][offer.id]["name"], "closed": closed}
