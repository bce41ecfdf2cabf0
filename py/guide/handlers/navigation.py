"""Going about the guide: from screen to screen, back, and out to a fixed address."""

from dataclasses import replace

from guide.advice import advise
from guide.catalog import addresses
from guide.errors import BadTurn
from guide.events import events
from guide.handlers import step
from guide.handlers.change import Change, to
from guide.protocol import wire
from guide.situation import Situation
from guide.state import Place, State

# Where the person reads: there and back, what they look for stays.
READING = frozenset({"guide", "facts"})
ADVISING = frozenset({"first", "case"})  # Where the one next step is shown.


def opened(situation: Situation, event: events.Opened) -> Change:
    """Keep everything where it was."""
    return Change(situation.state, notice=event.told)


def go(situation: Situation, event: events.Go) -> Change:
    """Go to a screen; on the details, to the field that was asked for."""
    if event.to == "genuine":
        return Change(to(_checking(situation.state, event.item), "genuine"))
    state = situation.state
    if state.place.screen not in READING:
        state = replace(state, sought="")  # Who comes back later looks for something else.
    moved = to(state, event.to, "" if event.to == "details" else event.item)
    if event.to == "details" and event.item:
        return Change(moved, (wire.Focus("focus", f"field-{event.item}"),))
    return Change(moved)


def _checking(state: State, item: str) -> State:
    """Return the state with the last answer to be checked, if it is the answer that is meant."""
    if item != "reply" or state.case is None or not state.case.replies:
        return state
    return replace(state, suspect=state.case.replies[-1].text)


def back(situation: Situation, _: events.Back) -> Change:
    """Go back one place, or to the start; back at an advice, its answer is open again."""
    *trail, last = situation.state.trail or (Place(),)
    state = replace(situation.state, place=last, trail=tuple(trail))
    if last.screen == "first" and last.item:
        state = step.unanswered(situation, last.item)
        state = replace(state, place=Place("first"), trail=tuple(trail))
    return Change(state)


def open_address(situation: Situation, event: events.Open) -> Change:
    """Open a fixed address; only words of the content are ever put into it."""
    catalog, case = situation.catalog, situation.case
    if event.address not in catalog.addresses:
        raise BadTurn(f"event.address: {event.address} is not known")
    url = addresses.address(catalog, event.address, catalog.searches(case), event.words)
    return Change(_on_the_way(situation, event.address), (wire.OpenAddress("open", url),))


def _on_the_way(situation: Situation, address: str) -> State:
    """Return the state, which remembers what is open: where the letter goes, or the advice leads.

    The popup closes then. When it opens again, the next thing is to say how it went.
    """
    state, case = situation.state, situation.case
    if case is None:
        return state
    if state.place.screen == "request":
        there = address == situation.catalog.channels[case.channel].address
        return state.with_case(replace(case, opened=case.channel)) if there else state
    advice = advise(situation)
    if state.place.screen in ADVISING and advice.card.address == address:
        return state.with_case(replace(case, opened_for=advice.id))
    return state
