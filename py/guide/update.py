"""(State, event) -> State and effects: one small function for each event, in one table.

Nothing here chooses words or looks at a clock; a handler that cannot do what was asked raises
Refused, and the state stays as it was.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from guide import events
from guide.advice import advise, first_aid
from guide.cases import backup, changes, typed_fields
from guide.catalog import addresses
from guide.compiled_content import rank
from guide.errors import BadTurn, Refused
from guide.model import Locale, Notice, Place, ScreenId, State, Tried
from guide.protocol import wire
from guide.situation import Turn, see

MAX_TRAIL = 20  # Steps back that are kept.
# These show one case, and make no sense without it.
OF_A_CASE: frozenset[ScreenId] = frozenset({"first", "details", "request", "sent", "case", "reply"})


@dataclass(frozen=True, slots=True)
class Change:
    """What an event leads to: the next state, effects for the shell, a notice for the person.

    `problem` is a key of the words' `problems`: what the person should know could not be done.
    """

    state: State
    effects: tuple[wire.Effect, ...] = ()
    notice: Notice | None = None
    problem: str = ""


def update(turn: Turn, state: State, event: events.Event) -> Change:
    """Return what `event` makes of `state`. Raises Refused or BadTurn, and then changes nothing."""
    change = HANDLERS[type(event)](turn, state, event)
    if turn.surface != "popup":
        change = _beside(state, event, change)
    return replace(change, state=settled(change.state))


def _beside(state: State, event: events.Event, change: Change) -> Change:
    """Return the change as a page beside the popup makes it: the popup stays where it is.

    Such a page shows what is stored, so it looks again once the change is stored.
    """
    stays = replace(change, state=replace(change.state, place=state.place, trail=state.trail))
    if isinstance(event, events.Opened) or (stays.state == state and not change.notice):
        return stays
    return replace(stays, effects=(*change.effects, wire.Look("look", change.notice)))


def settled(state: State) -> State:
    """Return the state at a place that exists: a case's screen only while a case is open."""
    if state.place.screen in OF_A_CASE and state.case is None:
        return replace(state, place=Place())
    if state.place.screen == "request" and state.case and state.case.category is None:
        return replace(state, place=Place("start"))
    return state


def to(state: State, screen: ScreenId, item: str = "") -> State:
    """Return the state at another place, with the way back kept."""
    here = Place(screen, item)
    if here == state.place:
        return state
    return replace(state, place=here, trail=(*state.trail, state.place)[-MAX_TRAIL:])


def opened(_: Turn, state: State, event: events.Opened) -> Change:
    """Keep everything where it was."""
    return Change(state, notice=event.told)


def typed(turn: Turn, state: State, event: events.Typed) -> Change:
    """Keep what was typed, wherever it belongs."""
    return Change(typed_fields.keep(turn, state, event))


def go(_: Turn, state: State, event: events.Go) -> Change:
    """Go to a screen; on the details, to the field that was asked for."""
    moved = to(state, event.to, "" if event.to == "details" else event.item)
    if event.to == "details" and event.item:
        return Change(moved, (wire.Focus("focus", f"field-{event.item}"),))
    return Change(moved)


def back(_: Turn, state: State, __: events.Back) -> Change:
    """Go back one place, or to the start."""
    *trail, last = state.trail or (Place(),)
    return Change(replace(state, place=last, trail=tuple(trail)))


def describe(turn: Turn, state: State, _: events.Describe) -> Change:
    """Read the person's words; go on when they are clear, ask when they are not."""
    case = state.case
    if case is None or not case.story.strip():
        raise Refused("nothing_said")
    if case.category_by == "person":
        return Change(to(state, "first"))
    found = rank(turn.compiled, case.story, turn.page)
    if not found.sure:
        return Change(
            replace(state.with_case(changes.unsorted(case)), place=Place("start", "choose"))
        )
    sorted_case = changes.sorted_as(turn, case, found.ranked[0].category, "triage")
    return Change(to(state.with_case(sorted_case), "first"))


def pick_category(turn: Turn, state: State, event: events.PickCategory) -> Change:
    """Take the person's word for what it is; None asks again."""
    if event.category is None:
        return Change(to(state, "start", "choose"))
    state = changes.with_one(turn, state)
    picked = changes.sorted_as(turn, changes.current(state), event.category, "person")
    return Change(to(state.with_case(picked), "first"))


def already_wrote(turn: Turn, state: State, _: events.AlreadyWrote) -> Change:
    """Take up a request that went out before; its day and way are asked for there."""
    state = changes.with_one(turn, state)
    return Change(
        to(state.with_case(changes.sent(turn, changes.current(state))), "sent", "earlier")
    )


def followed(turn: Turn, state: State, event: events.Followed) -> Change:
    """Note what was tried; end the case if it helped, else show what is next."""
    if event.advice not in turn.compiled.catalog.advice:
        raise BadTurn(f"event.advice: {event.advice} is not known")
    case = changes.current(state)
    case = replace(case, tried=(*case.tried, Tried(event.advice, event.helped, turn.now)))
    if event.helped and not case.sent:
        case = changes.closed(turn, case, "solved")
        return Change(to(state.with_case(case), "case", case.id))
    state = state.with_case(case)
    after = turn.compiled.catalog.advice[event.advice].helped_go if event.helped else None
    situation = see(turn, state)
    if not case.sent and not first_aid(situation):
        after = advise(situation).card.go
    return Change(to(state, after) if after else state)


def open_address(turn: Turn, state: State, event: events.Open) -> Change:
    """Open a fixed address; only words of the content are ever put into it."""
    catalog = turn.compiled.catalog
    if event.address not in catalog.addresses:
        raise BadTurn(f"event.address: {event.address} is not known")
    category = (state.case and state.case.category) or "other"
    url = addresses.address(catalog, event.address, category, event.words)
    return Change(state, (wire.OpenAddress("open", url),))


def choose_locale(turn: Turn, state: State, event: events.ChooseLocale) -> Change:
    """Speak this language from now on."""
    locale = _spoken(turn, event.locale)
    return Change(replace(state, settings=replace(state.settings, locale=locale)))


def _spoken(turn: Turn, locale: Locale) -> Locale:
    """Return the language if the guide speaks it. Raises BadTurn."""
    if locale not in (known := turn.compiled.catalog.languages.ids):
        raise BadTurn(f"event.locale: should be one of {', '.join(known)}")
    return locale


def save_memory(_: Turn, state: State, event: events.SaveMemory) -> Change:
    """Have a Python kept in the background, or not."""
    settings = replace(state.settings, save_memory=event.on)
    effect = wire.KeepEngine("engine", keep=not event.on)
    return Change(replace(state, settings=settings), (effect,))


def choose_letter(turn: Turn, state: State, event: events.ChooseLetter) -> Change:
    """Show another letter: of another kind, for another place, in another language."""
    case = changes.current(state)
    channel = event.channel or case.channel
    chosen = replace(
        case,
        kind=event.kind or changes.kind_at(channel, case.kind),
        channel=channel,
        letter_locale=_spoken(turn, event.locale) if event.locale else case.letter_locale,
        editing=False,
    )
    return Change(to(state.with_case(chosen), "request"))


def edit_letter(_: Turn, state: State, event: events.EditLetter) -> Change:
    """Start or end editing; what was written stays."""
    state = state.with_case(replace(changes.current(state), editing=event.on))
    return Change(state, (wire.Focus("focus", "letter-body"),) if event.on else ())


def drop_edits(turn: Turn, state: State, _: events.DropEdits) -> Change:
    """Go back to the guide's own wording."""
    case, locale = changes.current(state), see(turn, state).letter_locale
    case = case.with_edit("subject", locale, None).with_edit("body", locale, None)
    return Change(state.with_case(replace(case, editing=False)))


def show(_: Turn, state: State, event: events.Show) -> Change:
    """Leave a text unmasked, or mask it again."""
    case = changes.current(state)
    kept = tuple(text for text in case.shown if text != event.text)
    shown = (*kept, event.text) if event.on else kept
    return Change(state.with_case(replace(case, shown=shown)))


def copied(_: Turn, state: State, event: events.Copied) -> Change:
    """Tell that it is on the clipboard."""
    return Change(state, notice=Notice("copied_report" if event.part == "report" else "copied"))


def copy_failed(_: Turn, state: State, __: events.CopyFailed) -> Change:
    """Tell how to copy by hand: the text is selected."""
    return Change(state, problem="copy_failed")


def sent(turn: Turn, state: State, _: events.Sent) -> Change:
    """Keep that the letter went out, through what, when."""
    return Change(to(state.with_case(changes.sent(turn, changes.current(state))), "sent"))


def new_case(_: Turn, state: State, __: events.NewCase) -> Change:
    """Leave the case as it is, and ask for another problem."""
    return Change(replace(to(state, "start"), current=None))


def open_case(_: Turn, state: State, event: events.OpenCase) -> Change:
    """Go to one of the cases."""
    changes.find(state, event.case)
    return Change(to(replace(state, current=event.case), "case", event.case))


def replied(turn: Turn, state: State, event: events.Replied) -> Change:
    """Keep support's answer, and go where answers of this kind lead."""
    case = changes.answered(turn, changes.current(state), event.kind)
    way = turn.compiled.catalog.replies[event.kind]
    if way.close:
        case = changes.closed(turn, case, way.close)
    if way.letter:
        case = replace(case, kind=way.letter)
    return Change(to(state.with_case(case), way.go or ("request" if way.letter else "case")))


def close_case(turn: Turn, state: State, event: events.CloseCase) -> Change:
    """End a case, or open it again."""
    case = changes.find(state, event.case)
    ended = (
        changes.closed(turn, case, event.outcome) if event.outcome else replace(case, closed=None)
    )
    return Change(state.with_case(ended))


def delete_case(_: Turn, state: State, event: events.DeleteCase) -> Change:
    """Forget a case wholly: what the shell keeps of it, too."""
    gone = changes.find(state, event.case)
    left = tuple(case for case in state.cases if case.id != gone.id)
    current = None if state.current == gone.id else state.current
    left_there = to(replace(state, cases=left, current=current), "cases")
    return Change(left_there, (wire.Forget("forget", gone.id),), notice=Notice("deleted"))


def start_fresh(_: Turn, state: State, __: events.StartFresh) -> Change:
    """Begin anew; the door gave an empty state for one that could not be read."""
    return Change(replace(state, place=Place()))


def export(turn: Turn, state: State, _: events.Export) -> Change:
    """Save all cases as a file."""
    text = backup.write(state, turn.now)
    return Change(state, (wire.Download("download", backup.name(turn.now), text),))


def import_file(_: Turn, state: State, event: events.Import) -> Change:
    """Add the cases of a file to those that are here."""
    merged, notice = backup.merge(state, backup.read(event.size, event.text))
    return Change(merged, notice=notice)


def delete_all(_: Turn, state: State, __: events.DeleteAll) -> Change:
    """Delete everything; the shell does it, in every storage there is."""
    return Change(state, (wire.Wipe("wipe", Notice("wiped")),))


HANDLERS: Mapping[type, Callable[[Turn, State, Any], Change]] = {
    events.Opened: opened,
    events.Typed: typed,
    events.Go: go,
    events.Back: back,
    events.Describe: describe,
    events.PickCategory: pick_category,
    events.AlreadyWrote: already_wrote,
    events.Followed: followed,
    events.Open: open_address,
    events.ChooseLocale: choose_locale,
    events.SaveMemory: save_memory,
    events.ChooseLetter: choose_letter,
    events.EditLetter: edit_letter,
    events.DropEdits: drop_edits,
    events.Show: show,
    events.Copied: copied,
    events.CopyFailed: copy_failed,
    events.Sent: sent,
    events.NewCase: new_case,
    events.OpenCase: open_case,
    events.Replied: replied,
    events.CloseCase: close_case,
    events.DeleteCase: delete_case,
    events.StartFresh: start_fresh,
    events.Export: export,
    events.Import: import_file,
    events.DeleteAll: delete_all,
}
