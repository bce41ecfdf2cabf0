"""Days and reminders: moved, done with, followed, and taken along into a calendar."""

import datetime as dt
from dataclasses import replace

from guide.calendar_file import of_cases, writer
from guide.cases import changes
from guide.errors import BadTurn, Refused
from guide.events import reminder_events as events
from guide.events.events import Notice
from guide.follow_up import due
from guide.follow_up.business_days import parse_time
from guide.handlers.change import Change, saving, to
from guide.model import Case, PutOff
from guide.situation import Situation
from guide.state import Undo

MOST_DAYS = 365
FILE = "support-guide"
LATE = frozenset({"due", "overdue"})


def remind_later(situation: Situation, event: events.RemindLater) -> Change:
    """Remind of it on another day. Raises BadTurn."""
    if not 1 <= event.days <= MOST_DAYS:
        raise BadTurn(f"event.days: should be 1 to {MOST_DAYS}")
    until = due.day_after(situation.turn.now, event.days)
    return _noted(situation, event.case, event.item, until, Notice("later"))


def settle(situation: Situation, event: events.Settle) -> Change:
    """Be done with it."""
    return _noted(situation, event.case, event.item, "", Notice("settled"))


def _noted(situation: Situation, of: str, item: str, until: str, notice: Notice) -> Change:
    """Note it on the case; that can be taken back."""
    state, case = situation.state, changes.find(situation.state, of)
    moved = _moved(situation, case, item, until)
    if moved.put_off == case.put_off:
        return Change(state)
    undo = Undo(case, state.place, state.trail)
    return Change(replace(state.with_case(moved), undo=undo), notice=notice)


def _moved(situation: Situation, case: Case, item: str, until: str) -> Case:
    """Return the case with what is due, or the item named, noted under the day of its plan."""
    items = due.due(situation.catalog, case, situation.turn.now)
    fresh = {
        (one.id, one.first_on): PutOff(one.id, one.first_on, until)
        for one in items
        if (one.id == item if item else one.state in LATE) and one.state != "done"
    }
    # What is noted of days that are no more is of no use.
    known = {(one.id, one.first_on) for one in items} - fresh.keys()
    kept = (one for one in case.put_off if (one.item, one.on) in known)
    return replace(case, put_off=(*kept, *fresh.values()))


def follow_reminder(situation: Situation, event: events.FollowReminder) -> Change:
    """Go to the case of a reminder, or to the list where it is gone."""
    state = situation.state
    if all(case.id != event.case for case in state.cases):
        return Change(to(state, "cases"))
    return Change(to(replace(state, current=event.case), "case", event.case))


def save_calendar(situation: Situation, event: events.SaveCalendar) -> Change:
    """Save the days of a case, or of all that are open, for a calendar. Raises Refused."""
    state, clock = situation.state, parse_time(situation.turn.now, dt.UTC)
    cases = state.cases if event.case is None else (changes.find(state, event.case),)
    days = tuple(of_cases.events(situation, cases))
    if clock is None or not days:
        raise Refused("no_days")
    name = f"{FILE}-{clock.date()}.ics"
    return saving(state, name, writer.write(days, clock))


def name_in_calendar(situation: Situation, event: events.NameInCalendar) -> Change:
    """Say in that file what a case is called, or not."""
    settings = replace(situation.state.settings, name_in_calendar=event.on)
    return Change(replace(situation.state, settings=settings))


def quiet_days(situation: Situation, event: events.KeepQuietDays) -> Change:
    """Let reminders wait on days of rest, or not."""
    settings = replace(situation.state.settings, quiet_days=event.on)
    return Change(replace(situation.state, settings=settings))
