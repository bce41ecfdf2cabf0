"""What a skeleton of `build.py --new` left for a person to write, and nobody has written yet."""

from collections.abc import Iterator, Mapping
from typing import Any

from guide.catalog.reader import Source
from guide.catalog.records import Catalog
from packager.content_check.check_words import flat

MARK = "[to be written"  # And the places of the text, and a bracket.


def places(whole: Catalog) -> Iterator[str]:
    """Yield a line for each file in which something is still to be written: how much, and where."""
    source = Source(whole.files)
    screens = {f"templates/{name}": text for name, text in whole.templates.items()}
    for path, text in {**whole.files, **screens}.items():
        if MARK in text:
            toml = path.endswith(".toml")
            found = _keys(source.toml(path)) if toml else _lines(text)
            first, *more = found or [""]
            yield f"{path}: {first} is still to be written{_also(len(more))}; write it"


def _also(more: int) -> str:
    return f", and {more} more in this file" if more else ""


def _keys(table: Mapping[str, Any]) -> list[str]:
    return [key for key, word in flat(table).items() if MARK in str(word)]


def _lines(text: str) -> list[str]:
    return [f"line {at}" for at, line in enumerate(text.splitlines(), 1) if MARK in line]
