"""Firefox for Android, as far as its desktop can stand in: what a phone lacks is taken away.

There the popup fills a tab; there is no panel, no right click, no keys, no window to ask for.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.harness.axe import COLOURS, Faults, barriers
from tests.harness.browser import Browser, Launch
from tests.harness.help_site import HELP
from tests.harness.pictures import KeepPicture
from tests.harness.popup import LOCATE, Popup
from tests.harness.staging import put_first
from tests.harness.steps import PEOPLE

WIDTH = 360
NO_WINDOWS = 'Object.defineProperty(chrome, "windows", { value: undefined });\n'
LACKING = """
return ["sidebarAction", "sidePanel", "contextMenus", "commands", "windows"]
    .filter((name) => chrome[name] !== undefined);
"""


def as_on_a_phone(extension: Path) -> None:
    """Take the interfaces away that Firefox for Android has not."""
    path = extension / "manifest.json"
    manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for key in ("sidebar_action", "commands"):
        del manifest[key]
    manifest["permissions"].remove("contextMenus")
    path.write_text(json.dumps(manifest), encoding="utf-8")
    background = extension / "event-page.js"
    background.write_text(NO_WINDOWS + background.read_text(encoding="utf-8"), encoding="utf-8")
    (extension / "phone.js").write_text(NO_WINDOWS, encoding="utf-8")
    put_first(extension, "phone.js")


def tap(page: Popup, css: str) -> None:
    """Touch the middle of an element, once it is there."""
    page.wait_for(css)
    spot = page.evaluate(f"{LOCATE}; return locate({{css: arguments[0]}})", css)
    assert not spot["covered"], spot
    page._drag([(spot["x"], spot["y"])], "touch")  # noqa: SLF001  # A finger that goes nowhere.


@pytest.mark.usefixtures("tools")
@pytest.mark.parametrize("browser_name", ["firefox"], indirect=True)
def test_the_guide_fills_a_phone_and_needs_nothing_that_a_phone_lacks(
    launch: Launch, variant: Path, locale: str, keep_picture: KeepPicture
) -> None:
    """By touch. Seen to fail with `chrome.windows.getCurrent` in errand.js, and with
    `chrome.commands.onCommand` in commands.js.
    """
    as_on_a_phone(variant)
    browser = launch(variant)
    browser.go(HELP)
    assert browser.background(LACKING) == []
    browser.background("await chrome.tabs.create({ url: 'popup.html' })")
    page, found = browser.own_page("popup"), Faults()
    page.wait_for_guide()
    page.set_width(WIDTH)
    assert page.evaluate(LACKING) == []
    _look(page, found, keep_picture, f"start.{locale}")
    page.type("#field-story", PEOPLE[locale].story)
    tap(page, "#describe")
    left = "return document.querySelector('main').dataset.screen"
    page.wait_until(
        lambda: page.evaluate(left) == "first" or page.has("#no-topic, [id^='topic-']"), "advice"
    )
    _look(page, found, keep_picture, f"first.{locale}")
    tap(page, "#open-menu")
    page.wait_for("#page-options")
    assert not page.has("#to-panel")
    _look(page, found, keep_picture, f"menu.{locale}")
    tap(page, "#page-options")
    _options(browser, found, keep_picture, locale)
    assert not found.faults, "\n".join(found.faults)


def _options(browser: Browser, found: Faults, keep_picture: KeepPicture, locale: str) -> None:
    """There is no panel for the icon to open, and there are no keys."""
    page = browser.own_page("options")
    page.wait_for_guide()
    page.wait_for("#raw")  # The last part, which comes with what the shell knows.
    page.set_width(WIDTH)
    assert not page.has("#icon-panel, #change-keys")
    _look(page, found, keep_picture, f"options.{locale}")


def _look(page: Popup, found: Faults, keep_picture: KeepPicture, name: str) -> None:
    for colours in COLOURS:
        page.set_colours(colours)
        page.settle()
        found.note(f"{name}, {colours}", page.cut_off() + barriers(page))
        keep_picture(page, f"phone.{name}.{colours}.png")
