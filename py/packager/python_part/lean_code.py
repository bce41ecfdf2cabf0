"""What code says of itself and nobody asks for: it would be in the heap, and in the archive.

    python -m packager.python_part.lean_code ARCHIVE   takes the line tables out of its .pyc files

Which names marshal writes once, and refers to later, hangs on what else the interpreter knows.
So this is a program of its own: the same files give the same bytes, whatever a build has imported.
"""

import ast
import marshal
import sys
from pathlib import Path
from types import CodeType

from packager import archive

HEAD = 16  # Bytes before the code of a .pyc, see bytecode.py.
UNIT = 2  # Bytes of an instruction, or of its cache.


def without_annotations(source: str) -> str:
    """Return a module whose functions say nothing of their types; those of its classes stay.

    Dataclasses read theirs, and so does whoever checks what was stored.
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
    return ast.unparse(tree)


def without_lines(code: CodeType) -> CodeType:
    """Return the code, and all code in it, without the lines that it comes from."""
    inside = (without_lines(it) if isinstance(it, CodeType) else it for it in code.co_consts)
    return code.replace(co_linetable=_nowhere(len(code.co_code)), co_consts=tuple(inside))


def _nowhere(size: int) -> bytes:
    """Return the table of so many bytes of code that come from no line.

    A table of none is shorter, but traceback.py has no sentence then, not even of the error. The
    form is CPython's (Objects/locations.md): a byte for up to eight units of code, of kind 15.
    """
    whole, rest = divmod(size // UNIT, 8)
    return b"\xff" * whole + bytes([0xF8 | (rest - 1)] if rest else [])


def _main(path: Path) -> None:
    files = {
        name: data[:HEAD] + marshal.dumps(without_lines(marshal.loads(data[HEAD:])))  # noqa: S302  # Our own.
        if name.endswith(".pyc")
        else data
        for name, data in archive.read(path).items()
    }
    archive.write(path, files, packed=False)


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
