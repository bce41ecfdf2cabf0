"""The door's types, both ways. This module owns the contract; `contract.d.ts` is made from it.

Request ── Device, Page, State (any shape: it is read apart, so that a bad one is kept), Event
Response ─ State, html, Effects, Problem

What comes in is read once, here: unknown keys and wrong types are refused by place.
"""

import json
from dataclasses import dataclass
from typing import Any, Literal

from guide.codec import Mismatch, decode, encode
from guide.errors import BadState, BadTurn, NewerState
from guide.model import (
    CategoryId,
    ChannelId,
    Device,
    LetterKind,
    LetterPart,
    Locale,
    Outcome,
    Page,
    ReplyKind,
    ScreenId,
    State,
)

VERSION = 1
MAX_REQUEST = 12_000_000  # Characters: above what the browser stores for us (10 MiB).


@dataclass(frozen=True, slots=True)
class Opened:
    """The popup opened."""

    type: Literal["opened"]


@dataclass(frozen=True, slots=True)
class Typed:
    """A field has a new value: a key of fields.toml, or one of the guide's own fields."""

    type: Literal["typed"]
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Go:
    """The person goes to a screen; `item` is which chapter, case or field on it."""

    type: Literal["go"]
    to: ScreenId
    item: str = ""


@dataclass(frozen=True, slots=True)
class Back:
    """The person goes back to where they were."""

    type: Literal["back"]


@dataclass(frozen=True, slots=True)
class Describe:
    """The person said what happened and wants to go on."""

    type: Literal["describe"]


@dataclass(frozen=True, slots=True)
class PickCategory:
    """The person says themselves what kind of problem it is; None asks again."""

    type: Literal["pick_category"]
    category: CategoryId | None


@dataclass(frozen=True, slots=True)
class AlreadyWrote:
    """The person wrote to support before they met the guide."""

    type: Literal["already_wrote"]


@dataclass(frozen=True, slots=True)
class Followed:
    """An advice was followed; it helped or it did not."""

    type: Literal["followed"]
    advice: str
    helped: bool


@dataclass(frozen=True, slots=True)
class Open:
    """An address of addresses.toml should open; `words` is which of the search words to use."""

    type: Literal["open"]
    address: str
    words: int = 0


@dataclass(frozen=True, slots=True)
class ChooseLocale:
    """The language of the guide."""

    type: Literal["choose_locale"]
    locale: Locale


@dataclass(frozen=True, slots=True)
class ChooseLetter:
    """Which letter is shown: None leaves that part as it is."""

    type: Literal["choose_letter"]
    kind: LetterKind | None = None
    channel: ChannelId | None = None
    locale: Locale | None = None


@dataclass(frozen=True, slots=True)
class EditLetter:
    """Start (True) or end (False) editing the letter's text."""

    type: Literal["edit_letter"]
    on: bool


@dataclass(frozen=True, slots=True)
class DropEdits:
    """Go back to the guide's own wording of the letter shown."""

    type: Literal["drop_edits"]


@dataclass(frozen=True, slots=True)
class Show:
    """A masked text should stay as it is (on), or be masked again."""

    type: Literal["show"]
    text: str
    on: bool


@dataclass(frozen=True, slots=True)
class Copied:
    """A part of the letter is on the clipboard."""

    type: Literal["copied"]
    part: LetterPart


@dataclass(frozen=True, slots=True)
class CopyFailed:
    """The browser did not let us copy; the text is selected instead."""

    type: Literal["copy_failed"]
    part: LetterPart


@dataclass(frozen=True, slots=True)
class Sent:
    """The person sent the letter shown, through its channel."""

    type: Literal["sent"]


@dataclass(frozen=True, slots=True)
class NewCase:
    """Another problem: a new case, beside the others."""

    type: Literal["new_case"]


@dataclass(frozen=True, slots=True)
class OpenCase:
    """The person goes to one of their cases."""

    type: Literal["open_case"]
    case: str


@dataclass(frozen=True, slots=True)
class Replied:
    """Support answered; `kind` is what the answer is like."""

    type: Literal["replied"]
    kind: ReplyKind


@dataclass(frozen=True, slots=True)
class CloseCase:
    """The case is over; None opens it again."""

    type: Literal["close_case"]
    case: str
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class DeleteCase:
    """The case goes, with all that is in it."""

    type: Literal["delete_case"]
    case: str


@dataclass(frozen=True, slots=True)
class StartFresh:
    """What was stored cannot be read, and the person decided to begin anew."""

    type: Literal["start_fresh"]


type Event = (
    Opened
    | Typed
    | Go
    | Back
    | Describe
    | PickCategory
    | AlreadyWrote
    | Followed
    | Open
    | ChooseLocale
    | ChooseLetter
    | EditLetter
    | DropEdits
    | Show
    | Copied
    | CopyFailed
    | Sent
    | NewCase
    | OpenCase
    | Replied
    | CloseCase
    | DeleteCase
    | StartFresh
)


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


type Effect = OpenAddress | CopyText | Download | Focus


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
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadTurn(f"request: is not JSON ({error})") from error


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
            return decode(State, value)
        except (Mismatch, RecursionError) as error:
            raise BadState(f"state.{error}") from error
    raise BadState("state.version: is missing")


def write_response(response: Response) -> str:
    """Return the response as JSON; lone surrogates are escaped, so that any text gets through."""
    names = ("v", "state", "html", "lang", "dir", "effects", "problem")
    whole = {name: encode(getattr(response, name)) for name in names}
    return json.dumps(whole, separators=(",", ":"))
