"""A tree as it is built: one build at a time, in its folder `.build`."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from rich.console import Console

from packager import report, runner


@contextmanager
def building(root: Path, console: Console) -> Iterator[runner.Runner]:
    """Give what makes the steps of the tree, while nobody else does."""
    folder = root / ".build"
    folder.mkdir(exist_ok=True)
    with _alone(folder / "lock", console):
        runner.sweep(folder)
        yield runner.Runner(folder, report.Progress(console))


def version(root: Path) -> str:
    """Return the version that pyproject.toml gives the project."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


@contextmanager
def _alone(path: Path, console: Console) -> Iterator[None]:
    """Keep two builds of one tree apart, and say so if one has to wait."""
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        console.print("Another build of this tree is running; waiting for it.")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
