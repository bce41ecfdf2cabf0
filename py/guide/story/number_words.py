"""Numbers as words, of all languages at once: "two hundred and forty", "מאתיים וארבעים".

Values are added up; hundreds and thousands multiply what stands before them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guide.text.phrases import alternatives

MOST = 7  # Words of one number.
TEN, HUNDRED = 10, 100


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The file numbers.toml of one language: number -> its words."""

    values: Mapping[str, tuple[str, ...]]
    times: Mapping[str, tuple[str, ...]]
    between: Mapping[str, tuple[str, ...]]


class Numbers:
    """Reads numbers in words; made once of the words of all languages."""

    def __init__(self, languages: Iterable[NumberWords]) -> None:
        """Read all languages at once."""
        languages = tuple(languages)
        self._values = dict(_pairs(words.values for words in languages))
        self._times = dict(_pairs(words.times for words in languages))
        self.cents = tuple(one for words in languages for one in words.between["cents"])
        self._and = tuple(one for words in languages for one in words.between["and"])

    def pattern(self) -> str:
        """Return the pattern of a number in words, without groups of its own."""
        word = f"ו?(?:{alternatives((*self._values, *self._times))})(?![^\\W_])"
        between = f"(?:[\\s-]+(?:(?:{alternatives(self._and)})\\s+)?)"
        return f"{word}(?:{between}{word}){{0,{MOST}}}"

    def read(self, said: str, *, whole: bool = False) -> float:
        """Return the number, two of them as whole and hundredths: nineteen ninety-nine is 19.99.

        With `whole`, as a currency without small change has it, that is 1999.
        """
        parts = [0]
        done = 0
        for word in re.split(r"[\s-]+", said):
            if (known := word if self._is_number(word) else word.removeprefix("ו")) in self._times:
                parts[-1] = max(parts[-1], 1) * self._times[known]
                if self._times[known] > HUNDRED:
                    done, parts[-1] = done + parts[-1], 0
            elif value := self._values.get(known):
                if parts[-1] % HUNDRED >= TEN <= value:
                    parts.append(0)
                parts[-1] += value
        first, *rest = parts
        if not rest:
            return done + first
        return done + first * HUNDRED + rest[0] if whole else done + first + rest[0] / HUNDRED

    def _is_number(self, word: str) -> bool:
        return word in self._values or word in self._times


def _pairs(tables: Iterable[Mapping[str, tuple[str, ...]]]) -> Iterator[tuple[str, int]]:
    for table in tables:
        for number, words in table.items():
            yield from ((word, int(number)) for word in words)
