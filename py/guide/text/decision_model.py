"""Whether something is so: a linear model of two columns, learned from texts of many writers.

    ask_model.toml      a piece of an answer asks for what it names
    day_model.toml      a day that is named is one to come, of this case
    scheme_model.toml   the things in a message make up a scheme

`uv run build.py --renew` writes the tables.
"""

from collections.abc import Iterable

from guide.text.linear_model import LinearModel, LinearTable

COLUMNS = 2  # It is so, it is not.


class DecisionModel(LinearModel):
    """A LinearTable of two columns, ready to be asked."""

    def __init__(self, table: LinearTable, least: int) -> None:
        """Unpack the table; `least` is that of LinearModel.

        Raises ValueError when a part of it has not the size it should.
        """
        super().__init__(table, COLUMNS, least)

    def speaks_for(self, features: Iterable[str]) -> float:
        """Return by how much these features speak for it: log odds, 0 for even."""
        yes, no = self.sums(self.known(features).values())
        return yes - no
