"""The part of Python's library, and of the pinned libraries, that ships."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from packager import archive, runner
from packager.python_part import bytecode
from packager.supply import pins

LIST = Path(__file__).with_name("stdlib.toml")


def make(stdlib: Path, folder: Path) -> None:
    """Write library.zip: what ships of Pyodide's library and the pinned ones, as bytecode.

    Raises BuildError.
    """
    libraries = {name: path.read_bytes() for name, path in pins.python()}
    with runner.scratch(folder.parent) as sources:
        plain = sources / "library.zip"
        archive.write(plain, trim(archive.read(stdlib)) | libraries, packed=False)
        archive.write(folder / "library.zip", bytecode.read(plain), packed=False)


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
