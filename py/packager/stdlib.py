"""The part of Python's library, and of the pinned libraries, that ships: still as sources."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from packager import archive, pins

LIST = Path(__file__).with_name("stdlib.toml")


def make(stdlib: Path) -> dict[str, bytes]:
    """Return the trimmed standard library and the pinned libraries. Raises BuildError."""
    libraries = {name: path.read_bytes() for name, path in pins.python()}
    return trim(archive.read(stdlib)) | libraries


def trim(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files that stdlib.toml does not drop. Its names ending in / are folders."""
    rules = tomllib.loads(LIST.read_text(encoding="utf-8"))
    drop = _names(rules["drop"])
    keep = set(_names(rules["keep"]))
    return {n: data for n, data in files.items() if n in keep or not _dropped(n, drop)}


def _names(groups: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    return tuple(name for group in groups.values() for name in group)


def _dropped(name: str, drop: tuple[str, ...]) -> bool:
    return name in drop or any(name.startswith(d) for d in drop if d.endswith("/"))
