"""A table that is one test: every row counts, and one that fails is told with its values."""

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import pytest

from tests.tables import each_row


class Recorded:
    """Subtests that are only written down."""

    def __init__(self) -> None:
        self.failed: list[dict[str, object]] = []

    @contextmanager
    def test(self, msg: str | None, **row: object) -> Iterator[None]:
        assert msg is None
        try:
            yield
        except AssertionError:
            self.failed.append(row)


@pytest.fixture
def recorded() -> Recorded:
    return Recorded()


def test_every_row_that_fails_is_told_and_none_hides_another(recorded: Recorded) -> None:
    """Seen to fail with all rows in one subtest."""
    seen = []

    @each_row(("number", "word"), [(1, "one"), (2, "two"), (3, "three")])
    def is_even(number: int, word: str) -> None:
        seen.append(word)
        assert number % 2 == 0, word

    is_even(subtests=cast("pytest.Subtests", recorded))
    assert seen == ["one", "two", "three"]
    assert recorded.failed == [{"number": 1, "word": "one"}, {"number": 3, "word": "three"}]


def test_what_is_no_column_is_a_fixture(recorded: Recorded) -> None:
    @each_row(("row",), [(1,)])
    def both(person: str, row: int) -> None:
        assert (person, row) == ("somebody", 1)

    assert [*inspect.signature(both).parameters] == ["subtests", "person"]
    both(subtests=cast("pytest.Subtests", recorded), person="somebody")
    assert recorded.failed == []


def test_a_table_without_rows_is_refused() -> None:
    with pytest.raises(AssertionError, match="without rows"):
        each_row(("row",), [])
