"""The days of a case in words: when, how each was found, and what can be done about it."""

from collections.abc import Mapping
from typing import Any

from guide.follow_up import reminding
from guide.follow_up.due_item import DueItem
from guide.screens.widgets.dates import near
from guide.situation import Situation

COUNTED = ("business_days", "after_answer")  # The rules that count business days.
LATER = (("tomorrow", 1), ("in_three_days", 3), ("in_a_week", 7))  # Keys of `reminders`, and days.


def days_to_come(situation: Situation) -> tuple[Mapping[str, Any], ...]:
    """Return what is due for the open case and what will be, each with its day in words."""
    to_come = (item for item in situation.due if item.state != "done")
    return tuple(_day(situation, item) for item in sorted(to_come, key=lambda item: item.day))


def _day(situation: Situation, item: DueItem) -> Mapping[str, Any]:
    words, now = situation.catalog.words[situation.locale], situation.turn.now
    return {
        "id": item.id,
        "text": words["due"][item.id]["title"],
        "state": item.state,
        "day": near(words, item.day, now),
        "by": found_by(situation, item),
        "counted": item.by.rule in COUNTED,
    }


def found_by(situation: Situation, item: DueItem) -> str:
    """Return how a day was found, in one line."""
    words, now, by = situation.catalog.words[situation.locale], situation.turn.now, item.by
    said = words["reminders"]
    sentences = [said["by"][by.rule].format(count=by.days, date=near(words, by.since, now))]
    if by.off:
        names = ", ".join(words["holidays"][name] for name in by.off)
        sentences.append(said["off"].format(names=names))
    quiet = situation.state.settings.quiet_days
    moved = reminding.day_of(situation.catalog.holidays, item.on, quiet=quiet)
    if moved and moved.isoformat() != item.on:
        sentences.append(said["quiet"].format(date=near(words, moved.isoformat(), now)))
    return " ".join(sentences)


def promised_day(situation: Situation) -> str:
    """Return the day by which support is to answer, as a date field has it; "" for none."""
    promise = situation.case.promised if situation.case else None
    return promise.on if promise else ""
