"""What a test may ask of a browser with the extension in it."""

import json
import re
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver

from tests.harness import actions
from tests.harness.popup import PAUSE, SECONDS, Answer, Popup

# The extension forgets everything: what a new installation has. Runs in its background context.
# A turn under way has the lock, and ends first. What a page has sent off as it was closed may land
# later even so: all is cleared until nothing has come for some looks.
FORGET = """
    const api = globalThis.browser ?? chrome;
    const { local, session } = api.storage;
    await navigator.locks.request("state", () => local.clear());
    for (let empty = 0; empty < 4; empty += 1) {
      await new Promise((resolve) => { setTimeout(resolve, 15); });
      if (Object.keys(await local.get(null)).length === 0) continue;
      await local.clear();
      empty = -1;
    }
    await session?.clear();
    await api.alarms?.clearAll();
    globalThis.localStorage?.clear();
"""

HOST = """
    const { held } = await navigator.locks.query();
    return held.find(({ name }) => name.startsWith("engine "))?.clientId ?? "";
"""
A4, LETTER = (21.0, 29.7), (21.59, 27.94)  # Paper: width and height in centimetres.
PANEL, TAB = "popup?surface=panel", "popup?surface=tab"  # As `own_page` wants them.
WELCOME = "welcome"
OTHER = "#other"  # At the end of the address of a page that is no popup.


class Browser(ABC):
    """A running browser with a fresh profile, on the help site, with one extension."""

    name: str
    popup: Popup
    extension: str  # Its id.

    def __init__(self) -> None:
        """Start with no complaint."""
        self.complaints: list[str] = []

    @property
    @abstractmethod
    def page(self) -> WebDriver:
        """The driver, speaking to the page in the current tab."""

    @abstractmethod
    def prepare(self) -> None:
        """Listen to complaints and go to the help site."""

    @property
    @abstractmethod
    def process(self) -> int:
        """The id of the driver's process; those of the browser are below it."""

    @abstractmethod
    def load(self, extension: Path) -> str:
        """Load an unpacked extension, as a person does; return the address of its root."""

    @abstractmethod
    def add(self, extension: Path) -> None:
        """Load the extension under test, and leave open what it opens then."""

    @abstractmethod
    def close_page(self, surface: str) -> None:
        """Close an extension's page in a tab, once it is there."""

    @abstractmethod
    def pin_icon(self) -> None:
        """Put the extension's icon into the toolbar, as a person does."""

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
    def kill_background(self) -> None:
        """End the extension's worker or event page, as the browser does whenever it likes."""

    @abstractmethod
    def kill_host(self) -> None:
        """End the document that has the living engine."""

    @abstractmethod
    def clipboard(self) -> str:
        """Return the text on the clipboard, "" for none."""

    @abstractmethod
    def set_clipboard(self, text: str) -> None:
        """Put text on the clipboard, as another program would."""

    @abstractmethod
    def in_other_window(self, script: str) -> Answer:
        """Run a function body in the extension's page that `open_other_window` has opened."""

    @abstractmethod
    def offline(self) -> AbstractContextManager[None]:
        """Have the browser, in Chromium the open popup, without a network meanwhile."""

    @abstractmethod
    def open_private_window(self, url: str) -> None:
        """Allow the extension in private windows, and open one, which becomes the current one."""

    @abstractmethod
    def wait_for_installation(self) -> None:
        """Wait until the extension, which has just been put in anew, can be used."""

    @abstractmethod
    def zoomed(self, factor: float) -> None:
        """Have the next popup open at this page zoom; 1 is normal."""

    @abstractmethod
    def own_page(self, surface: str) -> Popup:
        """Return the extension's page in the tab in front, once it is there, to be used alike.

        `surface` is the page's name, with its query if it has one.
        """

    @abstractmethod
    def panel(self) -> Popup:
        """Return the guide in the panel beside the page, once it is there, to be used alike."""

    @abstractmethod
    def has_panel(self) -> bool:
        """Tell whether the panel is open."""

    @abstractmethod
    def close_panel(self) -> None:
        """Close the panel beside the page."""

    @abstractmethod
    def to_page(self) -> None:
        """Have the driver speak to the page in the current tab again, after a panel."""

    @abstractmethod
    def click_icon(self) -> None:
        """Click the toolbar icon, whatever it opens."""

    @abstractmethod
    def press_shortcut(self, key: str) -> None:
        """Press Alt+Shift and this key, in the page."""

    @abstractmethod
    def print_page(self, surface: str, path: Path, paper: tuple[float, float] = A4) -> None:
        """Print the extension's page in the tab in front as a PDF, on paper of this size in cm."""

    @abstractmethod
    def choose_file(self, css: str, path: Path) -> None:
        """Choose a file in an input of the tab in front, as the browser's dialog does."""

    @abstractmethod
    def downloads_to(self, folder: Path) -> None:
        """Have the browser put what it saves into a folder, without a question."""

    @abstractmethod
    def reset(self) -> None:
        """Become as after installation: no popup, one tab on the help site, nothing stored."""

    @abstractmethod
    def quit(self) -> None:
        """Close the browser and throw its profile away."""

    def install(self, extension: Path) -> None:
        """Load the extension under test, and close the page of its first run."""
        self.add(extension)
        self.close_welcome(extension)

    def close_welcome(self, extension: Path) -> None:
        """Close what an extension opens at its installation, if it is one that opens it."""
        manifest = (extension / "manifest.json").read_text(encoding="utf-8")
        if (extension / f"{WELCOME}.html").exists() and '"background"' in manifest:
            self.close_page(WELCOME)

    @abstractmethod
    def keep(self, extension: Path) -> None:
        """Install it so that it is there, too, when a browser with this profile starts again."""

    def find_kept(self, extension: str) -> None:
        """Go on with the extension that another browser of this profile has kept, by its id."""
        self.extension = extension
        self.wait_for_installation()

    def update(self, by: Popup | None = None) -> None:
        """Have the open popup, or another page, put the extension in anew, as an update does; wait
        until it is in.
        """
        reload = "setTimeout(() => (globalThis.browser ?? chrome).runtime.reload(), 50)"
        (by or self.popup).evaluate(reload)
        self.wait_until(lambda: not self.popup.is_open(), "the popup is gone")
        self.wait_for_installation()

    def open_other_window(self) -> None:
        """Show the popup's page a second time, in a tab that stays behind the help page."""
        self.background(
            "const api = globalThis.browser ?? chrome; await api.tabs.create("
            f"{{url: api.runtime.getURL('popup.html') + '{OTHER}', active: false}})"
        )
        painted = "return performance.getEntriesByName('python-view').length > 0"
        self.wait_until(lambda: bool(self.in_other_window(painted)), "the other window's guide")

    def stored(self) -> dict[str, Answer]:
        """Return all that the extension has in its storage."""
        items: dict[str, Answer] = self.background(
            "return await (globalThis.browser ?? chrome).storage.local.get(null)"
        )
        return items

    def store(self, **items: Answer) -> None:
        """Put this into the extension's storage, as no guide did."""
        script = "await (globalThis.browser ?? chrome).storage.local.set"
        self.background(f"{script}({json.dumps(items)})")

    def wait_until[Seen](self, look: Callable[[], Seen], what: str) -> Seen:
        """Wait until `look()` sees something, and return it; raises AssertionError naming `what`.

        What was seen may be gone at the next look: use what is returned.
        """
        end = time.monotonic() + SECONDS
        while not (seen := look()):
            assert time.monotonic() < end, f"{self.name}: not in {SECONDS} s: {what}"
            time.sleep(PAUSE)
        return seen

    def has_host(self) -> bool:
        """Tell whether a living engine could answer now."""
        return self.host() != ""

    def host(self) -> str:
        """Return a name that no other living engine has, "" if there is none."""
        return str(self.background(HOST))

    def wait_for_host(self) -> None:
        """Wait until the living engine can answer."""
        self.wait_until(self.has_host, "a living engine")

    def wait_for_no_host(self) -> None:
        """Wait until there is no living engine."""
        self.wait_until(lambda: not self.has_host(), "no living engine")

    def keep_host(self, keep: bool) -> None:  # noqa: FBT001  # The switch's two ways.
        """Turn the person's switch of the living engine, and wait until it has had its effect."""
        self.background(f"await chrome.storage.local.set({{'engine.keep': {str(keep).lower()}}})")
        self.wait_until(lambda: self.has_host() is keep, f"a living engine: {keep}")

    def go(self, url: str) -> None:
        """Take the current tab to an address and wait for its page."""
        self.page.get(url)

    def open_tab(self, url: str) -> None:
        """Open an address in a new tab, which becomes the current one."""
        self.page.switch_to.new_window("tab")
        self.page.get(url)

    def bring_forward(self, url: str) -> None:
        """Go to the tab that shows this address."""
        for handle in self.page.window_handles:
            self.page.switch_to.window(handle)
            if self.page.current_url == url:
                return
        message = f"no tab shows {url}: {self.tabs()}"
        raise AssertionError(message)

    def paste_into_page(self) -> str:
        """Paste into the message field of the help page, and return what stands there then."""
        field = self.page.find_element(By.TAG_NAME, "textarea")
        field.clear()
        field.click()
        actions.chord(self.page, Keys.CONTROL, "v")
        return str(field.get_property("value"))

    def take_complaints(self, expected: str = "") -> tuple[list[str], list[str]]:
        """Empty the list of complaints; return (expected by this pattern, all others)."""
        said = self.complaints[:]
        del self.complaints[: len(said)]
        wanted = [one for one in said if expected and re.search(expected, one)]
        return wanted, [one for one in said if one not in wanted]


type Launch = Callable[[Path | None], Browser]
"""Starts a browser of the test's own, with the extension in a folder, or without one."""
