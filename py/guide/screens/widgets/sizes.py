"""How much something is, as one says it: `640 bytes`, `12.5 KB`, `3 MB`."""

from collections.abc import Mapping
from typing import Any

STEP = 1024


def sized(words: Mapping[str, Any], size: int) -> str:
    """Return so many bytes in words."""
    names = words["ui"]["sizes"]
    if size < STEP:
        return str(names["bytes"].format(count=size))
    name, unit = ("kilobytes", STEP) if size < STEP * STEP else ("megabytes", STEP * STEP)
    return str(names[name].format(number=_short(size / unit)))


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
