"""Dates in words: `today`, `Tuesday, 24 November`, `3 March 2027`; "" for what tells no date.

Times are ISO 8601 and are said in the zone that `now` carries: the person's own.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from guide.follow_up.business_days import parse_time


def near(words: Mapping[str, Any], time: str, now: str) -> str:
    """Return the day as one says it now: by its nearness, its weekday, or with its year."""
    here = parse_time(now, dt.UTC)
    at = parse_time(time, here.tzinfo if here else None)
    if at is None or here is None:
        return full(words, at.date()) if at else ""
    return _near(words, at.astimezone(here.tzinfo).date(), here.date())


def _near(words: Mapping[str, Any], day: dt.date, today: dt.date) -> str:
    names = words["ui"]["dates"]
    close = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((day - today).days)
    if close:
        return str(names[close])
    if day.year != today.year:
        return full(words, day)
    weekday, month = names["weekdays"][day.weekday()], names["months"][day.month - 1]
    return str(names["weekday"].format(weekday=weekday, day=day.day, month=month))


def on_day(words: Mapping[str, Any], day: str) -> str:
    """Return an answered day with its year, or the answer as it stands where it is no day."""
    at = parse_time(day, dt.UTC)
    return full(words, at.date()) if at else day


def full(words: Mapping[str, Any], day: dt.date) -> str:
    """Return the day with its year."""
    names = words["ui"]["dates"]
    month = names["months"][day.month - 1]
    return str(names["date"].format(day=day.day, month=month, year=day.year))
