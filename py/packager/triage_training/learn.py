"""Learn the topic model: `build.py --renew` writes it to triage/topic_model.toml.

A text may have several right topics, and one that is known by its category only has all of the
category's (`packager.learning`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from guide.triage.features import features
from guide.triage.tokens import tokens
from guide.triage.topic_model import TopicTable
from packager import learning
from packager.learning import Floats, Plan, Text
from packager.triage_training import corpus
from packager.triage_training.corpus import Row

PLAN = Plan(rows=17_500, first=2, then=8, rate=0.1)
ALSO = 0.5  # How right a further topic is, beside the first.
BY_CATEGORY = 1.0  # What a text counts whose topic is not known,
BY_PHRASE = 0.15  # and what a phrase counts, which nobody wrote as a text.


@dataclass(frozen=True)
class Learned:
    """What was learned: topics, and what features weigh for them."""

    topics: tuple[str, ...]
    weights: learning.Learned

    def table(self, made_of: str) -> TopicTable:
        """Return it as the guide reads it."""
        kinds, weights = corpus.categories(), self.weights
        return TopicTable(
            made_of,
            weights.step,
            weights.start,
            weights.packed_features(),
            weights.packed_cells(),
            self.topics,
            tuple(kinds[topic] for topic in self.topics),
        )


def learned(texts: Sequence[Row]) -> Learned:
    """Learn from these texts."""
    topics = tuple(corpus.categories())
    return Learned(topics, learning.learned([_taken_apart(row, topics) for row in texts], PLAN))


def _taken_apart(row: Row, topics: Sequence[str]) -> Text:
    right, counts = _right(row, topics)
    return Text(sorted(features(tokens(row.text))), row.writer, right, counts)


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
    return learning.written(
        "What the parts of words, stems and pairs of stems weigh for each topic",
        "triage/topic_model",
        table_,
        f"topics = [{', '.join(f'"{one}"' for one in table_.topics)}]",
        f"categories = [{', '.join(f'"{one}"' for one in table_.categories)}]",
    )
