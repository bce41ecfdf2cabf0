"""A story -> what it already says: values of fields, and advice that was followed.

    text, now -> days, sums, shapes, names -> whose and of what each is -> Story

Precision before recall: a field that is filled wrongly costs more than one that is asked.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from guide.catalog.reader import Source
from guide.story import addresses, cancelling, done, missing, names, shapes, signature
from guide.story import written as letters_before
from guide.story.amounts import Money
from guide.story.cues import Cues, Found, Text
from guide.story.date_patterns import DateWords
from guide.story.dates import Calendar
from guide.story.number_words import Numbers, NumberWords
from guide.story.occasions import Occasions
from guide.text.hebrew import is_hebrew

# Of "Google Pay".
# Finds « pay», not « payment».
_NO_SHOP_AFTER = re.compile(r" pay\b")
# Right before a shop.
# Finds «i never », not «bought ».
_NEVER = re.compile(r"(?:\b(?:never|not|nothing)|n't|(?<![א-ת])ו?לא) $")
# Finds «credits in codex», not «api credits».
_OF_THE_APP = re.compile(r"\b(?:codex|sora)\b|קודקס|(?<![א-ת])סורה")
# Fields of the kind `several`: a story may name more than one of it.
SEVERAL = frozenset({"invoice", "order_id", "request_id", "share_link"})
# Asks what a thing is.
# Finds «the difference between», not «different».
_COMPARED = re.compile(r"\bdifferences?\b|\bversus\b|\bvs\b|הבדל")
MAX_STORY = 20_000  # Characters that are read; what matters is told before that.
TABLES = (
    "days",
    "purchase",
    "faint",
    "standing",
    "strangers",
    "money",
    "numbers",
    "mail",
    "children",
    "error",
    "names",
    "plan_said",
    "plan_shown_as",
    "bought",
    "sign_in",
    "device",
    "signature",
    letters_before.TABLE,
    missing.TABLE,
)


@dataclass(frozen=True, slots=True)
class Story:
    """What was read: each with the words it was read from, first of each field; advice ids.

    `missing` are things that there are not (`guide.story.missing`), `written` is a letter to
    support that nobody answered, None where none is told of.
    """

    fields: tuple[Found, ...] = ()
    done: tuple[Found, ...] = ()
    missing: frozenset[str] = frozenset()
    written: letters_before.Written | None = None

    def values(self) -> dict[str, str]:
        """Return field id -> value."""
        return {found.field: found.value for found in self.fields}


@dataclass(frozen=True)
class StoryRules:
    """Words of all languages by which a story is read."""

    calendar: Calendar
    money: Money
    deeds: done.Deeds
    cues: Mapping[str, Cues]


def load(files: Mapping[str, str], locales: Iterable[str]) -> StoryRules:
    """Return the rules of content files, path -> text. Raises ContentError with all mistakes."""
    source, locales = Source(files), tuple(locales)
    dates = [_date_words(source, f"text/{at}/story/dates.toml") for at in locales]
    numbers = [source.file(f"text/{at}/story/numbers.toml", NumberWords) for at in locales]
    deeds = [source.file(f"text/{at}/story/done.toml", done.DoneWords) for at in locales]
    tables = Mapping[str, Mapping[str, tuple[str, ...]]]
    cues = [source.file(f"text/{at}/story/cues.toml", tables) for at in locales]
    source.stop()
    whole = {table: _together(some[table] for some in cues) for table in TABLES}
    worded = Numbers(filter(None, numbers))
    return StoryRules(
        Calendar(filter(None, dates)),
        Money(whole["money"], worded),
        done.Deeds(tuple(deeds)),
        {table: Cues(some) for table, some in whole.items()},
    )


def _date_words(source: Source, name: str) -> DateWords | None:
    words: DateWords | None = source.file(name, DateWords)
    for key, wanted in (("months", 12), ("weekdays", 7)):
        if words and len(getattr(words, key)) != wanted:
            source.note(name, f"{key} are {len(getattr(words, key))}", f"write all {wanted}")
    return words


def _together(tables: Iterable[Mapping[str, tuple[str, ...]]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for name, phrases in table.items():
            found[name] = (*found.get(name, ()), *phrases)
    return found


def read(rules: StoryRules, raw: str, now: dt.datetime) -> Story:
    """Return what a story says; `now` has the person's offset."""
    text = Text(raw[:MAX_STORY])
    found: dict[str, Found] = {}
    said = tuple(rules.deeds.find(text))
    cancelled = cancelling.Cancelling(text, rules.cues["purchase"], said)
    for one in _everything(rules, text, now):
        if one.field == "cancelled_on" and not cancelled.is_said_near(one):
            continue
        known = found.setdefault(one.field, one)
        if one.field in SEVERAL:
            found[one.field] = _with_another(known, one)
    deeds: dict[str, Found] = {}
    for one in said:
        deeds.setdefault(one.field, one)
    for one in (*_sold_by(found, deeds), *cancelled.after_charge(found)):
        found.setdefault(one.field, one)
    return Story(
        tuple(found.values()),
        tuple(deeds.values()),
        missing.find(text, rules.cues[missing.TABLE]),
        _written(rules, text, now, found),
    )


def _written(
    rules: StoryRules, text: Text, now: dt.datetime, found: Mapping[str, Found]
) -> letters_before.Written | None:
    cues = rules.cues[letters_before.TABLE]
    number = found["earlier_case"].value if "earlier_case" in found else ""
    told = letters_before.find(text, cues, rules.deeds, rules.calendar, now)
    return replace(told, number=number) if told else None


def _with_another(known: Found, one: Found) -> Found:
    """Return a field of several numbers with one more, each on a line of its own."""
    lines = known.value.split("\n")
    if one.value.lower() in map(str.lower, lines):
        return known
    return Found(known.field, "\n".join((*lines, one.value)), known.start, known.end)


def _sold_by(found: Mapping[str, Found], deeds: Mapping[str, Found]) -> Iterator[Found]:
    """Yield the shop that an order's number, or a refund asked of Apple, tells."""
    if order := found.get("order_id"):
        shop = "google" if order.value.upper().startswith("GPA.") else "apple"
        yield Found("bought_where", shop, order.start, order.end)
    if asked := deeds.get("apple_refund"):
        yield Found("bought_where", "apple", asked.start, asked.end)


def _everything(rules: StoryRules, text: Text, now: dt.datetime) -> Iterator[Found]:
    cues = rules.cues
    occasions = Occasions(text, now, cues)
    own = _of_others(cues["strangers"]["words"], text.without_mail())
    standing = occasions.standing
    shaped = shapes.find(text, cues["numbers"])
    for one in shaped:
        # A number in a message that they doubt, or in another's words, is not theirs.
        if one.field == "invoice" and (
            standing.is_of_a_hoax(one.start) or standing.is_others(one.start)
        ):
            continue
        yield one
    yield from shapes.status(text, cues["numbers"])
    for one in shapes.errors(text, cues["error"]):
        if not standing.is_told_by_others(one.start):
            yield one
    yield from addresses.find(text, cues["mail"])
    yield from filter(own, names.models(text))
    yield from _devices(text, cues, own)
    yield from names.sign_in(text, cues["sign_in"])
    named = (*names.choices(text, "plan", cues["names"]), *names.plans(text))
    for found in sorted(named, key=lambda one: one.start):
        if (
            own(found)
            and names.is_had(text, found)
            and not occasions.standing.is_wanted(found.start)
        ):
            yield found
    shops = [*filter(own, _shops(text, cues))]
    # Bought at two shops: which one it is about they are asked.
    if len({one.value for one in shops}) == 1:
        yield from shops
    yield from occasions.find(rules.calendar, rules.money)
    yield from signature.find(text, cues["signature"])


def _devices(text: Text, cues: Mapping[str, Cues], own: Callable[[Found], bool]) -> Iterator[Found]:
    """Yield the system, and the browser where they name one alone."""
    devices = [*filter(own, names.devices(text, cues["device"]))]
    for found in devices:
        # "Tried it in Chrome and in Brave": in which it is to be mended they are asked.
        if found.field == "browser" and _is_one_of_several(found, devices):
            continue
        # "Bought on my iPhone" says nothing of where it fails.
        bare = not any(map(str.isdigit, found.value))
        if not (bare and text.has(cues["days"]["charge"], text.sentence(found.start))):
            yield found


def _is_one_of_several(found: Found, devices: Iterable[Found]) -> bool:
    """Tell whether another browser is named; the same one may be, in the other alphabet."""
    first = found.value.lower().split()[0]
    others = (one.value.lower() for one in devices if one.field == found.field)
    return any(not one.startswith(first) and is_hebrew(one) is is_hebrew(first) for one in others)


def _shops(text: Text, cues: Mapping[str, Cues]) -> Iterator[Found]:
    """Yield where it was bought."""
    for found in names.choices(text, "bought_where", cues["bought"]):
        if _NO_SHOP_AFTER.match(text.low, found.end) or _NEVER.search(text.low, 0, found.start):
            continue
        if _COMPARED.search(text.low, *text.sentence(found.start)):
            continue
        # "On the site" is said of many things.
        if found.value == "web" and not _is_of_buying(text, cues, found):
            continue
        # Codex and Sora sell credits, too: they are the app's.
        if found.value != "api" or not _OF_THE_APP.search(text.low, *text.sentence(found.start)):
            yield found


def _is_of_buying(text: Text, cues: Mapping[str, Cues], found: Found) -> bool:
    """Tell whether money was paid there: "on the site there is no button" is of something else."""
    there = text.clause(found.start)
    if cues["standing"]["denial"].search(text.low, found.start, there[1]):
        return False
    return text.has(cues["days"]["charge"], text.sentence(found.start))


def _of_others(words: re.Pattern[str], text: Text) -> Callable[[Found], bool]:
    """Return a filter: what stands in a clause about somebody else's is not the person's."""

    def own(found: Found) -> bool:
        return not text.has(words, text.clause(found.start))

    return own
