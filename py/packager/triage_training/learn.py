"""Learn the corrections to triage's weights: `build.py --renew` writes them to learned.toml.

Multinomial logistic regression with an L2 pull, not towards zero but towards the authored weights
(a Gaussian prior, its mean what the authors know), by full-batch Adam: no randomness, so the same
content and texts give the same table.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from guide.triage import ranking
from guide.triage.tokens import Token, stem, tokens
from guide.triage.vocabulary import CATEGORIES, word_name
from packager.triage_training.corpus import LEARNED, Row, files, fingerprint, locales, rows

ALTERNATIVE = 0.35  # How right a further category is, beside the first.
PULL = 1.0  # Towards the authored weight of a concept or pair.
WORD_PULL = 0.3  # Towards nothing, for a word; its frequency in few texts is little to go by.
SEEN = 3  # Texts a word must stand in,
EVERYWHERE = 0.03  # and the share of texts in which it stands for nothing.
FAINT = 2  # Tenths below which a word's weights are not worth their bytes.
STEPS = 150
RATE = 0.05
_SHARP, _SMOOTH, _TINY = 0.9, 0.99, 1e-8  # Adam's usual constants, for a smooth problem.
COLUMNS = f"columns = {json.dumps(CATEGORIES)}"
NOTHING = f"made_of = ''\n{COLUMNS}\nstart = {[0] * len(CATEGORIES)}\n[corrections]\n[words]\n"

type Vector = list[float]


@dataclass
class Moving:
    """One row of weights on its way from where it started."""

    home: Vector
    pull: float
    at: Vector = field(default_factory=list)
    slope: Vector = field(default_factory=lambda: [0.0] * len(CATEGORIES))
    bend: Vector = field(default_factory=lambda: [0.0] * len(CATEGORIES))

    def __post_init__(self) -> None:
        self.at = list(self.home)

    def step(self, gradient: Vector, number: int) -> None:
        """Go one step of Adam, shorter towards the end."""
        rate = RATE * (1 - number / (STEPS + 1))
        for i, home in enumerate(self.home):
            pulled = gradient[i] + self.pull * (self.at[i] - home)
            self.slope[i] += (1 - _SHARP) * (pulled - self.slope[i])
            self.bend[i] += (1 - _SMOOTH) * (pulled * pulled - self.bend[i])
            slope = self.slope[i] / (1 - _SHARP**number)
            bend = self.bend[i] / (1 - _SMOOTH**number)
            self.at[i] -= rate * slope / (math.sqrt(bend) + _TINY)


def authored() -> ranking.Vocabulary:
    """Return the vocabulary without any corrections."""
    return ranking.load(files() | {LEARNED: NOTHING})


def learned(vocabulary: ranking.Vocabulary, some: Sequence[Row]) -> ranking.Vocabulary:
    """Return the vocabulary with weights learned from these rows, those of words too."""
    empty = dict.fromkeys(_frequent(some), (0.0,) * len(CATEGORIES))
    known = replace(vocabulary, weights={**vocabulary.weights, **empty})
    texts = [(list(ranking.signals(known, row.text)), _target(row)) for row in some]
    weights = {
        name: Moving(list(vector), WORD_PULL if name in empty else PULL)
        for name, vector in known.weights.items()
    }
    start = Moving(list(vocabulary.start), PULL)
    for number in range(1, STEPS + 1):
        _walk(weights, start, texts, number)
    moved = {name: tuple(vector.at) for name, vector in weights.items()}
    return replace(vocabulary, weights=moved, start=tuple(start.at))


def _frequent(some: Sequence[Row]) -> list[str]:
    most = EVERYWHERE * len(some)
    texts = Counter(name for row in some for name in {*map(_name, tokens(row.text))})
    return sorted(name for name, count in texts.items() if SEEN <= count <= most)


def _name(token: Token) -> str:
    return word_name(stem(token.word))


def _walk(
    weights: Mapping[str, Moving],
    start: Moving,
    texts: Iterable[tuple[list[str], Vector]],
    number: int,
) -> None:
    slopes = {name: [0.0] * len(CATEGORIES) for name in weights}
    first = [0.0] * len(CATEGORIES)
    for names, target in texts:
        sums = list(start.at)
        for name in names:
            sums = [a + b for a, b in zip(sums, weights[name].at, strict=True)]
        errors = [a - b for a, b in zip(ranking.shares(sums), target, strict=True)]
        for slope in (first, *(slopes[name] for name in names)):
            slope[:] = [a + b for a, b in zip(slope, errors, strict=True)]
    start.step(first, number)
    for name, slope in slopes.items():
        weights[name].step(slope, number)


def _target(row: Row) -> Vector:
    first, *others = row.right
    right = {first: 1.0, **dict.fromkeys(others, ALTERNATIVE)}
    whole = sum(right.values())
    return [right.get(category, 0.0) / whole for category in CATEGORIES]


def table() -> str:
    """Return `learned.toml` for today's content and tuning texts."""
    before = authored()
    after = learned(before, [row for locale in locales() for row in rows("tuning", locale)])
    nothing = (0.0,) * len(CATEGORIES)
    changes = {
        name: _tenths(before.weights.get(name, nothing), vector)
        for name, vector in sorted(after.weights.items())
    }
    head = [
        "# Corrections to the authored weights, and the weights of single words, in tenths, one",
        "# for each of `columns`; `uv run build.py --renew` makes this file.",
        f'made_of = "{fingerprint(files())}"',
        COLUMNS,
        f"start = {_tenths(before.start, after.start)}",
    ]
    corrections = [f"{n} = {_row(c)}" for n, c in changes.items() if n in before.weights and any(c)]
    words = [
        f'"{name.removeprefix(word_name(""))}" = {_row(change)}'
        for name, change in changes.items()
        if name not in before.weights and max(map(abs, change)) >= FAINT
    ]
    return "\n".join([*head, "", "[corrections]", *corrections, "", "[words]", *words, ""])


def _tenths(before: Iterable[float], after: Iterable[float]) -> list[int]:
    return [round(10 * (b - a)) for a, b in zip(before, after, strict=True)]


def _row(some: list[int]) -> str:
    return str(some).replace(" ", "")
