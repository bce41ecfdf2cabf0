"""Fingerprints of files and folders: what a step is made from, and what it made."""

import ast
import hashlib
import re
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
def of_code(module: str) -> str:
    """Return the SHA-256 of a module of the packager and of all in the packager that it uses.

    It uses what it imports, and the data and scripts whose file names stand in its text.
    """
    return of_text("\n".join(f"{name} {of_file(PACKAGE / name)}" for name in _used(f"{module}.py")))


def _used(start: str) -> list[str]:
    """Return the names of the packager's files that a file uses, itself first of all, sorted."""
    there = {path.name for path in PACKAGE.iterdir() if path.suffix}
    found: set[str] = set()
    waiting = {start}
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= (_named(name) & there) - found
    return sorted(found)


@cache
def _named(name: str) -> set[str]:
    """Return the file names that one of the packager's imports, if it is Python, or just names."""
    text = (PACKAGE / name).read_text(encoding="utf-8")
    data = {word for word in re.findall(r"\w+\.\w+", text) if not word.endswith(".py")}
    return data | (set(_imports(ast.parse(text))) if name.endswith(".py") else set())


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            root, _, name = node.module.partition(".")
            if root == PACKAGE.name:
                yield from (f"{n}.py" for n in ([name] if name else [a.name for a in node.names]))
