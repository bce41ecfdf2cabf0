"""The manifests are as tests/fixtures/manifests.json has them, whole.

What the extension may do, and may be reached by, is decided in that one file: a change of
`extension/manifest.toml` is not enough. Whoever changes a permission or the policy there writes it
in both places, on purpose, and tells the person why in the store's text and the privacy page.
"""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
AGREED: dict[str, Any] = json.loads(
    (ROOT / "tests" / "fixtures" / "manifests.json").read_text(encoding="utf-8")
)
HELP = ["https://help.openai.com/*"]


@pytest.mark.parametrize("target", AGREED)
def test_the_manifest_is_as_agreed(built: dict[str, Path], target: str) -> None:
    """Seen to fail: with "tabs" among the permissions, and with 'unsafe-inline' in the policy."""
    whole = json.loads((built[target] / "manifest.json").read_text(encoding="utf-8"))
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert whole.pop("version") == version["version"]
    assert whole == AGREED[target], "agree on it first: tests/fixtures/manifests.json"


@pytest.mark.parametrize("target", AGREED)
def test_no_site_but_the_help_site_was_ever_agreed_on(target: str) -> None:
    """The agreed list itself: no other host, no way in for pages, no policy that lets a call out.

    Seen to fail: with "<all_urls>" among the host permissions of the list, and with a host of its
    own in connect-src.
    """
    whole = AGREED[target]
    assert whole["host_permissions"] == HELP
    doors = {"web_accessible_resources", "externally_connectable", "content_scripts"}
    assert not (doors | {"optional_host_permissions", "sandbox"}) & {*whole}
    assert whole["optional_permissions"] == ["notifications"]
    assert "://" not in " ".join(whole["permissions"])
    policy = whole["content_security_policy"]
    assert list(policy) == ["extension_pages"]
    rules = dict(rule.split(" ", 1) for rule in policy["extension_pages"].split("; "))
    assert rules["default-src"] == "'none'"
    own = {"'self'", "'none'", "'wasm-unsafe-eval'", "'script'", "paint", "worker"}
    assert {word for rule in rules.values() for word in rule.split()} <= own
