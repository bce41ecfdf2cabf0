"""The door: turn(text) -> text, the only way in and out of the guide; `turn_utf8` is the same one.

    request -> read -> update -> advise -> render -> response

It holds no state and never raises: whatever comes in, a valid response goes out, with a problem
the person can read in their language. What was stored and cannot be read goes back unchanged.
"""

from collections.abc import Buffer
from dataclasses import replace

from guide import compiled_content
from guide.advice import advise
from guide.errors import BadState, BadTurn, GuideError, Refused
from guide.events.events import Opened
from guide.events.letter_events import Copied, CopyFailed
from guide.events.setting_events import DeleteAll, StartFresh
from guide.follow_up import reminding
from guide.handlers.change import Change
from guide.ids import Locale
from guide.protocol import wire
from guide.protocol.codec import Json
from guide.protocol.outside import Reminders
from guide.protocol.state_cache import StoredState
from guide.screens import view
from guide.situation import Situation
from guide.state import Settings, State
from guide.text.unseen import line
from guide.update import update

MAX_DETAIL = 300  # Characters of what went wrong, as a report needs it.


def turn(text: str) -> str:
    """Return the response to a request; both are JSON text, and the response is always valid."""
    return turn_utf8(text.encode("utf-8", "backslashreplace")).decode()


def turn_utf8(data: Buffer) -> bytes:
    """Do the same in UTF-8: what browsers pass to Python many times faster than their strings."""
    received = wire.Received()
    try:
        received = wire.read(bytes(data))
        return wire.write(answer(received.request), received.request)
    except Exception as error:  # noqa: BLE001  # The door is total: our bugs, too, are shown.
        return wire.write(_broken(received.value, error), received.request)


def answer(request: wire.Request | BadTurn) -> wire.Response:
    """Return the response to a request. Raises GuideError where there is none, or no state."""
    if isinstance(request, BadTurn):
        raise request
    fresh = isinstance(request.event, StartFresh)
    stored = request.state if isinstance(request.state, StoredState) and not fresh else _nothing()
    if isinstance(stored.state, State):
        return _answer(request, stored.state, fresh=fresh)
    if request.frame.keeps_place:
        raise stored.state
    return _despite(request, stored.state)


def _nothing() -> StoredState:
    """Return what a person begins with, to whom nothing is new."""
    return StoredState(None, State(news_known=compiled_content.load().catalog.newest))


def _answer(request: wire.Request, state: State, *, fresh: bool) -> wire.Response:
    situation = Situation(request, compiled_content.load(), state)
    try:
        change, problem = update(situation, request.event), None
    except (Refused, BadTurn) as error:
        # The screen stays, with what was typed on it, and says why.
        change = Change(state, problem=error.code)
        problem = _problem(error.code, error.detail)
    # To look at what is stored must not store anything.
    same = not request.frame.keeps_place and change.state == state and not fresh
    response = _response(after(situation, change), change, problem, stays=same)
    if same:
        return response
    told = _reminders(situation, change.state, opens=isinstance(request.event, Opened))
    return replace(response, reminders=told)


def _reminders(situation: Situation, state: State, *, opens: bool) -> Reminders | None:
    """Return what to remind of, where a change has moved it, or it was counted on another day."""
    catalog, turn = situation.catalog, situation.turn
    locale = catalog.languages.known(state.settings.locale, turn.locale)
    stale = opens and turn.counted != reminding.counted(turn.now, locale)
    if not stale and reminding.same(catalog, situation.state, state, turn.now):
        return None
    return reminding.reminders(catalog, state, turn.now, locale)


# What makes sense, on a page that keeps no place, while the stored state cannot be read.
ANYHOW = (Opened, Copied, CopyFailed, DeleteAll)


def _despite(request: wire.Request, error: BadState) -> wire.Response:
    """Return the page as far as it needs no state, with what is wrong and the ways on."""
    locale = _locale_of({"state": request.state, "locale": request.locale})
    state = State(settings=Settings(locale=locale))
    unreadable = error.code, error.detail or str(error)
    situation = Situation(request, compiled_content.load(), state, unreadable=unreadable)
    change = Change(state)
    if isinstance(request.event, ANYHOW):
        change = update(situation, request.event)
    problem = _problem(error.code, str(error))
    return _response(after(situation, change), change, problem, stays=True)


def after(situation: Situation, change: Change) -> Situation:
    """Return all the view needs: the situation after the change, with its advice."""
    now = replace(situation, state=change.state, notice=change.notice, problem=change.problem)
    if not now.turn.frame.keeps_place:
        return now  # A page about the extension advises nothing.
    return replace(now, advice=change.advice or advise(now))


def _response(
    situation: Situation, change: Change, problem: wire.Problem | None, *, stays: bool
) -> wire.Response:
    locale = situation.locale
    return wire.Response(
        v=wire.VERSION,
        state=None if stays else change.state,
        html=view.render(situation),
        lang=locale,
        dir=situation.catalog.languages[locale].direction,
        effects=change.effects,
        problem=problem,
    )


def _broken(value: Json, error: Exception) -> wire.Response:
    """Return the response that says what is wrong; the stored state goes back as it came."""
    whole = value if isinstance(value, dict) else {}
    locale, catalog = _locale_of(whole), compiled_content.load().catalog
    code = error.code if isinstance(error, GuideError) else "bug"
    detail = str(error) if isinstance(error, GuideError) else f"{type(error).__name__}: {error}"
    problem, stored = _problem(code, detail), whole.get("state")
    raw = stored.raw if isinstance(error, BadState) and isinstance(stored, StoredState) else None
    return wire.Response(
        v=wire.VERSION,
        state=stored,
        html=view.problem(
            catalog,
            locale,
            code,
            problem.detail,
            raw,
        ),
        lang=locale,
        dir=catalog.languages[locale].direction,
        problem=problem,
    )


def _problem(code: str, detail: str) -> wire.Problem:
    # A detail names what came in by its own words, whoever they are from and however many.
    return wire.Problem(code, line(detail, MAX_DETAIL))


def _locale_of(whole: dict[str, Json]) -> Locale:
    """Return the person's language as far as a bad request tells it."""
    spoken = compiled_content.load().catalog.languages
    return spoken.known(_chosen(whole.get("state")), whole.get("locale"))


def _chosen(stored: object) -> Json:
    """Return the language in a stored state, as far as it can be told of one."""
    if not isinstance(stored, StoredState):
        return None
    if isinstance(stored.state, State):
        return stored.state.settings.locale
    settings = stored.raw.get("settings") if isinstance(stored.raw, dict) else None
    return settings.get("locale") if isinstance(settings, dict) else None
