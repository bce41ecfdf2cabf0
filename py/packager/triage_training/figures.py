"""How well triage does on texts for which it is known what is right."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from guide.ids import CategoryId
from guide.triage import ranking
from guide.triage.result import Triage
from guide.triage.vocabulary import CATEGORIES
from packager.triage_training.corpus import Row

SHOWN = 3  # Topics that a person chooses from.


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
        """Whether the first category is right."""
        return self.best in self.row.categories

    def names(self, places: int) -> bool:
        """Tell whether a right topic is among the first ones."""
        return any(one.topic in self.row.topics for one in self.found.topics[:places])

    @property
    def misled(self) -> bool:
        """Whether something wrong is shown as a fact: the category, or a topic that is known."""
        return self.found.sure and not (self.good and (not self.row.topics or self.names(1)))

    @property
    def harmless(self) -> bool:
        """Whether a break-in or a scam is surely taken for something harmless."""
        danger = ranking.DANGER
        return self.found.sure and self.best != danger == self.row.categories[0] and not self.good


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of texts; `harmless` is of those that are about security. Topics: where known."""

    texts: int
    category: float
    macro_f1: float
    topic: float
    in_three: float
    sure: float
    misled: float
    harmless: float

    def __str__(self) -> str:
        """Return the figures in a line."""
        some = {name: value for name, value in asdict(self).items() if name != "texts"}
        return f"{self.texts:6}  " + "  ".join(f"{name} {one:.3f}" for name, one in some.items())


def judge(vocabulary: ranking.Vocabulary, some: Iterable[Row]) -> list[Judged]:
    """Let triage rank each row."""
    return [Judged(row, ranking.rank(vocabulary, row.text)) for row in some]


def figures(judged: Sequence[Judged]) -> Figures:
    """Return how well these went."""
    dangerous = [one for one in judged if one.row.categories[0] == ranking.DANGER]
    return Figures(
        texts=len(judged),
        category=_share(one.good for one in judged),
        macro_f1=macro_f1(judged),
        topic=_share(one.names(1) for one in judged),
        in_three=_share(one.names(SHOWN) for one in judged),
        sure=_share(one.found.sure for one in judged),
        misled=_share(one.misled for one in judged),
        harmless=_share(one.harmless for one in dangerous),
    )


def _share(some: Iterable[bool]) -> float:
    known = list(some)
    return sum(known) / max(len(known), 1)


def macro_f1(judged: Sequence[Judged]) -> float:
    """Return the mean over categories of F1; a right alternative counts as the row's first."""
    pairs = [
        (one.row.categories[0], one.row.categories[0] if one.good else one.best) for one in judged
    ]
    return sum(_f1(pairs, category) for category in CATEGORIES) / len(CATEGORIES)


def _f1(pairs: Sequence[tuple[CategoryId, CategoryId]], category: CategoryId) -> float:
    hit = sum(right == best == category for right, best in pairs)
    named = sum((right == category) + (best == category) for right, best in pairs)
    return 2 * hit / named if named else 1.0
