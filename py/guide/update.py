"""Situation + event -> the next state and effects: each event's handler, in one table.

Nothing here chooses words or looks at a clock; a handler that cannot do what was asked raises
Refused, and the state stays as it was.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from guide import events
from guide.handlers import case, letter, navigation, problem, settings
from guide.handlers.change import Change
from guide.model import Place, ScreenId, State
from guide.protocol import wire
from guide.situation import Situation

# These show one case, and make no sense without it.
OF_A_CASE: frozenset[ScreenId] = frozenset({"first", "details", "request", "sent", "case", "reply"})
# What never changes anything that is stored.
ONLY_SAID = (events.Opened, events.Copied, events.CopyFailed)


def update(situation: Situation, event: events.Event) -> Change:
    """Return what `event` makes of the state. Raises Refused or BadTurn."""
    change = HANDLERS[type(event)](situation, event)
    if not situation.turn.frame.keeps_place:
        change = _staying(situation.state, event, change)
    return replace(change, state=settled(change.state))


def _staying(state: State, event: events.Event, change: Change) -> Change:
    """Return the change as a page makes it that keeps no place: the person stays where they were.

    Such a page shows what is stored: it looks again once the change is stored, and then says what
    came of it.
    """
    stays = replace(change, state=replace(change.state, place=state.place, trail=state.trail))
    if isinstance(event, ONLY_SAID) or (stays.state == state and not change.notice):
        return stays
    look = wire.Look("look", change.notice)
    return replace(stays, effects=(*change.effects, look), notice=None)


def settled(state: State) -> State:
    """Return the state at a place that exists: a case's screen only while a case is open."""
    if state.place.screen in OF_A_CASE and state.case is None:
        return replace(state, place=Place())
    if state.place.screen == "request" and state.case and state.case.category is None:
        return replace(state, place=Place("start"))
    return state


HANDLERS: Mapping[type, Callable[[Situation, Any], Change]] = {
    events.Opened: navigation.opened,
    events.Typed: problem.typed,
    events.Go: navigation.go,
    events.Back: navigation.back,
    events.Describe: problem.describe,
    events.PickCategory: problem.pick_category,
    events.AlreadyWrote: problem.already_wrote,
    events.Followed: problem.followed,
    events.Open: navigation.open_address,
    events.ChooseLocale: settings.choose_locale,
    events.SaveMemory: settings.save_memory,
    events.ChooseLetter: letter.choose_letter,
    events.EditLetter: letter.edit_letter,
    events.DropEdits: letter.drop_edits,
    events.Show: letter.show,
    events.Copied: letter.copied,
    events.CopyFailed: letter.copy_failed,
    events.Sent: letter.sent,
    events.NewCase: case.new_case,
    events.OpenCase: case.open_case,
    events.Replied: case.replied,
    events.GaveAway: case.gave_away,
    events.CloseCase: case.close_case,
    events.DeleteCase: case.delete_case,
    events.StartFresh: settings.start_fresh,
    events.Export: settings.export,
    events.Import: settings.import_file,
    events.DeleteAll: settings.delete_all,
}
