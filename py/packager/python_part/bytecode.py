"""Python sources into the bytecode that Pyodide runs, the same bytes on every machine.

Most of a stock start of Pyodide is compiling the standard library's sources; bytecode made here
saves that. Pyodide itself compiles it, but for what ask_guide.py makes of the templates: so this
interpreter's bytecode must be Pyodide's, too, and `check` compares their magic numbers.
"""

import importlib.util
import sys
from collections.abc import Mapping
from pathlib import Path

from packager import archive, programs, runner
from packager.errors import BuildError

COMPILER = Path(__file__).with_name("compile_python.mjs")


def of(
    files: Mapping[str, bytes], packages: Path, beside: Path, *, bare: bool = False
) -> dict[str, bytes]:
    """Return the files, each .py replaced by its .pyc; lean_code.py says what is not in that.

    Pyodide as released lies in `packages`; room for a while is taken `beside`. Raises BuildError.
    """
    with runner.scratch(beside) as folder:
        path = folder / "code.zip"
        archive.write(path, files, packed=False)
        programs.node([COMPILER, packages, path, *(["bare"] if bare else [])])
        return archive.read(path)


def check(pyodides: bytes) -> None:
    """Raise BuildError if this interpreter's bytecode is not the one Pyodide runs (its magic)."""
    ours = importlib.util.MAGIC_NUMBER
    if ours != pyodides:
        message = (
            f"Python {sys.version.split()[0]} compiles to bytecode {_number(ours)}, "
            f"but Pyodide runs {_number(pyodides)}; "
            "build with the Python that .python-version names: uv sync --python 3.13"
        )
        raise BuildError(message)


def _number(magic: bytes) -> int:
    """Return the number in a magic (2 bytes little endian, then CR LF)."""
    return int.from_bytes(magic[:2], "little")
