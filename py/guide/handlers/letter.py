"""Which letter, its wording, what of it is masked, and that it was copied or sent."""

from dataclasses import replace

from guide.cases import changes, copies
from guide.events import letter_events
from guide.events.events import Notice
from guide.handlers.change import Change, spoken, to
from guide.letters import telling, writer
from guide.letters.brief import Brief
from guide.model import Answer, Case
from guide.protocol import wire
from guide.situation import Situation


def choose_letter(situation: Situation, event: letter_events.ChooseLetter) -> Change:
    """Show another letter: of another kind, for another place, in another language."""
    case = changes.current(situation.state)
    case = replace(case, channel=event.channel or case.channel)
    kind = event.kind or changes.kind_at(case.channel, case.kind)
    chosen = replace(
        changes.with_letter(situation.catalog, case, kind),
        letter_locale=spoken(situation, event.locale) if event.locale else case.letter_locale,
        editing=False,
    )
    return Change(to(situation.state.with_case(chosen), "request"))


def edit_letter(situation: Situation, event: letter_events.EditLetter) -> Change:
    """Start or end editing; what was written stays."""
    case = replace(changes.current(situation.state), editing=event.on)
    focus = (wire.Focus("focus", "letter-body"),) if event.on else ()
    return Change(situation.state.with_case(case), focus)


def drop_edits(situation: Situation, _: letter_events.DropEdits) -> Change:
    """Go back to the guide's own wording."""
    case, locale = changes.current(situation.state), situation.letter_locale
    case = case.with_edit("subject", locale, None).with_edit("body", locale, None)
    return Change(situation.state.with_case(replace(case, editing=False)))


def show(situation: Situation, event: letter_events.Show) -> Change:
    """Leave a text unmasked, or mask it again."""
    case = changes.current(situation.state)
    kept = tuple(text for text in case.shown if text != event.text)
    shown = (*kept, event.text) if event.on else kept
    return Change(situation.state.with_case(replace(case, shown=shown)))


def copied(situation: Situation, event: letter_events.Copied) -> Change:
    """Say that it is on the clipboard, and remember what of the letter shown it is."""
    if event.part == "report":
        return Change(situation.state, notice=Notice("copied_report"))
    state, case = situation.state, situation.case
    if case is not None and event.mark:
        locale = situation.letter_locale
        case = copies.with_copy(case, locale, event.part, event.number, event.mark)
        state = state.with_case(case)
    return Change(state, notice=Notice("copied"))


def copy_failed(situation: Situation, _: letter_events.CopyFailed) -> Change:
    """Say how to copy by hand: the text is selected."""
    return Change(situation.state, problem="copy_failed")


def sent(situation: Situation, _: letter_events.Sent) -> Change:
    """Keep that the letter went out, through what, when; an appeal only once."""
    case = changes.current(situation.state)
    if case.kind == "appeal" and case.appealed:
        return Change(situation.state)
    case = changes.sent(situation.turn, case, _told(situation, case))
    return Change(to(situation.state.with_case(case), "sent"))


def _told(situation: Situation, case: Case) -> tuple[Answer, ...]:
    """Return the answers that stand in the letter as it goes out."""
    locale, now = situation.letter_locale, situation.turn.now
    letter = writer.write(situation.catalog, case, case.kind, case.channel, locale, now)
    brief = Brief(situation.catalog, case, case.kind, case.channel, locale, now, str)
    return telling.told_in(brief, case.edit("body", locale) or letter.body)
