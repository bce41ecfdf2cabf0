"""What the advice looks at of support's answers: one that waits, what it suggests and promises."""

import datetime as dt
from collections.abc import Callable

from guide.follow_up import due, plan
from guide.ids import LetterKind
from guide.model import Case
from guide.routes.calendar import day_of
from guide.situation import Situation

SILENCE = dt.timedelta(days=7)  # After the last thing that support can be asked for.


def case_of(situation: Situation) -> Case:
    """Return the open case; every rule but the first two runs only where there is one."""
    assert situation.case is not None  # noqa: S101
    return situation.case


def day_is_unknown(situation: Situation) -> bool:
    """A first request went out on a day that the person does not know: they say it is too long."""
    case = case_of(situation)
    last = case.sent[-1] if case.sent and not case.replies else None
    return last is not None and last.kind == "first_request" and not last.at


def reply_is_suspicious(situation: Situation) -> bool:
    """An answer does not look like support's own, and its sender was not checked yet."""
    case = case_of(situation)
    doubted = sum(reply.kind == "suspicious" for reply in case.replies)
    # One found to be genuine gets another kind; until it has one, it is doubted.
    checked = sum(
        tried.advice == "distrust" and tried.outcome != "did_not_help" for tried in case.tried
    )
    return doubted > checked


def reply_waits(situation: Situation) -> bool:
    """Support answered after the last letter, and is owed one, unless something is under way."""
    waits = plan.waiting_reply(situation.catalog, case_of(situation)) is not None
    return waits and not promise_stands(situation) and not suggestion_is_under_way(situation)


def is_owed(kind: LetterKind) -> Callable[[Situation], bool]:
    """Return a predicate: support's answer waits, and what it is owed is such a letter."""

    def holds(situation: Situation) -> bool:
        reply = plan.waiting_reply(situation.catalog, case_of(situation))
        owed = reply is not None and situation.catalog.replies[reply.kind].letter == kind
        return owed and reply_waits(situation)

    return holds


def promise_stands(situation: Situation) -> bool:
    """The day by which support is to answer has not come."""
    return any(d.id == due.PROMISED and d.state == "upcoming" for d in situation.due)


def suggestion_is_under_way(situation: Situation) -> bool:
    """Something that support suggested needs more days."""
    step = case_of(situation).under_way
    return step is not None and bool(step.words)


def step_was_suggested(situation: Situation) -> bool:
    """Support's last answer suggests something that was not tried yet."""
    case = case_of(situation)
    reply = plan.waiting_reply(situation.catalog, case)
    return reply is not None and bool(plan.next_suggested(case))


def support_is_exhausted(situation: Situation) -> bool:
    """The senior review was asked for, and it was refused, or nothing came for a week."""
    case = case_of(situation)
    if case.has_tried("other_ways") or promise_stands(situation):
        return False
    asked = [sent for sent in case.sent if sent.kind == "escalation"]
    if not asked:
        return False
    reply = plan.waiting_reply(situation.catalog, case)
    if reply is not None:
        return reply.kind == "refused"
    came = plan.counted_reply(situation.catalog, case)
    last = came if came and came.after >= len(case.sent) else asked[-1]
    then, today = day_of(last.at, None), day_of(situation.turn.now, None)
    return then is not None and today is not None and today - then >= SILENCE
