"""Where a sentence of the guide comes from, and when that was last checked."""

from collections.abc import Iterable, Mapping
from typing import Any

from guide.catalog.records import Catalog
from guide.ids import Locale
from guide.screens.widgets.dates import full


def sources(catalog: Catalog, locale: Locale, keys: Iterable[str]) -> tuple[Mapping[str, Any], ...]:
    """Return each address with its name, the day it was checked, and how to open it."""
    words = catalog.words[locale]
    return tuple(
        {
            "id": key,
            "name": words["addresses"][key]["name"],
            "checked": full(words, catalog.addresses[key].checked),
        }
        for key in keys
    )
