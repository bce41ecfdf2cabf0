"""My cases: every case as one row, with where it stands and what its next date is."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from guide.cases.titles import title
from guide.follow_up import due
from guide.follow_up.due_item import DueItem, Status
from guide.model import Case
from guide.screens.widgets.dates import full, near
from guide.situation import Situation

type CaseCard = Mapping[str, Any]

SHOWN = 10  # Of each list, until all are asked for: what is urgent stands on top.
ALL = "all"
FEW = 5  # Words: who has written no more has hardly begun.
URGENT_FIRST: tuple[Status, ...] = ("overdue", "action_needed", "preparing", "waiting")
LATE = ("overdue", "due")


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `cases.html.j2`: the urgent first, then the newest; the done below."""
    newest = tuple(reversed(situation.state.cases))
    over = [(case.closed.outcome, case) for case in newest if case.closed]
    # A status is known from less than a row needs: of 43 cases in 1.1 ms, and in 1.9 from the rows.
    going = [(_status(situation, case), case) for case in newest if not case.closed]
    going.sort(key=lambda known: URGENT_FIRST.index(known[0]))
    most = len(newest) if situation.state.place.item == ALL else SHOWN
    cards = tuple(_row(situation, case, status) for status, case in going[:most])
    return {
        "going": cards,
        "over": tuple(_row(situation, case, outcome) for outcome, case in over[:most]),
        "days": any(card["next"] for card in cards),
        "name_in_calendar": situation.state.settings.name_in_calendar,
        "more": max(0, len(going) - most) + max(0, len(over) - most),
    }


def summary(situation: Situation, case: Case) -> CaseCard:
    """Return a case as one row."""
    items = due.due(situation.catalog, case, situation.turn.now)
    status = due.status(situation.catalog, case, situation.turn.now, items)
    return _card(situation, case, status, items)


def _status(situation: Situation, case: Case) -> Status:
    return due.status(situation.catalog, case, situation.turn.now)


def _row(situation: Situation, case: Case, status: Status) -> CaseCard:
    items = due.due(situation.catalog, case, situation.turn.now)
    return _card(situation, case, status, items)


def _card(situation: Situation, case: Case, status: Status, items: tuple[DueItem, ...]) -> CaseCard:
    words, now = situation.catalog.words[situation.locale], situation.turn.now
    return {
        "id": case.id,
        "category": case.category,
        "title": title(case),
        "status": status,
        "late": is_due(items),
        "next": next_day(situation, items),
        "ends": _ends(words, items),
        "since": near(words, case.created, now),
        "hardly_begun": hardly_begun(situation, case),
    }


def _ends(words: Mapping[str, Any], items: Iterable[DueItem]) -> tuple[str, str] | None:
    """Return what ends first beyond support, and its last day; None where nothing does."""
    running = (item for item in items if item.clock and item.state != "done")
    first = min(running, key=lambda item: item.until, default=None)
    if first is None:
        return None
    return words["due"][first.id]["title"], full(words, dt.date.fromisoformat(first.until))


def hardly_begun(situation: Situation, case: Case) -> bool:
    """Tell whether the case can be thrown away where it is listed: no more than a few words."""
    if case.sent or case.replies or case.under_way or case.appealed:
        return False
    return len(" ".join(_written(situation, case)).split()) <= FEW


def _written(situation: Situation, case: Case) -> Iterator[str]:
    """Yield all that the person wrote themselves, and not the browser or a choice."""
    yield from (case.story, case.reply_text, *(edit.text for edit in case.edits))
    for answer in case.answers:
        field = situation.catalog.fields.get(answer.field)
        if answer.source == "person" and field and not (field.device or field.options):
            yield answer.value


def is_due(items: Iterable[DueItem]) -> bool:
    """Tell whether something is to be done now."""
    return any(item.state in LATE for item in items)


def next_day(situation: Situation, due: Iterable[DueItem]) -> str:
    """Return the nearest day that matters in words: today where something is due, "" if none."""
    open_items = [item for item in due if item.state != "done"]
    words, now = situation.catalog.words[situation.locale], situation.turn.now
    if is_due(open_items):
        return near(words, now, now)
    return near(words, min((i.on for i in open_items if i.on), default=""), now)
