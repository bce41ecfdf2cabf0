"""What a person is asked at install, in Chromium's own words: no more than before."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.harness.browser import Launch

# An extension that may ask the browser what it would say of another one.
ASKING = {
    "manifest_version": 3,
    "name": "asks",
    "version": "1",
    "permissions": ["management"],
    "background": {"service_worker": "worker.js"},
}
# What was asked for when there was only a popup on the help site.
BEFORE = {
    "permissions": ["storage", "offscreen"],
    "host_permissions": ["https://help.openai.com/*"],
}


@pytest.mark.parametrize("browser_name", ["chromium"], indirect=True)
@pytest.mark.parametrize("locale", ["en"], indirect=True)
def test_installing_asks_for_what_it_always_asked(
    launch: Launch, built: dict[str, Path], tmp_path: Path
) -> None:
    """Seen to fail with "tabs", and with "notifications", among the permissions."""
    (tmp_path / "manifest.json").write_text(json.dumps(ASKING), encoding="utf-8")
    (tmp_path / "worker.js").write_text("chrome.runtime.onInstalled.addListener(() => {});")
    browser = launch(tmp_path)

    def warnings(manifest: dict[str, Any]) -> list[str]:
        text = json.dumps(json.dumps(manifest))
        answer: list[str] = browser.background(
            f"return await chrome.management.getPermissionWarningsByManifest({text})"
        )
        return answer

    # Without its messages a manifest must name none.
    text = (built["chromium"] / "manifest.json").read_text("utf-8").replace("__MSG_", "")
    ours: dict[str, Any] = json.loads(text)
    del ours["default_locale"]
    plain = {"manifest_version": 3, "name": "before", "version": "1"}
    said = warnings(ours)
    assert said == warnings(plain | BEFORE)
    assert said == ["Read and change your data on help.openai.com"]
