"""The topic model: a linear model whose columns are topics, each with its category."""

from dataclasses import dataclass

from guide.ids import CategoryId
from guide.text.linear_model import LinearModel, LinearTable


@dataclass(frozen=True, slots=True)
class TopicTable(LinearTable):
    """`topic_model.toml`: `topics` are the columns and `categories` theirs."""

    topics: tuple[str, ...]
    categories: tuple[CategoryId, ...]


class TopicModel(LinearModel):
    """A TopicTable, ready to be asked."""

    def __init__(self, table: TopicTable) -> None:
        """Unpack the table. Raises ValueError when a part of it has not the size it should."""
        if len(table.categories) != len(table.topics):
            raise ValueError("topics and categories do not fit together")
        super().__init__(table, len(table.topics))
        self.topics: tuple[str, ...] = table.topics
        self.categories: tuple[CategoryId, ...] = table.categories

    def category(self, topic: str) -> CategoryId:
        """Return the category of one of the topics."""
        return self.categories[self.topics.index(topic)]
