"""What the person brings from a page: by the right click, or when they ask the guide to read it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.harness.axe import Look
from tests.harness.browser import TAB, Browser, Launch
from tests.harness.help_site import ELSEWHERE, HELP

ERROR = ELSEWHERE + "/en/?q=Something+went+wrong.+Error+429"
EVIL = "https://help.openai.com.evil.example/login"
# A page that notices: every change of it, and every script that is put into it.
NOTICING = """
    window.noticed = [];
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    new MutationObserver(changes => window.noticed.push(...changes.map(one => one.type)))
        .observe(document, all);
    for (const kind of ["selectionchange", "focusin", "copy"])
        document.addEventListener(kind, () => window.noticed.push(kind), true);
"""
# Chromium's own menu opens for no driver: what is in it is kept, and the listener that it calls.
KEEP_MENU = """
globalThis.menuTitles = {};
const ownCreate = chrome.contextMenus.create.bind(chrome.contextMenus);
chrome.contextMenus.create = (entry) => {
  globalThis.menuTitles[entry.id] = entry.title;
  return ownCreate(entry);
};
const ownListen = chrome.contextMenus.onClicked.addListener.bind(chrome.contextMenus.onClicked);
chrome.contextMenus.onClicked.addListener = (listener) => {
  globalThis.menuClicked = listener;
  ownListen(listener);
};
"""

english = pytest.mark.parametrize("locale", ["en"], indirect=True)


@english
def test_the_error_on_a_page_is_taken_when_the_person_asks_there(browser: Browser) -> None:
    """By a real click on the icon, which is what lets the guide read that page, and none other.

    The page notices nothing of it. Seen to fail without activeTab in the manifest, and with a
    reader that marks what it has read.
    """
    browser.go(ERROR)
    browser.page.execute_script(NOTICING)
    popup = browser.popup
    popup.open()
    popup.wait_for_guide()
    popup.click("#take-page")
    popup.wait_for_screen("brought")
    brought = popup.value("#field-brought")
    assert "Something went wrong. Error 429" in brought
    assert "example.org" in brought
    popup.click("#use-happened")
    popup.wait_for_screen("start")
    assert popup.value("#field-story") == brought
    popup.close_by_focus_loss()
    heard: list[str] = browser.page.execute_script("return window.noticed")
    # The click that closed the popup may move the focus.
    assert set(heard) <= {"focusin", "selectionchange"}


@english
def test_no_page_is_read_that_the_person_did_not_ask_on(browser: Browser) -> None:
    """The panel's own button cannot: it says how the person can let it.

    Seen to fail with a permission for all sites.
    """
    browser.go(ERROR)
    popup = browser.popup
    popup.open()
    popup.wait_for_guide()
    popup.click("#open-menu")
    popup.click("#to-panel")
    browser.panel().wait_for_guide()
    browser.to_page()
    browser.go(HELP)
    browser.go(ERROR)
    panel = browser.panel()
    panel.click("#take-page")
    panel.wait_for(".toast-failed")
    assert panel.screen() == "start"
    assert browser.background("return await chrome.scripting.getRegisteredContentScripts()") == []


@english
def test_a_link_is_checked_by_its_target(launch: Launch, variant: Path, browser_name: str) -> None:
    """Firefox's real menu. Seen to fail with the link's words before its target."""
    _keep_menu(variant, browser_name)
    browser = launch(variant)
    browser.go(ELSEWHERE)
    _right_click(browser, "check", EVIL, "help.openai.com")
    popup = browser.popup
    popup.appear()
    popup.wait_for_guide()
    popup.wait_for_screen("genuine")
    assert popup.value("#field-suspect").split()[0] == EVIL
    popup.wait_for(".verdict-scam")


@english
def test_the_right_click_speaks_the_language_that_the_guide_does(
    launch: Launch, variant: Path, browser_name: str
) -> None:
    """Not the browser's; tests/unit/js says with what that was seen to fail."""
    _keep_menu(variant, browser_name)
    browser = launch(variant)
    title = "return globalThis.menuTitles.check"
    english = "Is this really OpenAI?"
    browser.wait_until(lambda: browser.background(title) == english, "an entry in English")
    popup = browser.popup
    popup.open()
    popup.wait_for_guide()
    popup.click("#switch-language")
    popup.wait_for("html[lang='he'] #title")
    hebrew = "זה באמת OpenAI?"
    browser.wait_until(lambda: browser.background(title) == hebrew, "the same in Hebrew")


def test_what_was_brought_looks_right_in_every_frame(
    browser: Browser, locale: str, look: Look
) -> None:
    words = "Error 429. my password is Tiger2024! " + "and so on " * 30
    bring = {"type": "bring", "use": "happened", "text": words, "url": ERROR, "target": ""}
    event = json.dumps(bring | {"selected": True, "cut": True, "flat": True})
    browser.background(f"await chrome.storage.session.set({{ errand: {event} }})")
    popup = browser.popup
    popup.open()
    popup.wait_for_guide()
    popup.wait_for_screen("brought")
    look(popup, f"brought-popup.{locale}")
    popup.click("#open-menu")
    popup.click("#to-tab")
    page = browser.own_page(TAB)
    page.wait_for_guide()
    look(page, f"brought.{locale}")


def _keep_menu(variant: Path, browser_name: str) -> None:
    name = {"chromium": "service-worker.js", "firefox": "event-page.js"}[browser_name]
    script = variant / name
    script.write_text(KEEP_MENU + script.read_text(encoding="utf-8"), encoding="utf-8")


def _right_click(browser: Browser, item: str, target: str, words: str) -> None:
    """Choose an entry of the menu on a link: in Firefox's menu, in Chromium by its listener."""
    if browser.name == "firefox":
        choose: Any = browser
        choose.choose_in_menu(item, target, words)
        return
    click = {"menuItemId": item, "linkUrl": target, "pageUrl": ELSEWHERE}
    browser.background(
        "const [tab] = await chrome.tabs.query({active: true, currentWindow: true});"
        f"globalThis.menuClicked({json.dumps(click)}, tab)"
    )
