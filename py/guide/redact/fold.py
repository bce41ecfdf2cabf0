"""Text as a searcher wants it: invisible marks gone, dashes, spaces, digits and quotes plain.

A key with a soft hyphen in it, a card in Arabic-Indic digits or with bidi marks between its groups
is still a key and a card. `Folded` keeps, for each character, where it came from.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from guide.text.unseen import BLANK_LETTERS

FILLER = "\ufffc"  # Stands for what is masked already: part of no word, key or number.
# Finds «é», not «e».
_ODD = re.compile(r"[^\t\n\r -~\u05d0-\u05ea]")
_MARKS = {
    **dict.fromkeys("‘’‚‛′´\u05f3", "'"),
    **dict.fromkeys("“”„‟«»″\u05f4", '"'),
    **dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
    "\N{MINUS SIGN}": "-",
    **dict.fromkeys(BLANK_LETTERS, ""),
}
_BY_CATEGORY = {"Cf": "", "Mn": "", "Me": "", "Pd": "-", "Zs": " ", "Cc": " "}


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` and its lower case `low`, equally long; its i came from [starts[i], stops[i])."""

    text: str
    low: str
    starts: tuple[int, ...] | range
    stops: tuple[int, ...] | range

    def without(self, spans: Iterable[tuple[int, int]]) -> "Folded":
        """Return this text with each of the sorted, non-overlapping spans as one FILLER."""
        return self.replaced((start, end, FILLER) for start, end in spans)

    def replaced(self, spans: Iterable[tuple[int, int, str]]) -> "Folded":
        """Return this text with each of the sorted, separate spans as its character, or none."""
        text, starts, stops, done = [], [], [], 0
        for start, end, instead in spans:
            text += [self.text[done:start], instead]
            starts += [*self.starts[done:start], *[self.starts[start]] * len(instead)]
            stops += [*self.stops[done:start], *[self.stops[end - 1]] * len(instead)]
            done = end
        return _folded(
            "".join([*text, self.text[done:]]),
            (*starts, *self.starts[done:]),
            (*stops, *self.stops[done:]),
        )


def fold(text: str) -> Folded:
    """Return `text` folded; total on any str, lone surrogates included. O(len(text))."""
    plain = list(text)
    for odd in _ODD.finditer(text):
        plain[odd.start()] = _plain(odd[0])
    kept = "".join(plain)
    if len(kept) == len(text):
        return _folded(kept, range(len(text)), range(1, len(text) + 1))
    starts = tuple(i for i, c in enumerate(plain) if c)
    return _folded(kept, starts, tuple(i + 1 for i in starts))


# Letters of any script in a row.
# Finds «phone», not «052».
WORD = re.compile(r"[^\W\d_]+")
# What most prose has little of.
# Finds «12», not «a».
DIGITS = re.compile(r"\d+")
# Finds «-», not «a».
DASH = re.compile(r"-")
# Finds «12!», not «a».
SIGNS = re.compile(r"[\d!@#$%^]+")
_NEAR = 100


def near(look: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the pattern's matches within 100 characters of what `look`, a cheap one, finds."""
    for start, stop in _stretches(look, text):
        yield from pattern.finditer(text, start, stop)


# A few looks at one text serve dozens of patterns.
@lru_cache(maxsize=16)
def _stretches(look: re.Pattern[str], text: str) -> tuple[tuple[int, int], ...]:
    """Return where in the text `look` finds something, with 100 characters on either side."""
    found: list[tuple[int, int]] = []
    for spot in look.finditer(text):
        start, stop = max(0, spot.start() - _NEAR), spot.end() + _NEAR
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], stop
        else:
            found.append((start, stop))
    return tuple(found)


def _folded(text: str, starts: tuple[int, ...] | range, stops: tuple[int, ...] | range) -> Folded:
    low = text.lower()
    if len(low) != len(text):  # Some capitals grow when lowered; positions must not move.
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return Folded(text, low, starts, stops)


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """Return one plain character for `char`, "" for an invisible one, or `char` itself."""
    known = _BY_CATEGORY.get(unicodedata.category(char))
    if (plain := _MARKS.get(char, known)) is not None:
        return plain
    simple = unicodedata.normalize("NFKC", char)
    value = unicodedata.digit(char, None)
    simple = simple if value is None else str(value)
    return simple if len(simple) == 1 and simple.isascii() else char
