"""What is taken out of code that ships: it does the same, and says less of itself."""

import traceback
from types import CodeType

from packager.python_part import lean_code

SOURCE = """
from dataclasses import dataclass

@dataclass
class Row:
    size: int = 2

def total(*rows: Row, extra: int = 1, **named: str) -> int:
    def one(row: Row) -> int:
        return row.size
    return sum(map(one, rows)) + extra
"""


def test_functions_lose_their_annotations_and_classes_keep_theirs() -> None:
    """Seen to fail with the annotations of arguments left."""
    world: dict[str, object] = {}
    exec(lean_code.without_annotations(SOURCE), world)  # noqa: S102  # The text above.
    row, total = world["Row"], world["total"]
    assert total.__annotations__ == {}
    assert row.__annotations__ == {"size": int}
    assert total(row(), row(5)) == 8  # type: ignore[operator]


def test_no_code_keeps_its_lines() -> None:
    """Seen to fail with the code inside of other code left as it was."""
    open_ = [lean_code.without_lines(compile(SOURCE, "source.py", "exec"))]
    found = []
    while open_:
        code = open_.pop()
        found.append(code.co_name)
        assert {*code.co_positions()} == {(None, None, None, None)}
        open_ += [it for it in code.co_consts if isinstance(it, CodeType)]
    assert {"<module>", "Row", "total", "one"} <= {*found}


def test_an_error_in_code_without_lines_can_still_be_told() -> None:
    """Seen to fail with an empty table: traceback.py ends with StopIteration."""
    code = lean_code.without_lines(compile("def broken(): return 1 / 0", "source.py", "exec"))
    world: dict[str, object] = {}
    exec(code, world)  # noqa: S102  # The text above.
    try:
        world["broken"]()  # type: ignore[operator]
    except ZeroDivisionError as error:
        told = traceback.format_exception(error)
    assert "in broken" in told[-2]
    assert told[-1] == "ZeroDivisionError: division by zero\n"
