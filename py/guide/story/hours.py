"""Hours of the day as people say them: 14:20, 2pm, "at half past eight this morning", הבוקר בשמונה.

An hour in words counts only with its part of the day: "at six" may be either.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from guide.text.phrases import alternatives

NOON, MIDNIGHT, HOUR = 12, 24, 60
NIGHT, DAWN = frozenset({"בלילה", "at night"}), 5  # "At 3 at night" is before the morning.
BEFORE = 24  # Characters in which the word that something began at an hour stands before it.


@dataclass(frozen=True, slots=True)
class HourWords:
    """How one language says hours: the table [hours] of dates.toml.

    `minutes` stand before or after the number, and below 0 count back from it: "quarter to".
    """

    names: Mapping[str, tuple[str, ...]]
    at: tuple[str, ...]
    since: tuple[str, ...]
    minutes_before: Mapping[str, tuple[str, ...]]
    minutes_after: Mapping[str, tuple[str, ...]]
    morning: tuple[str, ...]
    evening: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hour:
    """A time "HH:MM" at text[start:end]; `begins`: since it something is so."""

    time: str
    start: int
    end: int
    begins: bool


class Hours:
    """Finds hours; made of the words of all languages, compiled when first looked for."""

    def __init__(self, languages: Iterable[HourWords]) -> None:
        """Read all languages at once."""
        self._languages = tuple(languages)

    def __getstate__(self) -> tuple[HourWords, ...]:
        """Keep the words only: compiled patterns would fill the snapshot."""
        return self._languages

    def __setstate__(self, languages: tuple[HourWords, ...]) -> None:
        """Come back with nothing compiled."""
        self._languages = languages

    def find(self, low: str) -> Iterator[Hour]:
        """Yield the hours of a folded text in order."""
        for m in self._pattern.finditer(low):
            if time := self._clock(m):
                lead = low[max(0, m.start() - BEFORE) : m.start()]
                yield Hour(time, *m.span(), self._since.search(lead) is not None)

    def _clock(self, m: re.Match[str]) -> str:
        said = m["h"] or m["h2"] or m["h3"] or m["h4"] or m["h5"]
        minutes = self._moved(m["b3"] or m["b4"], m["a3"] or m["a4"])
        total = (int(said) if said.isdigit() else self._names[said]) * HOUR + int(
            m["m"] or m["m5"] or 0
        )
        hour, minute = divmod(total + minutes, HOUR)
        part = m["p1"] or m["p2"] or m["p3"] or m["p4"] or m["p5"] or ""
        if part in {"am", "a.m.", "a m", *NIGHT} and hour == NOON:
            hour = 0
        elif part in self._evening and hour < NOON and not (part in NIGHT and hour <= DAWN):
            hour += 12
        return f"{hour:02}:{minute:02}" if 0 <= hour < MIDNIGHT else ""

    def _moved(self, before: str | None, after: str | None) -> int:
        said = " ".join((before or after or "").split())
        return self._minutes.get(said, 0)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Match 14:20, 2pm, ב-8 בערב, and in words; an hour alone only with its part of the day."""
        parts = [part for words in self._languages for part in (*words.morning, *words.evening)]
        part, names = alternatives(parts), alternatives(self._names)
        at = "|".join(at for words in self._languages for at in words.at)
        before = alternatives(self._minutes_of("minutes_before"))
        after = alternatives(self._minutes_of("minutes_after"))
        said = (
            rf"(?:(?:{at})\s*)?(?:(?P<b{{0}}>{before})\s+)?"
            rf"(?P<h{{0}}>[01]?\d(?!\.?\d|[:,]| \d\d\b)|{names})(?![^\W_])"
            rf"(?:\s+(?P<a{{0}}>{after})(?![^\W_]))?"
        )
        return re.compile(
            rf"(?:(?<![\d:.,/-])|(?<=[א-ת]-))(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?!\d|:\d\d\d)(?:\s*(?P<p1>{part}))?"
            rf"|(?<![^\W_])[ומהש]{{0,2}}(?P<p4>{part}),?\s+(?=(?:{at})|(?:{before})\s){said.format(4)}"
            rf"|(?<![\d:.,/$€£₪\w])(?=[^\W\d]){said.format(3)},?\s+(?P<p3>{part})(?![^\W_])"
            rf"|(?<![\d:.,/$€£₪])(?P<h5>[01]?\d) (?P<m5>[0-5]\d)\s(?P<p5>{part})(?![^\W_])"
            rf"|(?<![\d:.,/$€£₪])(?P<h2>[01]?\d|2[0-3])\s*(?P<p2>{part})(?![^\W_])"
        )

    @cached_property
    def _since(self) -> re.Pattern[str]:
        since = "|".join(words for one in self._languages for words in one.since)
        return re.compile(rf"(?<![^\W_])(?:{since})$")

    @cached_property
    def _names(self) -> dict[str, int]:
        each = (words.names for words in self._languages)
        return {name: int(n) for some in each for n, names in some.items() for name in names}

    @cached_property
    def _minutes(self) -> dict[str, int]:
        return self._minutes_of("minutes_before") | self._minutes_of("minutes_after")

    def _minutes_of(self, table: str) -> dict[str, int]:
        each = (getattr(words, table) for words in self._languages)
        return {said: int(n) for some in each for n, phrases in some.items() for said in phrases}

    @cached_property
    def _evening(self) -> frozenset[str]:
        """The parts of the day that make 8 o'clock 20:00."""
        return frozenset(part for words in self._languages for part in words.evening)
