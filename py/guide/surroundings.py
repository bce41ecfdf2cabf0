"""What surrounds a turn, as the shell reports it: the time, the page, the device, the extension.

Turn ── Page, Device, Surface, ExtensionInfo ── Stored, EngineReport, LoggedError, Shortcut

None of it is stored; all of it comes in through the door, as `extension/contract.d.ts` types it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from guide.ids import Count, Locale

type Surface = Literal[
    "popup", "panel", "tab",
    "options", "picture", "privacy", "diagnostics", "case_file", "welcome", "news"]  # fmt: skip
type EnginePath = Literal["host", "snapshot", "full", "archive"]


class Frame(NamedTuple):
    """What sets one surface apart from another; code asks for these, never for a surface's name.

    `keeps_place`: it shows the guide where the person is in it, and going on is kept. One that does
    not is a page about the extension: to look at it stores nothing. `stays`: it is open while the
    person does something else, so it looks again at what may have changed meanwhile. `beside`: it
    stands beside a page of the person's; the others fill a tab. The build hands the table to the
    shell (frames.js); it never goes through the door, so it is no record of the contract's.
    """

    keeps_place: bool
    stays: bool
    beside: bool


FRAMES: Mapping[Surface, Frame] = {
    "popup": Frame(keeps_place=True, stays=False, beside=True),
    "panel": Frame(keeps_place=True, stays=True, beside=True),
    "tab": Frame(keeps_place=True, stays=True, beside=False),
    "options": Frame(keeps_place=False, stays=True, beside=False),
    "picture": Frame(keeps_place=False, stays=True, beside=False),
    "privacy": Frame(keeps_place=False, stays=True, beside=False),
    "diagnostics": Frame(keeps_place=False, stays=True, beside=False),
    "case_file": Frame(keeps_place=False, stays=True, beside=False),
    "welcome": Frame(keeps_place=False, stays=True, beside=False),
    "news": Frame(keeps_place=False, stays=True, beside=False),
}


@dataclass(frozen=True, slots=True)
class Page:
    """The help page that is open, as it calls itself; data, never instructions."""

    url: str
    title: str
    query: str = ""


@dataclass(frozen=True, slots=True)
class Device:
    """What the browser knows of itself, to be filled in and edited."""

    browser: str
    os: str
    language: str
    timezone: str
    translates: bool = False  # It can be asked to translate a text, on this computer.


@dataclass(frozen=True, slots=True)
class Stored:
    """One thing the extension keeps in the browser: where, under what name, how many bytes."""

    area: Literal["extension", "session", "page"]  # chrome.storage's local, session; localStorage.
    key: str
    size: Count


@dataclass(frozen=True, slots=True)
class EngineReport:
    """How Python was started for this page; `times` are milliseconds by stage, `heap` bytes."""

    path: EnginePath
    problem: str = ""  # Why it was not a better path, in the engine's own words.
    times: Mapping[str, int] = field(default_factory=dict)
    heap: int = 0
    pyodide: str = ""


@dataclass(frozen=True, slots=True)
class LoggedError:
    """Something that went wrong lately: codes only, never a word of the person's."""

    code: str
    stage: str
    at: str
    count: Count = 1


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A command of the manifest's, and the keys that the person has for it; "" for none."""

    name: str
    keys: str


@dataclass(frozen=True, slots=True)
class ExtensionInfo:
    """What the extension knows of itself, for the pages that show it."""

    version: str
    stored: tuple[Stored, ...] = ()
    engine: EngineReport | None = None
    mishaps: tuple[LoggedError, ...] = ()
    notifications: bool = False  # Whether the browser may show any.
    launcher: bool = False  # Whether there is a button on the help site.
    shortcuts: tuple[Shortcut, ...] = ()
    has_panel: bool = False
    pinned: bool | None = None  # Whether the icon is always in sight; None: nobody can tell.
    temporary: bool = False  # Whether it goes, with all it keeps, when the browser is closed.


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What a turn brings besides a state and an event. `now` is ISO 8601 with an offset.

    `surface` is which page asks; a page about the extension brings what it shows, as `shell`.
    `counted` says as of when the reminders are that are stored, "" where there are none.
    """

    now: str
    locale: Locale
    device: Device
    page: Page | None
    surface: Surface = "popup"
    shell: ExtensionInfo | None = None
    counted: str = ""

    @property
    def frame(self) -> Frame:
        """What sets the surface apart that asks."""
        return FRAMES[self.surface]
