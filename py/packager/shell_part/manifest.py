"""One manifest per browser from extension/manifest.toml: what all share, and what each adds."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from packager.errors import BuildError

ICON_SIZES = (16, 32, 48, 128)
# With one more, Chromium loads nothing of the extension.
MOST_KEYS = 4


def make(source: Path, target: str, version: str) -> str:
    """Return the manifest.json of a target. Raises BuildError."""
    try:
        parts = tomllib.loads(source.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        message = f"extension/{source.name} cannot be read: {error}; correct it"
        raise BuildError(message) from error
    whole = merge(parts["all"], parts[target])
    policy = {"extension_pages": "; ".join(whole.pop("policy"))}
    icons, quiet = (
        {str(size): f"icons/{name}-{size}.png" for size in ICON_SIZES}
        for name in ("bright", "quiet")
    )
    whole |= {"version": version, "icons": icons, "content_security_policy": policy}
    for button in whole.keys() & {"action", "sidebar_action"}:
        whole[button]["default_icon"] = quiet
    _check_keys(whole.get("commands", {}))
    return json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _check_keys(commands: Mapping[str, Any]) -> None:
    suggested = [name for name, command in commands.items() if "suggested_key" in command]
    if len(suggested) > MOST_KEYS:
        raise BuildError(
            f"extension/manifest.toml: {len(suggested)} commands suggest a key "
            f"({', '.join(suggested)}), and Chromium loads no extension with more than "
            f"{MOST_KEYS}; take a suggested_key away: people can still choose one"
        )


def gecko_id(extension: Path) -> str:
    """Return the id by which Firefox knows a built extension."""
    whole = json.loads((extension / "manifest.json").read_text(encoding="utf-8"))
    return str(whole["browser_specific_settings"]["gecko"]["id"])


def merge(base: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Return both tables in one, table by table; `more` wins, and lists are joined."""
    return {key: _both(base, more, key) for key in {**base, **more}}


def _both(base: Mapping[str, Any], more: Mapping[str, Any], key: str) -> Any:  # noqa: ANN401  # TOML.
    if key not in more or key not in base:
        return more.get(key, base.get(key))
    if isinstance(base[key], dict):
        return merge(base[key], more[key])
    return base[key] + more[key] if isinstance(base[key], list) else more[key]
