"""Who wrote to support before they met the guide says so, and is led to a reminder."""

from tests.harness.axe import Look
from tests.harness.browser import Browser

STORIES = {
    "en": "I was charged twice on Plus. I emailed support on 14 September 2026, nobody answered",
    "he": "חויבתי פעמיים על פלוס. שלחתי מייל לתמיכה ב-14.9.2026 ואף אחד לא ענה",
}
DAYS = {"en": "14 September 2026", "he": "14 בספטמבר 2026"}


def test_a_letter_that_the_story_tells_of_is_followed_up(
    browser: Browser, locale: str, look: Look
) -> None:
    """Seen to fail: the first steps of a first request come."""
    popup = browser.popup
    popup.open()
    popup.wait_for_guide()
    popup.type("#field-story", STORIES[locale])
    popup.click("#describe")
    popup.wait_for_screen("sent")
    assert popup.value("#field-sent_on") == "2026-09-14"
    look(popup, f"written-before.{locale}")
    popup.click("#to-case")
    popup.wait_for_screen("case")
    popup.click("#act")
    popup.wait_for_screen("request")
    assert DAYS[locale] in popup.text("#letter")
