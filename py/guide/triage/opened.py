"""What the page that is open speaks for: categories by pages.toml, topics by their own pages.

pages.toml + `pages` of topics/<id>.toml + addresses.toml -> Pages -> one number a topic
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from guide.catalog import topics
from guide.catalog.reader import Source
from guide.ids import CategoryId

_ARTICLE = re.compile(r"^help\.openai\.com/.*?articles/(\d+)")


@dataclass(frozen=True, slots=True)
class PageWeights:
    """`pages.toml`: what known addresses weigh, the discount on words, a tie, the addresses.

    `articles` are ids of help articles; `addresses` are beginnings without the scheme.
    """

    address: float
    words: float
    tie: float
    articles: Mapping[CategoryId, tuple[str, ...]]
    addresses: Mapping[CategoryId, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Pages:
    """Which categories and topics a page is about; `own` has the addresses of each topic."""

    weights: PageWeights
    own: Mapping[str, tuple[str, ...]]

    def sums(
        self, url: str, columns: Sequence[str], categories: Sequence[CategoryId]
    ) -> Iterable[float]:
        """Yield what the page at this address weighs for each topic; those that name it, twice."""
        bare = url.split("://", 1)[-1]
        about = self._category(bare)
        for topic, category in zip(columns, categories, strict=True):
            named = any(_same(bare, known) for known in self.own.get(topic, ()))
            yield self.weights.address * (named + (named or category == about))

    def _category(self, bare: str) -> CategoryId | None:
        article = _ARTICLE.search(bare)
        for category, known in self.weights.addresses.items():
            if any(_begins(bare, start) for start in known):
                return category
        if article is None:
            return None
        return next((c for c, ids in self.weights.articles.items() if article[1] in ids), None)


def read(source: Source, files: Iterable[str]) -> Pages | None:
    """Read what pages speak for; None, and a mistake noted, where it cannot be read."""
    weights: PageWeights | None = source.file("triage/pages.toml", PageWeights)
    known = source.toml("addresses.toml")
    own = {
        name: tuple(
            str(known[key]["url"]).split("://", 1)[-1] for key in topic.pages if key in known
        )
        for name, topic in topics.read(source, files).items()
    }
    return Pages(weights, own) if weights else None


def _same(bare: str, known: str) -> bool:
    """Tell whether a page is a known one; an article is, under any language and title."""
    one, other = _ARTICLE.search(bare), _ARTICLE.search(known)
    return one[1] == other[1] if one and other else other is None and _begins(bare, known)


def _begins(bare: str, start: str) -> bool:
    start = start.rstrip("/")
    return bare == start or bare.startswith((f"{start}/", f"{start}?"))
