"""A topic, from the card that names it to the letter that says what was ticked."""

import tomllib
from typing import Any

import pytest

from tests.browser.conftest import TEXT
from tests.harness.axe import COLOURS, Faults, barriers
from tests.harness.browser import Browser
from tests.harness.pictures import KeepPicture
from tests.harness.popup import Popup

pytestmark = pytest.mark.usefixtures("tools")  # axe-core is one of them.
LOST = "authenticator_lost"
WIDTHS = (400, 320)
FINGER = 44  # The least height of what is touched.
OTHER = {"he": "en", "en": "he"}


def test_what_was_chosen_and_ticked_is_in_the_letter(
    browser: Browser, locale: str, keep_picture: KeepPicture
) -> None:
    popup, words, found = browser.popup, _words(locale), Faults()

    def look(name: str) -> None:
        for colours in COLOURS:
            popup.set_colours(colours)
            for width in WIDTHS:
                popup.set_width(width)
                keep_picture(popup, f"topic-{name}.{locale}.{colours}.{width}.png")
                found.note(f"{name} at {width} px", popup.cut_off())
            popup.settle()
            found.note(f"{name}, {colours}", barriers(popup))

    popup.open()
    popup.wait_for_guide()
    popup.click("#pick-login_access")
    popup.wait_for(f"#topic-{LOST}")
    look("list")
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
    look("checklist")
    popup.click("#skip")
    popup.click("#sentence-goal-1")
    goal = words["goals"][0]
    popup.wait_until(lambda: popup.value("#field-goal") == goal, "the goal in its field")
    popup.click("#support-summary")
    popup.evaluate("scrollTo(0, 0)")
    look("details")
    popup.click("#write")
    popup.wait_for_screen("request")
    ticks = words["advice"]["still_signed_in"]["ticks"]
    assert ticks["find"]["done"] in popup.text("#letter")
    assert ticks["export"]["done"] not in popup.text("#letter")
    popup.click(f"#letter-{OTHER[locale]}")
    popup.wait_for("#letter", text=_words(OTHER[locale])["goals"][0])
    look("request")
    popup.click("#back")
    popup.wait_for_screen("details")
    popup.click("#back")
    popup.wait_for_screen("first")
    assert _ticked(popup) == ["find"]
    popup.click("#change-category")
    popup.wait_for("#pick-billing")
    look("change")
    assert not found.faults, "\n".join(found.faults)


def _tick(popup: Popup, tick: str) -> None:
    popup.click(f"label:has(#tick-still_signed_in-{tick})")


def _ticked(popup: Popup) -> list[str]:
    script = "return [...document.querySelectorAll('.tick input:checked')].map((one) => one.id)"
    return [name.rpartition("-")[2] for name in popup.evaluate(script)]


def _words(locale: str) -> dict[str, Any]:
    return tomllib.loads((TEXT / locale / "topics" / f"{LOST}.toml").read_text(encoding="utf-8"))
