"""The engine is broken: the person is told in their language, and still has guide and request."""

from pathlib import Path
from typing import Any

import pytest

from tests.harness.browser import Launch
from tests.harness.staging import WASM


@pytest.mark.fault("a file that nothing can stand in for is missing")
@pytest.mark.parametrize("missing", ["engine.js", WASM])
@pytest.mark.complains(chromium="ERR_FILE_NOT_FOUND")
def test_a_missing_engine_file_leaves_the_guide_to_read_and_a_request_to_copy(
    launch: Launch, variant: Path, locale: str, words: dict[str, Any], missing: str
) -> None:
    """Seen to fail with a shell that leaves its failed page empty, and, the end of the notice, with
    the one before: "Copied" stood there for good.
    """
    (file,) = variant.rglob(missing)
    file.unlink()
    browser = launch(variant)
    popup = browser.popup
    popup.open()
    popup.wait_for("#failed main")
    text = words["ui"]["static"]
    assert text["title"] in popup.text("#failed")
    assert popup.evaluate("return document.documentElement.lang") == locale
    popup.click("#failed summary")
    assert popup.has("#failed details[open] .points li")
    popup.click("#copy-plain")
    browser.wait_until(lambda: browser.clipboard() != "", "the request is copied")
    assert browser.clipboard().split() == text["request"].split()
    popup.wait_for("[data-notice='copied']")
    popup.click("#failed summary")
    popup.wait_until(lambda: not popup.has("[data-notice='copied']"), "no notice of what is over")
