"""Tables of cases that are one test: all rows are tried, and those that fail are told with theirs.

A test a row costs more than most of our rows do: it is collected by every process, and each of
its reports goes from one process to another.
"""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps

type Test = Callable[..., None]


def each_row(names: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Callable[[Test], Test]:
    """Run a test once for each row, whose values are its arguments of these names.

    Raises an ExceptionGroup of what the rows raised, each with a note of its values.
    """
    table = [dict(zip(names, row, strict=True)) for row in rows]
    assert table, "a table without rows tells nothing"

    def decorate(test: Test) -> Test:
        @wraps(test)
        def run(**fixtures: object) -> None:
            if failures := [error for row in table if (error := _failure(test, fixtures, row))]:
                raise ExceptionGroup(f"{len(failures)} of {len(table)} rows fail", failures)

        signature = inspect.signature(test)
        others = [one for name, one in signature.parameters.items() if name not in names]
        run.__signature__ = signature.replace(parameters=others)  # type: ignore[attr-defined]
        return run  # pytest gives it the others: they are fixtures.

    return decorate


def _failure(test: Test, fixtures: dict[str, object], row: dict[str, object]) -> Exception | None:
    try:
        test(**fixtures, **row)
    except Exception as error:  # noqa: BLE001  # Whatever it is: the other rows are tried, too.
        error.add_note("in the row: " + ", ".join(f"{name} {value}" for name, value in row.items()))
        return error
    return None
