"""Phrases of content, found in a text word by word, in time by the length of the text alone.

    "can't|is_not ~ refund*"   one of the two, at most eight other words, a word that begins so

Hebrew glues small words to the front of the next one, so a Hebrew word counts without them, too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from guide.text.hebrew import is_hebrew, without_prefixes
from guide.text.phrases import folded

type Stretch = tuple[int, int]  # The first word, and the one after the last.
type Stretches = Mapping[str, list[Stretch]]

GAP = "~"
REACH = 8  # Words that a gap may skip.
_STEM = 3  # Letters by which stems are filed.
_GLUED = 3  # Small words that are glued to the front of a Hebrew word.
_WHOLE = frozenset({"האם"})  # Hebrew words that begin like a glued one: this is no "the mother".
# Finds «can't», «e-mail», «sign-in» as two words, not «'».
_WORD = re.compile(r"\be-mail[^\W_]*|[^\W_]+(?:['\"][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class TextWords:
    """A text as its words: folded, each in its forms, with the place of each in the text."""

    forms: tuple[tuple[str, ...], ...]
    places: tuple[Stretch, ...]

    @staticmethod
    def of(text: str) -> "TextWords":
        """Return the words of a text."""
        found = list(_WORD.finditer(folded(text)))
        return TextWords(tuple(_forms(m[0]) for m in found), tuple(m.span() for m in found))


def meet(one: Stretch, other: Stretch) -> bool:
    """Tell whether two places have a word in common."""
    return one[0] < other[1] and other[0] < one[1]


def _forms(word: str) -> tuple[str, ...]:
    word = _spelled(word)
    if word in _WHOLE:
        return (word,)
    return tuple(without_prefixes(word, most=_GLUED, shortest=2)) if is_hebrew(word) else (word,)


def _spelled(word: str) -> str:
    """Return a word in its one spelling: an "e-mail" is an "email"."""
    return word.replace("e-mail", "email")


class Element(NamedTuple):
    """What may stand at one place of a phrase: a word, a beginning of one, or several words.

    One in which nothing may stand is a gap. There are thousands of them, and tuples are
    unpacked in a third of the time that records take.
    """

    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    runs: tuple[tuple["Element", ...], ...] = ()

    @staticmethod
    def of(alternatives: Iterable[str]) -> "Element":
        """Return the element of "can't", "refund*", "is_not"."""
        every = tuple(alternatives)
        runs = (tuple(Element.of((w,)) for w in one.split("_")) for one in every if "_" in one)
        plain = [one for one in every if "_" not in one]
        return Element(
            frozenset(one for one in plain if not one.endswith("*")),
            tuple(one[:-1] for one in plain if one.endswith("*")),
            tuple(runs),
        )

    def end(self, forms: Sequence[tuple[str, ...]], at: int) -> int:
        """Return the word after the alternative that stands at `at`, 0 where none does."""
        if at >= len(forms):
            return 0
        for form in forms[at]:
            if form in self.words or form.startswith(self.stems):
                return at + 1
        for run in self.runs:
            if end := _end(run, forms, at):
                return end
        return 0


_GAP = Element()


class PhraseBook:
    """Labels and their phrases, filed by the first word; made once, of all languages."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        """File every phrase under each word that it can begin with."""
        self._whole: dict[str, list[tuple[str, tuple[Element, ...]]]] = {}
        self._stems: dict[str, list[tuple[str, tuple[Element, ...]]]] = {}
        # Each is unpacked by a call of Python: equal ones are one. Of this book alone, or the bytes
        # that are packed would depend on which content was read before.
        element = cache(Element.of)
        for label, texts in phrases.items():
            for text in texts:
                first, *rest = _parsed(text)
                for one in first:
                    word = one.partition("_")[0]
                    stem = word.endswith("*")
                    table, key = (self._stems, word[:-1][:_STEM]) if stem else (self._whole, word)
                    pattern = (element((one,)), *map(element, rest))
                    table.setdefault(key, []).append((label, pattern))

    def find(self, words: TextWords) -> dict[str, list[Stretch]]:
        """Return where each label stands, in the order of the text; of several ends the last."""
        found: dict[str, list[Stretch]] = {}
        for at, forms in enumerate(words.forms):
            for label, pattern in self._starting(forms):
                end = _end(pattern, words.forms, at)
                if not end:
                    continue
                spans = found.setdefault(label, [])
                if not spans or spans[-1][0] != at:
                    spans.append((at, end))
                elif spans[-1][1] < end:
                    spans[-1] = (at, end)
        return found

    def _starting(self, forms: Sequence[str]) -> Iterator[tuple[str, tuple[Element, ...]]]:
        for form in forms:
            yield from self._whole.get(form, ())
            for length in range(1, min(len(form), _STEM) + 1):
                yield from self._stems.get(form[:length], ())


def _parsed(text: str) -> list[tuple[str, ...]]:
    """Return the alternatives at each place of a phrase; its words are cut as a text's are."""
    places: list[tuple[str, ...]] = []
    for part in map(_spelled, folded(text).split()):
        if part == GAP:
            places.append(())
        elif "|" in part or part.endswith("*") or "_" in part:
            places.append(tuple(part.split("|")))
        else:
            places += [(word,) for word in _WORD.findall(part)]
    return places


def _end(pattern: Sequence[Element], forms: Sequence[tuple[str, ...]], at: int) -> int:
    """Return the word after the phrase that begins at `at`, 0 where it does not stand there."""
    skip = 0
    for wanted in pattern:
        if wanted == _GAP:
            skip = REACH
            continue
        for place in range(at, at + skip + 1):
            if end := wanted.end(forms, place):
                at, skip = end, 0
                break
        else:
            return 0
    return at
