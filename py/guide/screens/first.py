"""Do this first: what was understood, where on the way, and one advice with its action."""

from collections.abc import Mapping
from typing import Any

from guide.cases import earlier
from guide.catalog.records import AdviceCard
from guide.handlers.step import CLOSING
from guide.protocol.codec import encode
from guide.screens.widgets.answers import asked, position, progress
from guide.screens.widgets.form_field import question
from guide.screens.widgets.sources import sources
from guide.situation import Situation

# How a step stands that is behind: all but what was skipped, waited for or is still to come.
TICKED = frozenset({"helped", "did_not_help", "done", "cannot", "said"})


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `first.html.j2`."""
    case, place = situation.case, situation.state.place
    closing = place.item == CLOSING and case is not None and case.closed is None
    shown = situation.advice.id if situation.advice else ""
    return {
        # Each advice is a screen of its own: it begins at its top.
        "item": CLOSING if closing else shown,
        "closing": closing,
        "category": case.category if case else None,
        "topic": situation.topic,
        "warning": _warning(situation),
        "chapter": _chapter(situation),
        "by_triage": bool(case and case.category_by == "triage"),
        "evidence": _evidence(situation),
    } | next_step(situation)


def next_step(situation: Situation) -> dict[str, Any]:
    """Return what the advice card and the list of steps below it show."""
    advice, catalog = situation.advice, situation.catalog
    # The door always gives advice.
    assert advice is not None  # noqa: S101
    card, words = advice.card, catalog.words[situation.locale]["advice"][advice.id]
    # Once something was sent, none of them is to come any more.
    case = situation.case
    over = case is not None and bool(case.sent) and not earlier.steps_come_first(catalog, case)
    steps = () if over else progress(situation)
    return {
        "advice": advice.id,
        "card": card,
        "points": words.get("points", ()),
        "suggestion": advice.words,
        "doubt": words.get("doubt", ""),
        "checklist": _checklist(situation, advice.id),
        "action": action(card),
        "question": question(situation, card.field) if card.field else None,
        "searches": searches(situation, card),
        "sources": sources(catalog, situation.locale, card.sources),
        "steps": steps,
        "number": position(steps),
        "ticked": TICKED,
        "done": sum(step["stands"] in TICKED for step in steps),
    } | asked(situation)


def action(card: AdviceCard) -> Mapping[str, Any] | None:
    """Return the event of the card's one action, or None where it is a question."""
    if card.address:
        return {"type": "open", "address": card.address}
    if card.letter:
        return {"type": "choose_letter", **encode(card.letter)}
    if card.go == "genuine":
        return {"type": "go", "to": "genuine", "item": "reply"}
    return {"type": "go", "to": card.go} if card.go else None


def _evidence(situation: Situation) -> tuple[str, ...]:
    """Return the person's words that made triage think so."""
    case, found = situation.case, situation.triage
    ranked = found.ranked[0] if found and found.ranked else None
    if case is None or ranked is None or ranked.category != case.category:
        return ()
    topics = found.topics if found else ()
    own = next((one.evidence for one in topics if one.topic == case.topic), ())
    return tuple(one.words for one in own or ranked.evidence)


def _warning(situation: Situation) -> str:
    """Return the one danger of the topic, "" for none."""
    topics = situation.catalog.words[situation.locale]["topics"]
    return str(topics[situation.topic].get("warning", "")) if situation.topic else ""


def _chapter(situation: Situation) -> str:
    """Return the chapter of the guide that has more of this: the topic's, else the advice's."""
    topic = situation.catalog.topic(situation.case)
    # The door always gives advice.
    assert situation.advice is not None  # noqa: S101
    return topic.chapter if topic else situation.advice.card.step


def _checklist(situation: Situation, advice: str) -> tuple[Mapping[str, Any], ...]:
    """Return the things to do at once, each with its box as the person left it."""
    case, ticks = situation.case, situation.catalog.advice[advice].ticks
    if case is None or not ticks:
        return ()
    words = situation.catalog.words[situation.locale]["advice"][advice]["ticks"]
    return tuple(
        {"id": tick, "text": words[tick]["do"], "on": case.has_ticked(advice, tick)}
        for tick in ticks
    )


def searches(situation: Situation, card: AdviceCard) -> tuple[str, ...]:
    """Return the words to search the Help Center for, best first; none for other advice."""
    return situation.catalog.searches(situation.case) if card.search else ()
