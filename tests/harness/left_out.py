"""A built extension whose code lacks more than it should."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

NODE = Path(sys.executable).parent / "node"
RELEASED = Path(__file__).parents[2] / "extension" / "node_modules" / "pyodide" / "pyodide.asm.wasm"
# Functions, by Pyodide's own names, that no opening reaches, but picking a category does.
PICKING = ("PyUnicode_Partition", "PyUnicode_RPartition", "PyDict_Update")


def leave_out(extension: Path, names: Sequence[str]) -> None:
    """Move these functions out of the code that an engine starts with."""
    script = Path(__file__).with_suffix(".mjs")
    done = subprocess.run(
        [NODE, script, RELEASED, extension, *names],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
