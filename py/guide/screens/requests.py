"""My requests: every case as one row, with where it stands and what its next date is."""

from collections.abc import Iterable, Mapping
from typing import Any

from guide import follow_up
from guide.follow_up import DueItem
from guide.model import Case
from guide.screens.dates import near
from guide.situation import Situation

type Card = Mapping[str, Any]

TITLE = 80  # Characters of the person's own words that tell one case from another.
LATE = ("overdue", "due")


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `cases.html.j2`: newest first, what is over below."""
    cases = situation.state.cases
    return {
        "going": tuple(summary(situation, case) for case in reversed(cases) if not case.closed),
        "over": tuple(summary(situation, case) for case in reversed(cases) if case.closed),
    }


def summary(situation: Situation, case: Case) -> Card:
    """Return a case as one row."""
    words, now = situation.catalog.words[situation.locale], situation.now
    return {
        "id": case.id,
        "event": {"type": "open_case", "case": case.id},
        "category": case.category,
        "title": title(case),
        "status": follow_up.status(situation.catalog, case, now),
        "next": next_day(situation, follow_up.due(situation.catalog, case, now)),
        "since": near(words, case.created, now),
    }


def title(case: Case) -> str:
    """Return what a person calls this case: its goal, else the first words of the story."""
    text = " ".join((case.answer("goal") or case.story).split())
    return text if len(text) <= TITLE else f"{text[:TITLE].rsplit(' ', 1)[0]}…"


def next_day(situation: Situation, due: Iterable[DueItem]) -> str:
    """Return the nearest day that matters in words: today where something is due, "" if none."""
    open_items = [item for item in due if item.state != "done"]
    words, now = situation.catalog.words[situation.locale], situation.now
    if any(item.state in LATE for item in open_items):
        return near(words, now, now)
    return near(words, min((i.on for i in open_items if i.on), default=""), now)
