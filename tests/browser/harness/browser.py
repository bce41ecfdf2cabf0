"""What a test may ask of a browser with the extension in it."""

import re
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path

from harness.popup import PAUSE, SECONDS, Answer, Popup

# The extension forgets everything: what a new installation has. Runs in its background context.
FORGET = """
    const api = globalThis.browser ?? chrome;
    await api.storage.local.clear();
    await api.storage.session?.clear();
    await api.alarms?.clearAll();
    globalThis.localStorage?.clear();
"""


class Browser(ABC):
    """A running browser with a fresh profile, on the help site, with one extension."""

    name: str
    popup: Popup

    def __init__(self) -> None:
        """Start with no complaint."""
        self.complaints: list[str] = []

    @abstractmethod
    def install(self, extension: Path) -> None:
        """Load an unpacked extension, as a person does."""

    @abstractmethod
    def go(self, url: str) -> None:
        """Take the current tab to an address and wait for its page."""

    @abstractmethod
    def open_tab(self, url: str) -> None:
        """Open an address in a new tab, which becomes the current one."""

    @abstractmethod
    def tabs(self) -> list[str]:
        """Return the addresses of all tabs of the window."""

    @abstractmethod
    def icon_is_active(self) -> bool:
        """Tell whether the toolbar icon can be clicked on the current tab."""

    @abstractmethod
    def background(self, script: str) -> Answer:
        """Run a function body in the extension's worker or event page; return its JSON value."""

    @abstractmethod
    def clipboard(self) -> str:
        """Return the text on the clipboard, "" for none."""

    @abstractmethod
    def set_clipboard(self, text: str) -> None:
        """Put text on the clipboard, as another program would."""

    @abstractmethod
    def zoomed(self, factor: float) -> None:
        """Have the next popup open at this page zoom; 1 is normal."""

    @abstractmethod
    def reset(self) -> None:
        """Become as after installation: no popup, one tab on the help site, nothing stored."""

    @abstractmethod
    def quit(self) -> None:
        """Close the browser and throw its profile away."""

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until `holds()`; raises AssertionError naming `what`."""
        end = time.monotonic() + SECONDS
        while not holds():
            assert time.monotonic() < end, f"{self.name}: not in {SECONDS} s: {what}"
            time.sleep(PAUSE)

    def take_complaints(self, expected: str = "") -> tuple[list[str], list[str]]:
        """Empty the list of complaints; return (expected by this pattern, all others)."""
        said, self.complaints = self.complaints, []
        wanted = [one for one in said if expected and re.search(expected, one)]
        return wanted, [one for one in said if one not in wanted]


type Launch = Callable[[Path | None], Browser]
"""Starts a browser of the test's own, with the extension in a folder, or without one."""
