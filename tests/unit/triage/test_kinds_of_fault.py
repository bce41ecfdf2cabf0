"""Kinds of text that triage once took for something else, from reports of people in autumn 2026.

A row of kinds.tsv stands for its kind: what is to hold, the right categories, and the words. None
of them is learned from.
"""

import pytest

from guide.triage import ranking
from packager.triage_training import corpus

VOCABULARY = ranking.load(corpus.files())
LINES = (corpus.CORPORA / "kinds.tsv").read_text(encoding="utf-8").splitlines()[1:]
ROWS = [tuple(line.split("\t")) for line in LINES]


# Seen to fail, each, with the lexicon that its authors had tuned on their own texts.
@pytest.mark.parametrize(("kind", "right", "text"), ROWS, ids=[row[2][:40] for row in ROWS])
def test_a_kind_of_fault_is_mended(kind: str, right: str, text: str) -> None:
    found = ranking.rank(VOCABULARY, text)
    assert found.ranked[0].category in right.split(","), f"{kind}: {found.ranked[:2]}"


# Seen to fail with function words shown as the reason.
@pytest.mark.parametrize(
    "text", ["it was for me and then", "is this not what they have", "זה של מי"]
)
def test_function_words_decide_nothing(text: str) -> None:
    found = ranking.rank(VOCABULARY, text)
    assert not found.sure
    assert not found.ranked[0].evidence
