"""The first question: what happened? Also "which is closer?", and the way on for who comes back."""

from collections.abc import Mapping
from typing import Any

from guide.model import Case, CategoryId
from guide.screens.requests import summary
from guide.screens.widgets.exposed import exposed
from guide.situation import Situation

CLOSEST = 2  # Kinds of problem asked about: a question with more is no question.


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `start.html.j2`."""
    case, choosing = situation.case, situation.state.place.item == "choose"
    over = case is not None and bool(case.sent or case.closed)
    categories = tuple(situation.catalog.categories)
    asked, closest = _question(situation) if choosing else ("", ())
    named = {category for category, _ in closest}
    return {
        "over": over,
        "choosing": choosing,
        "asked": asked,
        "closest": closest,
        "others": tuple(category for category in categories if category not in named),
        "story": case.story if case and (choosing or not over) else "",
        "exposed": exposed(situation, case.story) if case else None,
        "categories": categories,
        "card": None if choosing else _card(situation, case),
    }


def _question(situation: Situation) -> tuple[str, tuple[tuple[CategoryId, str], ...]]:
    """Return what triage asks, and the two kinds of problem it cannot tell apart, in sentences."""
    found = situation.triage
    if found is None or not found.question or (situation.case and situation.case.category):
        return "", ()
    question = situation.catalog.words[situation.locale]["question"]
    if found.question == "tell_more":
        return question["tell_more"], ()
    best = [r.category for r in found.ranked if r.category != "other"][:CLOSEST]
    return question["which_is_closer"], tuple((c, question["options"][c]) for c in best)


def _card(situation: Situation, case: Case | None) -> Mapping[str, Any] | None:
    """Return the case to go on with: the open one, else the newest that is not over."""
    if case is not None and not (case.category or case.sent or case.closed):
        return None
    going = (c for c in reversed(situation.state.cases) if not c.closed and (c.category or c.sent))
    chosen = case or next(going, None)
    return summary(situation, chosen) if chosen else None
