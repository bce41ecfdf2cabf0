"""What is due for cases, as events of a calendar: without a word of the person's, unless chosen."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from guide.calendar_file.writer import CalendarEvent
from guide.cases import identity
from guide.cases.titles import title
from guide.compiled_content import find
from guide.follow_up import due, reminding
from guide.follow_up.business_days import parse_time
from guide.model import Case
from guide.redact import masking
from guide.situation import Situation

MARK = 32  # Hexadecimal digits.


def events(situation: Situation, cases: Iterable[Case]) -> Iterator[CalendarEvent]:
    """Yield each day that is due or to come; what is due already stands on today."""
    clock = parse_time(situation.turn.now, dt.UTC)
    for case in cases if clock else ():
        for item in due.due(situation.catalog, case, situation.turn.now):
            on = max(item.on, clock.date().isoformat()) if clock else ""
            day = _day(situation, on) if item.state != "done" else None
            if day:
                yield CalendarEvent(_uid(case, item.id), day, _summary(situation, case, item.id))


def _day(situation: Situation, on: str) -> dt.date | None:
    quiet = situation.state.settings.quiet_days
    return reminding.day_of(situation.catalog.holidays, on, quiet=quiet)


def _uid(case: Case, item: str) -> str:
    """Return what stands for this day of this case: always the same, and it tells nothing."""
    known = f"{case.created} {case.id} {item}".encode("utf-8", "backslashreplace")
    return hashlib.sha256(known).hexdigest()[:MARK]


def _summary(situation: Situation, case: Case, item: str) -> str:
    words: Any = situation.catalog.words[situation.locale]
    said, what = words["reminders"]["calendar"], words["due"][item]["title"]
    named = situation.state.settings.name_in_calendar
    if named and (name := title(case, partial(_for_others, situation, case))):
        what = said["event_named"].format(what=what, name=name)
    return str(said["event"].format(what=what))


def _for_others(situation: Situation, case: Case, text: str) -> str:
    """Return a text as whoever shares the calendar may read it."""
    names = situation.compiled.redaction.names(situation.locale)
    found = find(
        situation.compiled, text, "public", (), tuple(filter(None, (case.answer("name"),)))
    )
    return identity.hidden(case, masking.mask(text, found, names=names).text, names)
