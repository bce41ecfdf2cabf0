"""The door's types, both ways. This module owns the contract; `contract.d.ts` is made from it.

Request ── Device, Page, State (any shape: it is read apart, so that a bad one is kept), Event
Response ─ State, html, Effects, Problem

What comes in is read once, here: unknown keys and wrong types are refused by place. Texts of
the page and the browser are one line each and of bounded length, as nobody chose them who uses
the guide; what the person typed stays as it is, but for what `characters.honest` takes out of all.
"""

from dataclasses import dataclass, replace
from typing import Literal

from guide.errors import BadState, BadTurn
from guide.events import Event
from guide.model import CopyPart, Locale, Notice, State
from guide.protocol import state_cache
from guide.protocol.codec import MAX_TEXT, Json, Mismatch, decode, encode
from guide.protocol.migrations import migrate
from guide.surroundings import Device, ExtensionInfo, Page, Surface
from guide.text.unseen import line

VERSION = 1
# Characters: above twice what the browser stores for us (10 MiB), a state and a file to import.
MAX_REQUEST = 24_000_000
# Of texts that the page and the browser choose, in characters: what is longer is no title, no name.
MAX_URL, MAX_TITLE, MAX_NAME = 2_000, 300, 100


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
    part: CopyPart


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


@dataclass(frozen=True, slots=True)
class OpenPage:
    """Open a page of the extension's own."""

    kind: Literal["page"]
    surface: Literal["options", "privacy", "diagnostics"]


@dataclass(frozen=True, slots=True)
class DownloadStored:
    """Save all that is stored as a file, as it stands there, read or not."""

    kind: Literal["download_stored"]
    name: str


@dataclass(frozen=True, slots=True)
class Look:
    """Look again at what is stored, once it is stored, and tell what came of it."""

    kind: Literal["look"]
    told: Notice | None


@dataclass(frozen=True, slots=True)
class Forget:
    """A case was deleted: its drafts go too, and the copy of the state in which it still was."""

    kind: Literal["forget"]
    case: str


@dataclass(frozen=True, slots=True)
class Wipe:
    """Delete all that is stored, in every storage; then look again."""

    kind: Literal["wipe"]
    told: Notice


type Effect = (
    OpenAddress
    | CopyText
    | Download
    | Focus
    | KeepEngine
    | OpenPage
    | DownloadStored
    | Look
    | Forget
    | Wipe
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong: `code` chose the sentence on the screen, `detail` is for a report."""

    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Request:
    """One turn. `now` is ISO 8601 with an offset; `state` is what was stored, unread.

    `surface` is which page asks. What is not the popup has no place of its own in the state, and
    brings what it shows of the extension.
    """

    v: int
    now: str
    locale: Locale
    device: Device
    page: Page | None
    state: object
    event: Event
    surface: Surface = "popup"
    shell: ExtensionInfo | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """What the turn made. `state` is stored before `html` is painted; None is nothing to store."""

    v: int
    state: object
    html: str
    lang: Locale
    dir: Literal["rtl", "ltr"]
    effects: tuple[Effect, ...] = ()
    problem: Problem | None = None


def read_json(data: bytes) -> Json:
    """Return the value of JSON in UTF-8. Raises BadTurn."""
    try:
        # Bytes are never fewer than characters, so that most texts need not be counted.
        if len(data) <= MAX_REQUEST:
            return _MEMORY.parse(data)
        if len(text := data.decode()) <= MAX_REQUEST:
            return state_cache.parse(text)
    except (ValueError, RecursionError) as error:
        raise BadTurn(f"request: is not JSON ({error})") from error
    raise BadTurn(f"request: is longer than {MAX_REQUEST} characters")


def read_request(value: object) -> Request:
    """Read a request; its state is left unread. Raises BadTurn."""
    try:
        request = decode(Request, _within_reach(value))
    except (Mismatch, RecursionError) as error:
        raise BadTurn(str(error)) from error
    if request.v != VERSION:
        raise BadTurn(f"v: should be {VERSION}")
    return replace(request, page=_page(request.page), device=_device(request.device))


def _page(page: Page | None) -> Page | None:
    return page and Page(
        line(page.url, MAX_URL), line(page.title, MAX_TITLE), line(page.query, MAX_TITLE)
    )


def _device(device: Device) -> Device:
    known = (device.browser, device.os, device.language, device.timezone)
    return Device(*(line(name, MAX_NAME) for name in known))


def _within_reach(value: object) -> object:
    """Return the request with a pasted book cut to what can be read: the guide refuses that, too.

    As text that is too long it is told in words that help, and the screen it stands on stays.
    """
    event = value.get("event") if isinstance(value, dict) else None
    text = event.get("value") if isinstance(event, dict) else None
    if isinstance(value, dict) and isinstance(event, dict) and isinstance(text, str):
        return value | {"event": event | {"value": text[:MAX_TEXT]}}
    return value


def read_state(value: object) -> State:
    """Read a stored state; None is a new one. Raises BadState, or NewerState."""
    if value is None:
        return State()
    if not isinstance(value, dict):
        raise BadState("state: should be an object")
    try:
        return _MEMORY.read(migrate(value))
    except (Mismatch, RecursionError) as error:
        raise BadState(f"state.{error}") from error


def write_state(state: State) -> Json:
    """Return the state as plain values; what is unchanged since the last turn is not made anew."""
    return _MEMORY.write(state)


_MEMORY = state_cache.Memory()


def forget() -> None:
    """Forget the last turn; a memory snapshot should hold nobody's."""
    _MEMORY.clear()


def write_response(response: Response) -> bytes:
    """Return the response as JSON in UTF-8."""
    rest = {
        "html": response.html,
        "lang": response.lang,
        "dir": response.dir,
        "effects": encode(response.effects),
        "problem": encode(response.problem),
    }
    # The state is plain already, encoded by the guide or as it came, and often it is written.
    state = _MEMORY.json_of(response.state)
    return b'{"v":%d,"state":%b,%b' % (response.v, state, state_cache.to_json(rest)[1:])
