"""Days and hours as people write them, resolved by the moment of the turn in its own offset.

    "on 3 Nov", "3.11.2026", "yesterday at 14:20", "לפני יומיים" -> When(date, time, start, end)

Strict patterns, our own tables, no month guessed and no day out of a number that touches a
currency; an all-numeric date that could be read both ways is none in a text without Hebrew.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from guide.story.cues import Text, pattern

WEEK, MONTHS, NOON, MIDNIGHT = 7, 12, 12, 24
YEARS = 3  # How far from today a written year may be.
UNITS = {"day": 1, "week": WEEK}


@dataclass(frozen=True, slots=True)
class DateWords:
    """The file dates.toml of one language; lists of twelve months and seven days, Monday first."""

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    on: tuple[str, ...]
    in_month: tuple[str, ...]
    ordinals: tuple[str, ...]
    day_alone: tuple[str, ...]
    morning: tuple[str, ...]
    evening: tuple[str, ...]
    at: tuple[str, ...]
    days_ago: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, tuple[str, ...]]
    units: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class When:
    """A day, perhaps with an hour ("HH:MM" or ""), and where it stands: text[start:end].

    `year_said` is False where the year was left out: then `date` is the latest such day, and
    `coming` the next one, for what is still to come.
    """

    date: dt.date
    start: int
    end: int
    time: str = ""
    coming: dt.date | None = None


class Calendar:
    """Finds the days of a text; made once of the date words of all languages."""

    def __init__(self, languages: Iterable[DateWords]) -> None:
        """Read all languages at once."""
        self._languages = tuple(languages)

    def __getstate__(self) -> tuple[DateWords, ...]:
        """Keep the words only: patterns are compiled when they are needed."""
        return self._languages

    def __setstate__(self, languages: tuple[DateWords, ...]) -> None:
        """Come back with nothing compiled."""
        self._languages = languages

    def find(self, text: Text, now: dt.datetime) -> list[When]:
        """Return the days of a text in order, none inside another; hours go with their day."""
        found = list(_written(text))
        ways = (self._numeric, self._named, self._alone, self._relative, self._weekdays)
        for way in ways:
            for when in way(text, now):
                if all(when.end <= other.start or other.end <= when.start for other in found):
                    found.append(when)
        return self._timed(text, sorted(found, key=lambda when: when.start))

    def _numeric(self, text: Text, now: dt.datetime) -> Iterator[When]:
        day_first = any("\u05d0" <= letter <= "\u05ea" for letter in text.low)
        for m in _NUMERIC.finditer(text.low):
            day, month = int(m[1]), int(m[3])
            if m[2] != "/" and not m[4] and not _GLUED.search(text.low, 0, m.start()):
                continue
            month_first = m[2] == "/" and not day_first and day <= MONTHS
            if month_first and month <= MONTHS and day != month:
                continue  # 3/4 is March's or April's.
            if month > MONTHS or month_first:
                day, month = month, day
            yield from _dated(day, month, _year(m[4]), m.span(), now)

    def _named(self, text: Text, now: dt.datetime) -> Iterator[When]:
        for m in self._month.finditer(text.low):
            day, name, year = m["d1"] or m["d2"], m["m1"] or m["m2"], m["y1"] or m["y2"]
            yield from _dated(int(day), self._months[name], _year(year), m.span(), now)

    def _alone(self, text: Text, now: dt.datetime) -> Iterator[When]:
        """Yield "the 26th": the latest such day, and the next."""
        for cue in self._day_alone:
            for m in cue.finditer(text.low):
                past, ahead = (_nearest(int(m["n"]), now.date(), step) for step in (-1, 1))
                if past and ahead:
                    yield When(past, *m.span(), coming=ahead)

    def _relative(self, text: Text, now: dt.datetime) -> Iterator[When]:
        for days, cue in self._days_ago.items():
            for m in cue.finditer(text.low):
                date = now.date() - dt.timedelta(days)
                yield When(date, *m.span(), coming=date if days < 0 else None)
        for length, cue in self._units:
            for m in cue.finditer(text.low):
                count = int(m["n"]) if m["n"].isdigit() else self._numbers[m["n"]]
                if count <= 400 // length:
                    yield When(now.date() - dt.timedelta(count * length), *m.span())

    def _weekdays(self, text: Text, now: dt.datetime) -> Iterator[When]:
        for m in self._weekday.finditer(text.low):
            back = (now.weekday() - self._days[m["day"]]) % WEEK or WEEK
            date = now.date() - dt.timedelta(back)
            yield When(date, m.start("day"), m.end(), coming=date + dt.timedelta(WEEK))

    def _timed(self, text: Text, found: list[When]) -> list[When]:
        """Return the days, each with the nearest hour of its sentence; at most one hour a day."""
        for m in self._time.finditer(text.low):
            time = _clock(m, self._evening)
            there = text.sentence(m.start())
            near = [w for w in found if not w.time and there[0] <= w.start < there[1]]
            near = near or [w for w in found if not w.time and w.start <= m.start() <= w.end]
            if time and near:
                own = min(near, key=lambda w: min(abs(w.start - m.end()), abs(m.start() - w.end)))
                found[found.index(own)] = When(own.date, own.start, own.end, time, own.coming)
        return found

    @cached_property
    def _months(self) -> dict[str, int]:
        each = (words.months for words in self._languages)
        return {name: at for months in each for at, names in enumerate(months, 1) for name in names}

    @cached_property
    def _days(self) -> dict[str, int]:
        each = (words.weekdays for words in self._languages)
        return {name: at for days in each for at, names in enumerate(days) for name in names}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        each = (words.numbers for words in self._languages)
        return {name: int(n) for some in each for n, names in some.items() for name in names}

    @cached_property
    def _days_ago(self) -> dict[int, re.Pattern[str]]:
        whole: dict[int, list[str]] = {}
        for words in self._languages:
            for days, phrases in words.days_ago.items():
                whole.setdefault(int(days), []).extend(phrases)
        # "two weeks ago" before "a week ago": the longest reach first.
        return {days: pattern(whole[days]) for days in sorted(whole, reverse=True)}

    @cached_property
    def _month(self) -> re.Pattern[str]:
        """Match 3 Nov 2026, Nov 3rd, 3 בנובמבר: day beside month, year or none."""
        names = "|".join(sorted(map(re.escape, self._months), key=len, reverse=True))
        ends = "|".join(end for words in self._languages for end in words.ordinals)
        year = r"(?:,?\s+(?P<y{0}>20\d\d)\b)?"
        return re.compile(
            rf"(?:(?<![\w.:/$€£₪-])|(?<=[א-ת]-))(?P<d1>[0-3]?\d)(?:{ends})?(?:\s+of)?[\s-]+[בל]?[-־]?(?P<m1>{names})\b\.?"
            + year.format(1)
            + rf"|(?<![^\W_])(?P<m2>{names})\.?\s+(?P<d2>[0-3]?\d)(?:{ends})?(?![\w:]|\.\d)"
            + year.format(2)
        )

    @cached_property
    def _weekday(self) -> re.Pattern[str]:
        names = "|".join(sorted(map(re.escape, self._days), key=len, reverse=True))
        on = "|".join(sorted({o for words in self._languages for o in words.on}, key=len))
        return re.compile(
            rf"(?:(?<![^\W_])(?:{on})\s+|(?<![א-ת])[ושכהבלמ]{{0,3}}(?=[א-ת]))(?P<day>{names})(?![^\W_])"
        )

    @cached_property
    def _day_alone(self) -> list[re.Pattern[str]]:
        return [
            re.compile(
                _counted(phrase, rf"-?(?P<n>[0-3]?\d)(?:{'|'.join(words.ordinals) or '(?=.)'})")
            )
            for words in self._languages
            for phrase in words.day_alone
        ]

    @cached_property
    def _units(self) -> list[tuple[int, re.Pattern[str]]]:
        """Match "3 days ago", "since two days", "לפני שלושה שבועות"; n is the number."""
        names = "|".join(sorted(map(re.escape, self._numbers), key=len, reverse=True))
        return [
            (UNITS[unit], re.compile(_counted(phrase, rf"(?P<n>\d{{1,2}}|{names})")))
            for words in self._languages
            for unit, phrases in words.units.items()
            for phrase in phrases
        ]

    @cached_property
    def _time(self) -> re.Pattern[str]:
        """Match 14:20, 2pm, ב-8 בערב; an hour alone only with its part of the day."""
        parts = [p for words in self._languages for p in (*words.morning, *words.evening)]
        part = "|".join(sorted(map(re.escape, parts), key=len, reverse=True))
        return re.compile(
            rf"(?:(?<![\d:.,/-])|(?<=[א-ת]-))(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?!\d|:\d\d\d)(?:\s*(?P<p1>{part}))?"
            rf"|(?<![\d:.,/$€£₪])(?P<h2>[01]?\d|2[0-3])\s*(?P<p2>{part})(?![^\W_])"
        )

    @cached_property
    def _evening(self) -> frozenset[str]:
        return frozenset(part for words in self._languages for part in words.evening)


_ISO = re.compile(
    r"(?<![\w-])(20\d\d)-([01]\d)-([0-3]\d)(?:[t ,]+(?:at )?([012]\d):([0-5]\d))?(?!\d)"
)
# Without a year and with a point it may be a version: a Hebrew letter must be glued in front.
_NUMERIC = re.compile(
    r"(?:(?<![\w./:$€£₪-])|(?<=[א-ת]-)|(?<=[ושהבלמ])(?<![א-ת]{4}))([0-3]?\d)([./-])([0-3]?\d)(?:\2(20\d\d|\d\d))?"
    r"(?![\w/:-]|[.,]\d|\s?[%$€£₪])"
)
_GLUED = re.compile(r"(?<![א-ת])[ושהבלמ]{1,2}[-־ ]?$|(?:תאריך|יום|מאז|עד)\s$")


def _written(text: Text) -> Iterator[When]:
    """Yield the days of ISO 8601, as logs and careful people write them."""
    for m in _ISO.finditer(text.low):
        if date := _date(int(m[1]), int(m[2]), int(m[3])):
            yield When(date, m.start(), m.end(), f"{m[4]}:{m[5]}" if m[4] else "")


def _counted(phrase: str, number: str) -> str:
    """Return the pattern of a phrase with a number in it; one that begins with it may be glued."""
    before, _, after = (re.escape(part) for part in phrase.partition("{n}"))
    start = r"(?<![^\W_])" if before else r"(?:(?<![\w.:/$€£₪-])|(?<=[א-ת]))"
    return rf"{start}{before}{number}{after}(?![^\W_])"


def _year(text: str | None) -> int | None:
    """Return the year that is written in two or four digits."""
    return int(text.rjust(4, "0")) % 100 + 2000 if text else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _dated(
    day: int, month: int, year: int | None, span: tuple[int, int], now: dt.datetime
) -> Iterator[When]:
    """Yield the day; without a year the latest one that is not after today."""
    if year:
        date = _date(year, month, day)
        if date and abs(year - now.year) <= YEARS:
            yield When(date, *span, coming=date)
        return
    past = next(
        (d for y in range(5) if (d := _date(now.year - y, month, day)) and d <= now.date()), None
    )
    ahead = next(
        (d for y in range(5) if (d := _date(now.year + y, month, day)) and d >= now.date()), None
    )
    if past:
        yield When(past, *span, coming=ahead)


def _any(endings: Iterable[str]) -> str:
    """Return what matches one of the endings; nothing where a language has none."""
    return "|".join(map(re.escape, endings)) or "(?=.)"


def _nearest(day: int, today: dt.date, step: int) -> dt.date | None:
    """Return the nearest date of that day of the month, today or before (step -1) or after (1)."""
    dates = (today + dt.timedelta(step * far) for far in range(62))
    return next((date for date in dates if date.day == day), None)


def _clock(match: re.Match[str], evening: frozenset[str]) -> str:
    hour, minute = int(match["h"] or match["h2"]), match["m"] or "00"
    part = match["p1"] or match["p2"] or ""
    if part in evening and hour < NOON:
        hour += 12
    if part in {"am", "a.m."} and hour == NOON:
        hour = 0
    return f"{hour:02}:{minute}" if hour < MIDNIGHT else ""
