"""The pages beside the popup, in their tabs: all is shown, taken along, brought back, deleted."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.harness.axe import Look
from tests.harness.browser import Browser
from tests.harness.pictures import KeepPicture
from tests.harness.popup import Popup
from tests.harness.steps import PEOPLE, Person, at_request, to_start

IN_SIGHT = """
    const { top, bottom } = document.querySelector(arguments[0]).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight"""
STORED = """
    const kept = await (globalThis.browser ?? chrome).storage.local.get(null);
    return JSON.stringify(kept) + JSON.stringify({ ...globalThis.localStorage });
"""


def test_all_that_is_stored_is_shown_without_a_barrier_for_anybody(
    browser: Browser, locale: str, look: Look
) -> None:
    """Seen to fail with stored text that is shown in capitals."""
    person = PEOPLE[locale]
    page = _at_options(browser, person)
    page.click("summary", text=person.answers["goal"])
    look(page, f"options.{locale}")
    assert person.story in page.text("#data")
    page.click("#raw > summary")
    raw = page.text("[data-stored='extension:case:']")
    assert json.loads(raw)["state"]["story"] == person.story
    page.click("#delete-c1")
    page.wait_for("#delete-c1-no")
    look(page, f"sure.{locale}")
    page.click("#delete-c1-no")
    assert page.has("#kept-c1")


@pytest.mark.parametrize(
    ("browser_name", "locale"), [("chromium", "he"), ("firefox", "en")], indirect=True
)
def test_all_is_taken_along_deleted_and_brought_back(
    browser: Browser, locale: str, words: dict[str, Any], keep_picture: KeepPicture, tmp_path: Path
) -> None:
    """Seen to fail in Chromium, in this order: a download without its click; a case deleted that
    nothing brings back, or with the way back only at the top; one whose last good copy stays; a
    second import that takes in the same case again; a damaged file called foreign; everything
    deleted but localStorage.
    """
    person, notices = PEOPLE[locale], words["ui"]["notices"]
    browser.downloads_to(tmp_path)
    page = _at_options(browser, person)
    page.click("summary", text=person.answers["goal"])
    page.click("#export")
    file = _saved(browser, tmp_path)
    page.click("#delete-c1")
    page.click("#delete-c1-yes")
    page.wait_for(".toast", text=notices["deleted"])
    page.wait_until(lambda: not page.has("#kept-c1"), "the case is gone")
    page.set_width(320)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    assert page.evaluate("return scrollY") > 0
    assert page.evaluate(IN_SIGHT, "#take-back"), "the way back is in sight"
    page.set_width(0)
    page.click("#take-back")
    page.click("summary", text=person.answers["goal"])
    page.click("#delete-c1")
    page.click("#delete-c1-yes")
    page.wait_for("#take-back")
    page.click("#switch-language")  # The next thing: nothing of the case is left.
    page.wait_until(lambda: not page.has("#take-back"), "no way back")
    page.click("#switch-language")
    page.wait_until(lambda: words["ui"]["options"]["title"] in page.text("h1"), "its language")
    browser.wait_until(lambda: not _is_kept(browser, page, person), "nothing is kept")

    browser.choose_file("#import", file)
    page.wait_for(".toast", text=notices["imported"].format(added=1, known=0))
    browser.choose_file("#import", file)
    page.wait_for(".toast", text=notices["imported_nothing"].format(known=1))
    damaged = tmp_path / "damaged.json"
    damaged.write_text(file.read_text(encoding="utf-8")[:-20], encoding="utf-8")
    browser.choose_file("#import", damaged)
    page.wait_for(".toast-failed", text=words["problems"]["import_damaged"])
    keep_picture(page, f"refused.{locale}.png")
    assert _is_kept(browser, page, person)

    page.click("#wipe")
    page.click("#wipe-yes")
    page.wait_for(".toast", text=notices["wiped"])
    keep_picture(page, f"wiped.{locale}.png")
    assert page.evaluate(STORED) == "{}{}"


def test_privacy_and_diagnostics_say_what_they_should(
    browser: Browser, locale: str, words: dict[str, Any], own_start: str, look: Look
) -> None:
    """Seen to fail in Chromium: a report of another way to Python than the page's; a text copied
    that is not what is shown.
    """
    to_start(browser.popup, PEOPLE[locale])
    page = _from_the_menu(browser, "privacy")
    assert words["privacy"]["silence"]["title"] in page.text()
    look(page, f"privacy.{locale}")
    page.click("#page-diagnostics")
    page = _ready(browser, "diagnostics")
    page.wait_for("#copy-report")
    path = page.evaluate("return document.documentElement.dataset.engine")
    assert path in {"host", own_start}  # Whether a living engine is there yet is the machine's.
    assert words["ui"]["diagnostics"]["paths"][path] in page.text()
    look(page, f"diagnostics.{locale}")
    page.click("#copy-report")
    page.wait_for(".toast", text=words["ui"]["notices"]["copied_report"])
    shown, copied = page.text(".report-text"), browser.clipboard()
    assert copied == shown
    assert f"engine.path: {path}" in copied


def test_what_cannot_be_read_can_be_saved_and_left_behind(
    browser: Browser, locale: str, words: dict[str, Any], look: Look, tmp_path: Path
) -> None:
    """Seen to fail in Chromium with a state-store.js that puts nothing aside."""
    browser.downloads_to(tmp_path)
    to_start(browser.popup, PEOPLE[locale])
    page = _from_the_menu(browser, "privacy")
    browser.background("await chrome.storage.local.set({ state: 'half a tex' })")
    page.click("#page-options")
    page = _ready(browser, "options")
    page.wait_for("#restore")
    assert words["ui"]["problem"]["bad_state_title"] in page.text()
    look(page, f"unreadable.{locale}")
    page.click("#download")
    kept = json.loads(_saved(browser, tmp_path).read_text(encoding="utf-8"))
    assert {"area": "extension", "key": "state", "text": "half a tex"} in kept
    page.click("#start-fresh")
    page.wait_for(".nothing")
    assert "half a tex" in str(page.evaluate(STORED))  # Aside, until everything is deleted.


def _at_options(browser: Browser, person: Person) -> Popup:
    """Go from a request that is written to the options."""
    at_request(browser, person)
    return _from_the_menu(browser, "options")


def _from_the_menu(browser: Browser, surface: str) -> Popup:
    browser.popup.click("#open-menu")
    browser.popup.click(f"#page-{surface}")
    return _ready(browser, surface)


def _ready(browser: Browser, surface: str) -> Popup:
    page = browser.own_page(surface)
    page.wait_for_guide()
    page.wait_for_screen(surface)
    return page


def _saved(browser: Browser, folder: Path) -> Path:
    """Wait for the one file that the browser saves, and return it."""

    def whole() -> list[Path]:
        return [path for path in folder.glob("*.json") if path.stat().st_size]

    (file,) = browser.wait_until(whole, "a file that is saved")
    return file


def _is_kept(browser: Browser, page: Popup, person: Person) -> bool:
    """Tell whether anything of a case is in any storage."""
    everything = str(browser.background(STORED)) + str(page.evaluate(STORED))
    return person.story in everything or person.answers["goal"] in everything
