"""Tables of cases that are one test: all rows are tried, and those that fail are told apart.

A test a row costs more than most of our rows do: it is collected by every process, named, and
handed from one process to another. A row is one of pytest's subtests instead.
"""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps

import pytest

type Test = Callable[..., None]


def each_row(names: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Callable[[Test], Test]:
    """Run a test once for each row, whose values are its arguments of these names."""
    table = [dict(zip(names, row, strict=True)) for row in rows]
    assert table, "a table without rows tells nothing"

    def decorate(test: Test) -> Test:
        @wraps(test)
        def run(subtests: pytest.Subtests, **fixtures: object) -> None:
            for row in table:
                with subtests.test(None, **row):
                    test(**fixtures, **row)

        columns = inspect.signature(test).parameters
        others = [one for name, one in columns.items() if name not in names]
        own = inspect.signature(run, follow_wrapped=False).parameters["subtests"]
        signature = inspect.Signature([own, *others])
        run.__signature__ = signature  # type: ignore[attr-defined]  # pytest asks it for fixtures.
        return run

    return decorate
