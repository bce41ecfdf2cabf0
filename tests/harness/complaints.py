"""Any complaint of the extension fails the test, save those the test declares."""

import pytest

from tests.harness.browser import Browser
from tests.harness.pictures import PICTURES

FAILED = pytest.StashKey[bool]()
"""Whether the call of a test has failed; kept by the hook in conftest.py."""


def check_complaints(browser: Browser, node: pytest.Item) -> None:
    """Fail for each complaint the test did not expect, and for an expected one not heard.

    A test expects with `@pytest.mark.complains(chromium="pattern", firefox="pattern")`: browsers
    speak differently, and one that is not named must be silent. Of a failed test's popup a
    picture is kept.
    """
    if node.stash.get(FAILED, False) and browser.popup.is_open():
        browser.popup.screenshot(PICTURES / "failed" / f"{node.name}.png")
    marker = node.get_closest_marker("complains")
    pattern = marker.kwargs.get(browser.name, "") if marker else ""
    expected, others = browser.take_complaints(pattern)
    assert not others, "the extension complained:\n" + "\n".join(others)
    assert expected or not pattern, f"the extension should have complained of {pattern!r}"
