"""What kind of answer words speak for: a linear model, learned from answers of many writers.

`uv run build.py --renew` writes its table, and `packager.reading_training` says what it learns.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guide.ids import ReplyKind
from guide.text.linear_model import LinearModel, LinearTable
from guide.triage.features import features
from guide.triage.tokens import tokens

LEAST = 250  # Features; most answers have more.

type Shares = Mapping[ReplyKind, float]


@dataclass(frozen=True, slots=True)
class KindTable(LinearTable):
    """`reading_model.toml`; `kinds` are the columns."""

    kinds: tuple[ReplyKind, ...]


class KindModel(LinearModel):
    """A KindTable, ready to be asked."""

    def __init__(self, table: KindTable) -> None:
        """Unpack the table. Raises ValueError when a part of it has not the size it should."""
        super().__init__(table, len(table.kinds), LEAST)
        self.kinds: tuple[ReplyKind, ...] = table.kinds

    def shares(self, text: str, signals: Iterable[str] = ()) -> Shares:
        """Return how likely each kind is by the words of a text; none where it knows no word.

        `signals` are features besides its words.
        """
        rows = self.known((*features(tokens(text)), *signals))
        if not rows:
            return {}
        sums = self.sums(rows.values())
        parts = [math.exp(one - max(sums)) for one in sums]
        whole = sum(parts)
        return {kind: part / whole for kind, part in zip(self.kinds, parts, strict=True)}
