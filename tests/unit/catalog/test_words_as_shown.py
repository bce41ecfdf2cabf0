"""How the words that people see are set: one sign for one thing."""

from collections.abc import Iterator, Mapping
from typing import Any

from guide import compiled_content

WORDS: Mapping[str, Any] = compiled_content.load().catalog.words["en"]
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


def test_an_apostrophe_is_one_everywhere() -> None:
    """Seen to fail at 28 places: "support's answer" stood beside "support’s answer"."""
    assert [place for place, text in texts(WORDS) if "'" in text] == []
