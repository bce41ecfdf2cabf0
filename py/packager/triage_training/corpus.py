"""Complaints as people write them, with the categories that are right; and how triage does there.

A row of `tests/fixtures/triage/<set>.<locale>.tsv` has the right categories, best first, and the
text. `tuning` is learned from; `test` is only looked at.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from guide.catalog import languages, loading
from guide.model import CategoryId, Locale
from guide.triage import ranking
from guide.triage.result import Triage
from guide.triage.vocabulary import CATEGORIES

ROOT = Path(__file__).parents[3]
CONTENT = ROOT / "py" / "guide" / "content"
CORPORA = ROOT / "tests" / "fixtures" / "triage"
LEARNED = "triage/learned.toml"
# What the corrections are learned from, besides the texts.
SOURCES = {"triage/codes.toml", "triage/concepts.toml", "triage/plain.toml"}
SPOKEN = re.compile(r"text/[\w-]+/triage/(?:words|verbs)\.toml")


@dataclass(frozen=True, slots=True)
class Row:
    """One text and the categories that are right for it, best first."""

    right: tuple[CategoryId, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A row and what triage made of it."""

    row: Row
    found: Triage

    @property
    def best(self) -> CategoryId:
        """The category at the first place."""
        return self.found.ranked[0].category

    @property
    def good(self) -> bool:
        """Whether the first place is right."""
        return self.best in self.row.right

    @property
    def dangerous(self) -> bool:
        """Whether triage is sure and wrong about somebody else being in the account."""
        return self.found.sure and not self.good and ranking.DANGER in (self.best, *self.row.right)


def rows(name: str, locale: str) -> list[Row]:
    """Return the rows of one set in one language."""
    lines = (CORPORA / f"{name}.{locale}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    found = []
    for line in lines:
        right, text = line.split("\t")
        found.append(Row(tuple(cast("CategoryId", one) for one in right.split(",")), text))
    return found


def files() -> dict[str, str]:
    """Return all content files by their path."""
    return loading.read_all(CONTENT)


def locales() -> tuple[Locale, ...]:
    """Return the guide's languages; each has its texts."""
    return languages.read(files()).ids


def fingerprint(content: Mapping[str, str]) -> str:
    """Return a hash of all that the corrections are learned from."""
    told = hashlib.sha256()
    for name in sorted(content):
        if name in SOURCES or SPOKEN.fullmatch(name):
            told.update(content[name].encode())
    for locale in locales():
        texts = CORPORA / f"tuning.{locale}.tsv"
        told.update(texts.read_bytes() if texts.exists() else b"")
    return told.hexdigest()[:16]


def judge(vocabulary: ranking.Vocabulary, some: Iterable[Row]) -> list[Judged]:
    """Let triage rank each row."""
    return [Judged(row, ranking.rank(vocabulary, row.text)) for row in some]


def accuracy(judged: Sequence[Judged]) -> float:
    """Return the share of rows with a right category at the first place."""
    return sum(one.good for one in judged) / len(judged)


def macro_f1(judged: Sequence[Judged]) -> float:
    """Return the mean over categories of F1; a right alternative counts as the row's first."""
    pairs = [(one.row.right[0], one.row.right[0] if one.good else one.best) for one in judged]
    return sum(_f1(pairs, category) for category in CATEGORIES) / len(CATEGORIES)


def _f1(pairs: Sequence[tuple[CategoryId, CategoryId]], category: CategoryId) -> float:
    hit = sum(right == best == category for right, best in pairs)
    named = sum((right == category) + (best == category) for right, best in pairs)
    return 2 * hit / named if named else 1.0
