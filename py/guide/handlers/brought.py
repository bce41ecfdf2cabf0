"""What a person brings from a page: shown first, with secrets masked, and used as they say."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from guide.cases import changes
from guide.cases.typed_fields import MAX_VALUE
from guide.compiled_content import find
from guide.errors import BadTurn, Refused
from guide.events import brought_events as events
from guide.follow_up.business_days import parse_time
from guide.handlers.change import Change, to
from guide.ids import BroughtUse
from guide.pages import reading
from guide.redact import masking
from guide.situation import Situation
from guide.state import Brought, Place, State
from guide.text.unseen import line

MAX_BROUGHT = 20_000  # Characters; the browsers give 16,384 of a selection at most.
CUT = "cut"  # The item of the check's place where only a part came.


def bring(situation: Situation, event: events.Bring) -> Change:
    """Show what was brought; a check is made at once, of the link's target before its words."""
    if event.use == "check":
        target = line(event.target, MAX_BROUGHT)
        suspect = "\n".join(filter(None, (target, event.text.strip()[:MAX_BROUGHT])))
        state = replace(situation.state, suspect=suspect)
        return Change(to(state, "genuine", CUT if event.cut else ""))
    text = _said(situation, event)
    if not text:
        return Change(situation.state, problem="nothing_there")
    brought = Brought(
        text=_masked(situation, text),
        use=_use(event),
        at=situation.turn.now,
        host=reading.host_of(event.url),
        cut=event.cut,
        flat=event.flat,
    )
    return Change(to(replace(situation.state, brought=brought), "brought"))


def bring_failed(situation: Situation, _: events.BringFailed) -> Change:
    """Say how the person can let the guide read the page."""
    return Change(situation.state, problem="page_closed")


def use(situation: Situation, event: events.UseBrought) -> Change:
    """Put what was brought where the person wants it. Raises Refused, or BadTurn."""
    brought = situation.state.brought
    if brought is None:
        raise BadTurn("event: nothing was brought")
    if not brought.text.strip():
        raise Refused("nothing_said")
    state = replace(_left(situation.state), brought=None)
    return Change(USES[event.use](replace(situation, state=state), brought.text.strip()))


def drop(situation: Situation, _: events.DropBrought) -> Change:
    """Forget what was brought, and go back to where the person was."""
    return Change(replace(_left(situation.state), brought=None))


def _left(state: State) -> State:
    """Return the state at the place from which the person came to what was brought."""
    if state.place.screen != "brought":
        return state
    *trail, last = state.trail or (Place(),)
    return replace(state, place=last, trail=tuple(trail))


def _use(event: events.Bring) -> BroughtUse:
    """Return what it is for, as far as that is known: what a page shows is what happened."""
    return event.use if event.selected else "happened"


def _said(situation: Situation, event: events.Bring) -> str:
    """Return what there is to be used: the selection, or what the page itself says, dated."""
    if event.use != "look":
        return event.text.strip()[:MAX_BROUGHT]
    words = situation.catalog.words[situation.letter_locale]["ui"]["brought"]
    when = _when(situation)
    if reading.is_status_page(event.url):
        return str(words["status_line"].format(when=when, what=reading.status(event.text)))
    what = event.text.strip()[:MAX_BROUGHT] if event.selected else reading.trouble(event.text)
    host = reading.host_of(event.url)
    if not what or not host:
        return what
    return str(words["page_line"].format(when=when, host=host, what=what))


def _when(situation: Situation) -> str:
    """Return the time as support can read it: 2026-11-29 14:05 (UTC+02:00)."""
    now = situation.turn.now
    at = parse_time(now, None)
    return f"{at:%Y-%m-%d %H:%M} ({at:%Z})" if at else now


def _masked(situation: Situation, text: str) -> str:
    """Return the text as it may enter a case: what support never needs is masked."""
    compiled = situation.compiled
    names = compiled.redaction.names(situation.letter_locale)
    return masking.mask(text, find(compiled, text, "support", (), ()), (), names).text


def _as_happened(situation: Situation, text: str) -> State:
    """Return the state with the text below what the person said happened."""
    state = situation.state
    if state.case is not None and state.case.closed:
        state = replace(state, current=None)
    state = changes.with_one(situation.turn, state)
    case = changes.current(state)
    needs = situation.catalog.needs(case)
    field = changes.about_field(situation.catalog, needs) if case.category else ""
    if not field:
        story = _below(case.story, text)
        return to(state.with_case(replace(case, story=story)), "start")
    case = case.with_answer(field, _below(case.answer(field), text))
    return to(state.with_case(case), "details")


def _below(before: str, text: str) -> str:
    whole = "\n\n".join(filter(None, (before.rstrip(), text)))
    if len(whole) > MAX_VALUE:
        raise Refused("too_long")
    return whole


def _as_reply(situation: Situation, text: str) -> State:
    """Return the state at the answer of the case that waits for one; else of a case of its own."""
    state = situation.state
    waiting = [case for case in state.cases if case.sent and not case.closed]
    if state.case not in waiting:
        state = replace(state, current=waiting[-1].id if waiting else None)
    state = changes.with_one(situation.turn, state)
    case = changes.current(state)
    if not case.sent:
        case = changes.sent(situation.turn, case)
    return to(state.with_case(replace(case, reply_text=text)), "reply")


def _as_suspect(situation: Situation, text: str) -> State:
    return to(replace(situation.state, suspect=text), "genuine")


USES: Mapping[BroughtUse, Callable[[Situation, str], State]] = {
    "happened": _as_happened,
    "look": _as_happened,
    "reply": _as_reply,
    "check": _as_suspect,
}
