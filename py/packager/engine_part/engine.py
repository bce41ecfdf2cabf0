"""The steps that make the package's code, see the package's docstring."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from packager import programs, runner

HERE = Path(__file__).parent
REACHED = HERE / "reached.json"
DESCRIPTION = "engine-files.js"  # A module for engine.js, not a file of the package.
RELEASED = "pyodide.asm.wasm"


def make(packages: Path, folder: Path) -> None:
    """Write the code that was reached, the rest of it, and what is in memory at first.

    Raises BuildError, also if `REACHED` is of another Pyodide.
    """
    programs.node([HERE / "make_engine.mjs", packages, folder, REACHED])


def make_full(packages: Path, folder: Path) -> None:
    """Write the code as released. Raises BuildError."""
    programs.node([HERE / "make_engine.mjs", packages, folder])
    shutil.copyfile(packages / RELEASED, folder / RELEASED)


def compare(parts: Iterable[Path], folder: Path) -> None:
    """Write the digest of the heap that a visit leaves, whichever code it went by.

    `parts` are the folders of the steps whose files it needs. Raises BuildError if there are two.
    """
    with runner.scratch(folder.parent) as all_files:
        for part in parts:
            shutil.copytree(part, all_files, dirs_exist_ok=True)
        programs.node([HERE / "gate.mjs", all_files, folder])
