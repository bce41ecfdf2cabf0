"""What all content is read into: one frozen Catalog of structure, addresses, dates and words."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from guide.catalog.contacts import contacts
from guide.catalog.field_records import Field
from guide.catalog.holidays import Holidays
from guide.catalog.languages import Languages
from guide.catalog.packed import Later, LaterEach, LaterTable
from guide.catalog.route_records import Routes
from guide.ids import (
    Audience,
    CategoryId,
    ChannelId,
    Count,
    LetterKind,
    Locale,
    Outcome,
    ReplyKind,
    ScreenId,
    StepOutcome,
)
from guide.model import Case

type Words = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Address:
    """An address the guide may open, where it was learned, when checked, how sure it is."""

    url: str
    source: str
    checked: dt.date
    sure: Literal["official", "copy", "third_party", "users"]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the guide knows: its words are the sentence.

    `source` is a key of addresses.toml, "" for none; `own` is a rule of this guide. What is about
    law or money grows old sooner.
    """

    checked: dt.date
    sure: Literal["official", "copy", "third_party", "users", "own"]
    source: str = ""
    about: Literal["law", "money", "other"] = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What a problem needs: a category, or a topic. All are keys of other files, best first."""

    required: tuple[str, ...]
    helpful: tuple[str, ...]
    first: tuple[str, ...]
    attachments: tuple[str, ...]
    channels: tuple[ChannelId, ...]


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to send, `limit` characters or 0 for any; answers come there, or `answered_by`."""

    audience: Audience
    subject: bool
    limit: int
    address: str
    answered_by: ChannelId | None = None


@dataclass(frozen=True, slots=True)
class LetterChoice:
    """Which letter to write; None leaves that part as the case has it."""

    kind: LetterKind | None = None
    channel: ChannelId | None = None


@dataclass(frozen=True, slots=True)
class StepAnswer:
    """What an answer to an advice does besides being kept.

    `days` is when to ask again, `go` the screen it leads to, `sets` answers of fields; `sent` is
    the letter that the person sent by themselves in following the advice.
    """

    days: int = 0
    go: ScreenId | None = None
    sets: Mapping[str, str] = field(default_factory=dict)
    sent: LetterChoice | None = None


@dataclass(frozen=True, slots=True)
class AdviceCard:
    """One advice: exactly one of open, search, go, letter or field is its action.

    `answers` are offered in their order; to skip is offered wherever there are any. `ticks` are
    things to do at once, each with a box. It is given only where the answers of fields are among
    `only` and none of them is among `but`: field -> values. One that is `quiet` is nobody else's
    business: no letter tells of it.
    """

    step: str = "help_center"
    ticks: tuple[str, ...] = ()
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    but: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # Before `field`, whose name would hide the function.
    answers: Mapping[StepOutcome, StepAnswer] = field(default_factory=dict)
    open: str = ""
    search: bool = False
    go: ScreenId | None = None
    letter: LetterChoice | None = None
    field: str = ""
    quiet: bool = False
    said: bool = False  # Only where the person's words have one of the phrases under `said`.
    sources: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The key of the address that its action opens, "" where it opens none."""
        return "help_search" if self.search else self.open


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Needs):
    """Which problem it is, below its category; topics/<id>.toml.

    `once` are channels that may be used once, `codes` errors that only this topic has, `pages` and
    `sources` keys of addresses.toml. A `thin` topic promises nothing. `after` counts business days,
    in place of those of follow_up.toml. `place` orders the topics of a category, first to last.
    `goals_but` and `attachments_but` are ready goals, by number from 1, and attachments that do not
    fit some answers: field -> values. `things` are what fields ask about here, where that differs
    from elsewhere. `advice` and `fields` are its own; other topics may name them, too.
    """

    category: CategoryId
    chapter: str
    search: tuple[str, ...]
    place: int = 50
    once: tuple[ChannelId, ...] = ()
    codes: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    thin: bool = False
    after: Mapping[str, Count] = field(default_factory=dict)
    goals_but: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    attachments_but: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    things: Mapping[str, str] = field(default_factory=dict)
    advice: Mapping[str, AdviceCard] = field(default_factory=dict)
    fields: Mapping[str, Field] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the guide to read; `actions` are addresses to open, `screens` places to go."""

    kind: Literal[
        "prerequisites", "step", "troubleshooting", "money", "account", "product", "closing"
    ]
    points: tuple[str, ...]
    actions: tuple[str, ...]
    sources: tuple[str, ...]
    screens: tuple[ScreenId, ...] = ()


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
    than `rest` after the last. From `until` on it is late; 0 is never. What has its `own` day is
    not of the plan: a source of `follow_up.due` says when it is.
    """

    after: int
    until: int = 0
    since: Literal["first", "last", "own"] = "first"
    rest: int = 0
    needs: tuple[LetterKind, ...] = ()
    kind: LetterKind | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """What an answer from support leads to: exactly one of these.

    To `wait` is to write nothing: the days go `on` as if nothing had come, or are counted `anew`.
    """

    letter: LetterKind | None = None
    go: ScreenId | None = None
    close: Outcome | None = None
    wait: Literal["on", "anew"] | None = None


@dataclass(frozen=True, slots=True)
class Catalog:
    """All content. `letters` and `templates` map a name to its Jinja source."""

    languages: Languages
    addresses: Mapping[str, Address]
    groups: tuple[str, ...]
    fields: Mapping[str, Field]
    nothing: tuple[str, ...]  # What people write where they have nothing, of all languages.
    categories: Mapping[CategoryId, Needs]
    topics: Mapping[str, Topic]  # In the order of their category and place.
    channels: Mapping[ChannelId, Channel]
    advice: Mapping[str, AdviceCard]
    chapters: Mapping[str, Chapter]
    facts: LaterTable[str, Fact]
    packed_routes: Later[Routes]
    zone: Zone
    holidays: Holidays
    due: Mapping[str, Due]
    replies: Mapping[ReplyKind, Way]
    said: Mapping[str, tuple[str, ...]]  # The phrases of an advice, of all languages.
    words: LaterEach[Locale, Words]
    newest: str  # The newest edition of the news: asked for at each turn, in no language.
    letters: Mapping[str, str]
    templates: Mapping[str, str]
    files: Mapping[str, str]
    answers: Later[Any] | None = None  # The rules of `guide.reading`, once they are compiled.
    code: LaterTable[str, bytes] | None = None  # See `guide.text.templates`; at the build, none.

    @property
    def routes(self) -> Routes:
        """What a person can do beyond support, in the order that spoils least."""
        return self.packed_routes.get()

    def is_nothing(self, field: str, value: str) -> bool:
        """Tell whether an answer only says that there is no such thing: "none", "-"."""
        bare = value.casefold().strip(" .!?-–—/")
        return self.fields[field].may_lack and (not bare or bare in self.nothing)

    def goal_in(self, locale: Locale, case: Case, goal: str) -> str:
        """Return a goal in this language, if it is one of its topic's ready sentences in any."""
        if not self.topic(case):
            return goal
        for words in self.words.values():
            goals = words["topics"][case.topic]["goals"]
            if goal.strip() in goals:
                at = goals.index(goal.strip())
                return str(self.words[locale]["topics"][case.topic]["goals"][at])
        return goal

    def open_to_support(self, case: Case) -> tuple[str, ...]:
        """Return the addresses that support has to see: the person's own, and of `contacts`."""
        asked = [(self.fields[a.field], a.value) for a in case.answers if a.field in self.fields]
        own = (value for field, value in asked if field.kind == "email" and value)
        found = (contacts(value) for field, value in asked if field.contacts)
        return (*own, *(one for some in found for one in some))

    def topic(self, case: Case | None) -> Topic | None:
        """Return a case's topic; None where it has none, or one that only a newer guide knows."""
        return self.topics.get(case.topic) if case else None

    def topics_of(self, category: CategoryId) -> tuple[str, ...]:
        """Return the ids of a category's topics, in order."""
        return tuple(name for name, topic in self.topics.items() if topic.category == category)

    def needs(self, case: Case | None) -> Needs:
        """Return what a case needs: by its topic, else by its category."""
        return self.topic(case) or self.categories[(case and case.category) or "other"]

    def searches(self, case: Case | None) -> tuple[str, ...]:
        """Return what to search OpenAI's sites for, in their language, best first."""
        if topic := self.topic(case):
            return topic.search
        category = (case and case.category) or "other"
        return tuple(self.words[self.languages.sites]["categories"][category]["search"])

    def chapters_of(self, kind: str) -> tuple[str, ...]:
        """Return the ids of the chapters of one kind, in order."""
        return tuple(name for name, chapter in self.chapters.items() if chapter.kind == kind)
