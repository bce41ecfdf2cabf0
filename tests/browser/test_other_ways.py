"""Other ways, beyond support: the screen by country."""

import pytest

from tests.case_files import ACCOUNT, long_case
from tests.harness.axe import Look
from tests.harness.browser import Browser
from tests.harness.staging import packed
from tests.harness.steps import PEOPLE, at_request


def test_the_other_ways_can_be_read_and_follow_the_country(
    browser: Browser, locale: str, look: Look
) -> None:
    """Seen to fail with a country that was kept for nothing: the cards stayed as they were."""
    popup = at_request(browser, PEOPLE[locale])
    popup.click("#sent")
    popup.wait_for_screen("sent")
    popup.click("#to-case")
    popup.wait_for_screen("case")
    popup.click("#to-routes")
    popup.wait_for_screen("routes")
    for country, name in (("IL", "cancel_il_ongoing"), ("BR", "consumer_br")):
        popup.choose("#field-residence", country)
        popup.wait_for(f"#route-{name}")
        look(popup, f"other-ways-{country}.{locale}", also=(200,))
    popup.click("#back")
    popup.wait_for_screen("case")
    look(popup, f"other-ways-case.{locale}")


@pytest.mark.parametrize(
    ("browser_name", "locale"), [("chromium", "en"), ("firefox", "he")], indirect=True
)
def test_a_way_leads_to_its_letter_and_back(browser: Browser, locale: str) -> None:
    """Seen to fail: without the button of the way, and with a letter that led to the list alone."""
    state = long_case(locale, lines=2)
    state["cases"][0]["country"] = "IL"
    browser.store(state=packed(state))
    popup = browser.popup
    popup.open()
    popup.wait_for_guide()
    popup.click("#to-routes")
    popup.wait_for_screen("routes")
    popup.click("#write-cancel_il_ongoing")
    popup.wait_for_screen("legal")
    popup.wait_for("#letter", text=ACCOUNT)
    popup.click("#to-routes")
    popup.wait_for_screen("routes")
    popup.wait_for("#write-cancel_il_ongoing")
