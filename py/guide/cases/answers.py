"""An answer from support as a case keeps it: its kind, and what was read of it."""

import datetime as dt
from dataclasses import replace

from guide.cases import changes
from guide.compiled_content import read_answer
from guide.events.reply_events import Replied
from guide.follow_up.business_days import parse_time
from guide.letters import charges
from guide.model import Case, Reply
from guide.reading import repeats
from guide.reading.reader import WhatTheySay
from guide.situation import Situation


def read(situation: Situation, case: Case) -> WhatTheySay | None:
    """Return what the pasted answer of a case says; None where nothing is pasted."""
    at = parse_time(situation.turn.now, dt.UTC)
    if at is None or not case.reply_text.strip():
        return None
    says = read_answer(situation.compiled, case.reply_text, at, case.kept_cuts)
    return replace(says, asked=charges.of_all(situation.catalog, case, says.asked))


def kept(situation: Situation, case: Case, event: Replied, *, doubted: bool = False) -> Case:
    """Return the case with support's answer of this kind, as pasted, at this moment.

    One that was `doubted` and is genuine keeps its day, and so does one whose kind is corrected:
    it is only of another kind now.
    """
    says = read(situation, case) if event.kind != "suspicious" else None
    reply = Reply(event.kind, situation.turn.now, case.reply_text, after=len(case.sent))
    if says:
        reply = _with(case, reply, says)
    before = case.replies
    if before and (_is_doubted(before[-1], doubted=doubted) or _is_same(before[-1], reply)):
        reply = replace(reply, at=before[-1].at, text=before[-1].text, after=before[-1].after)
        before = before[:-1]
    steps = says.steps if says and event.kind == "suggests_steps" else ()
    case = replace(case, replies=(*before, reply), suggested=steps)
    if event.kind != "suspicious":
        case = _promised(situation, case, says)
    return numbered(case, says.case_number) if says else case


def _promised(situation: Situation, case: Case, says: WhatTheySay | None) -> Case:
    """Return the case as waiting until the last day that the answer promises, else for none.

    Where the answer is owed a letter that comes first, and begins a time of waiting of its own. A
    mere receipt that names no day leaves the day that is waited for.
    """
    way = situation.catalog.replies[case.replies[-1].kind]
    days = [one.on for one in says.promised if one.on and not one.deadline] if says else []
    if way.wait == "on" and not days:
        return case
    if way.letter or not days:
        return replace(case, promised=None)
    day = dt.date.fromisoformat(max(days))
    return changes.promised(situation.turn, case, day, "reply")


def _with(case: Case, reply: Reply, says: WhatTheySay) -> Reply:
    """Return the answer with what was read of it."""
    reason = says.reason if reply.kind == "refused" else ""
    return replace(reply, reason=reason, again=came_before(case, says))


def came_before(case: Case, says: WhatTheySay) -> str:
    """Return when the same text came as an answer to an earlier letter, "" where it did not."""
    before = (one for one in case.replies if one.text and one.after < len(case.sent))
    return next((one.at for one in before if repeats.is_same(one.text, says.body)), "")


def _is_doubted(last: Reply, *, doubted: bool) -> bool:
    return doubted and last.kind == "suspicious"


def _is_same(last: Reply, reply: Reply) -> bool:
    """Tell whether it is the answer that was kept last, whose kind was chosen by mistake."""
    return bool(reply.text) and (last.text, last.after) == (reply.text, reply.after)


def numbered(case: Case, number: str) -> Case:
    """Return the case with the number support gave it; one that the person told stays."""
    if not number or not case.sent or case.case_number:
        return case
    *before, last = case.sent
    return replace(case, sent=(*before, replace(last, case_number=number)))
