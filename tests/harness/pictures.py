"""Pictures of the popup, for looking at; those of the README are `tests.pictures`'."""

from collections.abc import Callable
from pathlib import Path

from tests.harness.popup import Popup

TESTS = Path(__file__).parents[1]
PICTURES = TESTS / "browser" / "screens"  # Not in git.

type KeepPicture = Callable[[Popup, str], None]
"""Keeps what the popup shows under a file name."""


def keeping(browser_name: str) -> KeepPicture:
    """Return what keeps the pictures of one browser."""
    return lambda popup, name: popup.screenshot(PICTURES / browser_name / name)
