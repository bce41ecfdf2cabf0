"""Where somebody has come to before: stored, for tests that are not about the way there."""

from harness.browser import Browser
from harness.popup import Popup
from harness.staging import packed
from harness.walking import Person
from tests.states import with_request


def at_request(browser: Browser, person: Person) -> Popup:
    """Open the popup of somebody who has answered all, at the request."""
    browser.store(state=packed(with_request(person.story, person.answers)))
    browser.popup.open()
    browser.popup.wait_for_guide()
    browser.popup.wait_for_screen("request")
    return browser.popup
