"""What code says of itself and nobody asks for: it would be in the heap, and in the archive.

`compiled` runs in Pyodide (compile_python.mjs), so this imports nothing of ours.
"""

import ast
import importlib.util
import marshal
from types import CodeType

# PEP 552: a .pyc begins with its magic number, flags (4 bytes), and a hash of its source (8).
# There is no source in our archives, so the hash is not to be compared (flags 0b01), and may be
# zero: an edited comment then changes no byte.
UNCHECKED = (0b01).to_bytes(4, "little") + bytes(8)
LEAN = 2  # The level of optimization that leaves out docstrings and asserts.
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


def compiled(name: str, source: bytes, *, bare: bool) -> bytes:
    """Return the .pyc of a module without lines, and if `bare` without the annotations, too.

    Raises SyntaxError.
    """
    text = without_annotations(source.decode()) if bare else source
    code = compile(text, name, "exec", dont_inherit=True, optimize=LEAN)
    # Which names marshal writes once, and refers to later, hangs on what else the interpreter
    # knows: it has to be one that has done nothing else.
    code = marshal.loads(marshal.dumps(code))  # noqa: S302  # Our own.
    return importlib.util.MAGIC_NUMBER + UNCHECKED + marshal.dumps(without_lines(code))
