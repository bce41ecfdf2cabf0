"""What support's answers say is read rightly: by texts of its own, in two languages.

`python -m tests.bench.replies` prints the figures, of any file of such lines; with --cross --keep
it leaves those of writers from whom nothing was learned in figures.json.
"""

import json

import pytest

from packager.reading_training import corpus
from tests.bench.replies import FOLDER, Figures, figures, rows

# The goals are 0.90 of kinds, 0.95 of case numbers, 0.90 of asked things and 0.05 invented, on
# answers of another writer. These six sets are learned from, so here they must hold more.
LEAST = {"kind": 0.95, "case_number": 0.98, "asked": 0.93, "dates": 0.95}
MOST_INVENTED = 0.05


@pytest.fixture(scope="module")
def found() -> Figures:
    return figures(row for path in sorted(FOLDER.glob("*.jsonl")) for row in rows(path))


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_answers_are_read_rightly(found: Figures, name: str, least: float) -> None:
    assert getattr(found, name) >= least, found.mistakes


def test_little_is_invented(found: Figures) -> None:
    """Seen to fail with every sentence taken for a request."""
    assert found.invented <= MOST_INVENTED, found.mistakes


KEPT = json.loads((corpus.WRITERS / "figures.json").read_text(encoding="utf-8"))
# Where reading stands with unknown writers, who were asked to be as odd as they could; only case
# numbers are at their goal. What speaks for those is fitted to all of these writers, but with a
# writer left out it is the same to 0.01. Phrases of one author had 0.39 to 0.47 of the kinds right.
FOUND = {"kind": 0.69, "case_number": 0.92, "dates": 0.78, "asked": 0.6}
INVENTED = 0.32  # At most, of what is read as asked for.


@pytest.mark.parametrize("writer", corpus.writers())
def test_an_unknown_writer_is_read_no_worse_than_before(writer: str) -> None:
    """Seen to fail with the phrases of one author in place of what was learned."""
    assert [name for name, least in FOUND.items() if KEPT[writer][name] < least] == []
    assert KEPT[writer]["invented"] <= INVENTED


def test_the_figures_are_of_all_who_wrote() -> None:
    """Seen to fail after a writer's file was added."""
    assert [*KEPT] == corpus.writers()
