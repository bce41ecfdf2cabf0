"""Python sources into the bytecode that Pyodide runs, the same bytes on every machine.

Most of a stock start of Pyodide is compiling the standard library's sources; bytecode made here
saves that. `pyodide py-compile` compiles with the interpreter it runs in, so that one's bytecode
must be Pyodide's: `check` compares their magic numbers.
"""

import importlib.util
import shutil
import sys
from pathlib import Path

from packager import archive, programs, runner
from packager.errors import BuildError

# PEP 552: a pyc begins with its magic number (4 bytes), flags (4), and a hash of its source (8).
# There is no source in our archives, so the hash is not to be compared (flags 0b01), and may be
# zero: an edited comment then changes no byte.
MAGIC, FLAGS = slice(0, 4), slice(4, 8)
UNCHECKED = (0b01).to_bytes(4, "little") + bytes(8)


def read(path: Path) -> dict[str, bytes]:
    """Return the files of a zip or wheel, each .py replaced by its .pyc without lines.

    Raises BuildError.
    """
    with runner.scratch(path.parent) as folder:
        copy = folder / path.name
        shutil.copyfile(path, copy)
        programs.python("pyodide_cli", "py-compile", "--silent", "--compression-level", "0", folder)
        (compiled,) = folder.iterdir()
        programs.python("packager.python_part.lean_code", compiled)
        return {name: _unchecked(name, data) for name, data in archive.read(compiled).items()}


def _unchecked(name: str, data: bytes) -> bytes:
    if not name.endswith(".pyc"):
        return data
    if data[FLAGS] not in {b"\1\0\0\0", b"\3\0\0\0"}:
        message = f"{name} was compiled with a date in it; run the build with its own environment"
        raise BuildError(message)
    return data[MAGIC] + UNCHECKED + data[16:]


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
