"""Days that an answer names for what is to come: promised, or until when something is wanted.

    "within 48 hours", "5 to 10 business days", "by Friday" -> the last day of it

Terms count from the day of the turn, business days from Monday to Friday, in Hebrew from Sunday
to Thursday; a rule of the house ("within 14 days of purchase") and what is past are no date of the
case.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from guide.follow_up import business_days
from guide.reading.lines import Remark
from guide.reading.rules import AnswerRules
from guide.story.cues import Text
from guide.text.hebrew import is_hebrew
from guide.text.phrases import folded

_MOST_DAYS = 400  # Beyond it a term is no date to come back on.
# What names a day to come and promises nothing.
_NO_PROMISE = ("conditional", "reason", "given")
_DAYS = {"day": 1, "week": 7, "month": 30}
_FIXED, TODAY = "fixed_", "today"  # Terms that are words of their own.
_FAR = 180
_NEAR = 25  # Characters before a term in which a word makes it a rule.


@dataclass(frozen=True, slots=True)
class Announced:
    """What is to come: in their words, and its last day (ISO 8601), "" where they name none.

    By a `deadline` it is the person who has to do something.
    """

    text: str
    on: str
    deadline: bool = False


def read(rules: AnswerRules, remarks: Iterable[Remark], now: dt.datetime) -> tuple[Announced, ...]:
    """Return what is promised and wanted, in the order of the answer."""
    found: list[Announced] = []
    for remark in remarks:
        days = sorted({*_terms(rules, remark, now), *_named(rules, remark, now)})
        promise = remark.has("promise") or _is_due(rules, remark)
        asked = remark.has("answer_by") and not remark.has("they_will")
        until = not promise and _is_until(rules, remark, now)
        deadline = asked or until or remark.has("deadline")
        wanted = bool(days) and deadline
        if promise or wanted:
            found += [Announced(remark.text, day.isoformat(), deadline) for day in days[-1:]]
            if not days and not remark.has("conditional"):
                found.append(Announced(remark.text, "", deadline))
    return tuple(found)


def _is_due(rules: AnswerRules, remark: Remark) -> bool:
    """Tell whether a term itself says that something is to come: business days, "within a week"."""
    low, patterns = folded(remark.text), _patterns(rules)
    step = any(start == 0 for start, _ in remark.found.get("step", ()))
    return not (step or remark.has(*_NO_PROMISE)) and any(
        patterns.units[match["unit"]] == "business_day"
        or patterns.within.search(low[max(0, match.start() - _NEAR) : match.start()])
        for match in _running(patterns, low)
    )


def _is_until(rules: AnswerRules, remark: Remark, now: dt.datetime) -> bool:
    """Tell whether a remark names a last day: "by Friday"."""
    text = Text(remark.text)
    until = _patterns(rules).until
    return any(until.search(text.low, 0, when.start) for when in rules.calendar.find(text, now))


def _terms(rules: AnswerRules, remark: Remark, now: dt.datetime) -> Iterator[dt.date]:
    """Yield the last days of the terms that a remark names, but for those of a rule."""
    low = folded(remark.text)
    patterns = _patterns(rules)
    for match in _running(patterns, low):
        yield from _after(patterns, match, now)
    for pattern, count, unit in patterns.fixed:
        yield from (_last(unit, count, now, term[0]) for term in pattern.finditer(low))


def _running(patterns: "_Patterns", low: str) -> Iterator[re.Match[str]]:
    """Yield the terms of a folded text, but for those of a rule of the house."""
    for match in patterns.term.finditer(low):
        before = low[max(0, match.start() - _NEAR) : match.start()]
        if not (patterns.rule_before.search(before) or patterns.rule_after.match(low, match.end())):
            yield match


def _named(rules: AnswerRules, remark: Remark, now: dt.datetime) -> Iterator[dt.date]:
    """Yield the days to come that are named as days."""
    text = Text(remark.text)
    patterns = _patterns(rules)
    for when in rules.calendar.find(text, now):
        before = text.low[max(0, when.start - _NEAR) : when.start]
        day = when.coming
        if day is None or day < now.date() or patterns.past_before.search(before):
            continue
        # Without a year a day is this side of winter: one far ahead is last year's.
        far = _MOST_DAYS if when.date == when.coming else _FAR
        if (day - now.date()).days <= far:
            yield day


def _after(patterns: "_Patterns", match: re.Match[str], now: dt.datetime) -> Iterator[dt.date]:
    """Yield the last day of a term."""
    count = patterns.number(match["b"] or match["a"])
    unit = patterns.units[match["unit"]]
    if count * _DAYS.get(unit, 1) <= _MOST_DAYS:
        yield _last(unit, count, now, match["unit"])


def _last(unit: str, count: int, now: dt.datetime, word: str) -> dt.date:
    """Return the day on which so many of a unit have passed; `word` tells whose week it is."""
    match unit:
        case "business_day":
            rest = business_days.REST_IN_ISRAEL if is_hebrew(word) else business_days.REST
            return business_days.add(now.date(), count, rest=rest)
        case "hour":
            return (now + dt.timedelta(hours=count)).date()
        case "minute":
            return (now + dt.timedelta(minutes=count)).date()
        case _:
            return now.date() + dt.timedelta(days=count * _DAYS[unit])


@dataclass(frozen=True, slots=True)
class _Patterns:
    term: re.Pattern[str]
    fixed: tuple[tuple[re.Pattern[str], int, str], ...]
    units: dict[str, str]
    numbers: dict[str, int]
    rule_before: re.Pattern[str]
    rule_after: re.Pattern[str]
    past_before: re.Pattern[str]
    until: re.Pattern[str]
    within: re.Pattern[str]

    def number(self, text: str) -> int:
        """Return a number in digits or words."""
        text = " ".join(text.split())
        return int(text) if text.isdecimal() else self.numbers[text]


_UNITS = ("hour", "day", "business_day", "week", "month", "minute")


@cache
def _patterns(rules: AnswerRules) -> _Patterns:
    terms = rules.terms
    units = {folded(word): unit for unit in _UNITS for word in terms[unit]}
    numbers = {
        folded(word): int(name.removeprefix("number_"))
        for name, some in terms.items()
        if name.startswith("number_")
        for word in some
    }
    number = rf"(?:\d{{1,3}}|{_any(numbers)})"
    to = _any(folded(one) for one in terms["to"])
    term = re.compile(
        rf"(?<![\w$€£₪.,/])(?:[בל]?-?)?(?P<a>{number})(?:\s*(?:\([^()\d]{{0,12}}\d{{1,3}}[^()]{{0,3}}\))?\s*(?:{to})\s*-?(?P<b>{number}))?"
        rf"(?:\s*\(\d{{1,3}}\))?[\s-]*(?:full\s+|more\s+|additional\s+)?ה?(?P<unit>{_any(units)})(?![^\W_])"
    )
    return _Patterns(
        term,
        tuple(
            _fixed(name, some) for name, some in terms.items() if name.startswith((_FIXED, TODAY))
        ),
        units,
        numbers,
        re.compile(rf"(?<![^\W_])(?:{_any(terms['not_before'])})(?![^\W_])[^.]*$"),
        re.compile(rf"\s*(?:{_any(terms['not_after'])})(?![^\W_])"),
        re.compile(rf"(?<![^\W_])(?:{_any(terms['past_before'])})\W*$"),
        re.compile(rf"(?<![^\W_])(?:{_any(terms['until'])})\W*$"),
        re.compile(rf"(?<![^\W_])(?:{_any(terms['within'])})\W*$"),
    )


def _fixed(name: str, words: tuple[str, ...]) -> tuple[re.Pattern[str], int, str]:
    """Return a term of one piece, "a fortnight": its pattern, and how many of which unit it is."""
    business = name.startswith(f"{_FIXED}business_")
    count = 0 if name == TODAY else int(name.rpartition("_")[2])
    pattern = re.compile(rf"(?<![^\W_])[בלו]?(?:{_any(map(folded, words))})(?![^\W_])")
    return pattern, count, "business_day" if business else "day"


def _any(words: Iterable[str]) -> str:
    return "|".join(
        sorted((re.escape(w).replace(r"\ ", r"\s+") for w in words), key=len, reverse=True)
    )
