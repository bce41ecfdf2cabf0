"""What a skeleton of `build.py --new` left for a person to write, and nobody has written yet."""

from collections.abc import Iterator

from guide.catalog.reader import Source
from guide.catalog.records import Catalog
from packager.content_check.check_words import flat

MARK = "[to be written]"


def places(whole: Catalog) -> Iterator[str]:
    """Yield a line for each word, line of a letter or of a template that is still to be written."""
    source = Source(whole.files)
    for path, text in whole.files.items():
        if path.endswith(".toml"):
            words = flat(source.toml(path)) if MARK in text else {}
            yield from (
                f"{path}: {key} is still to be written; write it"
                for key, word in words.items()
                if MARK in str(word)
            )
    letters = {path: text for path, text in whole.files.items() if path.endswith(".j2")}
    screens = {f"templates/{name}": text for name, text in whole.templates.items()}
    for path, text in (letters | screens).items():
        for number, line in enumerate(text.splitlines(), 1):
            if MARK in line:
                yield f"{path}:{number}: is still to be written; write it"
