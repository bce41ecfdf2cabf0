"""Fingerprints of files and folders: what a step is made from, and what it made."""

import ast
import hashlib
from collections.abc import Iterable, Iterator
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
    """Return the SHA-256 of a module of the packager, all of the packager it imports, and its data.

    The data (pins, lists, scripts for Node) are few, so any of them counts for every module.
    """
    data = [path for path in PACKAGE.iterdir() if path.suffix not in {".py", ""}]
    sources = [PACKAGE / f"{name}.py" for name in _reached(module)]
    return of_text("\n".join(of_file(path) for path in sorted((*data, *sources))))


def _reached(*modules: str) -> set[str]:
    """Return the modules of the packager that these import, and the ones those import."""
    found: set[str] = set()
    waiting = [*modules]
    while waiting:
        if (name := waiting.pop()) not in found and (PACKAGE / f"{name}.py").exists():
            found.add(name)
            waiting += _imports(ast.parse((PACKAGE / f"{name}.py").read_bytes()))
    return found


def _imports(tree: ast.AST) -> Iterable[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            root, _, name = node.module.partition(".")
            if root == PACKAGE.name:
                yield from [name] if name else [alias.name for alias in node.names]
