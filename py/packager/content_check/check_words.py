"""Words against structure: the same keys and places in every language, and none too few or many.

Words are compared flat: `advice.wait.title` -> "Now wait for support's answer". An empty table
counts as a word, since a template may walk over it.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any, TypeAliasType, get_args

from guide.case_file import rules as file_rules
from guide.case_file import table
from guide.cases import quality
from guide.catalog import routes, topics
from guide.catalog.reader import Source, is_table_of
from guide.catalog.records import AdviceCard, Catalog
from guide.errors import GuideError
from guide.ids import CategoryId, ChannelId, FileReader, LetterKind, ReplyKind, ScreenId
from guide.legal_letters import rules as legal_rules
from guide.letters import letter_rules
from guide.redact import redaction
from guide.sender_check import policy
from guide.text.plurals import Counted
from packager.content_check import check_ids, check_routes

type Flat = Mapping[str, Any]

# Where the ids of a section of the words stand.
STRUCTURE = {
    "categories": "categories.toml",
    "attachments": "categories.toml",
    "fields": "fields.toml",
    "groups": "fields.toml",
    "channels": "channels.toml",
    "addresses": "addresses.toml",
    "advice": "advice.toml",
    "said": "advice.toml",
    "guide": "guide.toml",
    "due": "follow_up.toml",
    "facts": "facts.toml",
    "evidence": file_rules.FILE,
    "holidays": "holidays.toml",
    "countries": routes.COUNTRIES,
}
TICK = ("do", "done")  # What to do, and how a letter says that it was done.
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
    source = Source(whole.files)  # It reads what it can; what it cannot is told elsewhere.
    stands = {
        section: path.rpartition("/")[2]
        for path in whole.files
        if path.startswith("text/") and is_table_of("/".join(path.split("/")[:2]), path)
        for section in source.toml(path)
    }

    owners = {key: topic for topic, own in _owned(whole, source).items() for key in own}

    def file_of(locale: str, key: str) -> str:
        section, name, *_ = (*key.split("."), "")
        if section == routes.FOLDER or (section == "due" and name in whole.routes.each):
            return f"text/{locale}/{routes.FOLDER}/{name}.toml"
        if topic := name if section == topics.FOLDER else owners.get(f"{section}.{name}"):
            return f"text/{locale}/{topics.FOLDER}/{topic}.toml"
        return f"text/{locale}/{stands.get(section, f'{section}.toml')}"

    return file_of


def _owned(whole: Catalog, source: Source) -> dict[str, list[str]]:
    """Return what each topic owns: its cards and fields, as `advice.read_it`."""
    return {
        name: [f"{section}.{one}" for section in topics.SHARED for one in own.get(section, ())]
        for name in whole.topics
        for own in [source.toml(f"{topics.FOLDER}/{name}.toml")]
    }


def unlike(whole: Catalog, broken: Container[str] = ()) -> Iterator[str]:
    """Yield a line for each key or place that one language has and another lacks.

    What stands in a `broken` file nobody knows.
    """
    tables, file_of = {at: flat(table) for at, table in whole.words.items()}, files_of(whole)
    for locale, has in tables.items():
        for other, lacks in tables.items():
            for key in sorted(has.keys() - lacks.keys()):
                if (place := file_of(other, key)) not in broken:
                    yield f"{place}: {key} is missing; {file_of(locale, key)} has it"
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


def uncovered(whole: Catalog, broken: Container[str] = ()) -> Iterator[str]:
    """Yield a line for each id that has no words, and for words that belong to no id.

    What only one language lacks is told by `unlike`, so here a key counts where any has it. What
    stands in a `broken` file, and what its ids need, nobody knows.
    """
    unknown = {section for section, file in STRUCTURE.items() if file in broken}
    present = {key for table in whole.words.values() for key in flat(table)}
    needed = set(expected(whole))
    sections = {key.partition(".")[0] for key in needed}
    ours = {key for key in present if key.partition(".")[0] in sections}
    file_of = files_of(whole)
    lines = dict.fromkeys(needed - present, "is missing; the structure has it, so write it")
    odd = "belongs to nothing in the structure; correct it or take it away"
    lines |= dict.fromkeys(ours - needed - set(optional(whole, broken)), odd)
    for key in sorted(lines):
        places_of = [file_of(locale, key) for locale in whole.words]
        if key.partition(".")[0] not in unknown and not any(p in broken for p in places_of):
            yield f"{' and '.join(places_of)}: {key} {lines[key]}"


def expected(whole: Catalog) -> Iterator[str]:
    """Yield every key that the structure needs words under."""
    for section, (ids, keys) in _sections(whole).items():
        yield from (f"{section}.{name}.{key}" for name in ids for key in keys)
    for section, ids in _lists(whole).items():
        yield from (f"{section}.{name}" for name in ids)
    for name, route in whole.routes.each.items():
        yield from (f"routes.{name}.{key}" for key in check_routes.keys(route))
    for name, field in whole.fields.items():
        yield from (f"fields.{name}.options.{option}" for option in field.options)
    for name, card in whole.advice.items():
        if not card.ticks or leads(card):
            yield f"advice.{name}.action"
        yield from (f"advice.{name}.ticks.{tick}.{part}" for tick in card.ticks for part in TICK)
    for name, chapter in whole.chapters.items():
        yield from _table(f"guide.{name}.points", chapter.points)
        yield from _table(f"guide.{name}.actions", chapter.actions)


def leads(card: AdviceCard) -> bool:
    """Tell whether a card has an action."""
    return bool(card.open or card.search or card.go or card.letter or card.field)


def _sections(whole: Catalog) -> Mapping[str, tuple[Iterable[str], tuple[str, ...]]]:
    return {
        "categories": (
            _all(CategoryId, whole.categories),
            ("name", "hint", "example", "search", "clause", "hints.goal"),
        ),
        "fields": (whole.fields, ("label", "hint", "letter")),
        "channels": (_all(ChannelId, whole.channels), ("name", "how", "goes_on")),
        "addresses": (whole.addresses, ("name",)),
        "advice": (whole.advice, ("title", "why")),
        "guide": (whole.chapters, ("title", "short", "intro")),
        "kinds": (_all(LetterKind), ("name", "hint")),
        "replies": (_all(ReplyKind), ("name", "hint")),
        "readers": (_all(FileReader), ("name", "hint")),
        "legal_letters": (_letters(whole), ("name", "when", "how")),
        "due": ((*whole.due, *_timed(whole)), ("title",)),
        "findings": (redaction.KINDS, ("name",)),
        "quality": ([check.__name__ for check in quality.CHECKS], ("name", "hint")),
    }


def _letters(whole: Catalog) -> list[str]:
    """Return the ids of the formal letters, also of one that cannot be read."""
    paths = (path for path in whole.files if is_table_of(legal_rules.FOLDER, path))
    return [path.rpartition("/")[2].removesuffix(".toml") for path in paths]


def _all(alias: TypeAliasType, ids: Iterable[str] = ()) -> list[str]:
    """Return the ids that ids.py declares, and those of content that it does not know."""
    return list(dict.fromkeys((*get_args(alias.__value__), *ids)))


def _timed(whole: Catalog) -> Iterator[str]:
    """Yield the routes that close, whose last days stand among what is due."""
    return (name for name, route in whole.routes.each.items() if route.closes_after)


def _lists(whole: Catalog) -> Mapping[str, Iterable[str]]:
    return {
        "groups": whole.groups,
        "facts": whole.facts,
        "holidays": whole.holidays.support,
        "countries": whole.routes.countries,
        "screens": _all(ScreenId),
        "evidence": Source(whole.files).toml(file_rules.FILE).get("evidence", {}),
        "table": table.COLUMNS,
        "pages": check_ids.pages_of_ours(),
        "sender_check": policy.WEIGHTS,
        "said": (name for name, card in whole.advice.items() if card.said),
        "attachments": {name for c in whole.categories.values() for name in c.attachments},
        "question": ("which_is_closer", "tell_more"),
        "question.options": _all(CategoryId, whole.categories),
        "problems": {error.code for error in _errors(GuideError)} - {"content"},
    }


def optional(whole: Catalog, broken: Container[str] = ()) -> Iterator[str]:
    """Yield every key that may have words: else a common one stands in, or code names it.

    Which fields stand in rows only the letters say: where that file is `broken`, any may.
    """
    for name, card in whole.advice.items():
        yield from (f"advice.{name}.{key}" for key in ("points", "doubt", "tried"))
        for outcome in card.answers:
            yield f"advice.{name}.answers.{outcome}"
            yield f"advice.{name}.results.{outcome}"
    yield from (f"routes.{name}.costs" for name in whole.routes.each)
    yield from (f"channels.{name}.where" for name in whole.channels)
    for name in whole.fields if "letters.toml" in broken else _in_rows(whole):
        yield from (f"fields.{name}.several.{key}" for key in ("label", "hint", "letter"))
    for name, field in whole.fields.items():
        yield from (f"fields.{name}.requests.{option}" for option in field.options)
        if field.thing and field.may_lack:
            yield f"fields.{name}.none"
    # Refused's codes and the shell's are no classes, so they cannot be listed.
    problems = (table.get("problems", {}) for table in whole.words.values())
    yield from (f"problems.{code}" for table in problems for code in table)


def _in_rows(whole: Catalog) -> tuple[str, ...]:
    rows = letter_rules.for_catalog(whole).rows
    return (*rows.days, rows.sum, rows.card)


def _table(key: str, names: Iterable[str]) -> Iterator[str]:
    yield from (f"{key}.{name}" for name in names) if names else (key,)


def _errors(kind: type[GuideError]) -> Iterator[type[GuideError]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from _errors(narrower)
