"""An answer from support: what of it is read, of what kind it is, and where that leads."""

from dataclasses import replace

from guide.cases import answers, changes
from guide.events import reply_events
from guide.follow_up import plan
from guide.handlers.change import Change, to
from guide.situation import Situation

DOUBTED = "distrust"  # The item of the place where a doubted answer turned out to be genuine.


def replied(situation: Situation, event: reply_events.Replied) -> Change:
    """Keep support's answer with what it says, and go where answers of this kind lead."""
    state, catalog = situation.state, situation.catalog
    checked = state.place.item == DOUBTED
    case = answers.kept(situation, changes.current(state), event, doubted=checked)
    way = catalog.replies[event.kind]
    if way.close and case.promised is None:
        case = changes.closed(situation.turn, case, way.close)
    if event.kind == "refused" and case.appealed:
        # An appeal has no second one: the case says what is left.
        return Change(to(state.with_case(case), "case", case.id))
    if way.letter:
        case = changes.with_letter(catalog, case, way.letter, situation.turn.now)
    if plan.next_suggested(case):
        return Change(to(state.with_case(case), "first"))
    if way.go == "genuine":
        state = replace(state, suspect=case.reply_text)  # Older words there are not what is asked.
    return Change(to(state.with_case(case), way.go or ("request" if way.letter else "case")))


def keep_cut(situation: Situation, event: reply_events.KeepCut) -> Change:
    """Read a part of the pasted answer after all that was left out, or leave it out again."""
    case = changes.current(situation.state)
    parts = tuple(part for part in case.kept_cuts if part != event.part)
    case = replace(case, kept_cuts=(*parts, event.part) if event.on else parts)
    return Change(situation.state.with_case(case))
