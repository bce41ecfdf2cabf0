"""Content files -> Catalog.

The same loader serves tests and the build, which packs what the browser needs of it
(guide.compiled_content), and it is strict: a wrong key, type or reference raises ContentError by
file and key.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from guide.catalog import languages, routes, topics
from guide.catalog.field_records import Field
from guide.catalog.holidays import Holiday, Holidays
from guide.catalog.packed import Later, LaterEach, LaterTable
from guide.catalog.reader import Source
from guide.catalog.records import (
    Address,
    AdviceCard,
    Catalog,
    Channel,
    Chapter,
    Due,
    Fact,
    Needs,
    Way,
    Words,
    Zone,
)
from guide.catalog.references import note_dangling
from guide.ids import CategoryId, ChannelId, ReplyKind
from guide.text import plurals

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

# What stands in files that are read in parts.
PARTS = {
    "fields.toml": ("groups", "nothing", "fields"),
    "categories.toml": ("order", "categories"),
    "channels.toml": ("order", "channels"),
    "guide.toml": ("order", "chapters"),
    "follow_up.toml": ("zone", "due"),
    "holidays.toml": ("support", "israel"),
}


# Sections of the words that are read, and that most openings do without.
READ_LATER = ("guide", "facts", "routes", "countries")


@cache
def load() -> Catalog:
    """Return the catalog of the content that lies beside this module. Raises ContentError."""
    return build(*read())


def read() -> tuple[dict[str, str], dict[str, str]]:
    """Return the content files and the templates beside this module, each a path -> text."""
    from importlib.resources import files  # noqa: PLC0415  # In the extension no file is read.

    home = files("guide")
    return read_all(home / "content"), read_all(home / "templates")


def read_all(folder: "Traversable", prefix: str = "") -> dict[str, str]:
    """Return every file below `folder` as text, by its path with slashes, sorted."""
    found: dict[str, str] = {}
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            found |= read_all(item, f"{prefix}{item.name}/")
        elif item.name.endswith((".toml", ".j2")):
            found[prefix + item.name] = item.read_text(encoding="utf-8")
    return found


def build(content: Mapping[str, str], templates: Mapping[str, str]) -> Catalog:
    """Make the catalog of content files and templates, each a path -> text.

    Raises ContentError with a line for each mistake.
    """
    source = Source(content)
    catalog = gather(source, content, templates)
    source.stop()
    return catalog


def gather(source: Source, content: Mapping[str, str], templates: Mapping[str, str]) -> Catalog:
    """Return the catalog as far as `source` can read it, and have the mistakes noted there."""
    spoken = languages.read(content)
    known = topics.read(source, content)
    words = {
        locale: _later(
            topics.with_topics(
                routes.with_routes(
                    plurals.counted(source.folder(f"text/{locale}"), language.plurals),
                    routes.words_of(source, content, locale),
                ),
                topics.words_of(source, content, locale),
                known,
            )
        )
        for locale, language in spoken.each.items()
    }
    catalog = Catalog(
        languages=spoken,
        addresses=source.table("addresses.toml", Address),
        groups=source.part("fields.toml", "groups", tuple[str, ...]),
        fields=topics.joined(
            source, source.part("fields.toml", "fields", Mapping[str, Field]), known, "fields"
        ),
        nothing=source.part("fields.toml", "nothing", tuple[str, ...]),
        categories=source.ordered("categories.toml", "categories", Needs),
        topics={name: replace(topic, advice={}, fields={}) for name, topic in known.items()},
        channels=source.ordered("channels.toml", "channels", Channel),
        advice=topics.joined(source, source.table("advice.toml", AdviceCard), known, "advice"),
        chapters=source.ordered("guide.toml", "chapters", Chapter),
        facts=LaterTable(source.table("facts.toml", Fact)),
        packed_routes=Later(routes.read(source, content)),
        zone=source.part("follow_up.toml", "zone", Zone),
        holidays=Holidays(
            **{
                whose: source.part("holidays.toml", whose, Mapping[str, Holiday])
                for whose in PARTS["holidays.toml"]
            }
        ),
        due=source.part("follow_up.toml", "due", Mapping[str, Due]),
        replies=source.table("replies.toml", Way),
        said=_together([own.get("said", {}) for own in words.values()]),
        words=LaterEach(words),
        newest=next(reversed(words[spoken.fallback].get("news", {})), ""),
        letters=_letters(content),
        templates=templates,
        files=content,
    )
    for file, parts in PARTS.items():
        source.only(file, parts)
    source.ids("categories.toml", "categories", catalog.categories, CategoryId)
    source.ids("channels.toml", "channels", catalog.channels, ChannelId)
    source.ids("replies.toml", "the file", catalog.replies, ReplyKind)
    note_dangling(source, catalog)
    return catalog


def _later(words: Words) -> Words:
    """Return the words of a language with what is read as tables of their own."""
    return {**words, **{key: LaterTable(words.get(key, {})) for key in READ_LATER}}


def _letters(content: Mapping[str, str]) -> Mapping[str, str]:
    """Return the letters: text/he/letters/reply.default.txt.j2 is he/reply.default.txt.j2."""
    paths = {name: name.split("/") for name in content}
    return {
        f"{parts[1]}/{parts[3]}": content[name]
        for name, parts in paths.items()
        if parts[0] == "text" and parts[2:3] == ["letters"]
    }


def _together(tables: Iterable[Mapping[str, Iterable[str]]]) -> Mapping[str, tuple[str, ...]]:
    """Return tables of phrases as one."""
    found: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for key, phrases in table.items():
            found[key] = (*found.get(key, ()), *phrases)
    return found
