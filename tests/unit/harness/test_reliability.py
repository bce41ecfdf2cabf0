"""The table of faults tells what the tests have seen, and nothing else."""

from collections.abc import Callable
from typing import Any, cast

import pytest

from tests.reliability import (
    FAILS,
    HOLDS,
    TABLE,
    UNKNOWN,
    Reliability,
    Results,
    Row,
    differences,
    known,
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


def test_where_the_harness_failed_stands_what_was_known_before() -> None:
    """Seen to fail with an unknown row taken for a row that is gone."""
    ran: Results = {ROW: {"chromium": UNKNOWN, "firefox": HOLDS}, OTHER: {"firefox": UNKNOWN}}
    committed: Results = {ROW: BOTH, OTHER: {"firefox": FAILS}}
    assert known(committed, ran) == committed
    assert known({}, ran) == {ROW: {"firefox": HOLDS}, OTHER: {}}


def stuck() -> None:
    message = "the driver does not answer"
    raise OSError(message)


def wrong() -> None:
    message = "what was typed is lost"
    raise AssertionError(message)


def both() -> None:
    message = "at the end"
    raise ExceptionGroup(message, [OSError("no picture"), AssertionError("complained")])


def fine() -> None:
    """Do what a part of a test does that passes."""


FAULTS = [
    # (what setup, call and teardown do, what is told of the test)
    ((fine, fine, fine), HOLDS),
    ((fine, wrong, fine), FAILS),
    ((fine, fine, wrong), FAILS),  # Complaints are judged there.
    ((wrong, None, fine), UNKNOWN),
    ((stuck, None, fine), UNKNOWN),
    ((fine, stuck, fine), UNKNOWN),
    ((fine, fine, stuck), UNKNOWN),
    ((fine, wrong, stuck), FAILS),
    ((fine, fine, both), FAILS),
]


@pytest.mark.parametrize(("parts", "told"), FAULTS)
def test_only_what_a_test_asserts_is_told_of_it(
    parts: tuple[Callable[[], None] | None, ...], told: str, request: pytest.FixtureRequest
) -> None:
    """Seen to fail, rows 4 to 7: whatever fails counts; the last: no look into groups."""
    reliability, item = Reliability(request.config), cast("pytest.Item", request.node)
    for when, part in zip(("setup", "call", "teardown"), parts, strict=True):
        if part is not None:
            reliability.pytest_runtest_logreport(reported(reliability, item, when, part))
    assert reliability.results == {ROW: {"firefox": told}}


def reported(
    reliability: Reliability, item: pytest.Item, when: str, part: Callable[[], None]
) -> pytest.TestReport:
    """Return the report of a part of a test, as it is sent from process to process."""
    call = pytest.CallInfo.from_call(part, cast("Any", when))
    hook = reliability.pytest_runtest_makereport(item, call)
    next(hook)
    try:
        hook.send(pytest.TestReport.from_item_and_call(item, call))
    except StopIteration as ended:
        report: pytest.TestReport = ended.value
    about = {"fault": ROW.fault, "file": ROW.file, "test": ROW.test, "browser": "firefox"}
    report.user_properties += about.items()
    return report
