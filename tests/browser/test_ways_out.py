"""A letter taken along: as Markdown, as a mail draft that is saved, and edited with undo."""

import email
import email.policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from tests.harness.axe import Look
from tests.harness.browser import Browser
from tests.harness.steps import PEOPLE, at_request

both = pytest.mark.parametrize(
    ("browser_name", "locale"), [("chromium", "he"), ("firefox", "en")], indirect=True
)


def test_a_letter_is_copied_as_markdown_and_saved_as_a_mail_draft(
    browser: Browser, locale: str, look: Look, tmp_path: Path
) -> None:
    browser.downloads_to(tmp_path)
    popup = at_request(browser, PEOPLE[locale])
    popup.click("#where > summary")
    popup.click("#channel-email")
    popup.wait_for("#channel-email[aria-pressed=true]")
    popup.click("#ways > summary")
    popup.wait_for("#save-draft")
    look(popup, f"ways.{locale}", also=(200,))
    popup.click("#copy-markdown")
    popup.wait_for(".toast")
    assert browser.clipboard().startswith("# ")
    popup.click("#save-draft")

    def whole() -> list[Path]:
        # Firefox writes into a file of another name, and renames it.
        files = (path for path in tmp_path.iterdir() if path.suffix != ".part")
        return [path for path in files if path.stat().st_size]

    (file,) = browser.wait_until(whole, "a draft that is saved")
    assert file.name == "support-message.eml"
    draft = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert isinstance(draft, EmailMessage)
    assert (draft["X-Unsent"], draft["To"]) == ("1", "support@openai.com")
    assert PEOPLE[locale].answers["goal"] in draft.get_content()


@both
def test_an_edit_is_undone_by_the_browser_s_own_keys_and_the_guide_s_wording_by_a_click(
    browser: Browser, locale: str
) -> None:
    """Across the turns that keep what is typed."""
    popup = at_request(browser, PEOPLE[locale])
    popup.click("#edit")
    popup.wait_for("#letter-body")
    before = popup.value("#letter-body")
    popup.type("#letter-body", "ABC")
    popup.wait_for("#drop-edits")  # The guide has it, and has painted.
    popup.chord(Keys.CONTROL, "z")
    popup.wait_until(lambda: popup.value("#letter-body") == before, "the text before")
    popup.type("#letter-body", "DEF")
    popup.click("#drop-edits")
    popup.click("#take-back")
    popup.wait_for("#letter-body")
    popup.wait_until(lambda: "DEF" in popup.value("#letter-body"), "the edit is back")
