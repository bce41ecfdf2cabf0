"""The part of Python's library, and of the pinned libraries, that ships."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from packager import archive
from packager.python_part import bytecode
from packager.supply import pins

LIST = Path(__file__).with_name("stdlib.toml")
CUSTOM = Path(__file__).with_name("sitecustomize.py")
# What `make` writes: the library that ships, and what only the heap is made with.
LIBRARY, LEAN = "library.zip", f"{CUSTOM.stem}.pyc"


def make(packages: Path, folder: Path) -> None:
    """Write what ships of Pyodide's library and the pinned ones, and sitecustomize, as bytecode.

    Raises BuildError.
    """
    files = trim(archive.read(packages / "python_stdlib.zip"))
    files |= {name: path.read_bytes() for name, path in pins.python()}
    files[CUSTOM.name] = CUSTOM.read_bytes()
    code = bytecode.of(files, packages, folder.parent)
    (folder / LEAN).write_bytes(code.pop(LEAN))
    archive.write(folder / LIBRARY, code, packed=False)


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
