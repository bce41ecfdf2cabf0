"""A story -> what it already says: values of fields, and advice that was followed.

    text, now -> days, sums, shapes, names -> whose and of what each is -> Story

Precision before recall: a field that is filled wrongly costs more than one that is asked.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from guide.catalog.reader import Source
from guide.story import done, names, shapes
from guide.story.amounts import Money
from guide.story.cues import Cues, Found, Text
from guide.story.dates import Calendar, DateWords, When

MAX_STORY = 20_000  # Characters that are read; what matters is told before that.
OLDEST = 366  # Days; an older day is of another matter.
SHORT = 2  # Words of a sentence that says nothing but the day.
DAY_FIELDS = {"charge": "charge_date", "renewal": "renewal_date", "notice": "notice_date"}
TABLES = (
    "days",
    "purchase",
    "strangers",
    "money",
    "numbers",
    "mail",
    "error",
    "names",
    "bought",
    "sign_in",
    "device",
)


@dataclass(frozen=True, slots=True)
class Story:
    """What was read: each with the words it was read from, first of each field; advice ids."""

    fields: tuple[Found, ...] = ()
    done: tuple[Found, ...] = ()

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
    dates = [source.file(f"text/{at}/story/dates.toml", DateWords) for at in locales]
    deeds = [source.file(f"text/{at}/story/done.toml", done.DoneWords) for at in locales]
    tables = Mapping[str, Mapping[str, tuple[str, ...]]]
    cues = [source.file(f"text/{at}/story/cues.toml", tables) for at in locales]
    source.stop()
    whole = {table: _together(some[table] for some in cues) for table in TABLES}
    return StoryRules(
        Calendar(dates),
        Money(whole["money"]),
        done.Deeds(tuple(deeds)),
        {table: Cues(some) for table, some in whole.items()},
    )


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
    for one in _everything(rules, text, now):
        found.setdefault(one.field, one)
    deeds: dict[str, Found] = {}
    for one in rules.deeds.find(text):
        deeds.setdefault(one.field, one)
    return Story(tuple(found.values()), tuple(deeds.values()))


def _everything(rules: StoryRules, text: Text, now: dt.datetime) -> Iterator[Found]:
    cues = rules.cues
    own = _of_others(cues["strangers"]["words"], text)
    yield from shapes.find(text, cues["numbers"])
    yield from shapes.status(text, cues["numbers"])
    yield from shapes.errors(text, cues["error"])
    yield from _addresses(text, cues["mail"])
    yield from filter(own, names.models(text))
    yield from filter(own, names.devices(text, cues["device"]))
    yield from names.sign_in(text, cues["sign_in"])
    yield from filter(own, names.choices(text, "plan", cues["names"]))
    yield from filter(own, names.plans(text))
    for found in filter(own, names.choices(text, "bought_where", cues["bought"])):
        # "On the site" is said of many things.
        if found.value != "web" or text.has(cues["days"]["charge"], text.sentence(found.start)):
            yield found
    yield from _days_and_sums(rules, text, now)


def _of_others(words: re.Pattern[str], text: Text) -> Callable[[Found], bool]:
    """Return a filter: what stands in a clause about somebody else's is not the person's."""

    def own(found: Found) -> bool:
        return not text.has(words, text.clause(found.start))

    return own


def _addresses(text: Text, cues: Cues) -> Iterator[Found]:
    """Yield the account's address, and that on the receipts; others' addresses are none of them."""
    left: list[tuple[int, int]] = []
    for start, end in shapes.mail(text):
        if text.low[:end].endswith(("openai.com", "apple.com", "google.com", "stripe.com")):
            continue
        near = (max(text.sentence(start)[0], start - 40), start)
        # "Invoice ABCD1234-0005, my account is ...": the word that stands nearer decides.
        if _last(cues["billing"], text, near) > _last(cues["account"], text, near):
            yield Found("billing_email", text.raw[start:end], start, end)
        elif text.has(cues["account"], near) or not text.has(cues["stranger"], near):
            left.append((start, end))
    sure = [span for span in left if text.has(cues["account"], (max(0, span[0] - 40), span[0]))]
    for start, end in (sure or left)[:1]:
        yield Found("account_email", text.raw[start:end], start, end)


def _last(words: re.Pattern[str], text: Text, span: tuple[int, int]) -> int:
    """Return where the last such word of a span begins, -1 where there is none."""
    return max((m.start() for m in words.finditer(text.low, *span)), default=-1)


def _days_and_sums(rules: StoryRules, text: Text, now: dt.datetime) -> Iterator[Found]:
    days, cues = rules.cues["days"], rules.cues["strangers"]["words"]
    paid = rules.cues["purchase"]
    sums = [
        s
        for s in rules.money.find(text)
        if not text.has(cues, text.clause(s.start))
        and not text.has(paid["not_paid"], (max(text.clause(s.start)[0], s.start - 25), s.start))
        and not text.has(paid["left"], (s.end, min(text.clause(s.start)[1], s.end + 20)))
    ]
    sums.sort(key=lambda s: not text.has(days["charge"], text.clause(s.start)))
    charges: list[When] = []
    for when in rules.calendar.find(text, now):
        if text.has(cues, text.clause(when.start)) or abs((now.date() - when.date).days) > OLDEST:
            continue
        kind = _kind(text, days, when, [s.start for s in sums])
        if not kind and when.time:
            kind = "problem"  # A log's line: nothing else has its minute told.
        if kind == "charge" and when.date <= now.date():
            charges.append(when)
        elif kind == "problem" and when.date <= now.date():
            yield Found(
                "when",
                when.date.isoformat() + (f"T{when.time}" if when.time else ""),
                when.start,
                when.end,
            )
        elif kind == "notice" and when.date <= now.date():
            yield Found("notice_date", when.date.isoformat(), when.start, when.end)
        elif kind == "renewal":
            yield Found(
                "renewal_date", (when.coming or when.date).isoformat(), when.start, when.end
            )
    yield from _charges(charges)
    single = len({s.value for s in sums}) == 1
    for one in sums:
        around = text.sentence(one.start)
        if (
            charges
            or text.has(days["charge"], around)
            or (single and text.has(paid["about"], around))
        ):
            yield Found("amount", one.value, one.start, one.end)


def _charges(charges: list[When]) -> Iterator[Found]:
    ordered = sorted({when.date: when for when in reversed(charges)}.items())
    for name, (date, when) in zip(("charge_date", "second_charge_date"), ordered, strict=False):
        yield Found(name, date.isoformat(), when.start, when.end)


def _kind(text: Text, days: Cues, when: When, sums: list[int]) -> str:
    """Return what a day was the day of: the nearest word in its clause, else in its sentence."""
    start, end = text.sentence(when.start)
    spans = [text.clause(when.start), (start, end)]
    if len(text.low[start:end].split()) <= SHORT:  # "I cannot get in. Since yesterday."
        spans.append((text.sentence(max(0, start - 2))[0], end))
    for span in spans:
        distances: dict[str, int] = {}
        for name in days.names():
            for m in days[name].finditer(text.low, *span):
                if m.start() < when.end and when.start < m.end():
                    continue
                far = when.start - m.end() if m.end() <= when.start else m.start() - when.end + 8
                distances[name] = min(distances.get(name, 999), far)
        for place in sums:
            if span[0] <= place < span[1]:
                distances["charge"] = min(distances.get("charge", 999), abs(place - when.start) + 4)
        if distances:
            return min(distances, key=lambda name: distances[name])
    return ""
