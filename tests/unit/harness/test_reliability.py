"""The table of faults tells what the tests have seen, and nothing else."""

from tests.reliability import (
    FAILS,
    HOLDS,
    TABLE,
    Results,
    Row,
    differences,
    merged,
    parsed,
    written,
)

ROW = Row("storage rejects reads", "test_faults.py", "test_one")
OTHER = Row("two popups", "test_faults.py", "test_two")
BOTH = {"chromium": HOLDS, "firefox": HOLDS}


def test_what_is_written_is_read_back() -> None:
    results: Results = {ROW: BOTH, OTHER: {"firefox": FAILS}}
    assert parsed(written(results)) == results


def test_a_table_that_tells_what_was_seen_has_no_differences() -> None:
    assert differences({ROW: BOTH}, {ROW: BOTH}, whole=True) == []


def test_a_row_that_is_missing_is_told() -> None:
    """Seen to fail with a run that only looked at rows it knew from the table."""
    assert len(differences({ROW: BOTH}, {ROW: BOTH, OTHER: BOTH}, whole=False)) == 2


def test_a_result_that_has_changed_is_told() -> None:
    ran: Results = {ROW: {"chromium": FAILS}}
    (line,) = differences({ROW: BOTH}, ran, whole=False)
    assert "chromium: committed holds, now **fails**" in line


def test_a_row_whose_test_is_gone_is_told_by_a_whole_run_only() -> None:
    committed: Results = {ROW: BOTH, OTHER: BOTH}
    assert differences(committed, {ROW: BOTH}, whole=False) == []
    assert len(differences(committed, {ROW: BOTH}, whole=True)) == 2


def test_a_run_of_one_browser_leaves_what_is_known_of_the_other() -> None:
    ran: Results = {ROW: {"chromium": HOLDS}}
    assert merged({ROW: BOTH}, ran, whole=False) == {ROW: BOTH}


def test_everything_in_the_committed_table_holds_in_both_browsers() -> None:
    for row, told in parsed(TABLE.read_text(encoding="utf-8")).items():
        assert told == BOTH, row
