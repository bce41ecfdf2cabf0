"""The button on the help site: only for who has switched it on, and gone at once when it is off."""

import base64
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.test_from_a_page import NOTICING
from tests.harness import actions, pdf
from tests.harness.axe import Look
from tests.harness.browser import Browser, Launch
from tests.harness.chromium import Chromium
from tests.harness.chromium_popup import ChromiumPage
from tests.harness.firefox_popup import FirefoxPage
from tests.harness.help_site import HELP, REFUNDS, HelpSite
from tests.harness.popup import Popup

HOST = "document.documentElement.querySelector(':scope > :not(head, body)')"
# A site's own button for its chat, where such buttons are.
CHAT = """
    const chat = document.createElement("button");
    chat.style.cssText = "position:fixed; bottom:16px; right:16px; width:56px; height:56px";
    chat.id = "chat";
    chat.ariaLabel = "Chat";
    document.body.append(chat);
    // Or the page itself is too wide.
    for (const one of document.querySelectorAll("input, textarea")) one.style.maxWidth = "90%";
"""
# The site goes from article to article: it makes its page anew, without what it does not know.
GOES_ON = f"""
    history.pushState(null, "", "/en/other");
    const body = document.createElement("body");
    body.innerHTML = "<main><h1>Other</h1></main>";
    document.body.replaceWith(body);
    {HOST}.remove();
"""
# What an older version has put there, once it is marked as that.
OLD = """
const [tab] = await chrome.tabs.query({ url: "https://help.openai.com/*" });
await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => {
  document.documentElement.lastElementChild.className = "old";
} });
"""
NEW = """
const found = [...document.documentElement.querySelectorAll(":scope > :not(head, body)")];
return found.length === 1 && !found[0].classList.contains("old");
"""
# What the page itself cannot see; the extension can, in a world of its own.
LOOK = """
const [tab] = await chrome.tabs.query({ url: "https://help.openai.com/*" });
const found = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => {
  const host = document.documentElement.querySelector(":scope > :not(head, body)");
  // Firefox has it in the element.
  const root = host && (host.openOrClosedShadowRoot ?? chrome.dom?.openOrClosedShadowRoot(host));
  const box = root?.firstElementChild;
  const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
  return box && {
    lang: box.lang, dir: box.dir, text: box.innerText,
    spots: [...box.children].map((one) => middle(one.getBoundingClientRect())),
    sizes: [...box.children].map((one) => Math.min(one.offsetWidth, one.offsetHeight)),
  };
} });
return found[0].result;
"""
REGISTERED = "return (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id)"
SWITCHED = "return document.querySelector('#launcher').ariaChecked"

hebrew = pytest.mark.parametrize("locale", ["he"], indirect=True)


def to_options(browser: Browser) -> Popup:
    browser.background("await chrome.runtime.openOptionsPage()")
    page = browser.own_page("options")
    page.wait_for_guide()
    page.wait_for("#launcher")
    return page


def switch(page: Popup, to: bool) -> None:  # noqa: FBT001
    wanted = str(to).lower()
    assert page.evaluate(SWITCHED) != wanted
    page.click("#launcher")
    page.wait_until(lambda: page.evaluate(SWITCHED) == wanted, f"a switch that is {wanted}")


def to_site(browser: Browser) -> None:
    browser.to_page()
    (address,) = {url for url in browser.tabs() if url.startswith(HELP)}
    browser.bring_forward(address)


def wait_for_button(browser: Browser) -> dict[str, Any]:
    seen: dict[str, Any] = browser.wait_until(lambda: browser.background(LOOK), "the button")
    return seen


def wait_for_no_button(browser: Browser) -> None:
    here = f"return {HOST} === null"
    browser.wait_until(lambda: browser.page.execute_script(here), "a page without the button")


def press(browser: Browser, which: int) -> None:
    browser.to_page()
    x, y = wait_for_button(browser)["spots"][which]
    # A tab that has just come to the front is not painted yet, and a click there is lost.
    under = f"return !document.hidden && document.elementFromPoint({x}, {y}) === {HOST}"
    browser.wait_until(lambda: browser.page.execute_script(under), "the button under the pointer")
    actions.press(browser.page, x, y)


@hebrew
def test_a_button_on_the_help_site_opens_the_guide_for_who_wants_it(
    browser: Browser, site: HelpSite
) -> None:
    """By mouse and keys, on another page and one made anew; in the guide's language.

    Seen to fail while the words were looked for in Firefox as Chromium has them.
    """
    browser.page.execute_script(CHAT + NOTICING)
    assert browser.background(REGISTERED) == []
    switch(to_options(browser), to=True)
    to_site(browser)
    seen, hits = wait_for_button(browser), len(site.hits)
    assert (seen["lang"], seen["dir"]) == ("he", "rtl")
    assert "מדריך התמיכה" in seen["text"]
    assert browser.page.execute_script(f"return {HOST}.shadowRoot === null")
    press(browser, 0)
    popup = browser.popup
    popup.appear()
    popup.wait_for_guide()
    popup.close_by_focus_loss()
    heard = browser.page.execute_script("return window.noticed")
    assert heard.count("childList") == 1  # The button itself.
    # A click, and the popup that it opens, may move the focus.
    assert set(heard) <= {"childList", "focusin", "selectionchange"}
    assert len(site.hits) == hits
    _by_keys(browser)
    popup.close_by_focus_loss()
    browser.go(HELP + REFUNDS)
    wait_for_button(browser)
    browser.page.execute_script(GOES_ON)
    wait_for_button(browser)
    page = to_options(browser)
    page.click("#speak-en")
    page.wait_for("html[lang='en'] #title")
    browser.wait_until(lambda: wait_for_button(browser)["lang"] == "en", "a button in English")
    assert "Support Guide" in wait_for_button(browser)["text"]


def _by_keys(browser: Browser) -> None:
    """The button is the last thing on the page; this leaves the popup open."""
    browser.to_page()
    browser.page.execute_script("document.querySelector('#chat').focus()")
    actions.keys(browser.page, Keys.TAB)
    has_focus = f"return document.activeElement === {HOST}"
    browser.wait_until(lambda: browser.page.execute_script(has_focus), "the focus")
    actions.keys(browser.page, Keys.ENTER)
    browser.popup.appear()
    browser.popup.wait_for_guide()


@hebrew
def test_the_button_goes_for_good_at_its_own_cross_and_by_the_switch(browser: Browser) -> None:
    """In every page at once."""
    page = to_options(browser)
    switch(page, to=True)
    to_site(browser)
    press(browser, 1)
    wait_for_no_button(browser)
    browser.wait_until(lambda: browser.background(REGISTERED) == [], "no script for any page")
    assert "launcher" not in browser.stored()
    browser.go(HELP + REFUNDS)
    page = to_options(browser)
    page.wait_until(lambda: page.evaluate(SWITCHED) == "false", "a switch that is off")
    switch(page, to=True)
    wait_for_button(browser)
    switch(page, to=False)
    to_site(browser)
    wait_for_no_button(browser)
    assert browser.background(REGISTERED) == []


@hebrew
def test_an_update_leaves_one_button_in_an_open_page_which_works(
    launch: Launch, built: dict[str, Path], browser_name: str
) -> None:
    """Of the older version nothing is left: its button could open nothing.

    Firefox ends the older script, and leaves in the page what that has put there; Chromium lets it
    run on. Seen to fail, in Firefox, with a script that does not take the older button away.
    """
    browser = launch(built[browser_name])
    options = to_options(browser)
    switch(options, to=True)
    wait_for_button(browser)
    browser.background(OLD)
    browser.update(options)
    to_site(browser)
    wait_for_a_new_button_that_works(browser)


# In Firefox, its driver answers no more after a reload that follows a click in the page by which
# the popup opened, whether that is closed before or not; a person's Firefox was not tried.
@pytest.mark.parametrize("browser_name", ["chromium"], indirect=True)
@hebrew
def test_so_does_an_update_beside_the_guide_that_it_has_opened(
    launch: Launch, built: dict[str, Path], browser_name: str
) -> None:
    browser = launch(built[browser_name])
    switch(to_options(browser), to=True)
    to_site(browser)
    press(browser, 0)
    browser.popup.appear()
    browser.popup.wait_for_guide()
    browser.background(OLD)
    browser.update()
    browser.to_page()
    wait_for_a_new_button_that_works(browser)


def wait_for_a_new_button_that_works(browser: Browser) -> None:
    browser.wait_until(lambda: browser.page.execute_script(NEW), "a new button, and no other")
    press(browser, 0)
    browser.popup.appear()
    browser.popup.wait_for_guide()


@hebrew
def test_the_button_is_not_printed(browser: Browser, tmp_path: Path) -> None:
    """And is there again afterwards."""
    switch(to_options(browser), to=True)
    to_site(browser)
    wait_for_button(browser)
    file = tmp_path / "page.pdf"
    file.write_bytes(base64.b64decode(browser.page.print_page()))
    printed = pdf.bag("\n".join(pdf.pages(file)))
    assert printed["Help"]
    assert not printed["מדריך"]
    shown = f"return getComputedStyle({HOST}).visibility"
    browser.wait_until(lambda: browser.page.execute_script(shown) == "visible", "it comes back")


def test_the_button_is_no_barrier_and_leaves_the_sites_own_in_sight(
    launch: Launch, variant: Path, locale: str, look: Look
) -> None:
    """With a root that the page, and so axe, can look into."""
    script = variant / "launcher-button.js"
    text = script.read_text(encoding="utf-8")
    assert 'mode: "closed"' in text
    script.write_text(text.replace('mode: "closed"', 'mode: "open"'), encoding="utf-8")
    browser = launch(variant)
    browser.page.execute_script(CHAT)
    switch(to_options(browser), to=True)
    to_site(browser)
    assert min(wait_for_button(browser)["sizes"]) >= 24  # WCAG 2.2, target size.
    page = _site_page(browser)
    for width in page.widths:
        page.set_width(width)
        over = "return document.elementFromPoint(innerWidth - 44, innerHeight - 44)?.id"
        assert page.evaluate(over) == "chat", width
        left, right = sorted(spot[0] for spot in wait_for_button(browser)["spots"])
        assert 16 <= left <= right <= width - 16 - 56
    look(page, f"launcher.{locale}")


def _site_page(browser: Browser) -> Popup:
    """Return the page of the site in the tab in front, to be used as the extension's own are."""
    if isinstance(browser, Chromium):
        return ChromiumPage(browser, browser.page_handle())
    made: Any = FirefoxPage
    return made(browser)  # type: ignore[no-any-return]
