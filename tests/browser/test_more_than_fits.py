"""What the popup is given is more than it bargained for."""

from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from tests.harness.browser import Browser
from tests.harness.popup import Popup
from tests.harness.staging import packed
from tests.harness.steps import PEOPLE, at_advice, to_start
from tests.states import with_cases

HALF = "I was charged twi"
LENGTH = "return document.querySelector('#field-story').value.length"
TOO_MUCH = "[data-notice='too_much_at_once']"
UNITS = (
    "const { value } = document.querySelector('#field-story');"
    "return Array.from({ length: value.length }, (_, at) => value.charCodeAt(at))"
)

pytestmark = pytest.mark.parametrize("locale", ["en"], indirect=True)


def pasted(popup: Popup, text: str) -> None:
    """Have `text`, a JavaScript expression, stand in the story as after a paste."""
    popup.evaluate(
        "const field = document.querySelector('#field-story'); field.focus();"
        f"field.value = {text}; field.dispatchEvent(new Event('input', {{ bubbles: true }}));"
    )


@pytest.mark.fault("a megabyte is pasted")
def test_a_megabyte_is_kept_out_with_a_sentence_before_it_can_freeze_the_popup(
    browser: Browser, locale: str, words: dict[str, Any]
) -> None:
    """A million characters took Chromium 22 to 48 seconds to lay out.

    Seen to fail with a limit of ten million in first-paint.js; and on the guide before, the end of
    the notice: it stood over every screen that followed, until something was typed.
    """
    popup = browser.popup
    browser.set_clipboard("a word " * 150_000)
    to_start(popup, PEOPLE[locale])
    popup.type("#field-story", HALF)
    popup.chord(Keys.CONTROL, "v")
    popup.wait_for("[data-notice]", text=words["problems"]["too_much_at_once"])
    assert popup.value("#field-story") == HALF
    popup.chord(Keys.CONTROL, "v")
    popup.click("#open-menu")
    popup.wait_until(lambda: not popup.has(TOO_MUCH), "no notice of what is over")
    popup.close_by_focus_loss()
    popup.open()
    assert popup.value("#field-story") == HALF
    popup.click("#pick-billing")
    at_advice(popup)


@pytest.mark.fault("more is pasted than the guide can hold")
def test_what_the_guide_cannot_hold_is_said_and_stays(
    browser: Browser, locale: str, words: dict[str, Any]
) -> None:
    """Seen to fail with MAX_VALUE of ten times as much."""
    popup = browser.popup
    browser.set_clipboard("a word " * 8_000)
    to_start(popup, PEOPLE[locale])
    popup.click("#field-story")
    popup.chord(Keys.CONTROL, "v")
    popup.wait_for(text=words["problems"]["too_long"])
    popup.close_by_focus_loss()
    popup.open()
    popup.wait_for_guide()
    popup.wait_for(text=words["problems"]["too_long"])
    assert popup.evaluate(LENGTH) == 56_000
    popup.type("#field-story", "short", over=True)
    popup.click("#pick-billing")
    at_advice(popup)


@pytest.mark.fault("half a character and a NUL are pasted")
def test_half_a_character_and_a_nul_do_no_harm_to_the_words_around(
    popup: Popup, locale: str
) -> None:
    """Seen to fail with `honest` returning its text as it came."""
    to_start(popup, PEOPLE[locale])
    pasted(popup, r"'one \ud83d two \u0000 three'")
    popup.click("#pick-billing")
    at_advice(popup)
    popup.close_by_focus_loss()
    popup.open()
    popup.wait_for_guide()
    popup.click("#change-category")
    popup.wait_for_screen("start")
    assert "".join(map(chr, popup.evaluate(UNITS))) == "one  two  three"


@pytest.mark.fault("ten thousand cases are stored")
def test_ten_thousand_cases_are_shown_and_no_more_taken(
    browser: Browser, words: dict[str, Any]
) -> None:
    """Seen to fail with MAX_CASES of 100,000."""
    popup = browser.popup
    browser.store(state=packed(with_cases(*[f"number {at}" for at in range(10_000)])))
    popup.open()
    popup.wait_for_guide()
    popup.type("#field-story", HALF)
    popup.wait_for(text=words["problems"]["too_many_cases"])
    popup.close_by_focus_loss()
    popup.open()
    popup.wait_for_guide()
    assert popup.value("#field-story") == HALF
    popup.click("#open-menu")
    popup.click("#go-cases")
    popup.wait_for_screen("cases")
