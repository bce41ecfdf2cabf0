"""Which letter, its wording, what of it is masked, and that it was copied or sent."""

from dataclasses import replace

from guide.cases import changes, copies, outgoing, own_wording, to_copy
from guide.errors import BadTurn
from guide.events import letter_events
from guide.events.events import Notice
from guide.handlers.change import Change, spoken, to
from guide.letters import attaching, telling
from guide.letters.brief import Brief
from guide.model import Answer, Case, SentRequest
from guide.protocol import wire
from guide.situation import Situation
from guide.state import Undo

PARTLY = "partly"  # The item of the place where it is asked how much of a letter went out.


def choose_letter(situation: Situation, event: letter_events.ChooseLetter) -> Change:
    """Show another letter: of another kind, for another place, in another language."""
    case = changes.current(situation.state)
    case = replace(case, channel=event.channel or case.channel)
    catalog, now = situation.catalog, situation.turn.now
    kind = event.kind or changes.kind_there(catalog, case, case.channel)
    chosen = replace(
        changes.with_letter(catalog, case, kind, now),
        letter_locale=spoken(situation, event.locale) if event.locale else case.letter_locale,
        editing=False,
    )
    return Change(to(situation.state.with_case(chosen), "request"))


def form_failed(situation: Situation, _: letter_events.FormFailed) -> Change:
    """Send the appeal another way, which says on which day the form did not open: today."""
    case, catalog, turn = changes.current(situation.state), situation.catalog, situation.turn
    others = (c for c in catalog.needs(case).channels if c != case.channel)
    able = (c for c in others if changes.may_send(catalog, case, "appeal", c, turn.now))
    channel = next(able, None)
    if case.kind != "appeal" or channel is None:
        return Change(situation.state)
    case = case.with_answer(changes.FORM_FAILED, turn.now[:10])
    case = replace(case, channel=channel, editing=False)
    return Change(to(situation.state.with_case(case), "request"))


def edit_letter(situation: Situation, event: letter_events.EditLetter) -> Change:
    """Start or end editing; what was written stays, and nothing written is the guide's wording."""
    case, locale = changes.current(situation.state), situation.letter_locale
    case = replace(case, editing=event.on)
    if not event.on and not (case.edit("body", locale) or "").strip():
        case = case.with_edit("body", locale, None)
    focus = (wire.Focus("focus", "letter-body"),) if event.on else ()
    return Change(situation.state.with_case(case), focus)


def own_text(situation: Situation, _: letter_events.OwnText) -> Change:
    """Make room for a text of the person's own."""
    case = changes.current(situation.state)
    case = replace(case.with_edit("body", situation.letter_locale, ""), editing=True)
    focus = wire.Focus("focus", "letter-body")
    return Change(situation.state.with_case(case), (focus,))


def take_wording(situation: Situation, _: letter_events.TakeWording) -> Change:
    """Have the person's own wording from another place here, too."""
    case = changes.current(situation.state)
    own = own_wording.elsewhere(case, situation.letter_locale)
    if own is None or not own_wording.fits(situation.catalog, case, own):
        return Change(situation.state)
    return Change(situation.state.with_case(own_wording.taken(situation.catalog, case, own)))


def attach(situation: Situation, event: letter_events.Attach) -> Change:
    """Keep that something goes with the letter, or does not after all."""
    case = changes.current(situation.state)
    if event.attachment not in situation.catalog.needs(case).attachments:
        raise BadTurn(f"event.attachment: {event.attachment} is none of this problem's")
    kept = tuple(one for one in case.attached if one != event.attachment)
    attached = (*kept, event.attachment) if event.on else kept
    return Change(situation.state.with_case(replace(case, attached=attached)))


def drop_edits(situation: Situation, _: letter_events.DropEdits) -> Change:
    """Go back to the guide's own wording; until the next step the person's can be had again."""
    state, locale = situation.state, situation.letter_locale
    before = changes.current(state)
    undo = Undo(before, state.place, state.trail)
    case = before.with_edit("subject", locale, None).with_edit("body", locale, None)
    state = replace(state.with_case(replace(case, editing=False)), undo=undo)
    return Change(state, notice=Notice("edits_dropped"))


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


def sent(situation: Situation, event: letter_events.Sent) -> Change:
    """Keep that the letter went out, as it stood, through what, when; an appeal only once.

    Where only a part of it was copied, the person is asked first.
    """
    state, case = situation.state, changes.current(situation.state)
    if case.kind == "appeal" and case.appealed:
        return Change(state)
    out, channel = outgoing.of(situation, case), situation.catalog.channels[case.channel]
    whole = to_copy.parts(situation, case, out, to_copy.found(situation, case, out))
    if not event.went and to_copy.progress(whole) == "some":
        return Change(to(state, "request", PARTLY))
    letter = SentRequest(case.kind, case.channel, situation.turn.now)
    if event.went == "copied":
        out = to_copy.only_copied(situation, case, out)
        went = tuple(at for at, part in enumerate(whole, 1) if part.copied)
        letter = replace(letter, parts=went, of=len(whole))
    letter = replace(
        letter,
        subject=out.subject if channel.subject else "",
        text=out.body,
        told=_told(situation, case, out.body),
        attached=attaching.going(situation.catalog, case, case.kind, case.channel),
    )
    case = changes.sent(situation.turn, case, letter)
    return Change(to(state.with_case(case), "sent"))


def _told(situation: Situation, case: Case, body: str) -> tuple[Answer, ...]:
    """Return the answers that stand in the letter as it goes out."""
    locale, now = situation.letter_locale, situation.turn.now
    brief = Brief(situation.catalog, case, case.kind, case.channel, locale, now, str)
    return telling.told_in(brief, body)
