"""The steps that make the package's code, see the package's docstring."""

import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from packager import programs, runner
from packager.errors import BuildError

HERE = Path(__file__).parent
REACHED = HERE / "reached.json"
DESCRIPTION = "engine-files.js"  # A module for engine.js, not a file of the package.
RELEASED = ("pyodide.asm.wasm", "pyodide.asm.js")


def make(packages: Path, folder: Path) -> None:
    """Write the code that was reached, the rest of it, its script, and what is in memory at first.

    Raises BuildError, also if `REACHED` is of another Pyodide.
    """
    programs.node([HERE / "make_engine.mjs", packages, folder, REACHED])
    programs.node([HERE / "shake.mjs", packages, folder])


def make_full(packages: Path, folder: Path) -> None:
    """Write the code as released. Raises BuildError."""
    programs.node([HERE / "make_engine.mjs", packages, folder])
    for name in RELEASED:
        shutil.copyfile(packages / name, folder / name)


def compare(cut: Path, parts: Sequence[Path], folder: Path) -> None:
    """Write the digest of the heap that a visit leaves, whichever code it went by.

    `cut` is the folder of what `make` has made, `parts` are those of the steps whose files a visit
    needs. Raises BuildError if there are two heaps.
    """
    heaps = _heaps(parts, folder) | _heaps([*parts, cut], folder)
    wanted = heaps["the code as released"]
    if others := [code for code, heap in heaps.items() if heap != wanted]:
        message = f"with {others[0]} the visit leaves another heap than with the code as released"
        raise BuildError(message)
    (folder / "same-heap.txt").write_text(f"{wanted}\n", encoding="utf-8")


def _heaps(parts: Iterable[Path], folder: Path) -> dict[str, str]:
    with runner.scratch(folder.parent) as files:
        for part in parts:
            shutil.copytree(part, files, dirs_exist_ok=True)
        heaps: dict[str, str] = json.loads(programs.node([HERE / "gate.mjs", files]))
    return heaps
