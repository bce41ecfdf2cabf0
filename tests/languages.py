"""The guide's languages and their words, for tests that go through all of them."""

from collections.abc import Iterator, Mapping

from guide.catalog import loading

LANGUAGES = loading.load().languages
LOCALES = LANGUAGES.ids
TYPED = {"said", "search"}  # What people type, and what they search for.


def texts(words: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text that is shown, with its place."""
    if isinstance(words, str):
        yield place, words
    elif isinstance(words, Mapping):
        for name in words.keys() - TYPED:
            yield from texts(words[name], f"{place}.{name}")
    elif isinstance(words, list | tuple):
        for at, one in enumerate(words):
            yield from texts(one, f"{place}.{at}")
