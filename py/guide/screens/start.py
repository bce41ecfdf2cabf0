"""The first question: what happened? Also "which is closer?", and the way on for who comes back."""

from collections.abc import Mapping
from typing import Any

from guide.model import Case, CategoryId
from guide.screens.requests import summary
from guide.situation import Situation

CLOSEST = 2  # Kinds of problem asked about: a question with more is no question.


def context(situation: Situation) -> Mapping[str, Any]:
    """Return the context of `start.html.j2`."""
    case, choosing = situation.case, situation.state.place.item == "choose"
    closest = _closest(situation) if choosing else ()
    over = case is not None and bool(case.sent or case.closed)
    return {
        "over": over,
        "choosing": choosing,
        "closest": closest,
        "others": tuple(c for c in situation.catalog.categories if c not in closest),
        "story": case.story if case and not over else "",
        "categories": tuple(situation.catalog.categories),
        "card": _card(situation, case) if not choosing else None,
    }


def _closest(situation: Situation) -> tuple[CategoryId, ...]:
    """Return the two kinds of problem that triage cannot tell apart."""
    found = situation.triage
    if found is None or found.sure or (situation.case and situation.case.category):
        return ()
    return tuple(ranked.category for ranked in found.ranked[:CLOSEST])


def _card(situation: Situation, case: Case | None) -> Mapping[str, Any] | None:
    """Return the case to go on with: the open one, else the newest that is not over."""
    if case is not None and not (case.category or case.sent):
        return None
    going = (c for c in reversed(situation.state.cases) if not c.closed and (c.category or c.sent))
    chosen = case or next(going, None)
    return summary(situation, chosen) if chosen else None
