"""How much something is, as one says it: `640 bytes`, `12.5 KB`, `3 MB`."""

from collections.abc import Mapping
from typing import Any

STEP = 1024


def sized(words: Mapping[str, Any], size: int) -> str:
    """Return so many bytes in words."""
    names = words["ui"]["sizes"]
    for name in ("bytes", "kilobytes"):
        if size < STEP:
            return str(names[name].format(count=_short(size)))
        size /= STEP  # type: ignore[assignment]  # From here on it is a fraction.
    return str(names["megabytes"].format(count=_short(size)))


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
