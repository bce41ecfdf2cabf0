"""Where the guide may lead: the addresses of the content, and no other.

Only words of the content are ever put into an address, never the person's own. So all addresses
there can be are known when the guide is built; the build lists them for the shell, which opens
nothing that is not listed.
"""

from collections.abc import Iterator
from urllib.parse import quote

from guide.catalog.records import Catalog
from guide.model import CategoryId

WORDS = "{words}"  # The place for search words in an address.


def address(catalog: Catalog, key: str, category: CategoryId, which: int) -> str:
    """Return an address by its key, the category's search words filled in. Raises KeyError.

    `which` of them counts from 0, and on from there.
    """
    words = catalog.searches(category)
    return catalog.addresses[key].url.replace(WORDS, quote(words[which % len(words)]))


def every(catalog: Catalog) -> Iterator[str]:
    """Yield every address that `address` can return."""
    for key in catalog.addresses:
        for category in catalog.categories:
            for which, _ in enumerate(catalog.searches(category)):
                yield address(catalog, key, category, which)
