"""Browsers for the benchmarks: the tests' own, with nobody listening, and popups opened as tabs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from selenium.webdriver.remote.webdriver import WebDriver

from tests.harness import help_site, starting
from tests.harness.browser import Browser

ROOT = Path(__file__).parents[2]
NAMES = tuple(starting.BROWSERS)
LOCALE = "he"
LONGEST = 60  # Seconds until an opening has failed.
SETTLING = 150  # Milliseconds after the view in which its layout may still shift.
HELP = help_site.HELP + help_site.HOME
GAUGE = "return gauge(arguments[0], arguments[1] * 1000, arguments[2])"


@dataclass(frozen=True)
class Opened:
    """One opening, in milliseconds since the navigation; None is what was not or cannot be told.

    `block` is the longest pause of the heart (gauge.js), `task` the longest long task, 0 for none,
    both before the view; `shift` is the cumulative layout shift; `heap` counts the bytes of
    WebAssembly memories in the popup; `engine` is what the popup says of where Python runs.
    """

    paint: float
    view: float | None
    block: float | None
    task: float | None
    shift: float | None
    heap: int
    engine: str


@contextmanager
def started(name: str) -> Iterator[Browser]:
    """Run a browser with a fresh profile and an empty tab; the help site answers."""
    with help_site.serving() as site, starting.bare(name, site, LOCALE) as browser:
        browser.page.set_script_timeout(LONGEST * 2)
        yield browser


def opened(browser: Browser, root: str, *, views: bool = True, beat: bool = False) -> Opened:
    """Open a popup that has the gauge, by the address of its extension, and tell of it."""
    with tab(browser, f"{root}popup.html{'?beat' if beat else ''}") as page:
        return Opened(**page.execute_script(GAUGE, views, LONGEST, SETTLING))


@contextmanager
def tab(browser: Browser, address: str) -> Iterator[WebDriver]:
    """Show an address in a tab of its own, which is closed at the end."""
    page = browser.page
    home = page.current_window_handle
    page.switch_to.new_window("tab")
    try:
        page.get(address)
        yield page
    finally:
        page.close()
        page.switch_to.window(home)
