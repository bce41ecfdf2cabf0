"""The guide as a text to read: its search by keyboard, its chapters, and what is known."""

from selenium.webdriver.common.keys import Keys

from tests.browser.conftest import Words
from tests.harness.axe import Look
from tests.harness.browser import Browser
from tests.harness.popup import Popup

SOUGHT = {"he": "החזר", "en": "refund"}
LONGEST = ("outside_openai", "sample_message", "genuine_mail")
FOCUSED = "return document.activeElement.id"


def test_words_that_are_typed_lead_by_keyboard_to_a_chapter_and_its_source(
    browser: Browser, locale: str, words: Words, look: Look
) -> None:
    """Seen to fail with hits above the field: it lost the focus at the first letter."""
    popup = browser.popup
    _to_guide(popup)
    look(popup, f"read-contents.{locale}", also=(200,))
    popup.evaluate("document.querySelector('#field-sought').focus()")
    popup.keys(SOUGHT[locale])
    popup.wait_until(lambda: bool(popup.text("#found").strip()), "how many were found")
    popup.wait_until(lambda: not popup.has("#chapter-help_center"), "only what was found")
    assert any(letter.isdigit() for letter in popup.text("#found"))
    assert popup.evaluate(FOCUSED) == "field-sought"
    assert popup.value("#field-sought") == SOUGHT[locale]
    look(popup, f"read-found.{locale}")
    popup.evaluate("document.querySelector('#chapter-refund').focus()")
    popup.keys(Keys.ENTER)
    popup.wait_for("#title", text=words["guide"]["refund"]["title"])
    for source in ("refunds", "eu_terms"):
        popup.wait_for(f"#source-{source}")
    look(popup, f"read-chapter.{locale}")
    popup.click("#source-refunds")
    popup.wait_for_screen("facts")
    look(popup, f"read-facts.{locale}")
    popup.click("#all-facts")
    popup.wait_for("#fact-waiting_rule")
    look(popup, f"read-all-facts.{locale}", also=(200,))
    for _ in range(3):
        popup.click("#back")
    popup.wait_for("#field-sought")  # A chapter is on the same screen.
    assert popup.value("#field-sought") == SOUGHT[locale]
    popup.type("#field-sought", "xyzzy", over=True)
    popup.wait_for("#tell")
    look(popup, f"read-nothing.{locale}")
    popup.chord(Keys.CONTROL, "a")
    popup.keys(Keys.BACKSPACE)
    popup.wait_for("#chapter-help_center")
    for chapter in LONGEST:
        popup.click(f"#chapter-{chapter}")
        popup.wait_for("#title", text=words["guide"][chapter]["title"])
        look(popup, f"read-{chapter}.{locale}")
        popup.click("#contents")


def _to_guide(popup: Popup) -> None:
    popup.open()
    popup.wait_for_guide()
    popup.click("#open-menu")
    popup.click("#go-guide")
    popup.wait_for_screen("guide")
