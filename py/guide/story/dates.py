"""Days and hours as people write them, resolved by the moment of the turn in its own offset.

    "on 3 Nov", "3.11.2026", "yesterday at 14:20", "לפני יומיים" -> When(date, time, start, end)

Strict patterns, our own tables, no month guessed and no day out of a number that touches a
currency; an all-numeric date that could be read both ways is none in a text without Hebrew.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guide.story.cues import Text
from guide.story.date_patterns import (
    BY_MONTH,
    DATED,
    DOTTED,
    GLUED,
    ISO,
    LAST,
    LISTED,
    NUMERIC,
    WEEK,
    DatePatterns,
    DateWords,
)
from guide.story.hours import Hours
from guide.text.hebrew import is_hebrew

MONTHS = 12
# Before "היום" it is another day.
# Finds «באותו », not «היום».
_SAME_DAY = re.compile(r"אותו\s$")
FAR = 60  # Characters in which "two days after" stands before its day.
NEAR = 24  # Characters in which a word right before a day stands.
LONG_AGO = dt.timedelta(400)  # What is said to be longer ago is no day.
YEARS = 3  # How far from today a written year may be.


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
        languages = tuple(languages)
        self._patterns = DatePatterns(languages)
        self._hours = Hours(words.hours for words in languages)

    def find(self, text: Text, now: dt.datetime) -> list[When]:
        """Return the days of a text in order, none inside another; hours go with their day."""
        found = list(_written(text))
        in_numbers = (self._numeric, self._named)
        in_words = (self._worded, self._alone, self._relative, self._weekdays)
        for way in (*in_numbers, *in_words):
            for when in way(text, now):
                if all(when.end <= other.start or other.end <= when.start for other in found):
                    found.append(when)
        found = [self._moved(text, when) for when in found]
        return self._timed(text, now, sorted(found, key=lambda when: when.start))

    def _moved(self, text: Text, when: When) -> When:
        """Return the day that is meant: "two days after my birthday on the 3rd they took ..."."""
        start = max(text.sentence(when.start)[0], when.start - FAR)
        far = dt.timedelta(self._patterns.days_from(text.low, start, when.start))
        # The birthday's own words stand within the day then, and tell nothing of it.
        first = start if far else when.start
        coming = when.coming and when.coming + far
        return When(when.date + far, first, when.end, when.time, coming)

    def _numeric(self, text: Text, now: dt.datetime) -> Iterator[When]:
        day_first = any(map(is_hebrew, text.low))
        for m in NUMERIC.finditer(text.low):
            day, month = int(m[1]), int(m[3])
            if m[2] != "/" and not m[4] and not _is_day(text, m):
                continue
            month_first = m[2] == "/" and not day_first and day <= MONTHS
            if month_first and month <= MONTHS and day != month:
                continue  # 3/4 is March's or April's.
            if month > MONTHS or month_first:
                day, month = month, day
            yield from _dated(day, month, _year(m[4]), m.span(), now)

    def _named(self, text: Text, now: dt.datetime) -> Iterator[When]:
        for m in self._patterns.month.finditer(text.low):
            day, name, year = m["d1"] or m["d2"], m["m1"] or m["m2"], m["y1"] or m["y2"]
            yield from _dated(int(day), self._patterns.months[name], _year(year), m.span(), now)

    def _worded(self, text: Text, now: dt.datetime) -> Iterator[When]:
        """Yield "the third of November"."""
        for m in self._patterns.worded.finditer(text.low):
            day = self._patterns.days_of_month[" ".join((m["d1"] or m["d2"]).split())]
            name, year = m["m1"] or m["m2"], m["y1"] or m["y2"]
            yield from _dated(day, self._patterns.months[name], _year(year), m.span(), now)

    def _alone(self, text: Text, now: dt.datetime) -> Iterator[When]:
        """Yield "the 26th" and "on the fifth": the latest such day, and the next."""
        for cue in self._patterns.day_alone:
            for m in cue.finditer(text.low):
                said = " ".join(m["n"].split())
                day = int(said) if said.isdigit() else self._patterns.days_of_month[said]
                past, ahead = (_nearest(day, now.date(), step) for step in (-1, 1))
                before = self._patterns.month_before.match(text.low, m.end() + 1)
                if before and past and past.month == now.month:
                    past = ahead = _nearest(day, now.date().replace(day=1), -1)
                if past and ahead:
                    yield When(past, *m.span(), coming=ahead)

    def _relative(self, text: Text, now: dt.datetime) -> Iterator[When]:
        for days, cue in self._patterns.days_ago.items():
            for m in cue.finditer(text.low):
                date = now.date() - dt.timedelta(days)
                if _SAME_DAY.search(text.low, max(0, m.start() - NEAR), m.start()):
                    continue
                yield When(date, *m.span(), coming=date if days < 0 else None)
        for minutes, cue in self._patterns.minutes_ago.items():
            for m in cue.finditer(text.low):
                yield When((now - dt.timedelta(minutes=minutes)).date(), *m.span())
        for length, cue in self._patterns.units:
            for m in cue.finditer(text.low):
                count = int(m["n"]) if m["n"].isdigit() else self._patterns.numbers[m["n"]]
                if count * length <= LONG_AGO:
                    yield When((now - count * length).date(), *m.span())

    def _weekdays(self, text: Text, now: dt.datetime) -> Iterator[When]:
        for m in self._patterns.weekday.finditer(text.low):
            name = "day" if m["day"] else "part"
            back = (now.weekday() - self._patterns.days[m[name]]) % WEEK or WEEK
            date = now.date() - dt.timedelta(back)
            yield When(date, m.start(name), m.end(), coming=date + dt.timedelta(WEEK))

    def _timed(self, text: Text, now: dt.datetime, found: list[When]) -> list[When]:
        """Return the days, each with the nearest hour of its sentence; at most one hour a day.

        "Down since 7:30" is of today, or of yesterday where that hour is still to come.
        """
        for hour in self._hours.find(text.low):
            there = text.sentence(hour.start)
            near = [w for w in found if not w.time and there[0] <= w.start < there[1]]
            near = near or [w for w in found if not w.time and w.start <= hour.start <= w.end]
            if near:
                own = min(near, key=lambda w: min(abs(w.start - hour.end), abs(hour.start - w.end)))
                at = found.index(own)
                found[at] = When(own.date, own.start, own.end, hour.time, own.coming)
            elif hour.begins and not any(there[0] <= w.start < there[1] for w in found):
                late = hour.time > f"{now:%H:%M}"
                found.append(When(now.date() - dt.timedelta(late), hour.start, hour.end, hour.time))
        return sorted(found, key=lambda when: when.start)


def _written(text: Text) -> Iterator[When]:
    """Yield the days of ISO 8601, as logs and careful people write them."""
    for m in ISO.finditer(text.low):
        if date := _date(int(m[1]), int(m[2]), int(m[3])):
            yield When(date, m.start(), m.end(), f"{m[4]}:{m[5]}" if m[4] else "")


def _is_day(text: Text, number: re.Match[str]) -> bool:
    """Tell whether 3.11 is a day by what stands around it: it may be a version or a price."""
    low, (start, end) = text.low, number.span()
    dotted = DOTTED.match(text.raw, start) and DATED.search(low, max(0, start - NEAR), start)
    around = (
        dotted
        or GLUED.search(low, max(0, start - NEAR), start)
        or LISTED.match(low, end)
        or BY_MONTH.match(low, start)
    )
    return around is not None


def _year(text: str | None) -> int | None:
    """Return the year that is written in two or four digits."""
    return int(text.rjust(4, "0")) % 100 + 2000 if text else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    """Return the date, None where there is none; LAST is the month's last day."""
    if day == LAST:
        return dt.date(year + month // MONTHS, month % MONTHS + 1, 1) - dt.timedelta(1)
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


def _nearest(day: int, today: dt.date, step: int) -> dt.date | None:
    """Return the nearest date of that day of the month, today or before (step -1) or after (1)."""
    dates = (today + dt.timedelta(step * far) for far in range(62))
    return next((date for date in dates if date.day == day), None)
