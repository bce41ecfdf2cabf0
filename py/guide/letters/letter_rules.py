"""Which letters make sense, and what opens them: letters.toml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from guide.catalog.reader import Source
from guide.catalog.records import Catalog, Needs
from guide.ids import CategoryId, ChannelId, LetterKind
from guide.letters import prose
from guide.model import Case

FILE = "letters.toml"

type LetterRow = dict[str, str]


@dataclass(frozen=True, slots=True)
class KindRule:
    """Where a kind of letter can go; `also` adds channels to categories, `only` leaves these."""

    channels: tuple[ChannelId, ...]
    also: Mapping[ChannelId, tuple[CategoryId, ...]] = field(default_factory=dict)
    only: tuple[CategoryId, ...] = ()
    case_number: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a letter, by fields: of `request` and `about` the first that is answered.

    `key` are the facts without which a first message in a chat is of no use, best first.
    """

    request: tuple[str, ...]
    about: tuple[str, ...]
    key: tuple[str, ...]


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
class LetterRules:
    """All of letters.toml; `after_refusal` is the field that answers support's reason."""

    order: tuple[LetterKind, ...]
    after_refusal: str
    opening: Opening
    markdown: Markdown
    chat: Places
    weighed: Places
    subject: Mapping[CategoryId, tuple[str, ...]]
    kinds: Mapping[LetterKind, KindRule]

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
    for place, name, known in _references(catalog, rules):
        if not known:
            source.note(FILE, f"{place} names {name}, which is not known", "add or correct it")
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
    opening, named = rules.opening, (*rules.markdown.code, rules.after_refusal)
    for name in (*opening.request, *opening.about, *opening.key, *named):
        yield "opening, markdown.code or after_refusal", name, name in catalog.fields
    for category, fields in rules.subject.items():
        yield "subject", category, category in catalog.categories
        yield from ((f"subject.{category}", name, name in catalog.fields) for name in fields)
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
            for category, needs in catalog.categories.items():
                if _makes_sense(rules.kinds[kind], channel, category, needs):
                    yield {"kind": kind, "channel": channel, "category": category}
            for name, topic in catalog.topics.items():
                if _makes_sense(rules.kinds[kind], channel, topic.category, topic):
                    row = {"kind": kind, "channel": channel, "category": topic.category}
                    yield row | {"topic": name}


def fits(catalog: Catalog, case: Case, kind: LetterKind, channel: ChannelId) -> bool:
    """Tell whether `table` has this letter for such a case."""
    rule, needs = for_catalog(catalog).kinds[kind], catalog.needs(case)
    category = case.category or "other"
    return channel in rule.channels and _makes_sense(rule, channel, category, needs)


def may_send(catalog: Catalog, case: Case, kind: LetterKind, channel: ChannelId) -> bool:
    """Tell whether this case may send such a letter there: one that fits.

    No appeal goes twice, and nothing to a channel that its topic says to use once.
    """
    if kind == "appeal" and case.appealed:
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


def _makes_sense(rule: KindRule, channel: ChannelId, category: CategoryId, needs: Needs) -> bool:
    if rule.only and category not in rule.only:
        return False
    return channel in needs.channels or category in rule.also.get(channel, ())
