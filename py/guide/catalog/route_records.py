"""What the content of routes is read into: Routes ── Route ── Term, and Country.

A route is a lawful step beyond support. General information, not legal advice: each names its
source, the day that was read, and how sure it is.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from guide.ids import CategoryId, Count

type RouteKind = Literal[
    "bank", "store", "withdrawal", "appeal", "dispute", "privacy", "consumer", "out_of_court",
    "court",
]  # fmt: skip
# How the thing was paid that the case is about; through a store, the store has the money.
type PaidHow = Literal["card", "apple", "google", "none"]
# copy: a copy of an official page; third_party: somebody's account; open: not settled; unread:
# commonly known and not looked up, so it is only pointed at.
type Sureness = Literal["copy", "third_party", "open", "unread"]


@dataclass(frozen=True, slots=True)
class Term:
    """A day counted from another one; `business_days` are those of the person's country.

    `since` is a field that holds a date, or what the case has gone through: `sent` the first
    letter, `sent_again` the second, `refused` support's no.
    """

    since: str
    days: Count = 0
    months: Count = 0
    business_days: Count = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A lawful step beyond support, for whom, and from when to when it is open.

    For a case of one of `categories` or `topics` that is none of `but_topics`; `countries` are
    codes or groups of countries.toml, empty for everywhere. It opens at the first of `opens_after`
    that has come, at once where there is none; it closes at the end of the day `closes_after`, or,
    with `stays_open`, that day is only the best one to go it by.
    `needs` are fields. `least` is the smallest sum that is worth it, by currency. `address` is the
    official place and `source` where this was read, keys of addresses.toml.
    """

    kind: RouteKind
    place: int
    address: str
    source: str
    checked: dt.date
    sure: Sureness
    countries: tuple[str, ...] = ()
    but_countries: tuple[str, ...] = ()
    categories: tuple[CategoryId, ...] = ()
    topics: tuple[str, ...] = ()
    but_topics: tuple[str, ...] = ()
    paid: tuple[PaidHow, ...] = ("card", "apple", "google", "none")
    opens_after: tuple[Term, ...] = ()
    closes_after: Term | None = None
    stays_open: bool = False
    needs: tuple[str, ...] = ()
    least: Mapping[str, Count] = field(default_factory=dict)

    def is_in(self, places: Collection[str]) -> bool:
        """Tell whether it is for who lives there: a country's code and its groups."""
        here = not self.countries or any(place in self.countries for place in places)
        return here and not any(place in self.but_countries for place in places)


@dataclass(frozen=True, slots=True)
class Country:
    """A country: the groups that it is of, and by which time zones and languages it is guessed.

    A zone that ends with a slash stands for all that begin so. `weekend` counts from Monday, 0.
    `refund_region` is what the question about refunds calls it; with `by_region` the region of a
    browser's language tells that somebody lives there.
    """

    groups: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    weekend: tuple[Count, ...] = (5, 6)
    refund_region: str = "elsewhere"
    by_region: bool = True


ANY = "*"


@dataclass(frozen=True, slots=True)
class Matters:
    """What a case is about where its topic does not tell: it has none, or a `vague` one.

    `topics` are those whose routes it goes then, by field and answer; ANY is any answer.
    """

    vague: tuple[str, ...]
    topics: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, eq=False)  # Hashed by identity: caches hang on it.
class Routes:
    """All of them, in the order that spoils least, the countries, and what tells a topic."""

    each: Mapping[str, Route]
    countries: Mapping[str, Country]
    matters: Matters

    def places(self, country: str) -> frozenset[str]:
        """Return what routes call a country: its code, and its groups."""
        known = self.countries.get(country)
        return frozenset({country, *(known.groups if known else ())})
