"""The calendar of routes: days, months and business days of one country, from day to day.

The day itself does not count, as in most laws: 14 days from 28 November end on 12 December. Public
holidays are not known; where one would move a last day, it moves it later, so nobody is told of a
day too late.
"""

import datetime as dt
from collections.abc import Collection

from guide.catalog.route_records import Term

# Beyond these a date is a slip of the pen, and adding days to it could overflow.
_YEARS = range(1990, 9000)
_MONTHS = 12


def day_of(text: str, zone: dt.tzinfo | None) -> dt.date | None:
    """Return the date that an ISO 8601 text tells, in `zone` or its own; None if it tells none."""
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    if at.year not in _YEARS:
        return None
    return at.astimezone(zone).date() if at.tzinfo and zone else at.date()


def after(day: dt.date, term: Term, weekend: Collection[int]) -> dt.date:
    """Return the day on which a term ends that begins on `day`; `weekend` counts from Monday, 0."""
    day = _months_after(day, term.months) + dt.timedelta(days=term.days)
    for _ in range(term.business_days):
        day += dt.timedelta(days=1)
        while day.weekday() in weekend:
            day += dt.timedelta(days=1)
    return day


def _months_after(day: dt.date, months: int) -> dt.date:
    """Return the same day of a later month, or its last: 31 August and 6 months are 28 February."""
    first = _first(day, months)
    last = _first(first, 1) - dt.timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def _first(day: dt.date, months: int) -> dt.date:
    """Return the first day of the month so many months later."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    return dt.date(day.year + years, month + 1, 1)
