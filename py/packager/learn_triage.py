"""Learn the corrections to triage's weights: `uv run python -m packager.learn_triage`.

Multinomial logistic regression with an L2 pull, not towards zero but towards the authored weights
(a Gaussian prior, its mean what the authors know), by full-batch Adam: no randomness, so the same
content and texts give the same table.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from guide import triage
from guide.triage_words import CATEGORIES
from packager.triage_corpus import LEARNED, LOCALES, Row, files, fingerprint, rows

ALTERNATIVE = 0.35  # How right a further category is, beside the first.
PULL = 1.0
STEPS = 150
RATE = 0.05
_SHARP, _SMOOTH, _TINY = 0.9, 0.99, 1e-8  # Adam's usual constants, for a smooth problem.
NOTHING = "made_of = ''\nstart = [{}]\n[corrections]\n".format(", ".join("0" for _ in CATEGORIES))

type Vector = list[float]


@dataclass
class Moving:
    """One row of weights on its way from where it started."""

    home: Vector
    at: Vector = field(default_factory=list)
    slope: Vector = field(default_factory=lambda: [0.0] * len(CATEGORIES))
    bend: Vector = field(default_factory=lambda: [0.0] * len(CATEGORIES))

    def __post_init__(self) -> None:
        self.at = list(self.home)

    def step(self, gradient: Vector, number: int) -> None:
        """Go one step of Adam, shorter towards the end."""
        rate = RATE * (1 - number / (STEPS + 1))
        for i, home in enumerate(self.home):
            pulled = gradient[i] + PULL * (self.at[i] - home)
            self.slope[i] += (1 - _SHARP) * (pulled - self.slope[i])
            self.bend[i] += (1 - _SMOOTH) * (pulled * pulled - self.bend[i])
            slope = self.slope[i] / (1 - _SHARP**number)
            bend = self.bend[i] / (1 - _SMOOTH**number)
            self.at[i] -= rate * slope / (math.sqrt(bend) + _TINY)


def authored() -> triage.Vocabulary:
    """Return the vocabulary without any corrections."""
    return triage.load(files() | {LEARNED.name: NOTHING})


def learned(vocabulary: triage.Vocabulary, some: Sequence[Row]) -> triage.Vocabulary:
    """Return the vocabulary with weights learned from these rows."""
    texts = [(list(triage.signals(vocabulary, row.text)), _target(row)) for row in some]
    weights = {name: Moving(list(vector)) for name, vector in vocabulary.weights.items()}
    start = Moving(list(vocabulary.start))
    for number in range(1, STEPS + 1):
        _walk(weights, start, texts, number)
    moved = {name: tuple(vector.at) for name, vector in weights.items()}
    return replace(vocabulary, weights=moved, start=tuple(start.at))


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
        errors = [a - b for a, b in zip(triage.shares(sums), target, strict=True)]
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
    after = learned(before, [row for locale in LOCALES for row in rows("tuning", locale)])
    lines = [
        "# Corrections to the authored weights in hundredths, a column for each category;",
        "# made by `uv run python -m packager.learn_triage`, never by hand.",
        f'made_of = "{fingerprint(files())}"',
        f"start = {_hundredths(before.start, after.start)}",
        "",
        "[corrections]",
    ]
    for name, vector in sorted(after.weights.items()):
        change = _hundredths(before.weights[name], vector)
        if any(change):
            lines.append(f"{name} = {change}")
    return "\n".join(lines) + "\n"


def _hundredths(before: Iterable[float], after: Iterable[float]) -> list[int]:
    return [round(100 * (b - a)) for a, b in zip(before, after, strict=True)]


if __name__ == "__main__":
    LEARNED.write_text(table(), encoding="utf-8")
