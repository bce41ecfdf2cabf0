"""What support's answers say is read rightly: by texts of its own, in two languages.

`python -m tests.bench.replies` prints the figures, of any file of such lines.
"""

import pytest

from tests.bench.replies import FOLDER, Figures, figures, rows

# The goals are 0.90 of kinds, 0.95 of case numbers, 0.90 of asked things and 0.05 invented, on
# answers of another writer. These six sets were each read once before their words were added: of
# the kinds 0.90, 0.83, 0.59, 0.72, 0.75 and 0.80 were right then. So here they must hold more.
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
