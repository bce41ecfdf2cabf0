"""Where the guide may lead: the addresses of the content, and no other.

Only words of the content are ever put into an address, never the person's own. So all addresses
there can be are known when the guide is built; the build lists them for the shell, which opens
nothing that is not listed.
"""

from collections.abc import Iterator
from urllib.parse import quote

from guide.catalog.records import Catalog

WORDS = "{words}"  # The place for search words in an address.


def address(catalog: Catalog, key: str, words: tuple[str, ...], which: int) -> str:
    """Return an address by its key, one of the search words filled in. Raises KeyError.

    `which` of them counts from 0, and on from there.
    """
    return catalog.addresses[key].url.replace(WORDS, quote(words[which % len(words)]))


def every(catalog: Catalog) -> Iterator[str]:
    """Yield every address that `address` can return."""
    of_categories = (
        catalog.words[catalog.languages.sites]["categories"][category]["search"]
        for category in catalog.categories
    )
    of_topics = (topic.search for topic in catalog.topics.values())
    searches = (*of_categories, *of_topics)
    for key in catalog.addresses:
        for words in searches:
            for which, _ in enumerate(words):
                yield address(catalog, key, tuple(words), which)
