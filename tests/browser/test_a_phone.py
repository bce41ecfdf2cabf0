"""Firefox for Android, as far as its desktop can stand in: what a phone lacks is taken away.

There the popup fills a tab; there is no panel, no right click, no keys, no window to ask for.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.harness.axe import Look
from tests.harness.browser import Launch
from tests.harness.popup import Popup
from tests.harness.staging import put_first
from tests.harness.steps import PEOPLE, at_advice

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


def on_a_phone(page: Popup) -> Popup:
    """Have a page, once it is there, as wide as a phone."""
    page.wait_for_guide()
    page.widths = (WIDTH,)
    page.set_width(WIDTH)
    return page


@pytest.mark.parametrize("browser_name", ["firefox"], indirect=True)
def test_the_guide_fills_a_phone_and_needs_nothing_that_a_phone_lacks(
    launch: Launch, variant: Path, locale: str, look: Look
) -> None:
    """In a tab, as a popup is there."""
    as_on_a_phone(variant)
    browser = launch(variant)
    assert browser.background(LACKING) == []
    browser.background("await chrome.tabs.create({ url: 'popup.html' })")
    page = on_a_phone(browser.own_page("popup"))
    assert page.evaluate(LACKING) == []
    look(page, f"phone.start.{locale}")
    page.type("#field-story", PEOPLE[locale].story)
    page.click("#describe")
    at_advice(page)
    look(page, f"phone.first.{locale}")
    page.click("#open-menu")
    page.wait_for("#page-options")
    assert not page.has("#to-panel")
    look(page, f"phone.menu.{locale}")
    page.click("#page-options")
    page = on_a_phone(browser.own_page("options"))
    page.wait_for("#raw")  # The last part, which comes with what the shell knows.
    assert not page.has("#icon-panel, #change-keys")
    look(page, f"phone.options.{locale}")
