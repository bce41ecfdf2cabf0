"""What came of an advice, by the person's own word: kept, taken back, or no longer waited for.

A deleted case comes back in the same way.
"""

import datetime as dt
from dataclasses import replace

from guide.advice import advise, first_aid
from guide.cases import changes, earlier
from guide.catalog.records import StepAnswer
from guide.errors import BadTurn
from guide.events import events
from guide.events.events import Notice
from guide.follow_up.due import day_after
from guide.handlers.change import MAX_TRAIL, Change, to
from guide.ids import WROTE, StepOutcome
from guide.model import Case, Tried
from guide.situation import Situation
from guide.state import Place, State, Undo

CLOSING = "close"  # The item of the place where it is asked whether the case is over.
PROMISE = "promise_passed"  # It asks about the day that support named.
OVER = frozenset({"suggested", PROMISE})  # Where one of these helped, the case may be over.
ANYWAY: tuple[StepOutcome, ...] = ("skipped", "helped", "under_way")


def followed(situation: Situation, event: events.Followed) -> Change:
    """Keep what came of the advice shown, and show what is next; nothing is closed here."""
    rule = _rule(situation, event)
    if advise(situation).about != event.advice:
        return Change(situation.state)
    case = changes.current(situation.state)
    undo = Undo(case, situation.state.place, situation.state.trail)
    case = _kept(situation, case, event, rule)
    if event.advice == PROMISE:
        case = _promised(situation, case, event, rule)
    if rule.sent:
        kind, channel = rule.sent.kind or case.kind, rule.sent.channel or case.channel
        case = changes.sent(situation.turn, replace(case, kind=kind, channel=channel))
    state = _there(replace(situation, state=situation.state.with_case(case)), event, rule)
    return Change(replace(state, undo=undo), notice=Notice("answered"))


def _rule(situation: Situation, event: events.Followed) -> StepAnswer:
    """Return what this answer does. Raises BadTurn where the advice does not offer it."""
    card = situation.catalog.advice.get(event.advice)
    if card is None or not card.answers:
        raise BadTurn(f"event.advice: {event.advice} is not known, or asks nothing")
    if event.outcome not in {*card.answers, *ANYWAY}:
        raise BadTurn(f"event.outcome: {event.advice} does not offer {event.outcome}")
    return card.answers.get(event.outcome, StepAnswer())


def _kept(situation: Situation, case: Case, event: events.Followed, rule: StepAnswer) -> Case:
    now, before = situation.turn.now, case.under_way
    until = day_after(now, rule.days) if event.outcome == "under_way" else ""
    words = advise(situation).words
    tried = Tried(event.advice, event.outcome, now, until, words)
    known = case.tried
    if before and (before.advice, before.words) == (event.advice, words):
        # Put off once more: it was begun on the day it was begun.
        known = tuple(replace(t, until="") if t == before else t for t in known)
        if event.outcome == "under_way":
            return replace(
                case,
                tried=tuple(replace(t, until=until) if t == before else t for t in case.tried),
            )
    case = replace(case, tried=(*known, tried))
    for field, value in rule.sets.items():
        case = case.with_answer(field, value)
    return case


def _promised(situation: Situation, case: Case, event: events.Followed, rule: StepAnswer) -> Case:
    """Return the case as waiting anew for what support promised, or no longer."""
    *before, said = case.tried
    case = replace(case, tried=(*before, replace(said, until="")), promised=None)
    until = day_after(situation.turn.now, rule.days) if event.outcome == "under_way" else ""
    if not until:
        return case
    return changes.promised(situation.turn, case, dt.date.fromisoformat(until))


def _there(situation: Situation, event: events.Followed, rule: StepAnswer) -> State:
    """Return the state at the place where it goes on; the way back names the advice answered."""
    state, case = situation.state, changes.current(situation.state)
    if rule.go:
        item = event.advice if rule.go == "reply" else ""
        return to(state, rule.go, item)
    if event.outcome == "helped" and (not case.sent or event.advice in OVER):
        return _on(state, event.advice, Place("first", CLOSING))
    if case.sent:
        return state
    if advise(situation).card.go == "case":
        return _on(state, event.advice, Place("case", case.id))
    if first_aid(situation):
        return _on(state, event.advice, Place("first"))
    return _on(state, event.advice, Place(advise(situation).card.go or "first"))


def _on(state: State, advice: str, place: Place) -> State:
    """Return the state at `place`; Back leads to the advice just answered, wherever it was."""
    answered = Place("first", advice)
    return replace(state, place=place, trail=(*state.trail, answered)[-MAX_TRAIL:])


def tick(situation: Situation, event: events.Tick) -> Change:
    """Keep that something on an advice's checklist is done, or is not after all."""
    card = situation.catalog.advice.get(event.advice)
    if card is None or event.tick not in card.ticks:
        raise BadTurn(f"event.tick: {event.advice} has no {event.tick}")
    case = changes.current(situation.state)
    ticked = case.with_tick(event.advice, event.tick, on=event.on)
    return Change(situation.state.with_case(ticked))


def stop_waiting(situation: Situation, event: events.StopWaiting) -> Change:
    """Go on without waiting; that it is under way stays true, and can be written."""
    case = changes.current(situation.state)
    if case.under_way is None or case.under_way.advice != event.advice:
        return Change(situation.state)
    tried = tuple(replace(t, until="") if t == case.under_way else t for t in case.tried)
    state = situation.state.with_case(replace(case, tried=tried))
    undo = Undo(case, state.place, state.trail)
    return Change(replace(to(state, "first"), undo=undo), notice=Notice("answered"))


def deny(situation: Situation, event: events.Deny) -> Change:
    """Give an advice after all that the story seemed to say was followed; or nothing went out."""
    before = changes.current(situation.state)
    said = tuple(
        replace(one, words="") if one.advice == event.advice else one for one in before.said_steps
    )
    case = replace(before, said_steps=said)
    if event.advice == WROTE and earlier.is_told(case):
        case = earlier.forgotten(case)
        case = changes.with_letter(situation.catalog, case, "first_request", situation.turn.now)
    if before.appealed and not case.appealed:
        best = situation.catalog.needs(case).channels[0]
        case = replace(case, channel=best)
        case = changes.with_letter(situation.catalog, case, "appeal", situation.turn.now)
    return Change(to(situation.state.with_case(case), "first"))


def take_back(situation: Situation, _: events.TakeBack) -> Change:
    """Make the last answer undone, or a deletion, with all that came of it."""
    state, undo = situation.state, situation.state.undo
    if undo is None:
        return Change(state)
    state = replace(state, place=undo.place, trail=undo.trail, undo=None)
    if undo.gone_from is not None:
        before, after = state.cases[: undo.gone_from], state.cases[undo.gone_from :]
        return Change(replace(state, cases=(*before, undo.case, *after), current=undo.current))
    if all(case.id != undo.case.id for case in state.cases):
        return Change(situation.state)
    return Change(replace(state.with_case(undo.case), current=undo.case.id))


def unanswered(situation: Situation, advice: str) -> State:
    """Return the state without the answer to `advice`, if that was the case's last word."""
    state, case = situation.state, situation.state.case
    if case is None or case.sent or not case.tried or case.tried[-1].advice != advice:
        return state
    last, card = case.tried[-1], situation.catalog.advice.get(advice)
    rule = card.answers.get(last.outcome) if card else None
    case = replace(case, tried=case.tried[:-1])
    for field, value in rule.sets.items() if rule else ():
        case = case.with_answer(field, "" if case.answer(field) == value else case.answer(field))
    return state.with_case(case)
