"""Learn the topic model: `build.py --renew` writes it to triage/topic_model.toml.

    texts -> features -> those that count -> weights -> steps of four bits -> TOML

Multinomial logistic regression by stochastic gradient descent with a rate of its own for each
weight (Adagrad). A text may have several right topics, and one that is known by its category only
has all of the category's: what counts is the share of the right ones together. It is learned twice:
first with all features, to see which carry weight, then with these alone.

Texts come in an order that is mixed once and for all. Sums of floats differ in their last places
from machine to machine, steps of four bits do not show it; yet the committed file is checked by
what it was learned from (`made_of`), not by its bytes.
"""

import math
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guide.triage.features import features
from guide.triage.tokens import tokens
from guide.triage.topic_model import FINEST, MIDDLE, TopicTable, packed
from packager.triage_training import corpus
from packager.triage_training.corpus import Row

ROWS = 17_000  # Features that are kept: what they weigh is the size of the file.
SEEN = 2  # Writers who must have used a feature, for else it may be a habit of one.
FIRST, THEN = 2, 6  # How often all texts are gone through, with all features and with those kept.
RATE = 0.1
PULL = 1e-5  # Of each weight towards nothing.
BEGUN = 1e-3  # What a weight's rate is divided by at first; its square root.
FAINT = 2e-3  # An error of a share that is not worth a step.
BY_CATEGORY = 0.3  # What a text counts whose topic is not known,
BY_PHRASE = 0.3  # and what a phrase counts, which nobody wrote as a text.
FARTHEST = 99.5  # The percentile of weights that the outermost step stands for.

type Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Sample:
    """A text ready to learn from: the rows of its features, what is right, what it counts."""

    rows: NDArray[np.int64]
    right: Floats
    counts: float


@dataclass
class Weights:
    """The weights of each feature for each topic, and of no feature (`start`)."""

    at: Floats
    bent: Floats
    start: Floats
    start_bent: Floats

    @classmethod
    def none(cls, features_: int, topics: int) -> "Weights":
        """Return weights before anything is learned."""
        size = (features_, topics)
        return cls(
            np.zeros(size, np.float32),
            np.full(size, BEGUN, np.float32),
            np.zeros(topics, np.float32),
            np.full(topics, BEGUN, np.float32),
        )

    def learn(self, one: Sample) -> None:
        """Go one step towards what is right for one text."""
        scale = np.float32(1 / math.sqrt(max(len(one.rows), 1)))
        sums = self.start + scale * self.at[one.rows].sum(axis=0)
        share = np.exp(sums - sums.max())
        share /= share.sum()
        likely = share * one.right
        error = np.float32(one.counts) * (share - likely / likely.sum())
        columns = np.flatnonzero(np.abs(error) > FAINT)
        error = error[columns]
        self.start_bent[columns] += error * error
        self.start[columns] -= RATE * error / np.sqrt(self.start_bent[columns])
        where = np.ix_(one.rows, columns)
        slope = scale * error + PULL * self.at[where]
        bent = self.bent[where] + slope * slope
        self.bent[where] = bent
        self.at[where] -= RATE * slope / np.sqrt(bent)


@dataclass(frozen=True)
class Learned:
    """What was learned: topics, features, their weights in whole steps, and the start."""

    topics: tuple[str, ...]
    features: tuple[str, ...]
    steps: NDArray[np.int8]
    step: float
    start: tuple[float, ...]

    def table(self, made_of: str) -> TopicTable:
        """Return it as the guide reads it."""
        cells = (self.steps + MIDDLE).astype(np.uint8)
        if len(self.topics) % 2:
            cells = np.pad(cells, ((0, 0), (0, 1)), constant_values=MIDDLE)
        bytes_ = cells[:, ::2] | cells[:, 1::2] << 4
        kinds = corpus.categories()
        return TopicTable(
            made_of,
            self.topics,
            tuple(kinds[topic] for topic in self.topics),
            self.step,
            self.start,
            packed("\n".join(self.features).encode()),
            packed(bytes_.tobytes()),
        )


def learned(texts: Sequence[Row]) -> Learned:
    """Learn from these texts."""
    topics = tuple(corpus.categories())
    found = [sorted(features(tokens(row.text))) for row in texts]
    names = _shared(texts, found)
    first = _weights(texts, found, names, topics, FIRST)
    spread = np.linalg.norm(first.at, axis=1) * np.sqrt([names[name] for name in names])
    kept = np.sort(np.argsort(-spread, kind="stable")[:ROWS])
    chosen = [list(names)[place] for place in kept]
    then = _weights(texts, found, dict.fromkeys(chosen, 0), topics, THEN)
    weights = then.at - then.at.mean(axis=1, keepdims=True)
    step = float(np.percentile(np.abs(weights), FARTHEST)) / FINEST
    steps = np.clip(np.round(weights / step), -FINEST, FINEST).astype(np.int8)
    start = tuple(round(float(one), 3) for one in then.start)
    return Learned(topics, tuple(chosen), steps, round(step, 5), start)


def _shared(texts: Sequence[Row], found: Sequence[Iterable[str]]) -> dict[str, int]:
    """Return the features that more than one writer used, with how many texts have each."""
    count: Counter[str] = Counter()
    writers: dict[str, set[str]] = {}
    for row, some in zip(texts, found, strict=True):
        count.update(some)
        for feature in some:
            writers.setdefault(feature, set()).add(row.writer)
    return {name: count[name] for name in sorted(count) if len(writers[name]) >= SEEN}


def _weights(
    texts: Sequence[Row],
    found: Sequence[Iterable[str]],
    names: Mapping[str, int],
    topics: Sequence[str],
    rounds: int,
) -> Weights:
    place = {name: at for at, name in enumerate(names)}
    samples = [
        Sample(np.array([place[f] for f in some if f in place], np.int64), *_right(row, topics))
        for row, some in zip(texts, found, strict=True)
    ]
    weights = Weights.none(len(names), len(topics))
    order, mixed = list(range(len(samples))), random.Random(1)  # noqa: S311  # Not a secret.
    for _ in range(rounds):
        mixed.shuffle(order)
        for at in order:
            weights.learn(samples[at])
    return weights


ALSO = 0.5  # How right a further topic is, beside the first.


def _right(row: Row, topics: Sequence[str]) -> tuple[Floats, float]:
    """Return how right each topic is for a text, and what the text counts."""
    kinds = corpus.categories()
    if not row.topics:
        right = [float(kinds[topic] in row.categories) for topic in topics]
        return np.array(right, np.float32), BY_CATEGORY
    first, *also = row.topics
    known = dict.fromkeys(also, ALSO) | {first: 1.0}
    right = [known.get(topic, 0.0) for topic in topics]
    return np.array(right, np.float32), 1.0 if row.writer else BY_PHRASE


def texts() -> list[Row]:
    """Return all texts that are learned from."""
    tuning = [row for locale in corpus.locales() for row in corpus.rows("tuning", locale)]
    return [*corpus.written(), *tuning, *corpus.phrases()]


def table() -> str:
    """Return `topic_model.toml` for today's texts."""
    return toml(learned(texts()).table(corpus.fingerprint()))


def toml(table_: TopicTable) -> str:
    """Return a table as the text of its file."""
    lines = [
        "# What the parts of words, stems and pairs of stems weigh for each topic;",
        "# `uv run build.py --renew` makes this file, and guide/triage/topic_model.py reads it.",
        f'made_of = "{table_.made_of}"',
        f"step = {table_.step}",
        f"topics = [{', '.join(f'"{one}"' for one in table_.topics)}]",
        f"categories = [{', '.join(f'"{one}"' for one in table_.categories)}]",
        f"start = {list(table_.start)}",
        f"features = '{table_.features}'",
        f"cells = '{table_.cells}'",
    ]
    return "\n".join([*lines, ""])
