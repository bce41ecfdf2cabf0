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
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guide.triage.features import features
from guide.triage.tokens import tokens
from guide.triage.topic_model import FINEST, MIDDLE, TopicTable, packed
from packager.triage_training import corpus
from packager.triage_training.corpus import Row

ROWS = 17_500  # Features that are kept: what they weigh is the size of the file.
SEEN = 2  # Writers who must have used a feature, for else it may be a habit of one.
FIRST, THEN = 2, 8  # How often all texts are gone through, with all features and with those kept.
RATE = 0.1
DROPPED = 0.3  # Features of a text left out each time: no one word should decide alone.
PULL = 1e-5  # Of each weight towards nothing.
BEGUN = 1e-3  # What a weight's rate is divided by at first; its square root.
FAINT = 2e-3  # An error of a share that is not worth a step.
ALSO = 0.5  # How right a further topic is, beside the first.
BY_CATEGORY = 1.0  # What a text counts whose topic is not known,
BY_PHRASE = 0.15  # and what a phrase counts, which nobody wrote as a text.
RARE = 0.4  # How much more a feature moves than one e times as frequent.
SHARP = 1.6  # By which sums are multiplied, so that a share is how often it is right.
FEEBLE = 0.7  # Steps below which a weight is none: a table of noughts packs well.

type Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Sample:
    """A text ready to learn from: its features, how much each moves, what is right, its weight."""

    rows: NDArray[np.int64]
    values: Floats
    right: Floats
    counts: float


@dataclass
class Weights:
    """The weights of each feature for each topic, and of no feature (`start`)."""

    at: Floats
    bent: Floats
    start: Floats
    start_bent: Floats
    kept: int = 0

    def __post_init__(self) -> None:
        self.mean, self.start_mean = np.zeros_like(self.at), np.zeros_like(self.start)

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
        self.start[columns] -= RATE * error / np.sqrt(self.start_bent[columns])
        where = np.ix_(rows, columns)
        slope = values * error + PULL * self.at[where]
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


@dataclass(frozen=True)
class Lesson:
    """Texts taken apart: the features of each, and the topics that they may have."""

    texts: Sequence[Row]
    found: Sequence[Sequence[str]]
    topics: tuple[str, ...]

    def shared(self) -> dict[str, int]:
        """Return the features that several writers used, with how many texts have each."""
        count: Counter[str] = Counter()
        writers: dict[str, set[str]] = {}
        for row, some in zip(self.texts, self.found, strict=True):
            count.update(some)
            for feature in some:
                writers.setdefault(feature, set()).add(row.writer)
        return {name: count[name] for name in sorted(count) if len(writers[name]) >= SEEN}

    def weights(self, moves: Mapping[str, float], rounds: int, dropped: float) -> Weights:
        """Learn what these features weigh, each by how much it moves, in so many rounds."""
        samples = list(self._samples(moves))
        weights = Weights.none(len(moves), len(self.topics))
        mixed = np.random.default_rng(1)
        for number in range(rounds):
            for at in mixed.permutation(len(samples)):
                one = samples[at]
                weights.learn(one, mixed.random(len(one.rows)) >= dropped)
            if number >= rounds // 2:
                weights.keep()
        return weights

    def _samples(self, moves: Mapping[str, float]) -> Iterator[Sample]:
        place = {name: at for at, name in enumerate(moves)}
        for row, some in zip(self.texts, self.found, strict=True):
            known = [feature for feature in some if feature in place]
            values = np.array([[moves[one]] for one in known], np.float32).reshape(-1, 1)
            rows = np.array([place[one] for one in known], np.int64)
            right, counts = _right(row, self.topics)
            yield Sample(rows, values / np.float32(math.sqrt(max(len(known), 1))), right, counts)


def learned(texts: Sequence[Row]) -> Learned:
    """Learn from these texts."""
    topics = tuple(corpus.categories())
    lesson = Lesson(texts, [sorted(features(tokens(row.text))) for row in texts], topics)
    count = lesson.shared()
    moves = {name: RARE * math.log(len(texts) / seen) for name, seen in count.items()}
    first = lesson.weights(moves, FIRST, 0.0)
    spread = np.linalg.norm(first.mean, axis=1) * np.sqrt([*count.values()])
    kept = np.sort(np.argsort(-spread, kind="stable")[:ROWS])
    names = [*count]
    chosen = {names[place]: moves[names[place]] for place in kept}
    then = lesson.weights(chosen, THEN, DROPPED)
    # What is the same for all topics tells none apart: most weights of a row are near its middle.
    weights = SHARP * (then.mean - np.median(then.mean, axis=1, keepdims=True))
    weights *= np.array([*chosen.values()])[:, None]
    step = float(weights.std())
    steps = np.clip(np.round(weights / step), -FINEST, FINEST)
    steps = np.where(np.abs(weights) < FEEBLE * step, 0, steps).astype(np.int8)
    start = tuple(round(SHARP * float(one), 3) for one in then.start_mean)
    return Learned(topics, tuple(chosen), steps, round(step, 5), start)


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
    return [*corpus.written(), *corpus.kinds(), *tuning, *corpus.phrases()]


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
