"""The support's calendar: which day it is there, and how business days add up.

The browser's Python has no time zone data, so the one zone we need follows its law, as
`follow_up.toml` has it; tests compare it with the zone database. Days off are in `holidays.toml`.
"""

import datetime as dt
from functools import lru_cache

from guide.catalog.records import ClockChange, Zone

type Days = frozenset[dt.date]

# Days of the week without business, 0 for Monday.
REST = frozenset({5, 6})
REST_IN_ISRAEL = frozenset({4, 5})
_DAY = dt.timedelta(days=1)
# Beyond these a date is a slip of the pen, and adding days to it could overflow.
YEARS = range(1990, 9000)


def parse_time(text: str, zone: dt.tzinfo | None) -> dt.datetime | None:
    """Return the time that an ISO 8601 text tells, with its offset; None where it tells none.

    A day alone is its noon; a time without an offset is one in `zone`.
    """
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    if found.year not in YEARS:
        return None
    if len(text) == len("2026-11-22"):
        found = found.replace(hour=12)
    return found if found.tzinfo else found.replace(tzinfo=zone or dt.UTC)


def offset(zone: Zone, at: dt.datetime) -> dt.timedelta:
    """Return what is added to UTC in the zone at this time."""
    utc = at.astimezone(dt.UTC).replace(tzinfo=None)
    standard, daylight = dt.timedelta(hours=zone.standard), dt.timedelta(hours=zone.daylight)
    begins, ends = _summer(zone, (utc + standard).year)
    return daylight if begins <= utc < ends else standard


@lru_cache(
    maxsize=64
)  # A list of cases asks for the same few years, days and sums again and again.
def _summer(zone: Zone, year: int) -> tuple[dt.datetime, dt.datetime]:
    """Return when the daylight time of a year begins and ends, in UTC."""
    begins, ends = _change(zone.starts, year), _change(zone.ends, year)
    return begins - dt.timedelta(hours=zone.standard), ends - dt.timedelta(hours=zone.daylight)


def _change(change: ClockChange, year: int) -> dt.datetime:
    """Return when the clocks change in this year, in the local time before the change."""
    first = dt.datetime(year, change.month, 1, change.hour)  # noqa: DTZ001  # It is local.
    to_sunday = (6 - first.weekday()) % 7
    return first + dt.timedelta(days=to_sunday + 7 * (change.sunday - 1))


def day_there(zone: Zone, at: dt.datetime) -> dt.date:
    """Return the date in the zone at this time."""
    return at.astimezone(dt.timezone(offset(zone, at))).date()


def morning_of(zone: Zone, day: dt.date) -> dt.datetime:
    """Return when the morning of a day comes in the zone."""
    standard = dt.timezone(dt.timedelta(hours=zone.standard))
    morning = dt.datetime.combine(day, dt.time(zone.morning), standard)
    return morning.replace(tzinfo=dt.timezone(offset(zone, morning)))


@lru_cache(maxsize=1024)
def day_here(zone: Zone, day: dt.date, here: dt.tzinfo | None) -> dt.date:
    """Return the date elsewhere when the morning of a day comes in the zone."""
    return morning_of(zone, day).astimezone(here).date()


@lru_cache(maxsize=1024)
def add(
    day: dt.date, count: int, off: Days = frozenset(), *, rest: frozenset[int] = REST
) -> dt.date:
    """Return the day that is `count` business days later; `off` are holidays, which are none."""
    for _ in range(count):
        day += _DAY
        while day.weekday() in rest or day in off:
            day += _DAY
    return day


@lru_cache(maxsize=1024)
def passed_over(after: dt.date, until: dt.date, off: Days) -> tuple[dt.date, ...]:
    """Return the holidays that made no business day of a weekday between the two."""
    return tuple(sorted(d for d in off if after < d < until and d.weekday() not in REST))
