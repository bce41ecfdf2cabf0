"""The words of dates.toml, of all languages at once, as patterns that find days and hours."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from guide.story.hours import HourWords
from guide.text.phrases import alternatives, pattern

WEEK = 7
# After "on the first": "on the first try" is no day.
# Finds «, and», not « try».
NO_NOUN = (
    r"(?=\s*(?:[.,;:!?)\n]|$|[-–—]\s|(?:of (?:this|the|last) month|and|but|it|i|we|they|you|my"
    r"|again|for|at|in|from|to|was|were|then|already|with|by|when|as|there)\b))"
)
UNITS = {
    "minute": dt.timedelta(minutes=1),
    "hour": dt.timedelta(hours=1),
    "day": dt.timedelta(1),
    "week": dt.timedelta(WEEK),
}
LAST = 0  # The last day of a month.


@dataclass(frozen=True, slots=True)
class DateWords:
    """The file dates.toml of one language; lists of twelve months and seven days, Monday first."""

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    on: tuple[str, ...]
    day_parts: tuple[str, ...]
    just_gone: tuple[str, ...]
    in_month: tuple[str, ...]
    ordinals: tuple[str, ...]
    day_alone: tuple[str, ...]
    day_alone_worded: tuple[str, ...]
    month_before: tuple[str, ...]
    days_ago: Mapping[str, tuple[str, ...]]
    minutes_ago: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, tuple[str, ...]]
    days_of_month: Mapping[str, tuple[str, ...]]
    units: Mapping[str, tuple[str, ...]]
    days_from: Mapping[str, tuple[str, ...]]
    hours: HourWords


class DatePatterns:
    """Patterns of days and hours, each compiled when it is first looked for."""

    def __init__(self, languages: Iterable[DateWords]) -> None:
        """Read all languages at once."""
        self._languages = tuple(languages)

    def __getstate__(self) -> tuple[DateWords, ...]:
        """Keep the words only: compiled patterns would fill the snapshot."""
        return self._languages

    def __setstate__(self, languages: tuple[DateWords, ...]) -> None:
        """Come back with nothing compiled."""
        self._languages = languages

    @cached_property
    def months(self) -> dict[str, int]:
        """Name of a month -> 1 to 12."""
        each = (words.months for words in self._languages)
        return {name: at for months in each for at, names in enumerate(months, 1) for name in names}

    @cached_property
    def days(self) -> dict[str, int]:
        """Name of a weekday -> 0 for Monday to 6."""
        each = (words.weekdays for words in self._languages)
        return {name: at for days in each for at, names in enumerate(days) for name in names}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Number in words -> number."""
        each = (words.numbers for words in self._languages)
        return {name: int(n) for some in each for n, names in some.items() for name in names}

    @cached_property
    def days_of_month(self) -> dict[str, int]:
        """Day of a month in words -> day, or LAST."""
        each = (words.days_of_month for words in self._languages)
        pairs = ((n, names) for some in each for n, names in some.items())
        return {name: LAST if n == "last" else int(n) for n, names in pairs for name in names}

    @cached_property
    def days_ago(self) -> dict[int, re.Pattern[str]]:
        """Days back from today -> the words that say so; below 0 they are to come."""
        return _back(words.days_ago for words in self._languages)

    @cached_property
    def minutes_ago(self) -> dict[int, re.Pattern[str]]:
        """Minutes back from now -> the words that say so."""
        return _back(words.minutes_ago for words in self._languages)

    @cached_property
    def month_before(self) -> re.Pattern[str]:
        """Match what says, right after a day, that it was of the month before."""
        return pattern(words for one in self._languages for words in one.month_before)

    @cached_property
    def month(self) -> re.Pattern[str]:
        """Match 3 Nov 2026, Nov 3rd, 3 בנובמבר: day beside month, year or none."""
        names = alternatives(self.months)
        ends = "|".join(end for words in self._languages for end in words.ordinals)
        year = r"(?:(?:,?\s+|[-/])(?P<y{0}>20\d\d)\b)?"
        return re.compile(
            rf"(?:(?<![\w.:/$€£₪-])|(?<=[א-ת]-))(?P<d1>[0-3]?\d)(?:{ends})?(?:\s+of)?[\s/-]+[בל]?[-־]?(?P<m1>{names})\b\.?"
            + year.format(1)
            + rf"|(?<![^\W_])(?P<m2>{names})\.?\s+(?P<d2>[0-3]?\d)(?:{ends})?(?![\w:]|\.\d)"
            + year.format(2)
        )

    @cached_property
    def worded(self) -> re.Pattern[str]:
        """Match "the third of November", "March first", "בשלישי בנובמבר"."""
        names, days = alternatives(self.months), alternatives(self.days_of_month)
        year = r"(?:,?\s+(?P<y{0}>20\d\d)\b)?"
        return re.compile(
            rf"(?<![^\W_])(?:[ושהבלמ]{{0,3}}-?)(?P<d1>{days})(?:\s+of)?\s+[בל]?[-־]?(?P<m1>{names})\b"
            + year.format(1)
            + rf"|(?<![^\W_])(?P<m2>{names})\s+(?:the\s+)?(?P<d2>{days})(?![^\W_])"
            + year.format(2)
        )

    @cached_property
    def weekday(self) -> re.Pattern[str]:
        """Match "on Friday", "מיום שלישי"; `day` is the name, `part` that of "Friday night".

        "Friday just gone" is taken whole: what is gone is no money.
        """
        names = alternatives(self.days)
        parts = alternatives(part for words in self._languages for part in words.day_parts)
        gone = alternatives(words for one in self._languages for words in one.just_gone)
        on = "|".join(sorted({o for words in self._languages for o in words.on}, key=len))
        return re.compile(
            rf"(?:(?<![^\W_])(?:{on})\s+|(?<![א-ת])[ושכהבלמ]{{0,3}}(?=[א-ת]))(?P<day>{names})(?![^\W_])"
            rf"|(?<![^\W_])(?<!next )(?<!every )(?<!each )(?<!coming )"
            rf"(?P<part>{names})(?:\s+(?:{gone})(?![^\W_])|(?=\s+(?:{parts})(?![^\W_])))"
        )

    @cached_property
    def day_alone(self) -> list[re.Pattern[str]]:
        """Match "the 26th", "on the fifth", "3 לחודש", "בעשירי לחודש"; n is the day."""
        return (
            [
                re.compile(
                    _counted(phrase, rf"-?(?P<n>[0-3]?\d)(?:{'|'.join(words.ordinals) or '(?=.)'})")
                )
                for words in self._languages
                for phrase in words.day_alone
            ]
            + [cue for words in self._languages for cue in self._day_worded(words)]
            + [_ordinal(words) for words in self._languages if words.ordinals]
        )

    def _day_worded(self, words: DateWords) -> Iterator[re.Pattern[str]]:
        """Yield a pattern for each ending after a day in words: the days are hundreds of words."""
        days = rf"(?P<n>{alternatives(self.days_of_month)})"
        before: dict[str, list[str]] = {}
        for phrase in (*words.day_alone_worded, *_weekdays_with(words)):
            start, _, after = phrase.partition("{n}")
            before.setdefault(after, []).append(start)
        for after, starts in before.items():
            noun = "" if after else NO_NOUN
            said = rf"(?:{alternatives(starts)}){days}{re.escape(after)}"
            yield re.compile(rf"(?<![^\W_]){said}(?![^\W_]){noun}")

    @cached_property
    def units(self) -> list[tuple[dt.timedelta, re.Pattern[str]]]:
        """Match "3 hours ago", "since two days", "לפני שלושה שבועות"; n is the number."""
        names = alternatives(self.numbers)
        return [
            (UNITS[unit], re.compile(_counted(phrase, rf"(?P<n>\d{{1,2}}|{names})")))
            for words in self._languages
            for unit, phrases in words.units.items()
            for phrase in phrases
        ]

    def days_from(self, low: str, start: int, end: int) -> int:
        """Return by how many days a sentence that begins at a place moves the day at its end."""
        for back, cue in self._offsets:
            if m := cue.match(low, start, end):
                count = m.groupdict().get("n") or back.removeprefix("-")
                days = int(count) if count.isdigit() else self.numbers[count]
                return -days if back.startswith("-") else days
        return 0

    @cached_property
    def _offsets(self) -> list[tuple[str, re.Pattern[str]]]:
        """Match "two days after my birthday"; the key is the number, n or -n."""
        number = rf"(?P<n>\d{{1,2}}|{alternatives(self.numbers)})"
        found = []
        for words in self._languages:
            for days, phrases in words.days_from.items():
                for phrase in phrases:
                    said = _counted(phrase, number) if "{n}" in phrase else re.escape(phrase)
                    start = r"\s*(?:(?:and|so|but)\s+)?"
                    found.append((days, re.compile(rf"{start}{said}(?=\s+\w)")))
        return found


# Finds «2026-11-29 14:20», not «2026-13».
ISO = re.compile(
    r"(?<![\w-])(20\d\d)-([01]\d)-([0-3]\d)(?:[t ,]+(?:at )?([012]\d):([0-5]\d))?(?!\d)"
)
# Without a year and with a point it may be a version: a Hebrew letter must be glued in front.
# Finds «29.11.2026», not «1.2.3.4».
NUMERIC = re.compile(
    r"(?:(?<![\w./:$€£₪-])|(?<=[א-ת]-)|(?<=[ושהבלמ])(?<![א-ת]{4}))([0-3]?\d)([./-])([0-3]?\d)(?:\2(20\d\d|\d\d))?"
    r"(?![\w/:-]|[.,]\d|\s?[%$€£₪])"
)
# Finds «חויבתי ב-», not «macOS ».
GLUED = re.compile(r"(?<![א-ת])[ושהבלמ]{1,2}[-־ ]?$|(?:תאריך|יום|מאז|עד)\s$")
# A day in a list of days is one, too, and one right after a Hebrew word, by its month.
# Finds « ו-6.11», not « ו-6».
LISTED = re.compile(r"\s?ו-?[0-3]?\d[./]1?\d(?![\d.])")
# Finds «האחרון 28.11», not «ios 18.7».
BY_MONTH = re.compile(
    r"(?:(?<=[א-ת] )|(?<=[א-ת], ))[0-3]?\d\.1[0-2](?!\s?(?:שקל|שח|ש\"ח|דולר|אירו|יורו))"
)


# As most of Europe writes a day: with a point after the month, inside a sentence.
# Finds «on 28.4. instead», not «on 18.2 it» and not «on 2.1. It».
DOTTED = re.compile(r"[0-3]?\d\.[01]?\d\.(?=[,)]|\s+[a-zäöüß(0-9])")
# Finds «charged on », not «version ».
DATED = re.compile(r"\b(?:on|since|from|of|dated|until|till|by|and|the)\s$")


def _back(tables: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[int, re.Pattern[str]]:
    """Return how long ago -> the words that say so, of all languages."""
    whole: dict[int, list[str]] = {}
    for table in tables:
        for long, phrases in table.items():
            whole.setdefault(int(long), []).extend(phrases)
    # "two weeks ago" before "a week ago": the longest reach first.
    return {long: pattern(whole[long]) for long in sorted(whole, reverse=True)}


def _ordinal(words: DateWords) -> re.Pattern[str]:
    """Match a day without "the": "on the 12th, no, 17th"; 1st to 3rd are places in a list, too."""
    day = rf"(?P<n>[4-9]|[12]\d|3[01])(?:{'|'.join(words.ordinals)})"
    return re.compile(rf"(?<![\w.:/$€£₪-]){day}{NO_NOUN}")


def _weekdays_with(words: DateWords) -> Iterator[str]:
    """Yield "wednesday the {n}", in a language that says so."""
    if "on the {n}" in words.day_alone_worded:
        yield from (f"{name} the {{n}}" for names in words.weekdays for name in names)


def _counted(phrase: str, number: str) -> str:
    """Return the pattern of a phrase with a number in it; one that begins with it may be glued."""
    before, _, after = (re.escape(part) for part in phrase.partition("{n}"))
    start = r"(?<![^\W_])" if before else r"(?:(?<![\w.:/$€£₪-])|(?<=[א-ת]))"
    return rf"{start}{before}{number}{after}(?![^\W_])"


def _any(endings: Iterable[str]) -> str:
    """Return what matches one of the endings; nothing where a language has none."""
    return "|".join(map(re.escape, endings)) or "(?=.)"
