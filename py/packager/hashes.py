"""Fingerprints of files and folders: what a step is made from, and what it made."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent

# Made by interpreters and editors as one works; nothing is built from them.
IGNORED = {"__pycache__", "node_modules", ".DS_Store"}


def of_file(path: Path) -> str:
    """Return the SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def of_text(text: str) -> str:
    """Return the SHA-256 of a text, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def walk(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, sorted, without what `IGNORED` names."""
    for path in sorted(folder.iterdir()):
        if path.name in IGNORED:
            continue
        if path.is_dir():
            yield from walk(path)
        else:
            yield path


def of_tree(path: Path) -> str:
    """Return the SHA-256 over the names and contents of all files below `path`, or of that file.

    A path that does not exist has a digest too, so that adding it later is noticed.
    """
    if not path.is_dir():
        return of_file(path) if path.exists() else "missing"
    lines = (f"{of_file(file)} {file.relative_to(path).as_posix()}" for file in walk(path))
    return of_text("\n".join(lines))


@cache
def of_packager() -> str:
    """Return the SHA-256 over all of the packager: what made a step, whichever module it was.

    To follow its imports instead spared rebuilds of 20 s, and cost a moved module its place in
    the key, in silence.
    """
    return of_tree(PACKAGE)
