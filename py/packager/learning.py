"""Learn a linear model from texts: multinomial logistic regression, in steps of four bits.

    texts -> features -> those that count -> weights -> steps of four bits -> packed

Stochastic gradient descent with a rate of its own for each weight (Adagrad). A text may have
several right columns: what counts is the share of the right ones together. It is learned twice:
first with all features, to see which carry weight, then with these alone.

Texts come in an order that is mixed once and for all. Sums of floats differ in their last places
from machine to machine, steps of four bits do not show it; yet a committed file is checked by
what it was learned from (`made_of`), not by its bytes.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guide.text.linear_model import FINEST, MIDDLE, LinearTable, packed

SEEN = 2  # Writers who must have used a feature, for else it may be a habit of one.
DROPPED = 0.3  # Features of a text left out each time: no one word should decide alone.
PULL = 1e-5  # Of each weight towards nothing.
BEGUN = 1e-3  # What a weight's rate is divided by at first; its square root.
FAINT = 2e-3  # An error of a share that is not worth a step.
RARE = 0.4  # How much more a feature moves than one e times as frequent.
SHARP = 1.6  # By which sums are multiplied, so that a share is how often it is right.
FEEBLE = 0.7  # Steps below which a weight is none: a table of noughts packs well.

type Floats = NDArray[np.float32]

NOTHING = LinearTable("", 1.0, (0.0, 0.0), packed(b""), packed(b""))  # Learned: of two columns.


@dataclass(frozen=True)
class Sample:
    """A text ready to learn from: its features, how much each moves, what is right, its weight."""

    rows: NDArray[np.int64]
    values: Floats
    right: Floats
    counts: float


@dataclass
class Weights:
    """The weights of each feature for each column, and of no feature (`start`)."""

    at: Floats
    bent: Floats
    start: Floats
    start_bent: Floats
    rate: float
    kept: int = 0

    def __post_init__(self) -> None:
        self.mean, self.start_mean = np.zeros_like(self.at), np.zeros_like(self.start)

    @classmethod
    def none(cls, features_: int, columns: int, rate: float) -> "Weights":
        """Return weights before anything is learned."""
        size = (features_, columns)
        return cls(
            np.zeros(size, np.float32),
            np.full(size, BEGUN, np.float32),
            np.zeros(columns, np.float32),
            np.full(columns, BEGUN, np.float32),
            rate,
        )

    def keep(self) -> None:
        """Take the weights as they are now into their mean: the last texts seen weigh too much."""
        self.kept += 1
        self.mean += (self.at - self.mean) / self.kept
        self.start_mean += (self.start - self.start_mean) / self.kept

    def learn(self, one: Sample, kept: NDArray[np.bool_]) -> None:
        """Go one step towards what is right for one text, of which only some features are seen."""
        rows, left = one.rows[kept], int(kept.sum())
        values = one.values[kept] * np.float32(math.sqrt(len(kept) / max(left, 1)))
        sums = self.start + (self.at[rows] * values).sum(axis=0)
        share = np.exp(sums - sums.max())
        share /= share.sum()
        likely = share * one.right
        error = np.float32(one.counts) * (share - likely / likely.sum())
        columns = np.flatnonzero(np.abs(error) > FAINT)
        error = error[columns]
        self.start_bent[columns] += error * error
        self.start[columns] -= self.rate * error / np.sqrt(self.start_bent[columns])
        where = np.ix_(rows, columns)
        slope = values * error + PULL * self.at[where]
        bent = self.bent[where] + slope * slope
        self.bent[where] = bent
        self.at[where] -= self.rate * slope / np.sqrt(bent)


@dataclass(frozen=True, slots=True)
class Text:
    """A text taken apart: its features, who wrote it, how right each column is, what it counts."""

    features: Sequence[str]
    writer: str
    right: Floats
    counts: float = 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How many features are kept, how often texts are gone through before and after, how fast.

    `least` is that of the LinearModel.
    """

    rows: int
    first: int
    then: int
    rate: float
    least: int = 1


@dataclass(frozen=True)
class Learned:
    """What was learned: features, their weights in whole steps, and the start."""

    features: tuple[str, ...]
    steps: NDArray[np.int8]
    step: float
    start: tuple[float, ...]

    def table(self, made_of: str) -> LinearTable:
        """Return it as the guide reads it."""
        return LinearTable(
            made_of, self.step, self.start, self.packed_features(), self.packed_cells()
        )

    def packed_features(self) -> str:
        """Return the features as a table has them."""
        return packed("\n".join(self.features).encode())

    def packed_cells(self) -> str:
        """Return the cells as a table has them."""
        cells = (self.steps + MIDDLE).astype(np.uint8)
        if cells.shape[1] % 2:
            cells = np.pad(cells, ((0, 0), (0, 1)), constant_values=MIDDLE)
        return packed((cells[:, ::2] | cells[:, 1::2] << 4).tobytes())


def learned(texts: Sequence[Text], plan: Plan) -> Learned:
    """Learn from these texts."""
    count = _shared(texts)
    moves = {name: RARE * math.log(len(texts) / seen) for name, seen in count.items()}
    first = _weights(texts, moves, plan, plan.first, 0.0)
    spread = np.linalg.norm(first.mean, axis=1) * np.sqrt([*count.values()])
    kept = np.sort(np.argsort(-spread, kind="stable")[: plan.rows])
    names = [*count]
    chosen = {names[place]: moves[names[place]] for place in kept}
    then = _weights(texts, chosen, plan, plan.then, DROPPED)
    # What is the same for all columns tells none apart: most weights of a row are near its middle.
    weights = SHARP * (then.mean - np.median(then.mean, axis=1, keepdims=True))
    weights *= np.array([*chosen.values()])[:, None]
    step = float(weights.std())
    steps = np.clip(np.round(weights / step), -FINEST, FINEST)
    steps = np.where(np.abs(weights) < FEEBLE * step, 0, steps).astype(np.int8)
    start = tuple(round(SHARP * float(one), 3) for one in then.start_mean)
    return Learned(tuple(chosen), steps, round(step, 5), start)


def _shared(texts: Sequence[Text]) -> dict[str, int]:
    """Return the features that several writers used, with how many texts have each."""
    count: Counter[str] = Counter()
    writers: dict[str, set[str]] = {}
    for text in texts:
        count.update(text.features)
        for feature in text.features:
            writers.setdefault(feature, set()).add(text.writer)
    return {name: count[name] for name in sorted(count) if len(writers[name]) >= SEEN}


def _weights(
    texts: Sequence[Text], moves: Mapping[str, float], plan: Plan, rounds: int, dropped: float
) -> Weights:
    """Learn what these features weigh, each by how much it moves, in so many rounds."""
    samples = list(_samples(texts, moves, plan.least))
    weights = Weights.none(len(moves), len(texts[0].right), plan.rate)
    mixed = np.random.default_rng(1)
    for number in range(rounds):
        for at in mixed.permutation(len(samples)):
            one = samples[at]
            weights.learn(one, mixed.random(len(one.rows)) >= dropped)
        if number >= rounds // 2:
            weights.keep()
    return weights


def _samples(texts: Sequence[Text], moves: Mapping[str, float], least: int) -> Iterator[Sample]:
    place = {name: at for at, name in enumerate(moves)}
    for text in texts:
        known = [feature for feature in text.features if feature in place]
        values = np.array([[moves[one]] for one in known], np.float32).reshape(-1, 1)
        rows = np.array([place[one] for one in known], np.int64)
        root = np.float32(math.sqrt(max(len(known), least)))
        yield Sample(rows, values / root, text.right, text.counts)


def written(about: str, reader: str, found: LinearTable, *more: str) -> str:
    """Return a table as the text of its file; `about` says what it weighs, `more` are lines."""
    lines = [
        f"# {about};",
        f"# `uv run build.py --renew` makes this file, and guide/{reader}.py reads it.",
        f'made_of = "{found.made_of}"',
        f"step = {found.step}",
        *more,
        f"start = {list(found.start)}",
        f"features = '{found.features}'",
        f"cells = '{found.cells}'",
    ]
    return "\n".join([*lines, ""])
