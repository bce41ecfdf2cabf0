"""Whether something in an answer is so: a linear model, learned from answers of many writers.

    ask_model.toml   a piece asks for what it names
    day_model.toml   a day that is named is one to come, of this case

`uv run build.py --renew` writes the tables, and `packager.reading_training` says what they learn.
"""

from collections.abc import Iterable

from guide.text.linear_model import LinearModel, LinearTable

COLUMNS = 2  # It is so, it is not.
LEAST = 40  # Features; most places have more.


class DecisionModel(LinearModel):
    """A LinearTable of two columns, ready to be asked."""

    def __init__(self, table: LinearTable) -> None:
        """Unpack the table. Raises ValueError when a part of it has not the size it should."""
        super().__init__(table, COLUMNS, LEAST)

    def speaks_for(self, features: Iterable[str]) -> float:
        """Return by how much these features speak for it: log odds, 0 for even."""
        yes, no = self.sums(self.known(features).values())
        return yes - no
