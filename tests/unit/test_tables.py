"""A table that is one test: every row counts, and one that fails is told with its values."""

import inspect

import pytest

from tests.tables import each_row


def test_every_row_that_fails_is_told_and_none_hides_another() -> None:
    seen = []

    @each_row(("number", "word"), [(1, "one"), (2, "two"), (3, "three")])
    def is_even(number: int, word: str) -> None:
        seen.append(word)
        assert number % 2 == 0, word

    with pytest.raises(ExceptionGroup, match="2 of 3 rows fail") as raised:
        is_even()
    assert seen == ["one", "two", "three"]
    told = [error.__notes__ for error in raised.value.exceptions]
    assert told == [["in the row: number 1, word one"], ["in the row: number 3, word three"]]


def test_what_is_no_column_is_a_fixture() -> None:
    @each_row(("row",), [(1,)])
    def both(person: str, row: int) -> None:
        assert (person, row) == ("somebody", 1)

    assert [*inspect.signature(both).parameters] == ["person"]
    both(person="somebody")


def test_a_table_without_rows_is_refused() -> None:
    with pytest.raises(AssertionError, match="without rows"):
        each_row(("row",), [])
