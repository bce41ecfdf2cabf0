"""All content in one frozen Catalog: structure, addresses, dates, words, letters, templates.

The same loader serves tests and the build, which packs what the browser needs of it (guide.tools),
and it is strict: a wrong key, type or reference raises ContentError by file and key.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal

from guide.errors import ContentError
from guide.later import LaterEach
from guide.model import (
    Audience,
    CategoryId,
    ChannelId,
    LetterKind,
    Locale,
    Outcome,
    ReplyKind,
    ScreenId,
)
from guide.source import Source

LOCALES: tuple[Locale, ...] = ("he", "en")
DIRECTION: Mapping[Locale, Literal["rtl", "ltr"]] = {"he": "rtl", "en": "ltr"}

type Words = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Address:
    """An address the guide may open, where it was learned, when checked, how sure it is."""

    url: str
    source: str
    checked: dt.date
    sure: Literal["official", "copy", "third_party", "users"]


@dataclass(frozen=True, slots=True)
class Field:
    """Something to ask a person; `device` is what the browser can fill in."""

    kind: Literal["text", "long", "email", "date", "choice"]
    group: str
    options: tuple[str, ...] = ()
    device: Literal["", "browser", "os", "now", "utc"] = ""
    private: bool = False


@dataclass(frozen=True, slots=True)
class Category:
    """What one kind of problem needs; all are keys of other content files, best first."""

    required: tuple[str, ...]
    helpful: tuple[str, ...]
    first: tuple[str, ...]
    collection: str
    articles: tuple[str, ...]
    attachments: tuple[str, ...]
    channels: tuple[ChannelId, ...]


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to send a request; `limit` counts characters of the body, 0 for none."""

    audience: Audience
    subject: bool
    limit: int
    address: str


@dataclass(frozen=True, slots=True)
class LetterChoice:
    """Which letter to write; None leaves that part as the case has it."""

    kind: LetterKind | None = None
    channel: ChannelId | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One advice: exactly one of open, search, go, letter or field is its action."""

    step: str
    open: str = ""
    search: bool = False
    go: ScreenId | None = None
    letter: LetterChoice | None = None
    field: str = ""
    asks: bool = False
    helped_go: ScreenId | None = None
    said: bool = False  # Only where the person's words have one of the phrases under `said`.
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the guide to read."""

    kind: Literal["prerequisites", "step", "troubleshooting", "closing"]
    points: tuple[str, ...]
    actions: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClockChange:
    """When clocks change: at `hour` of the old time, on the n-th Sunday of a month."""

    month: int
    sunday: int
    hour: int


@dataclass(frozen=True, slots=True, eq=False)  # Hashed by identity: caches hang on it.
class Zone:
    """Where support works: hours east of UTC in winter and summer, and when summer begins, ends.

    `morning` is the hour by which a day there becomes a date elsewhere.
    """

    name: str
    morning: int
    standard: int
    daylight: int
    starts: ClockChange
    ends: ClockChange
    source: str


@dataclass(frozen=True, slots=True)
class Due:
    """When to come back, in business days, with which letter, and what must have gone before.

    Counted from the `first` letter since support's last answer, or from the `last`; never sooner
    than `rest` after the last. From `until` on it is late; 0 is never.
    """

    after: int
    until: int = 0
    since: Literal["first", "last"] = "first"
    rest: int = 0
    needs: tuple[LetterKind, ...] = ()
    kind: LetterKind | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """What an answer from support leads to: exactly one of these."""

    letter: LetterKind | None = None
    go: ScreenId | None = None
    close: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Catalog:
    """All content. `letters` and `templates` map a name to its Jinja source."""

    addresses: Mapping[str, Address]
    groups: tuple[str, ...]
    fields: Mapping[str, Field]
    categories: Mapping[CategoryId, Category]
    channels: Mapping[ChannelId, Channel]
    advice: Mapping[str, Card]
    chapters: Mapping[str, Chapter]
    zone: Zone
    due: Mapping[str, Due]
    replies: Mapping[ReplyKind, Way]
    said: Mapping[str, tuple[str, ...]]  # The phrases of an advice, of all languages.
    words: LaterEach[Locale, Words]
    letters: Mapping[str, str]
    templates: Mapping[str, str]
    files: Mapping[str, str]

    def chapters_of(self, kind: str) -> tuple[str, ...]:
        """Return the ids of the chapters of one kind, in order."""
        return tuple(name for name, chapter in self.chapters.items() if chapter.kind == kind)

    def below(self, folder: str) -> dict[str, str]:
        """Return the content files below `folder` (with its slash) by their name in it."""
        return {n.removeprefix(folder): t for n, t in self.files.items() if n.startswith(folder)}


@cache
def load() -> Catalog:
    """Return the catalog of the content that lies beside this module. Raises ContentError."""
    home = files("guide")
    return build(read_all(home / "content"), read_all(home / "templates"))


def read_all(folder: Traversable, prefix: str = "") -> dict[str, str]:
    """Return every file below `folder` as text, by its path with slashes, sorted."""
    found: dict[str, str] = {}
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            found |= read_all(item, f"{prefix}{item.name}/")
        elif item.name.endswith((".toml", ".j2")):
            found[prefix + item.name] = item.read_text(encoding="utf-8")
    return found


def build(content: Mapping[str, str], templates: Mapping[str, str]) -> Catalog:
    """Make the catalog of content files and templates, each a path -> text. Raises ContentError."""
    source = Source(content)
    words = {locale: source.toml(f"text/{locale}.toml") for locale in LOCALES}
    catalog = Catalog(
        addresses=source.table("addresses.toml", Address),
        groups=source.part("fields.toml", "groups", tuple[str, ...]),
        fields=source.part("fields.toml", "fields", Mapping[str, Field]),
        categories=source.ordered("categories.toml", "categories", Category),
        channels=source.ordered("channels.toml", "channels", Channel),
        advice=source.table("advice.toml", Card),
        chapters=source.ordered("guide.toml", "chapters", Chapter),
        zone=source.part("follow_up.toml", "zone", Zone),
        due=source.part("follow_up.toml", "due", Mapping[str, Due]),
        replies=source.table("replies.toml", Way),
        said=_together([own.get("said", {}) for own in words.values()]),
        words=LaterEach(words),
        letters={n[8:]: text for n, text in content.items() if n.startswith("letters/")},
        templates=templates,
        files=content,
    )
    for problem in dangling(catalog):
        raise ContentError(problem)
    return catalog


def _together(tables: Iterable[Mapping[str, Iterable[str]]]) -> Mapping[str, tuple[str, ...]]:
    """Return tables of phrases as one."""
    found: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for key, phrases in table.items():
            found[key] = (*found.get(key, ()), *phrases)
    return found


def require_locales(place: str, table: Mapping[Any, object]) -> None:
    """Raise ContentError if a table lacks a language; `place` names its file and key."""
    for locale in LOCALES:
        if locale not in table:
            raise ContentError(f"{place}.{locale} is missing; add it")


def dangling(catalog: Catalog) -> Iterable[str]:
    """Yield a sentence for each reference from one content file to nothing in another."""
    known: Mapping[str, Iterable[str]] = {
        "fields.toml": catalog.fields,
        "advice.toml": catalog.advice,
        "addresses.toml": catalog.addresses,
        "channels.toml": catalog.channels,
        "guide.toml": catalog.chapters,
        "fields.toml groups": catalog.groups,
    }
    for place, names, target in _references(catalog):
        for name in names:
            if name and name not in known[target]:
                yield f"{place} names {name}, which {target} does not have; add or correct it"


def _references(catalog: Catalog) -> Iterable[tuple[str, Iterable[str], str]]:
    for name, category in catalog.categories.items():
        at = f"categories.toml: {name}"
        yield f"{at}.required", category.required, "fields.toml"
        yield f"{at}.helpful", category.helpful, "fields.toml"
        yield f"{at}.first", category.first, "advice.toml"
        yield f"{at}.articles", (category.collection, *category.articles), "addresses.toml"
        yield f"{at}.channels", category.channels, "channels.toml"
    for advice, card in catalog.advice.items():
        at = f"advice.toml: {advice}"
        yield f"{at}.step", (card.step,), "guide.toml"
        yield f"{at}.open", (card.open, *card.sources), "addresses.toml"
        yield f"{at}.field", (card.field,), "fields.toml"
    for chapter_id, chapter in catalog.chapters.items():
        at = f"guide.toml: {chapter_id}"
        yield f"{at}.sources", (*chapter.actions, *chapter.sources), "addresses.toml"
    for channel_id, channel in catalog.channels.items():
        yield f"channels.toml: {channel_id}.address", (channel.address,), "addresses.toml"
    for field_id, field in catalog.fields.items():
        yield f"fields.toml: {field_id}.group", (field.group,), "fields.toml groups"
