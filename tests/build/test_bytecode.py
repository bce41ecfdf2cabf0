"""What ships is compiled by the Python that runs it, whatever the Python of the machine is."""

import marshal
from pathlib import Path
from types import CodeType

from packager.python_part import bytecode, lean_code
from packager.supply import npm

ROOT = Path(__file__).parents[2]
SOURCE = b'def total(rows):\n    """Add them."""\n    return sum(row for row in rows)\n'
GET_ITER = b"\x13\x00"  # In CPython 3.13: its number, and no argument.


def _inside(code: CodeType) -> CodeType:
    """Return the one code object in another."""
    (found,) = (it for it in code.co_consts if isinstance(it, CodeType))
    return found


def test_no_instruction_hangs_on_the_patch_release_of_the_machines_python(
    tools: Path,  # noqa: ARG001  # Pyodide is among them.
    tmp_path: Path,
) -> None:
    """CPython 3.13.0 has a generator take its rows as they are, 3.13.2 makes an iterator of them.

    Seen to fail on 3.13.0 with code that this interpreter has compiled.
    """
    packages = tmp_path / "packages"
    packages.mkdir()
    npm.take(ROOT / "extension", packages)
    files = bytecode.of({"a/total.py": SOURCE, "a/read.me": b"?"}, packages, tmp_path)
    assert files.keys() == {"a/total.pyc", "a/read.me"}
    head = len(lean_code.UNCHECKED) + 4
    total = _inside(marshal.loads(files["a/total.pyc"][head:]))  # noqa: S302  # Just made.
    assert GET_ITER in _inside(total).co_code
    assert total.co_filename == "a/total.py"
    assert total.co_consts[0] is None, "docstrings stay with the sources"
