"""Pictures of the popup: all for looking at, two for the README."""

from collections.abc import Callable
from pathlib import Path

from tests.harness.popup import Popup

TESTS = Path(__file__).parents[1]
PICTURES = TESTS / "browser" / "screens"  # Not in git.
DOCS = TESTS.parent / "docs" / "screens"
IN_DOCS = {"first.he.light.400.png": "he.png", "request.en.light.400.png": "en.png"}

type KeepPicture = Callable[[Popup, str], None]
"""Keeps what the popup shows under a file name."""


def keeping(browser_name: str, *, renew_docs: bool) -> KeepPicture:
    """Return what keeps the pictures of one browser, and renews the README's if so wished.

    Those are Chromium's; otherwise a test run would change files that are in git.
    """

    def keep(popup: Popup, name: str) -> None:
        popup.screenshot(PICTURES / browser_name / name)
        if renew_docs and browser_name == "chromium" and name in IN_DOCS:
            popup.screenshot(DOCS / IN_DOCS[name])

    return keep
