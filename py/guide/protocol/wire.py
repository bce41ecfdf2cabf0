"""The door's types, both ways. This module owns the contract; `contract.d.ts` is made from it.

Request ── Turn, Event, StoredState (what was stored: a state that cannot be read is kept as it is)
Response ─ State, html, Effects, Problem

What comes in is read once, here: unknown keys and wrong types are refused by place. Texts of
the page and the browser are one line each and of bounded length, as nobody chose them who uses
the guide; what the person typed stays as it is, but for what `unseen.honest` takes out of all.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple

from guide.errors import BadTurn
from guide.events.events import Event, Notice
from guide.events.translation_events import Passage
from guide.ids import CopyPart, Count, IconOpens, Locale
from guide.protocol import state_cache
from guide.protocol.codec import MAX_TEXT, Json, Mismatch, decode, encode
from guide.protocol.json_text import to_json
from guide.protocol.outside import Changed, LauncherWords, Reminders
from guide.protocol.state_cache import StoredState
from guide.state import State
from guide.surroundings import Device, Page, Turn
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
    """Put text on the clipboard; rendered into a button, since it needs the click itself.

    What comes back as `copied` has its `number` and its `mark`: what the text is of a letter.
    """

    kind: Literal["copy"]
    text: str
    part: CopyPart
    number: Count = 1
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Download:
    """Save text as a file."""

    kind: Literal["download"]
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Translate:
    """Have the browser translate texts on this computer; rendered into a button, for the click.

    What must not go out is hidden in them already. They come back as `translated`.
    """

    kind: Literal["translate"]
    case: str
    source: Locale
    target: Locale
    passages: tuple[Passage, ...]


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
class AllowNotifications:
    """Ask the browser to let us show notifications, or give that up; needs the click itself."""

    kind: Literal["notifications"]
    on: bool


@dataclass(frozen=True, slots=True)
class IconOpensThis:
    """Have a click on the icon open this from now on."""

    kind: Literal["icon"]
    opens: IconOpens


@dataclass(frozen=True, slots=True)
class Launcher:
    """Have the button on the help site, or not; None leaves that as it is, in these words."""

    kind: Literal["launcher"]
    on: bool | None
    says: LauncherWords


@dataclass(frozen=True, slots=True)
class OpenPage:
    """Open a page of the extension's own."""

    kind: Literal["page"]
    surface: Literal["options", "picture", "privacy", "diagnostics", "case_file", "welcome", "news"]


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
    """A case is deleted for good: its drafts go, and the copy of the state in which it was."""

    kind: Literal["forget"]
    case: str


@dataclass(frozen=True, slots=True)
class Wipe:
    """Delete all that is stored, in every storage; then look again."""

    kind: Literal["wipe"]
    told: Notice


@dataclass(frozen=True, slots=True)
class PrintPage:
    """Open the browser's window for printing, with the page that is shown."""

    kind: Literal["print"]


type Effect = (
    OpenAddress
    | CopyText
    | Download
    | Translate
    | Focus
    | KeepEngine
    | AllowNotifications
    | IconOpensThis
    | Launcher
    | OpenPage
    | DownloadStored
    | Look
    | Forget
    | Wipe
    | PrintPage
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong: `code` chose the sentence on the screen, `detail` is for a report."""

    code: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Turn):
    """One turn; `state` is what was stored.

    The shell does not look into it; `read` makes it StoredState, and None stays None, also where
    `base` stands for it: the `name` of the request in whose answer it came. Who does not know that
    name refuses the turn, and is asked again with all of the state.
    """

    v: int
    state: object
    event: Event
    base: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """What the turn made. `state` is on its way before `html` is painted; None is nothing to store.

    It is a new State, or StoredState, which goes back as it came. With a state that moves a
    reminder come all `reminders`, to be stored with it; None leaves those that are stored.
    To a request that names the last state, `write` answers `changed` instead of `state`.
    """

    v: int
    state: object
    html: str
    lang: Locale
    dir: Literal["rtl", "ltr"]
    effects: tuple[Effect, ...] = ()
    problem: Problem | None = None
    reminders: Reminders | None = None
    changed: Changed | None = None


class Received(NamedTuple):
    """What came in: the value, its state read, and the request that it is, or why it is none.

    It never goes through the door, so it is no record of the contract's.
    """

    value: Json = None
    request: Request | BadTurn = BadTurn()


def read(data: bytes) -> Received:
    """Read a request, JSON in UTF-8. What is wrong with it is returned, not raised."""
    value: Json = None
    try:
        value = _value(data)
        return Received(value, _request(value))
    except BadTurn as error:
        return Received(value, error)


def _value(data: bytes) -> Json:
    try:
        # Bytes are never fewer than characters, so that most texts need not be counted.
        if len(data) <= MAX_REQUEST or len(data.decode()) <= MAX_REQUEST:
            return state_cache.parse(data)
    except ValueError as error:
        raise BadTurn(f"request: is not JSON ({error})") from error
    raise BadTurn(f"request: is longer than {MAX_REQUEST} characters")


def _request(value: Json) -> Request:
    try:
        request = decode(Request, _within_reach(value))
    except Mismatch as error:
        raise BadTurn(str(error)) from error
    if request.v != VERSION:
        raise BadTurn(f"v: should be {VERSION}")
    if request.base and request.state is None:
        raise BadTurn("base: is not known here")
    return replace(request, page=_page(request.page), device=_device(request.device))


def _page(page: Page | None) -> Page | None:
    return page and Page(
        line(page.url, MAX_URL), line(page.title, MAX_TITLE), line(page.query, MAX_TITLE)
    )


@lru_cache(maxsize=4)
def _device(device: Device) -> Device:
    known = (device.browser, device.os, device.language, device.timezone)
    browser, os, language, timezone = (line(name, MAX_NAME) for name in known)
    return Device(browser, os, language, timezone, device.translates)


def _within_reach(value: object) -> object:
    """Return the request with a pasted book cut to what can be read: the guide refuses that, too.

    As text that is too long it is told in words that help, and the screen it stands on stays.
    """
    event = value.get("event") if isinstance(value, dict) else None
    text = event.get("value") if isinstance(event, dict) else None
    if isinstance(value, dict) and isinstance(event, dict) and isinstance(text, str):
        return value | {"event": event | {"value": text[:MAX_TEXT]}}
    return value


def write(response: Response, request: Request | BadTurn | None = None) -> bytes:
    """Return the response as JSON in UTF-8."""
    rest = {
        "html": response.html,
        "lang": response.lang,
        "dir": response.dir,
        "effects": encode(response.effects),
        "problem": encode(response.problem),
        "reminders": encode(response.reminders),
    }
    name, came = (request.name, request.state) if isinstance(request, Request) else ("", None)
    return b'{"v":%d,%b,%b' % (response.v, _stored(response.state, name, came), to_json(rest)[1:])


def _stored(state: object, name: str, came: object) -> bytes:
    if isinstance(state, StoredState):
        state = state.raw  # It goes back as it came.
    # Only a state that was known again stands as State where it came from.
    known = isinstance(came, StoredState) and isinstance(came.raw, State)
    if isinstance(state, State) and name and known:
        return b'"state":null,"changed":%b' % state_cache.changes(state, name)
    whole = state_cache.write(state, name) if isinstance(state, State) else to_json(state)
    return b'"state":%b,"changed":null' % whole
