"""Days on which nobody works: where support is, and where the person may be; holidays.toml."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Holiday:
    """The days of one holiday, year by year, and what says so."""

    source: str
    days: tuple[dt.date, ...]


@dataclass(frozen=True, slots=True, eq=False)  # Hashed by identity: caches hang on it.
class Holidays:
    """What moves support's business days, and what moves a reminder where it is chosen; by id."""

    support: Mapping[str, Holiday]
    israel: Mapping[str, Holiday]


@lru_cache(maxsize=2)
def support_off(holidays: Holidays) -> Mapping[dt.date, str]:
    """Return the days on which support is off: day -> id of the holiday."""
    return _by_day(holidays.support)


@lru_cache(maxsize=2)
def person_off(holidays: Holidays) -> Mapping[dt.date, str]:
    """Return the holidays of the person's: day -> id of the holiday."""
    return _by_day(holidays.israel)


def _by_day(rows: Mapping[str, Holiday]) -> Mapping[dt.date, str]:
    return {day: name for name, holiday in rows.items() for day in holiday.days}
