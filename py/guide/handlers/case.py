"""One case among the others: begun, opened, ended, deleted."""

from dataclasses import replace

from guide.cases import changes
from guide.events import events
from guide.events.events import Notice
from guide.handlers.change import Change, to
from guide.ids import ScreenId
from guide.situation import Situation
from guide.state import Undo

LISTS: frozenset[ScreenId] = frozenset({"start", "cases"})  # What is deleted there is not shown.


def new_case(situation: Situation, _: events.NewCase) -> Change:
    """Leave the case as it is, and ask for another problem."""
    return Change(replace(to(situation.state, "start"), current=None))


def open_case(situation: Situation, event: events.OpenCase) -> Change:
    """Go to one of the cases."""
    state = situation.state
    changes.find(state, event.case)
    return Change(to(replace(state, current=event.case), "case", event.case))


def gave_away(situation: Situation, _: events.GaveAway) -> Change:
    """Go on at once to what makes worthless what was given away, in a case of its own."""
    state, case = situation.state, situation.case
    topic = situation.compiled.senders.names.gave_away
    category = situation.catalog.topics[topic].category
    if case is None or case.closed or case.category != category:
        state = changes.with_one(situation.turn, replace(state, current=None))
    case = changes.current(state)
    # The case that is open may already say which break-in it is; a new one says nothing yet.
    case = changes.sorted_as(situation, case, category, "person", case.topic or topic)
    return Change(to(state.with_case(case), "first"))


def close_case(situation: Situation, event: events.CloseCase) -> Change:
    """End a case, or open it again."""
    case = changes.find(situation.state, event.case)
    if event.outcome:
        case = changes.closed(situation.turn, case, event.outcome)
    else:
        case = replace(case, closed=None)
    state = situation.state.with_case(case)
    # Asked at an advice, or from the list: what became of the case is seen on its own screen.
    return Change(to(state, "case", case.id) if state.place.screen == "first" else state)


def delete_case(situation: Situation, event: events.DeleteCase) -> Change:
    """Take a case away; it can be taken back until the next event (`update.update`)."""
    state = situation.state
    gone = changes.find(state, event.case)
    at, current = state.cases.index(gone), state.current
    undo = Undo(gone, state.place, state.trail, gone_from=at, current=current)
    state = replace(
        state,
        cases=state.cases[:at] + state.cases[at + 1 :],
        current=None if current == gone.id else current,
        undo=undo,
    )
    if state.place.screen not in LISTS:
        state = to(state, "cases")
    return Change(state, notice=Notice("deleted"))
