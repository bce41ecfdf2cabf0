"""What breaks programs, pasted into the real popup: it comes out as it went in, with no harm."""

from urllib.parse import quote

import pytest
from selenium.webdriver.common.keys import Keys

from tests import naughty
from tests.harness.browser import Browser
from tests.harness.help_site import HELP, SEARCH
from tests.harness.popup import Popup
from tests.harness.steps import PEOPLE, to_details

hebrew = pytest.mark.parametrize("locale", ["he"], indirect=True)
TYPED = '<b>{{ 7*7 }}</b> "it\'s" שלום, A-1 =1+1 &amp;'
TITLE = "<img src=x onerror=alert(1)> ab\u202edc {{ 7*7 }} refund"
# What markup that was typed would make; none of it belongs to any screen.
INTRUDERS = "img, script:not([src]), iframe, object, embed, b b, [onerror], [onload], [src^=x]"
NARROW = 320


@hebrew
def test_naughty_texts_come_out_of_the_popup_as_they_went_in(browser: Browser, locale: str) -> None:
    """Seen to fail: with `honest` that lets all in, with `| safe` at the letter's pieces, and
    without `overflow-wrap` in the styles.
    """
    popup, texts = browser.popup, naughty.read()
    browser.go(HELP + SEARCH + quote(TITLE))
    to_details(popup, PEOPLE[locale])
    popup.type("#field-goal", TYPED, over=True)
    _paste(browser, "#field-happened", "\n".join(one.typed for one in texts))
    kept = _lines("\n".join(one.kept for one in texts))
    popup.close_by_focus_loss()  # At once: there is only the draft to hold it.
    popup.open()
    popup.wait_for_guide()
    popup.click("#write")
    popup.wait_for_screen("request")
    popup.click("#back")
    popup.wait_for_screen("details")
    assert _lines(popup.value("#field-happened")) == kept
    assert popup.value("#field-goal") == TYPED
    _is_harmless(popup)
    popup.click("#write")
    popup.wait_for_screen("request")
    popup.click("#where summary")
    popup.click("#channel-email")
    popup.wait_for("#channel-email[aria-pressed=true]")  # Each channel has its own text to copy.
    browser.set_clipboard("")  # What was pasted is still on it.
    popup.click("#copy-body")
    browser.wait_until(lambda: browser.clipboard() != "", "the request is copied")
    copied = browser.clipboard()
    assert [one.name for one in texts if one.copied not in copied] == []
    assert TYPED in copied
    _is_harmless(popup)
    for item, screen in (("#go-cases", "cases"), ("#new-case", "start")):
        popup.click("#open-menu")
        popup.click(item)
        popup.wait_for_screen(screen)
        _is_harmless(popup)


def _paste(browser: Browser, css: str, text: str) -> None:
    popup = browser.popup
    browser.set_clipboard(text)
    popup.click(css)
    popup.chord(Keys.CONTROL, "a")
    popup.chord(Keys.CONTROL, "v")
    popup.wait_until(lambda: len(popup.value(css)) >= len(text) // 2, f"the text in {css}")


def _is_harmless(popup: Popup) -> None:
    found = "return [...document.querySelectorAll(arguments[0])].map(one => one.outerHTML)"
    assert popup.evaluate(found, INTRUDERS) == []
    popup.set_width(NARROW)
    assert popup.cut_off() == []


def _lines(text: str) -> list[str]:
    """Return the lines of a text; fields have ideas of their own of what ends one."""
    return text.splitlines()
