"""A topic, from the card that names it to the letter that says what was ticked."""

import tomllib
from typing import Any

from tests.browser.conftest import TEXT
from tests.harness.axe import Look
from tests.harness.browser import Browser
from tests.harness.popup import Popup

LOST = "authenticator_lost"
FINGER = 44  # The least height of what is touched.
OTHER = {"he": "en", "en": "he"}


def test_what_was_chosen_and_ticked_is_in_the_letter(
    browser: Browser, locale: str, look: Look
) -> None:
    popup, words = browser.popup, _words(locale)
    popup.open()
    popup.wait_for_guide()
    popup.click("#pick-login_access")
    popup.wait_for(f"#topic-{LOST}")
    look(popup, f"topic-list.{locale}", also=(200,))
    popup.click(f"#topic-{LOST}")
    popup.wait_for_screen("first")
    _tick(popup, "find")
    popup.evaluate("document.querySelector('#tick-still_signed_in-export').focus()")
    popup.keys(" ")
    popup.wait_until(lambda: _ticked(popup) == ["find", "export"], "two ticks")
    # The box is ticked before the view is that says what the next click on it means.
    popup.wait_for("#tick-still_signed_in-export[data-event*=false]")
    _tick(popup, "export")
    popup.wait_until(lambda: _ticked(popup) == ["find"], "one tick")
    heights = "return [...document.querySelectorAll('.tick')].map((one) => one.offsetHeight)"
    assert min(popup.evaluate(heights)) >= FINGER
    look(popup, f"topic-checklist.{locale}", also=(200,))
    popup.click("#skip")
    popup.click("#sentence-goal-1")
    goal = words["goals"][0]
    popup.wait_until(lambda: popup.value("#field-goal") == goal, "the goal in its field")
    popup.click("#support-summary")
    popup.evaluate("scrollTo(0, 0)")
    look(popup, f"topic-details.{locale}", also=(200,))
    popup.click("#write")
    popup.wait_for_screen("request")
    ticks = words["advice"]["still_signed_in"]["ticks"]
    assert ticks["find"]["done"] in popup.text("#letter")
    assert ticks["export"]["done"] not in popup.text("#letter")
    popup.click(f"#letter-{OTHER[locale]}")
    popup.wait_for("#letter", text=_words(OTHER[locale])["goals"][0])
    look(popup, f"topic-request.{locale}")
    popup.click("#back")
    popup.wait_for_screen("details")
    popup.click("#back")
    popup.wait_for_screen("first")
    assert _ticked(popup) == ["find"]
    popup.click("#change-category")
    popup.wait_for("#pick-billing")
    look(popup, f"topic-change.{locale}")


def _tick(popup: Popup, tick: str) -> None:
    popup.click(f"label:has(#tick-still_signed_in-{tick})")


def _ticked(popup: Popup) -> list[str]:
    script = "return [...document.querySelectorAll('.tick input:checked')].map((one) => one.id)"
    return [name.rpartition("-")[2] for name in popup.evaluate(script)]


def _words(locale: str) -> dict[str, Any]:
    return tomllib.loads((TEXT / locale / "topics" / f"{LOST}.toml").read_text(encoding="utf-8"))
