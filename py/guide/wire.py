"""The door's types, both ways. This module owns the contract; `contract.d.ts` is made from it.

Request ── Device, Page, State (any shape: it is read apart, so that a bad one is kept), Event
Response ─ State, html, Effects, Problem

What comes in is read once, here: unknown keys and wrong types are refused by place.
"""

import json
import math
from dataclasses import dataclass, replace
from typing import Any, Literal

from guide.codec import Mismatch, decode, encode
from guide.errors import BadState, BadTurn, NewerState
from guide.events import Event
from guide.model import Case, Device, LetterPart, Locale, Page, State

VERSION = 1
MAX_REQUEST = 12_000_000  # Characters: above what the browser stores for us (10 MiB).


@dataclass(frozen=True, slots=True)
class OpenAddress:
    """Open an address in a tab."""

    kind: Literal["open"]
    url: str


@dataclass(frozen=True, slots=True)
class CopyText:
    """Put text on the clipboard; rendered into a button, since it needs the click itself."""

    kind: Literal["copy"]
    text: str
    part: LetterPart


@dataclass(frozen=True, slots=True)
class Download:
    """Save text as a file."""

    kind: Literal["download"]
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Focus:
    """Move the focus to the element with this id, after painting."""

    kind: Literal["focus"]
    target: str


@dataclass(frozen=True, slots=True)
class KeepEngine:
    """Keep a Python running in the background while a help page is open, or keep none."""

    kind: Literal["engine"]
    keep: bool


type Effect = OpenAddress | CopyText | Download | Focus | KeepEngine


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong: `code` chose the sentence on the screen, `detail` is for a report."""

    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Request:
    """One turn. `now` is ISO 8601 with an offset; `state` is what was stored, unread."""

    v: int
    now: str
    locale: Locale
    device: Device
    page: Page | None
    state: object
    event: Event


@dataclass(frozen=True, slots=True)
class Response:
    """What the turn made. `state` is to be stored as it is, before `html` is painted."""

    v: int
    state: object
    html: str
    lang: Locale
    dir: Literal["rtl", "ltr"]
    effects: tuple[Effect, ...] = ()
    problem: Problem | None = None


def read_json(text: str) -> Any:  # noqa: ANN401  # JSON is any.
    """Return the value in `text`. Raises BadTurn."""
    if len(text) > MAX_REQUEST:
        raise BadTurn(f"request: is longer than {MAX_REQUEST} characters")
    try:
        return json.loads(text, parse_constant=_finite, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise BadTurn(f"request: is not JSON ({error})") from error


def _finite(digits: str) -> float:
    # NaN and infinities are no JSON, and could not be written back.
    if not math.isfinite(number := float(digits)):
        raise ValueError(f"{digits} is no JSON number")
    return number


def read_request(value: object) -> Request:
    """Read a request; its state is left unread. Raises BadTurn."""
    try:
        request = decode(Request, value)
    except (Mismatch, RecursionError) as error:
        raise BadTurn(str(error)) from error
    if request.v != VERSION:
        raise BadTurn(f"v: should be {VERSION}")
    return request


def read_state(value: object) -> State:
    """Read a stored state; None is a new one. Raises BadState, or NewerState."""
    if value is None:
        return State()
    if isinstance(value, dict) and isinstance(version := value.get("version"), int):
        if version > State().version:
            raise NewerState(f"version: {version}")
        try:
            return _MEMO.read(value)
        except (Mismatch, RecursionError) as error:
            raise BadState(f"state.{error}") from error
    raise BadState("state.version: is missing")


def write_state(state: State) -> Any:  # noqa: ANN401  # JSON is any.
    """Return the state as plain values; what is unchanged since the last turn is not made anew."""
    return _MEMO.write(state)


class _Memo:
    """The cases that the last turn read and wrote, as they are and as plain values.

    Reading and writing are pure, so this changes no response: it only spares a popup with many
    cases from going through all of them at each key. The shell sends back what it was given.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[Case, Any]] = {}

    def clear(self) -> None:
        """Forget everything."""
        self._known = {}

    def read(self, value: dict[str, Any]) -> State:
        """Read a state, going only through the cases that are not known. Raises Mismatch."""
        raw = value.get("cases", [])
        if not isinstance(raw, list):
            return decode(State, value)
        found = [self._case(item) for item in raw]
        unknown = [item for item, case in zip(raw, found, strict=True) if case is None]
        try:
            state = decode(State, value | {"cases": unknown})
        except Mismatch:
            return decode(State, value)  # Once more, for the place as it is in the whole.
        fresh = iter(state.cases)
        return replace(state, cases=tuple(case or next(fresh) for case in found))

    def _case(self, item: object) -> Case | None:
        name = item.get("id") if isinstance(item, dict) else None
        case, plain = self._known.get(name, (None, None)) if isinstance(name, str) else (None, None)
        return case if plain == item else None

    def write(self, state: State) -> Any:  # noqa: ANN401  # JSON is any.
        """Return the state as plain values, and remember its cases and no others."""
        pairs = [(case, self._plain(case)) for case in state.cases]
        self._known = {pair[0].id: pair for pair in pairs}
        whole: dict[str, Any] = encode(replace(state, cases=()))
        if pairs:
            whole["cases"] = [plain for _, plain in pairs]
        return whole

    def _plain(self, case: Case) -> Any:  # noqa: ANN401  # JSON is any.
        known, plain = self._known.get(case.id, (None, None))
        return plain if known is case else encode(case)


_MEMO = _Memo()


def forget() -> None:
    """Forget the last turn; a memory snapshot should hold nobody's."""
    _MEMO.clear()


def write_response(response: Response) -> str:
    """Return the response as JSON text.

    Hebrew stays as it is: escaped it would be six times as long, on a way taken at each key.
    """
    whole = {
        "v": response.v,
        "state": response.state,  # Plain already: encoded by the guide, or as it came.
        "html": response.html,
        "lang": response.lang,
        "dir": response.dir,
        "effects": encode(response.effects),
        "problem": encode(response.problem),
    }
    return json.dumps(whole, separators=(",", ":"), ensure_ascii=False)
