"""What is counted of a case is counted once for each day, and anew for whatever else changed."""

from dataclasses import replace

import pytest

from guide.catalog import loading
from guide.catalog.records import Catalog
from guide.follow_up import by_case
from guide.follow_up.by_case import ByCase
from guide.model import Case, Reply
from tests.tables import each_row

CATALOG = loading.load()
MORNING, EVENING = "2026-12-01T09:00:00+02:00", "2026-12-01T09:30:00+02:00"
CASE = Case("c1", MORNING)
UNDATED = replace(CASE, replies=(Reply("unclear", "some time ago"),))


def counted(*asked: tuple[Catalog, Case, str]) -> int:
    """Return how often a function is called that is asked so."""
    calls = list[str]()

    def count(_: Catalog, __: Case, now: str) -> int:
        calls.append(now)
        return len(calls)

    known = ByCase(count)
    for catalog, case, now in asked:
        known(catalog, case, now)
    return len(calls)


TIMES = {
    "once for the same case at another hour": (1, (CATALOG, CASE, EVENING)),
    "anew on another day": (2, (CATALOG, CASE, "2026-12-02T09:00:00+02:00")),
    "anew in another zone": (2, (CATALOG, CASE, "2026-12-01T09:00:00+03:00")),
    "anew on another day at support alone": (2, (CATALOG, CASE, "2026-12-01T23:00:00+02:00")),
    "anew where now is no time": (2, (CATALOG, CASE, "now")),
    "anew for a case that changed": (2, (CATALOG, replace(CASE, story="more"), MORNING)),
    "anew by another catalog": (2, (replace(CATALOG), CASE, MORNING)),
}


@each_row(("times", "then"), TIMES.values())
def test_a_case_is_counted(times: int, then: tuple[Catalog, Case, str]) -> None:
    """Seen to fail, each: without the comparison that it needs."""
    assert counted((CATALOG, CASE, MORNING), then) == times


def test_what_is_counted_from_this_very_moment_is_not_kept() -> None:
    """Seen to fail without the look at the answers' times."""
    assert counted((CATALOG, UNDATED, MORNING), (CATALOG, UNDATED, EVENING)) == 2


def test_no_more_cases_are_kept_than_that(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen to fail without the bound."""
    monkeypatch.setattr(by_case, "MOST", 1)
    other = replace(CASE, id="c2")
    assert (
        counted(*((CATALOG, one, now) for now in (MORNING, EVENING) for one in (CASE, other))) == 4
    )
