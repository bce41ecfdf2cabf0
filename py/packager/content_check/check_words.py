"""Words against structure: the same keys and places in every language, and none too few or many.

Words are compared flat: `advice.wait.title` -> "Now it is their turn". An empty table counts as a
word, since a template may walk over it.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, get_args

from guide.catalog.reader import is_table_of
from guide.catalog.records import Catalog
from guide.errors import GuideError
from guide.model import LetterKind, ReplyKind, ScreenId
from guide.redact import redaction
from guide.text.plurals import Counted

type Flat = Mapping[str, Any]

PLACE = re.compile(r"\{(\w*)\}")


def flat(table: Mapping[str, Any], above: str = "") -> dict[str, Any]:
    """Return every word of a table by its dotted key."""
    found: dict[str, Any] = {}
    for key, value in table.items():
        nested = isinstance(value, Mapping) and value
        found |= flat(value, f"{above}{key}.") if nested else {above + key: value}
    return found


def places(word: object) -> set[str]:
    """Return the names of the {places} in a word, or in any word of a list."""
    if isinstance(word, Counted):
        word = list(word.forms.values())
    texts = word if isinstance(word, list) else [word]
    return {name for text in texts for name in PLACE.findall(str(text))}


def files_of(whole: Catalog) -> Callable[[str, str], str]:
    """Return what names the file in which a language has, or should have, a word by its key."""
    stands = {
        section: path.rpartition("/")[2]
        for path, text in whole.files.items()
        if path.startswith("text/") and is_table_of("/".join(path.split("/")[:2]), path)
        for section in tomllib.loads(text)
    }

    def file_of(locale: str, key: str) -> str:
        section = key.partition(".")[0]
        return f"text/{locale}/{stands.get(section, f'{section}.toml')}"

    return file_of


def unlike(whole: Catalog) -> Iterator[str]:
    """Yield a line for each key or place that one language has and another lacks."""
    tables, file_of = {at: flat(table) for at, table in whole.words.items()}, files_of(whole)
    for locale, has in tables.items():
        for other, lacks in tables.items():
            for key in sorted(has.keys() - lacks.keys()):
                yield f"{file_of(other, key)}: {key} is missing; {file_of(locale, key)} has it"
    (first, one), *rest = tables.items()
    for other, two in rest:
        for key in sorted(one.keys() & two.keys()):
            yield from _differs(
                key, (file_of(first, key), one[key]), (file_of(other, key), two[key])
            )


def _differs(key: str, one: tuple[str, Any], two: tuple[str, Any]) -> Iterator[str]:
    (first, word), (other, its) = one, two
    if type(word) is not type(its):
        kinds = f"{type(its).__name__}, in {first} a {type(word).__name__}"
        yield f"{other}: {key} is a {kinds}; make them alike"
    elif not (word or isinstance(word, Mapping)) or not (its or isinstance(its, Mapping)):
        yield f"{other if word else first}: {key} is empty; write it"
    elif places(word) != places(its):
        yield (
            f"{other}: {key} has the places {listed(places(its))}, "
            f"{first} has {listed(places(word))}; make them alike"
        )


def listed(names: Iterable[str]) -> str:
    """Return places as a list to read."""
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "none"


def uncovered(whole: Catalog) -> Iterator[str]:
    """Yield a line for each id that has no words, and for words that belong to no id.

    What only one language lacks is told by `unlike`, so here a key counts where any has it.
    """
    present = {key for table in whole.words.values() for key in flat(table)}
    needed = set(expected(whole))
    sections = {key.partition(".")[0] for key in needed}
    ours = {key for key in present if key.partition(".")[0] in sections}
    file_of = files_of(whole)

    def places_of(key: str) -> str:
        return " and ".join(file_of(locale, key) for locale in whole.words)

    for key in sorted(needed - present):
        yield f"{places_of(key)}: {key} is missing; the structure has it, so write it"
    for key in sorted(ours - needed - set(optional(whole))):
        yield (
            f"{places_of(key)}: {key} belongs to nothing in the structure; correct it or take "
            f"it away"
        )


def expected(whole: Catalog) -> Iterator[str]:
    """Yield every key that the structure needs words under."""
    for section, (ids, keys) in _sections(whole).items():
        yield from (f"{section}.{name}.{key}" for name in ids for key in keys)
    for section, ids in _lists(whole).items():
        yield from (f"{section}.{name}" for name in ids)
    for name, field in whole.fields.items():
        yield from (f"fields.{name}.options.{option}" for option in field.options)
    for name, chapter in whole.chapters.items():
        yield from _table(f"guide.{name}.points", chapter.points)
        yield from _table(f"guide.{name}.actions", chapter.actions)


def _sections(whole: Catalog) -> Mapping[str, tuple[Iterable[str], tuple[str, ...]]]:
    return {
        "categories": (whole.categories, ("name", "hint", "example", "search", "clause")),
        "fields": (whole.fields, ("label", "hint", "letter")),
        "channels": (whole.channels, ("name", "how", "where")),
        "addresses": (whole.addresses, ("name",)),
        "advice": (whole.advice, ("title", "why", "action")),
        "guide": (whole.chapters, ("title", "short", "intro")),
        "kinds": (get_args(LetterKind.__value__), ("name", "hint")),
        "replies": (get_args(ReplyKind.__value__), ("name", "hint")),
        "due": (whole.due, ("title",)),
        "findings": (redaction.KINDS, ("name",)),
    }


def _lists(whole: Catalog) -> Mapping[str, Iterable[str]]:
    return {
        "groups": whole.groups,
        "screens": get_args(ScreenId.__value__),
        "said": (name for name, card in whole.advice.items() if card.said),
        "attachments": {name for c in whole.categories.values() for name in c.attachments},
        "question": ("which_is_closer", "tell_more"),
        "question.options": whole.categories,
        "problems": {error.code for error in _errors(GuideError)} - {"content"},
    }


def optional(whole: Catalog) -> Iterator[str]:
    """Yield every key that may have words: else a common one stands in, or code names it."""
    for name, card in whole.advice.items():
        if card.asks:
            yield from (f"advice.{name}.helped", f"advice.{name}.not_helped")
    # Refused's codes and the shell's are no classes, so they cannot be listed.
    problems = (table.get("problems", {}) for table in whole.words.values())
    yield from (f"problems.{code}" for table in problems for code in table)


def _table(key: str, names: Iterable[str]) -> Iterator[str]:
    yield from (f"{key}.{name}" for name in names) if names else (key,)


def _errors(kind: type[GuideError]) -> Iterator[type[GuideError]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from _errors(narrower)
