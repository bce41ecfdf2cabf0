"""Which edition of the news is the newest: the last in `news.toml`, the same in every language."""

from guide.catalog.records import Catalog


def newest(catalog: Catalog) -> str:
    """Return the id of the newest edition."""
    editions: dict[str, object] = catalog.words[catalog.languages.fallback]["news"]
    return next(reversed(editions))
