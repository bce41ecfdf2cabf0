"""Rare and hostile things that used to lock stored requests away, lose them, or hold the popup."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.harness.browser import Browser
from tests.harness.popup import Popup
from tests.harness.staging import Stage, packed, unpacked
from tests.states import with_cases

NOW = "2026-11-02T09:14:00+02:00"
WRITTEN, THERE = "a refund of the second charge", "charged twice on Monday"
BAD = "half a tex"
# `set` waits while `harnessSlow` is set, and until `harnessLand` is called.
SLOW = """
const area = chrome.storage.local;
const set = area.set.bind(area);
const { promise, resolve } = Promise.withResolvers();
window.harnessLand = () => { window.harnessSlow = false; resolve(); };
const late = async (items) => { if (window.harnessSlow) await promise; return set(items); };
Object.defineProperty(area, 'set', { value: late, configurable: true, writable: true });
"""
# The guide makes a mistake with any text in which there is "POISON".
POISON = """
const { stringify, parse } = JSON;
let poisoned = false;
JSON.stringify = (value, ...rest) => {
  if (value?.event) poisoned = value.event.type === 'typed' && value.event.value.includes('POISON');
  return stringify(value, ...rest);
};
JSON.parse = (text, ...rest) => {
  const value = parse(text, ...rest);
  if (!poisoned || value?.html === undefined) return value;
  return { ...value, html: '<main id="oops"></main>', problem: { code: 'bug', detail: 'staged' } };
};
"""

pytestmark = pytest.mark.parametrize("locale", ["en"], indirect=True)


def detailed() -> dict[str, Any]:
    state = with_cases("I was charged twice", current="c1")
    state["cases"][0] |= {"category": "billing", "category_by": "person"}
    return state | {"place": {"screen": "details"}}


def stories(browser: Browser) -> list[str]:
    return [case["story"] for case in unpacked(browser.stored())["cases"]]


@pytest.mark.fault("the popup is killed when a case was just deleted")
def test_what_was_deleted_is_gone_from_everywhere_at_the_next_opening(browser: Browser) -> None:
    """Seen to fail with an undo that outlasts the opening, and a `forget` that keeps drafts."""
    popup = browser.popup
    browser.store(state=packed(detailed()))
    popup.open()
    popup.wait_for_guide()
    popup.evaluate("localStorage.setItem('draft:c1:!happened', arguments[0])", WRITTEN)
    popup.type("#field-goal", THERE)
    popup.click("#open-menu")
    popup.click("#go-cases")
    popup.click("#case-c1")
    popup.click("#end summary")
    popup.click("#delete")
    popup.wait_for("#take-back")
    popup.close_by_focus_loss()
    assert THERE in str(unpacked(browser.stored())), "until then it can be undone"
    popup.open()
    popup.wait_for_guide()
    popup.wait_until(lambda: THERE not in _all_stored(browser, popup), "nothing of it is kept")
    assert WRITTEN not in _all_stored(browser, popup)
    assert not popup.has("#take-back")


def _all_stored(browser: Browser, popup: Popup) -> str:
    return str(browser.stored()) + str(popup.evaluate("return JSON.stringify(localStorage)"))


@pytest.mark.fault("an imported number is beyond what JavaScript can write back")
def test_a_file_that_no_browser_could_give_back_is_refused(
    browser: Browser, words: dict[str, Any], tmp_path: Path
) -> None:
    """What it is for: such a file was taken, and at the next opening nothing could be read."""
    popup = browser.popup
    reply = {"kind": "solved", "at": NOW, "after": 10**21}
    state = {"version": 1, "cases": [{"id": "c9", "created": NOW, "replies": [reply]}]}
    plain = json.dumps(state, sort_keys=True, separators=(",", ":"))
    whole = {"format": "support-guide", "v": 1, "written": NOW, "state": state}
    file = tmp_path / "copy.json"
    file.write_text(json.dumps(whole | {"sum": hashlib.sha256(plain.encode()).hexdigest()}))
    popup.open()
    popup.wait_for_guide()
    popup.click("#open-menu")
    popup.click("#page-options")
    page = browser.own_page("options")
    page.wait_for_guide()
    browser.choose_file("#import", file)
    page.wait_for(".toast-failed", text=words["problems"]["import_damaged"])


@pytest.mark.fault("the last good copy has a shape that never was")
def test_a_copy_that_the_guide_cannot_read_is_not_put_back(
    browser: Browser, words: dict[str, Any]
) -> None:
    """What it is for: a `restore` that asks the checksum only."""
    popup = browser.popup
    found = {"state": BAD, "state.last": packed({"version": 1, "cases": "none"})}
    browser.store(**found)
    popup.open()
    popup.click("#restore")
    popup.wait_for("[data-notice=no_copy]", text=words["problems"]["no_copy"])
    assert browser.stored() == found


@pytest.mark.fault("a write lands after it was given up, and another window writes")
def test_a_late_write_and_another_window_lose_no_word(stage: Stage, words: dict[str, Any]) -> None:
    """What it is for: a lock let go when the person is told; one of the two was gone."""
    browser, popup = stage.browser, stage.popup
    browser.store(state=packed(detailed()))
    stage.goes_wrong(SLOW)
    browser.open_other_window()
    stage.open()
    popup.wait_for_guide()
    popup.evaluate("window.harnessSlow = true")
    popup.type("#field-goal", WRITTEN, over=True)
    popup.wait_for("[data-notice=not_saved]", text=words["problems"]["storage_failed"])
    browser.in_other_window(
        f"const field = document.querySelector('[data-field=happened]'); field.value = '{THERE}';"
        "field.dispatchEvent(new Event('input', { bubbles: true }));"
    )
    said = "return !document.querySelector('[data-notice=busy]').hidden"
    browser.wait_until(lambda: browser.in_other_window(said), "the other window says it waits")
    popup.evaluate("window.harnessLand()")

    def answers() -> dict[str, str]:
        kept = unpacked(browser.stored())["cases"][0].get("answers", [])
        return {one["field"]: one["value"] for one in kept}

    browser.wait_until(
        lambda: (answers().get("goal"), answers().get("happened")) == (WRITTEN, THERE), "both"
    )


@pytest.mark.fault("the guide makes a mistake with a text")
def test_a_text_at_which_the_guide_fails_holds_nobody(stage: Stage, words: dict[str, Any]) -> None:
    """What it is for: each opening sent the text once more, and ended in a mistake."""
    popup = stage.popup
    stage.browser.store(state=packed(detailed()))
    stage.goes_wrong(POISON)
    stage.open()
    popup.wait_for_guide()
    popup.type("#field-goal", "POISON", over=True)
    popup.wait_for("[data-notice=not_taken]", text=words["problems"]["not_taken"])
    assert (popup.screen(), popup.value("[data-aside]")) == ("details", "POISON")
    popup.close_by_focus_loss()
    stage.open()
    popup.wait_for("[data-notice=not_taken]")
    assert (popup.screen(), popup.value("[data-aside]")) == ("details", "POISON")
    assert not popup.value("#field-goal")
    popup.type("#field-happened", THERE, over=True)
    popup.wait_until(lambda: THERE in str(unpacked(stage.browser.stored())), "the rest is stored")
    logged = json.loads(popup.evaluate("return localStorage.problems"))
    assert [(one["code"], one["stage"]) for one in logged] == [("bug", "typed")]


@pytest.mark.fault("two stored requests have one id")
def test_requests_of_one_id_are_both_kept(browser: Browser) -> None:
    """What it is for: each got the words that were typed into one of them."""
    popup = browser.popup
    state = with_cases("FIRST", "SECOND")
    for case in state["cases"]:
        case["id"] = "c1"
    browser.store(state=packed(state | {"next_case": 1}))
    popup.open()
    popup.wait_for_guide()
    popup.type("#field-story", "third")
    popup.wait_until(lambda: len(stories(browser)) == len("123"), "the third is stored")
    popup.wait_until(lambda: stories(browser) == ["FIRST", "SECOND", "third"], "all are there")


@pytest.mark.fault("a second stored state cannot be read")
def test_every_text_that_could_not_be_read_is_kept_and_said(
    browser: Browser, words: dict[str, Any]
) -> None:
    """What it is for: the second took the place of the first, and deletion did not speak of it."""
    popup = browser.popup
    older = {"state.unreadable": "older"}
    browser.store(**{"state": BAD, "state.last": packed(detailed())}, **older)
    popup.open()
    popup.click("#restore")
    popup.wait_for_screen("details")
    stored = browser.stored()
    assert (stored["state.unreadable"], stored["state.unreadable.2"]) == ("older", BAD)
    popup.click("#open-menu")
    popup.click("#page-options")
    page = browser.own_page("options")
    page.wait_for_guide()
    page.click("summary", text="I was charged twice")
    page.click("#delete-c1")
    page.click("#delete-c1-yes")
    page.wait_for("#take-back")
    page.click("#save-memory")  # The next thing: from here on it is deleted for good.
    page.wait_for("[data-notice=copies_stay]", text=words["problems"]["copies_stay"])
