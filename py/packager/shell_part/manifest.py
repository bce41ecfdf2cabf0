"""One manifest per browser from extension/manifest.toml: what all share, and what each adds."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from packager.errors import BuildError

ICON_SIZES = (16, 32, 48, 128)


def make(source: Path, target: str, version: str) -> str:
    """Return the manifest.json of a target. Raises BuildError."""
    try:
        parts = tomllib.loads(source.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        message = f"extension/{source.name} cannot be read: {error}; correct it"
        raise BuildError(message) from error
    whole = merge(parts["all"], parts[target])
    policy = {"extension_pages": "; ".join(whole.pop("policy"))}
    icons = {str(size): f"icons/{size}.png" for size in ICON_SIZES}
    whole |= {"version": version, "icons": icons, "content_security_policy": policy}
    whole["action"]["default_icon"] = icons
    return json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


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
