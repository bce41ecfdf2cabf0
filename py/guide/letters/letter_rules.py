"""Which letters make sense, and what opens them: letters.toml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from guide.catalog.reader import Source
from guide.catalog.records import Catalog
from guide.ids import CategoryId, ChannelId, LetterKind
from guide.letters import prose
from guide.model import Case

FILE = "letters.toml"

type LetterRow = dict[str, str]


@dataclass(frozen=True, slots=True)
class KindRule:
    """Where a kind of letter can go; `also` adds channels to categories, `only` leaves these.

    What goes with it is all that the person attaches, what has not gone yet, or nothing.
    """

    channels: tuple[ChannelId, ...]
    also: Mapping[ChannelId, tuple[CategoryId, ...]] = field(default_factory=dict)
    only: tuple[CategoryId, ...] = ()
    case_number: bool = False
    attaches: Literal["all", "new", "nothing"] = "all"


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a letter, by fields: of `request` and `about` the first that is answered."""

    request: tuple[str, ...]
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Markdown:
    """Channels that show Markdown, and the fields that are code there."""

    channels: tuple[ChannelId, ...]
    code: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Channels that are alike in something."""

    channels: tuple[ChannelId, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """Of a letter that the story tells of: in these categories the first steps come before it.

    In a case of `but_topics` it went to somebody else than support, as likely as not.
    """

    steps_first: tuple[CategoryId, ...]
    but_topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conversation:
    """Channels that are a conversation; up to `whole` characters a letter is one message there."""

    channels: tuple[ChannelId, ...]
    whole: int


@dataclass(frozen=True, slots=True)
class OwnFields:
    """What only one kind of letter asks: `fields` it needs, `also` are of use.

    `after` is what support's last answer must be, "tried" one whose steps have a result that the
    letter tells by itself; `but` a channel at which nothing is asked.
    """

    kind: LetterKind
    fields: tuple[str, ...]
    also: tuple[str, ...] = ()
    after: Literal["", "refused", "tried", "other"] = ""
    but: ChannelId | None = None

    def apply(self, case: Case, channel: ChannelId) -> bool:
        """Tell whether such a letter, for this place, asks them now."""
        last = next((r for r in reversed(case.replies) if r.kind != "suspicious"), None)
        told = (step.words for step in case.steps if step.words and step.outcome != "skipped")
        tried = not frozenset(case.suggested).isdisjoint(told)
        came = last and ("refused" if last.kind == "refused" else "tried" if tried else "other")
        return channel != self.but and (not self.after or came == self.after)


@dataclass(frozen=True, slots=True)
class Rows:
    """Fields that tell of several charges: their days, the sum and the card."""

    days: tuple[str, ...]
    sum: str
    card: str


@dataclass(frozen=True, slots=True)
class Public:
    """What goes into no public place, what goes there at all, and which places wait.

    One that `waits` comes after a message to support and its waiting time. `title` is what a
    title says after the name of the problem.
    """

    waits: tuple[ChannelId, ...]
    never: tuple[CategoryId, ...]
    never_topics: tuple[str, ...]
    title: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuoteWords:
    """How lines begin that no letter quotes, lower case."""

    greetings: tuple[str, ...]
    closings: tuple[str, ...]
    polite: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterRules:
    """All of letters.toml; `only` are answers that a channel needs: channel -> field -> values."""

    order: tuple[LetterKind, ...]
    own: tuple[OwnFields, ...]
    rows: Rows
    public: Public
    only: Mapping[ChannelId, Mapping[str, tuple[str, ...]]]
    quoted: QuoteWords
    opening: Opening
    markdown: Markdown
    chat: Conversation
    form: Places
    earlier: Earlier
    weighed: Places
    subject: Mapping[str, tuple[str, ...]]  # By category, or by a topic that differs from it.
    kinds: Mapping[LetterKind, KindRule]

    def own_fields(self, case: Case, kind: LetterKind, channel: ChannelId) -> OwnFields:
        """Return what only this letter of the case asks, the first that applies."""
        mine = (own for own in self.own if own.kind == kind and own.apply(case, channel))
        return next(mine, OwnFields(kind, ()))

    def measure(self, channel: ChannelId) -> prose.Measure:
        """Return the function that counts characters as this channel does."""
        return prose.weight if channel in self.weighed.channels else len


def for_catalog(catalog: Catalog) -> LetterRules:
    """Return the rules of this catalog. Raises ContentError with a line for each mistake."""
    return _read(catalog.files.get(FILE, ""))


def check(catalog: Catalog) -> None:
    """Look at every name in the rules. Raises ContentError with a line for each mistake."""
    source, rules = Source(catalog.files), for_catalog(catalog)
    source.ids(FILE, "order", rules.order, LetterKind)
    source.ids(FILE, "kinds", rules.kinds, LetterKind)
    source.known(FILE, _references(catalog, rules))
    used = {channel for rule in rules.kinds.values() for channel in rule.channels}
    for channel in catalog.channels:
        if channel not in used:
            source.note(FILE, f"kinds: no kind has {channel} among its channels", "add it to one")
    source.stop()


@cache
def _read(text: str) -> LetterRules:
    source = Source({FILE: text})
    rules: LetterRules = source.file(FILE, LetterRules)
    source.stop()
    return rules


def _references(catalog: Catalog, rules: LetterRules) -> Iterator[tuple[str, str, bool]]:
    opening, rows, public = rules.opening, rules.rows, rules.public
    named = (*rules.markdown.code, *rows.days, rows.sum, rows.card, *public.facts)
    own = (name for one in rules.own for name in (*one.fields, *one.also))
    only = (name for where in rules.only.values() for name in where)
    for name in (*opening.request, *opening.about, *named, *own, *only):
        place = "opening, markdown.code, rows, public.facts, own or only"
        yield place, name, name in catalog.fields
    yield from (("public.title", name, name in catalog.fields) for name in public.title)
    yield from (("public.never", name, name in catalog.categories) for name in public.never)
    yield from (
        ("public.never_topics", name, name in catalog.topics) for name in public.never_topics
    )
    yield from (("earlier", c, c in catalog.categories) for c in rules.earlier.steps_first)
    yield from (("earlier", t, t in catalog.topics) for t in rules.earlier.but_topics)
    for channel in (*public.waits, *rules.only):
        yield "public.waits or only", channel, channel in catalog.channels
    for of, fields in rules.subject.items():
        yield "subject", of, of in catalog.categories or of in catalog.topics
        yield from ((f"subject.{of}", name, name in catalog.fields) for name in fields)
    for kind, rule in rules.kinds.items():
        for channel in (*rule.channels, *rule.also):
            yield f"kinds.{kind}.channels", channel, channel in catalog.channels
        for category in (*rule.only, *(c for some in rule.also.values() for c in some)):
            yield f"kinds.{kind}", category, category in catalog.categories


def table(catalog: Catalog) -> Iterator[LetterRow]:
    """Yield every letter that makes sense, as {"kind", "channel", "category"}."""
    rules = for_catalog(catalog)
    for kind in rules.order:
        for channel in rules.kinds[kind].channels:
            for category in catalog.categories:
                if _makes_sense(catalog, kind, channel, category):
                    yield {"kind": kind, "channel": channel, "category": category}
            for name, topic in catalog.topics.items():
                if _makes_sense(catalog, kind, channel, topic.category, name):
                    row = {"kind": kind, "channel": channel, "category": topic.category}
                    yield row | {"topic": name}


def fits(catalog: Catalog, case: Case, kind: LetterKind, channel: ChannelId) -> bool:
    """Tell whether `table` has this letter for such a case."""
    if channel not in for_catalog(catalog).kinds[kind].channels:
        return False
    topic = case.topic if catalog.topic(case) else ""
    return _makes_sense(catalog, kind, channel, case.category or "other", topic)


def may_send(catalog: Catalog, case: Case, kind: LetterKind, channel: ChannelId) -> bool:
    """Tell whether this case may send such a letter there: one that fits.

    No appeal goes twice, nothing to a channel that its topic says to use once, and nothing to one
    that is for other cases. When it is time for a public place, `cases.changes` says.
    """
    if kind == "appeal" and case.appealed:
        return False
    only = for_catalog(catalog).only.get(channel, {})
    if not all(case.answer(field) in values for field, values in only.items()):
        return False
    used = any(sent.channel == channel for sent in case.sent)
    if used and channel in _once(catalog, case):
        return False
    return fits(catalog, case, kind, channel)


def goes_once(catalog: Catalog, case: Case) -> bool:
    """Tell whether the letter that this case is about to send can go there only once."""
    return case.kind == "appeal" or case.channel in _once(catalog, case)


def _once(catalog: Catalog, case: Case) -> tuple[ChannelId, ...]:
    topic = catalog.topic(case)
    return topic.once if topic else ()


def _makes_sense(
    catalog: Catalog, kind: LetterKind, channel: ChannelId, category: CategoryId, topic: str = ""
) -> bool:
    rules = for_catalog(catalog)
    rule, needs = (
        rules.kinds[kind],
        catalog.topics[topic] if topic else catalog.categories[category],
    )
    if rule.only and category not in rule.only:
        return False
    if catalog.channels[channel].audience == "public" and (
        category in rules.public.never or topic in rules.public.never_topics
    ):
        return False
    return channel in needs.channels or category in rule.also.get(channel, ())
