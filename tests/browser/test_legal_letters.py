"""A formal notice in the real popup: chosen, filled in, copied, in the addressee's language."""

from typing import Any

import pytest

from tests.case_files import long_case
from tests.harness.axe import COLOURS, Faults, barriers
from tests.harness.browser import Browser
from tests.harness.pictures import KeepPicture
from tests.harness.staging import packed

IDENTITY = "123456782"


@pytest.mark.usefixtures("tools")  # axe-core is one of them.
@pytest.mark.parametrize(
    ("browser_name", "locale"), [("chromium", "he"), ("firefox", "en")], indirect=True
)
def test_a_notice_is_filled_in_and_copied(
    browser: Browser, locale: str, words: dict[str, Any], keep_picture: KeepPicture
) -> None:
    browser.store(state=packed(long_case(locale, lines=2)))
    popup, found = browser.popup, Faults()
    popup.open()
    popup.wait_for_guide()
    popup.click("#to-legal")
    popup.wait_for_screen("legal")
    keep_picture(popup, f"legal.{locale}.png")
    found.note("the list", barriers(popup))
    popup.click("#notice-cancel_il")
    popup.wait_for("#copy-notice")
    popup.type("[data-field='identity_number']", IDENTITY)
    popup.wait_for("#identity-note")
    popup.wait_for("#letter", text=IDENTITY)
    assert popup.evaluate("return document.querySelector('#letter').lang") == "he"
    popup.click("#letter-en")
    popup.wait_for("#letter[lang='en']", text="Consumer Protection Law")
    for width in (400, 320):
        popup.set_width(width)
        found.note(f"a notice at {width} px", popup.cut_off())
        keep_picture(popup, f"legal_notice.{locale}.{width}.png")
    for colours in COLOURS:
        popup.set_colours(colours)
        popup.settle()
        found.note(f"a notice, {colours}", barriers(popup))
    popup.click("#copy-notice")
    popup.wait_for(".toast", text=words["ui"]["notices"]["copied_report"])
    assert IDENTITY in browser.clipboard()
    assert not found.faults, "\n".join(found.faults)
