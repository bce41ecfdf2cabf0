"""Whether a piece of an answer asks for what it names: a linear model, learned from many writers.

`uv run build.py --renew` writes its table, and `packager.reading_training` says what it learns.
"""

from collections.abc import Iterable

from guide.text.linear_model import LinearModel, LinearTable

COLUMNS = 2  # It is asked for, it is only named.
LEAST = 40  # Features; most pieces have more.


class AskModel(LinearModel):
    """A LinearTable of two columns, ready to be asked."""

    def __init__(self, table: LinearTable) -> None:
        """Unpack the table. Raises ValueError when a part of it has not the size it should."""
        super().__init__(table, COLUMNS, LEAST)

    def speaks_for(self, features: Iterable[str]) -> float:
        """Return by how much these features speak for a request: log odds, 0 for even."""
        asked, named = self.sums(self.known(features).values())
        return asked - named
