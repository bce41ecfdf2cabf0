"""The door: turn(text) -> text, the only way in and out of the guide; `turn_utf8` is the same one.

    request -> read -> update -> see -> advise -> render -> response

It holds no state and never raises: whatever comes in, a valid response goes out, with a problem
the person can read in their language. What was stored and cannot be read goes back unchanged.
"""

from collections.abc import Buffer
from dataclasses import replace

from guide import compiled_content
from guide.advice import advise
from guide.cases import quality
from guide.errors import BadState, BadTurn, GuideError, Refused
from guide.events import Copied, CopyFailed, DeleteAll, Opened, StartFresh
from guide.letters import writer
from guide.model import Locale, Settings, State
from guide.protocol import wire
from guide.protocol.codec import Json, encode
from guide.screens import view
from guide.situation import Situation, Turn, see
from guide.surroundings import Surface
from guide.text.unseen import line
from guide.update import Change, update

MAX_DETAIL = 300  # Characters of what went wrong, as a report needs it.


# A short visit that passes through everything that is made ready at its first use.
VISIT: tuple[dict[str, Json], ...] = (
    {"type": "opened"},
    {"type": "typed", "field": "story", "value": "refund"},
    {"type": "pick_category", "category": "billing"},
    {"type": "go", "to": "details"},
    {"type": "go", "to": "request"},
    {"type": "choose_letter", "channel": "forum"},
    {"type": "sent"},
    {"type": "go", "to": "case"},
    {"type": "go", "to": "cases"},
    {"type": "go", "to": "guide"},
    {"type": "typed", "field": "suspect", "value": "help@openai.com"},
    {"type": "go", "to": "genuine"},
    {"type": "go", "to": "start"},
)


def turn(text: str) -> str:
    """Return the response to a request; both are JSON text, and the response is always valid."""
    return turn_utf8(text.encode("utf-8", "backslashreplace")).decode()


def turn_utf8(data: Buffer) -> bytes:
    """Do the same in UTF-8: what browsers pass to Python many times faster than their strings."""
    value: Json = None
    try:
        value = wire.read_json(bytes(data))
        return wire.write_response(answer(wire.read_request(value)))
    except Exception as error:  # noqa: BLE001  # The door is total: our bugs, too, are told.
        return _told(value, error)


def _told(value: Json, error: Exception) -> bytes:
    try:
        return wire.write_response(_broken(value, error))
    except RecursionError:
        # A value nested so deep that it can be read and not written back. A null state in a
        # response says that there is nothing to store, so what was stored stays.
        return wire.write_response(_broken(None, error))


def answer(request: wire.Request) -> wire.Response:
    """Return the response to a request. Raises GuideError where there is no state to show."""
    turn = Turn(
        compiled_content.load(),
        request.now,
        request.locale,
        request.device,
        request.page,
        request.surface,
        request.shell,
    )
    fresh = isinstance(request.event, StartFresh)
    try:
        state = wire.read_state(None if fresh else request.state)
    except BadState as error:
        if request.surface == "popup":
            raise
        return _despite(turn, request, error)
    try:
        change, problem = update(turn, state, request.event), None
    except (Refused, BadTurn) as error:
        # The screen stays, with what was typed on it, and says why.
        change = Change(state, problem=error.code)
        problem = _problem(error.code, error.detail)
    # To look at what is stored must not store anything.
    same = request.surface != "popup" and change.state == state and not fresh
    return _response(look(turn, change), change, problem, stays=same)


# What makes sense, on a page beside the popup, while the stored state cannot be read.
ANYHOW = (Opened, Copied, CopyFailed, DeleteAll)


def _despite(turn: Turn, request: wire.Request, error: BadState) -> wire.Response:
    """Return the page as far as it needs no state, with what is wrong and the ways on."""
    state = State(
        settings=Settings(locale=_locale_of({"state": request.state, "locale": request.locale}))
    )
    change = Change(state)
    if isinstance(request.event, ANYHOW):
        change = update(turn, state, request.event)
    situation = replace(look(turn, change), unreadable=(error.code, error.detail or str(error)))
    return _response(situation, change, _problem(error.code, str(error)), stays=True)


def look(turn: Turn, change: Change) -> Situation:
    """Return all the view needs: the situation after the change, with its advice."""
    situation = replace(see(turn, change.state), notice=change.notice, problem=change.problem)
    if turn.surface != "popup":
        return situation  # Pages beside the popup advise nothing.
    return replace(situation, advice=advise(situation))


def _response(
    situation: Situation, change: Change, problem: wire.Problem | None, *, stays: bool
) -> wire.Response:
    locale = situation.locale
    return wire.Response(
        v=wire.VERSION,
        state=None if stays else wire.write_state(change.state),
        html=view.render(situation),
        lang=locale,
        dir=situation.catalog.languages[locale].direction,
        effects=change.effects,
        problem=problem,
    )


def _broken(value: Json, error: Exception) -> wire.Response:
    """Return the response that says what is wrong; the stored state goes back as it came."""
    whole, catalog = value if isinstance(value, dict) else {}, compiled_content.load().catalog
    locale = _locale_of(whole)
    code = error.code if isinstance(error, GuideError) else "bug"
    detail = str(error) if isinstance(error, GuideError) else f"{type(error).__name__}: {error}"
    problem, raw = _problem(code, detail), whole.get("state")
    return wire.Response(
        v=wire.VERSION,
        state=raw,
        html=view.problem(
            catalog,
            locale,
            code,
            problem.detail,
            raw if isinstance(error, BadState) else None,
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
    state = whole.get("state")
    settings = state.get("settings") if isinstance(state, dict) else None
    chosen = settings.get("locale") if isinstance(settings, dict) else None
    return compiled_content.load().catalog.languages.known(chosen, whole.get("locale"))


def warm() -> None:
    """Do, once, all that every turn needs: a memory snapshot taken after this starts faster."""
    compiled = compiled_content.load()
    for part in (writer, quality, view):
        part.warm(compiled.catalog)
    for locale in compiled.catalog.languages.ids:
        _visit(locale)
        # Now, so that the next language takes this one's room: an opening reads holes, too.
        compiled_content.pack(compiled)
    wire.forget()


def _visit(locale: Locale) -> None:
    request = first_request(locale)
    for event in VISIT:
        response = answer(wire.read_request(request | {"event": event}))
        request["state"] = response.state
    for surface in view.PAGES:
        answer(wire.read_request(request | {"surface": surface}))


def first_request(locale: Locale, surface: Surface = "popup") -> dict[str, Json]:
    """Return the request of a first opening; also what the static first paint is made from."""
    device = {"browser": "", "os": "", "language": locale, "timezone": "UTC"}
    return {
        "v": wire.VERSION,
        "now": "2026-01-01T00:00:00+00:00",
        "locale": locale,
        "device": device,
        "page": None,
        "state": encode(State()),
        "event": {"type": "opened"},
        "surface": surface,
    }
