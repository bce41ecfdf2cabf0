"""Days that a remark names and that may be to come: terms, dates, days of the week.

    "within 48 hours", "5 to 10 business days", "by Friday", "today" -> the last day of it

Terms count from the day of the turn, business days from Monday to Friday, in Hebrew from Sunday
to Thursday. Whether a day is one of the case is not decided here (`promises`).
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
_LENGTHS = {"day": 1, "week": 7, "month": 30}
_FIXED, _TODAY = "fixed_", "today"  # Terms that are words of their own.
_FAR = 180
_NEAR = 25  # Characters before a day in which a word tells what it is.
WEEK = 7


@dataclass(frozen=True, slots=True)
class Day:
    """A day that may be to come, where it stands in the remark, and what is said of it there.

    `says` has how it is named ("hour", "business_day", "date"), and which words stand beside it
    ("rule_before", "within").
    """

    on: dt.date
    start: int
    end: int
    says: tuple[str, ...]


def read(rules: AnswerRules, remark: Remark, now: dt.datetime) -> list[Day]:
    """Return the days of a remark that are not past, in its order."""
    found = [*_terms(rules, remark, now), *_named(rules, remark, now)]
    return sorted(found, key=lambda day: (day.start, day.on))


def _terms(rules: AnswerRules, remark: Remark, now: dt.datetime) -> Iterator[Day]:
    """Yield the last days of the terms that a remark names."""
    low, patterns = folded(remark.text), _patterns(rules)
    for match in patterns.term.finditer(low):
        count = patterns.number(match["b"] or match["a"])
        unit = patterns.units[match["unit"]]
        if count * _LENGTHS.get(unit, 1) <= _MOST_DAYS:
            on = _last(unit, count, now, match["unit"])
            yield Day(on, *match.span(), (unit, *_beside(patterns, low, match.span())))
    for pattern, count, unit in patterns.fixed:
        for match in pattern.finditer(low):
            on = _last(unit, count, now, match[0])
            yield Day(on, *match.span(), ("fixed", *_beside(patterns, low, match.span())))


def _named(rules: AnswerRules, remark: Remark, now: dt.datetime) -> Iterator[Day]:
    """Yield the days to come that are named as days."""
    text, patterns = Text(remark.text), _patterns(rules)
    today, taken = now.date(), []
    for when in rules.calendar.find(text, now):
        taken.append((when.start, when.end))
        day = when.coming or (when.date if when.date == today else None)
        # Without a year a day is this side of winter: one far ahead is last year's.
        far = _MOST_DAYS if when.date == when.coming else _FAR
        if day and 0 <= (day - today).days <= far:
            said = ("date", *_beside(patterns, text.low, (when.start, when.end)))
            yield Day(day, when.start, when.end, said)
    for match in patterns.weekday.finditer(text.low):
        if not any(start < match.end("name") and match.start("name") < end for start, end in taken):
            ahead = (patterns.weekdays[match["name"]] - now.weekday()) % WEEK or WEEK
            said = ("weekday", *_beside(patterns, text.low, match.span("name")))
            yield Day(today + dt.timedelta(ahead), *match.span("name"), said)


def _beside(patterns: "_Patterns", low: str, span: tuple[int, int]) -> Iterator[str]:
    """Yield what the words before and behind a day say of it."""
    before = low[max(0, span[0] - _NEAR) : span[0]]
    for name, pattern in patterns.before.items():
        if pattern.search(before):
            yield name
    if patterns.rule_after.match(low, span[1]):
        yield "rule_after"


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
            return now.date() + dt.timedelta(days=count * _LENGTHS[unit])


@dataclass(frozen=True, slots=True)
class _Patterns:
    """`before` are named: what the words before a day say of it."""

    term: re.Pattern[str]
    fixed: tuple[tuple[re.Pattern[str], int, str], ...]
    weekday: re.Pattern[str]
    weekdays: dict[str, int]
    units: dict[str, str]
    numbers: dict[str, int]
    before: dict[str, re.Pattern[str]]
    rule_after: re.Pattern[str]

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
    names = {folded(name): at for at in range(WEEK) for name in terms[f"weekday_{at}"]}
    return _Patterns(
        term,
        tuple(
            _fixed(name, some) for name, some in terms.items() if name.startswith((_FIXED, _TODAY))
        ),
        re.compile(rf"(?<![^\W_])(?P<name>{_any(names)})(?![^\W_])"),
        names,
        units,
        numbers,
        {
            "rule_before": re.compile(
                rf"(?<![^\W_])(?:{_any(terms['not_before'])})(?![^\W_])[^.]*$"
            ),
            "past_before": re.compile(rf"(?<![^\W_])(?:{_any(terms['past_before'])})\W*$"),
            "until": re.compile(rf"(?<![^\W_])(?:{_any(terms['until'])})\W*$"),
            "within": re.compile(rf"(?<![^\W_])(?:{_any(terms['within'])})\W*$"),
        },
        re.compile(rf"\s*(?:{_any(terms['not_after'])})(?![^\W_])"),
    )


def _fixed(name: str, words: tuple[str, ...]) -> tuple[re.Pattern[str], int, str]:
    """Return a term of one piece, "a fortnight": its pattern, and how many of which unit it is."""
    business = name.startswith(f"{_FIXED}business_")
    count = 0 if name == _TODAY else int(name.rpartition("_")[2])
    pattern = re.compile(rf"(?<![^\W_])[בלו]?(?:{_any(map(folded, words))})(?![^\W_])")
    return pattern, count, "business_day" if business else "day"


def _any(words: Iterable[str]) -> str:
    return "|".join(
        sorted((re.escape(w).replace(r"\ ", r"\s+") for w in words), key=len, reverse=True)
    )
