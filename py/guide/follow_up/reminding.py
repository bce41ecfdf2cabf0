"""When to remind of what is due: its day, or the next one that is no day of rest.

The background only counts: it has neither Python nor a word of the person's, just these days.
"""

import datetime as dt
from functools import partial

from guide.catalog.holidays import Holidays, person_off
from guide.catalog.records import Catalog
from guide.follow_up import due
from guide.follow_up.business_days import parse_time
from guide.follow_up.by_case import ByCase
from guide.ids import Locale
from guide.model import Case
from guide.protocol.outside import DueDay, Reminders
from guide.state import State

SATURDAY = 5
DAY = dt.timedelta(days=1)


def day_of(holidays: Holidays, on: str, *, quiet: bool) -> dt.date | None:
    """Return the day on which to remind of what is due `on` a day; None where that is no day.

    With `quiet`, no reminder comes on the Sabbath and on a holiday, but on the next day.
    """
    try:
        day = dt.date.fromisoformat(on)
        while quiet and (day.weekday() == SATURDAY or day in person_off(holidays)):
            day += DAY
    except (ValueError, OverflowError):
        return None
    return day


def of_case(catalog: Catalog, case: Case, now: str, *, quiet: bool) -> tuple[DueDay, ...]:
    """Return the days on which to remind of a case, each once, in order."""
    return _QUIET(catalog, case, now) if quiet else _ANY(catalog, case, now)


def _counted(catalog: Catalog, case: Case, now: str, *, quiet: bool) -> tuple[DueDay, ...]:
    found = (
        day_of(catalog.holidays, item.on, quiet=quiet)
        for item in due.due(catalog, case, now)
        if item.state != "done"
    )
    return tuple(DueDay(case.id, day.isoformat()) for day in sorted({day for day in found if day}))


_QUIET, _ANY = (ByCase(partial(_counted, quiet=quiet)) for quiet in (True, False))


def counted(now: str, locale: Locale) -> str:
    """Return what reminders are of: another day, zone or language has others, of the same state."""
    clock = parse_time(now, dt.UTC)
    return f"{clock:%Y-%m-%d%z} {locale}" if clock else locale


def reminders(catalog: Catalog, state: State, now: str, locale: Locale) -> Reminders:
    """Return what the background is to count, and what it says then in this language."""
    said = catalog.words[locale]["reminders"]["outside"]
    quiet = state.settings.quiet_days
    days = (day for case in state.cases for day in of_case(catalog, case, now, quiet=quiet))
    ordered = sorted(days, key=lambda day: (day.on, day.case))
    return Reminders(
        locale, counted(now, locale), tuple(ordered), said["waiting"], said["notification"]
    )


def same(catalog: Catalog, before: State, after: State, now: str) -> bool:
    """Tell whether a change moves no reminder; only cases that changed are looked at."""
    if before.settings != after.settings or len(before.cases) != len(after.cases):
        return False
    pairs = ((a, b) for a, b in zip(before.cases, after.cases, strict=True) if a is not b)
    quiet = after.settings.quiet_days
    return all(
        a.id == b.id
        and of_case(catalog, a, now, quiet=quiet) == of_case(catalog, b, now, quiet=quiet)
        for a, b in pairs
    )
