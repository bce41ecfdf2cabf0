"""One request: its next step, what is to come, what can be done, and what was so far."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from guide.cases.titles import title
from guide.catalog.records import AdviceCard
from guide.follow_up import due
from guide.follow_up.business_days import parse_time
from guide.model import Case, Reply
from guide.screens.first import action, searches
from guide.screens.requests import is_due, next_day
from guide.screens.routes import clocks
from guide.screens.widgets.answers import answered, asked
from guide.screens.widgets.dates import near
from guide.screens.widgets.parts_sent import parts_sent
from guide.screens.widgets.reminders import LATER, days_to_come, promised_day
from guide.situation import Situation

type TimelineEntry = tuple[str, str]  # When (ISO 8601), and what in words.

DATE = len("2026-11-22")
BEFORE_ALL = dt.datetime.min.replace(tzinfo=dt.UTC)


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `case.html.j2`."""
    case, advice = situation.case, situation.advice
    # `update` lets nobody onto this screen without a case, and the door always gives advice.
    assert case is not None  # noqa: S101
    assert advice is not None  # noqa: S101
    words = situation.catalog.words[situation.locale]
    return {
        "category": case.category,
        "topic": situation.topic,
        "heading": title(case),
        "status": due.status(situation.catalog, case, situation.turn.now, situation.due),
        "closed": case.closed.outcome if case.closed else "",
        "sent": bool(case.sent),
        "case_number": case.case_number,
        "advice": advice.id,
        "card": advice.card,
        "suggestion": advice.words,
        "act": _action(advice.card, case),
        # A card of steps to do has no button of its own; from here one leads to it.
        "act_words": words["advice"][advice.id].get("action", words["ui"]["start"]["go_on_card"]),
        "searches": searches(situation, advice.card),
        # Where something is due, it is what the card says already.
        "next_day": "" if is_due(situation.due) else next_day(situation, situation.due),
        "clocks": clocks(situation),
        "past": past(situation, case),
        "later": LATER,
        "promised": promised_day(situation),
        "today": situation.turn.now[:DATE],
        "to_come": days_to_come(situation),
        "name_in_calendar": situation.state.settings.name_in_calendar,
    } | asked(situation)


def _action(card: AdviceCard, case: Case) -> Mapping[str, Any] | None:
    """Return the event of the next step; none where it is to wait here."""
    found = action(card) or {"type": "go", "to": "first"}
    if found["type"] == "go" and found["to"] == "case":
        return None
    return {"type": "go", "to": "first"} if card.field and not case.sent else found


def past(situation: Situation, case: Case) -> tuple[Mapping[str, str], ...]:
    """Return what was, in order."""
    words, now = situation.catalog.words[situation.locale], situation.turn.now
    entries = _past(situation, case)
    known = sorted(entries, key=lambda entry: parse_time(entry[0], dt.UTC) or BEFORE_ALL)
    return tuple({"state": "past", "text": text, "day": near(words, at, now)} for at, text in known)


def _past(situation: Situation, case: Case) -> Iterator[TimelineEntry]:
    words = situation.catalog.words[situation.locale]
    said = words["ui"]["case"]
    yield case.created, said["created"]
    for tried in case.tried:
        if tried.outcome != "skipped" and tried.advice in words["advice"]:
            name = tried.words or words["advice"][tried.advice]["title"]
            answer = answered(words, tried.advice, tried.outcome)
            result = said["tried"]["answered" if answer else tried.outcome]
            yield tried.at, result.format(name=name, answer=answer)
    for sent in case.sent:
        kind, channel = words["kinds"][sent.kind]["name"], words["channels"][sent.channel]["name"]
        parts = parts_sent(situation, sent)
        how = said["sent_partly" if parts else "sent"]
        yield sent.at, how.format(kind=kind, channel=channel, parts=parts)
    for reply_ in case.replies:
        yield reply_.at, _answer(words, case, reply_)
    if case.closed:
        yield case.closed.at, said[case.closed.outcome]


def _answer(words: Mapping[str, Any], case: Case, answer: Reply) -> str:
    """Return what came: an answer, or what only looked like one."""
    said, name = words["ui"]["case"], words["replies"][answer.kind]["name"]
    if answer.kind != "suspicious":
        return str(said["reply"].format(kind=name))
    checked = case.step("distrust")
    fake = checked is not None and checked.outcome == "done"
    return str(said["fake" if fake else "doubted"])
