"""The vocabulary's phrases, found in a text.

A phrase is words that stand one after the other. `refund*` is any word that begins so,
`card|visa` either word, `..` up to three words in between, `piel:בטל` any form of that verb. One
typo in a long word that is not in the vocabulary is forgiven.
"""

import itertools
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from guide.triage.tokens import Token, forms, normal

_GAP = 3
_LONG = 6  # Letters from which one typo is forgiven: shorter words have too many neighbours.
_SHORTEST_STEM = 3
_HEAD = 3
_TAIL = 2  # Letters of a stem after the typo, else it is likely another word.

type _Part = frozenset[int] | None  # The words that may stand here; None is a gap.
type _Rest = tuple[str, tuple[_Part, ...]]  # The concept, and what follows the first two words.
type _ByTwo = Mapping[tuple[int, int], tuple[_Rest, ...]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept found at the tokens first..last."""

    concept: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """Phrases made ready: words and stems have numbers, phrases hang on their first two words."""

    words: Mapping[str, int]
    stems: Mapping[str, int]
    single: Mapping[int, tuple[str, ...]]
    adjacent: _ByTwo
    gapped: _ByTwo
    openers: frozenset[int]
    plain: frozenset[str]
    heads: Mapping[str, tuple[str, ...]]
    middles: Mapping[str, tuple[str, ...]]
    longest: int  # Characters in the longest stem.

    def find(self, text: list[Token]) -> list[Hit]:
        """Return every phrase in the text, in order of its first word."""
        seen: dict[str, frozenset[int]] = {}
        numbers = [
            seen[t.word] if t.word in seen else seen.setdefault(t.word, self._numbers(t.word))
            for t in text
        ]
        hits: list[Hit] = []
        for place, here in enumerate(numbers):
            for number in here:
                hits += [Hit(concept, place, place) for concept in self.single.get(number, ())]
                if number in self.openers:
                    hits += self._phrases(numbers, place, number)
        return hits

    def _phrases(self, numbers: list[frozenset[int]], place: int, first: int) -> Iterator[Hit]:
        for following in range(place + 1, min(place + 2 + _GAP, len(numbers))):
            table = self.adjacent if following == place + 1 else self.gapped
            for second in numbers[following]:
                for concept, rest in table.get((first, second), ()):
                    last = _end(numbers, following, rest)
                    if last is not None:
                        yield Hit(concept, place, last)

    def _numbers(self, word: str) -> frozenset[int]:
        found = self._exact(forms(word))
        if not found and len(word) >= _LONG and not word.isdigit() and word not in self.plain:
            found = self._exact(self._corrected(word))
        return frozenset(found)

    def _exact(self, candidates: Iterable[str]) -> set[int]:
        found = set()
        for form in candidates:
            if form in self.words:
                found.add(self.words[form])
            # A word without an end is as quick as one that is long for a word.
            for end in range(_SHORTEST_STEM, min(len(form), self.longest) + 1):
                if form[:end] in self.stems:
                    found.add(self.stems[form[:end]])
        return found

    def _corrected(self, word: str) -> list[str]:
        near = self.heads.get(word[:_HEAD], ())
        for start in (_HEAD, _HEAD - 1, _HEAD + 1):  # A typo in the head may shift the middle.
            near += self.middles.get(word[start : start + _HEAD], ())
        return [known for known in near if one_typo_apart(word, known, whole=known in self.words)]


def one_typo_apart(word: str, known: str, *, whole: bool) -> bool:
    """Tell whether one letter too many, missing, wrong or swapped makes `word` of `known`.

    Not `whole`: it is enough that the word begins so.
    """
    if whole and abs(len(word) - len(known)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), None)
    if at is None:
        return whole
    if len(known) > at + 1 and word[at : at + 2] == known[at : at + 2][::-1]:
        return _goes_on(word[at + 2 :], known[at + 2 :], whole=whole)
    return any(
        _goes_on(word[mine:], known[theirs:], whole=whole)
        for mine, theirs in ((at + 1, at), (at, at + 1), (at + 1, at + 1))
        if whole or len(known) - theirs >= _TAIL
    )


def _goes_on(rest: str, known: str, *, whole: bool) -> bool:
    return rest == known if whole else rest.startswith(known)


def _end(numbers: list[frozenset[int]], place: int, rest: tuple[_Part, ...]) -> int | None:
    """Return where the rest of a phrase ends when its first word stands at `place`."""
    if not rest:
        return place
    reach = 1
    if rest[0] is None:
        reach, rest = 1 + _GAP, rest[1:]
    for following in range(place + 1, min(place + 1 + reach, len(numbers))):
        if rest[0] and not rest[0].isdisjoint(numbers[following]):
            last = _end(numbers, following, rest[1:])
            if last is not None:
                return last
    return None


class PhraseIndexBuilder:
    """Gathers phrases and makes the PhraseIndex of them."""

    def __init__(self, verbs: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """Begin with nothing but the patterns of `verbs`, name -> forms of the root 1234."""
        self._verbs = verbs or {}
        self._words: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        self._single: dict[int, dict[str, None]] = {}
        self._adjacent: dict[tuple[int, int], dict[_Rest, None]] = {}
        self._gapped: dict[tuple[int, int], dict[_Rest, None]] = {}
        # Equal parts of phrases are one object: there are ten thousand pairs of words, and each
        # opening of the popup reads them all from the disk.
        self._known: dict[Hashable, Hashable] = {}

    def add(self, concept: str, phrase: str) -> None:
        """Add one phrase; ValueError when it is empty, begins with a gap or names no pattern."""
        parts = [self._part(part) for part in _split(phrase)]
        if not parts or parts[0] is None or parts[-1] is None:
            raise ValueError(phrase)
        if len(parts) == 1:
            for number in parts[0]:
                self._single.setdefault(number, {})[concept] = None
            return
        gap = parts[1] is None
        second, rest = parts[1 + gap], self._one((concept, self._one(tuple(parts[2 + gap :]))))
        for pair in itertools.product(parts[0], second or ()):
            self._adjacent.setdefault(pair, {})[rest] = None
            if gap:
                self._gapped.setdefault(pair, {})[rest] = None

    def made(self, plain: Iterable[str] = ()) -> PhraseIndex:
        """Return the PhraseIndex of all phrases added; `plain` words are never taken for typos."""
        long = [w for w in (*self._words, *self._stems) if len(w) >= _LONG - 1]
        return PhraseIndex(
            words=self._words,
            stems=self._stems,
            single={number: self._one(tuple(found)) for number, found in self._single.items()},
            adjacent={pair: self._one(tuple(found)) for pair, found in self._adjacent.items()},
            gapped={pair: self._one(tuple(found)) for pair, found in self._gapped.items()},
            openers=frozenset(first for first, _ in self._adjacent),
            plain=frozenset(map(normal, plain)),
            heads=_grouped((w[:_HEAD], w) for w in long),
            middles=_grouped((w[_HEAD : 2 * _HEAD], w) for w in long if len(w) >= 2 * _HEAD),
            longest=max(map(len, self._stems), default=0),
        )

    def _part(self, part: str) -> _Part:
        if part == "..":
            return None
        found = (form for word in part.split("|") for form in self._inflected(word))
        return self._one(frozenset(self._number(form) for form in found))

    def _one[T: Hashable](self, value: T) -> T:
        """Return the first value equal to this one."""
        return self._known.setdefault(value, value)  # type: ignore[return-value]  # It is equal.

    def _inflected(self, word: str) -> list[str]:
        pattern, colon, root = word.partition(":")
        if not colon:
            return [word]
        if pattern not in self._verbs:
            raise ValueError(word)
        letters = str.maketrans(dict(zip("1234", root, strict=False)))
        return [form.translate(letters) for form in self._verbs[pattern]]

    def _number(self, word: str) -> int:
        stem = word.endswith("*")
        table, other = (self._stems, self._words) if stem else (self._words, self._stems)
        return table.setdefault(normal(word.rstrip("*")), len(table) + len(other))


def _split(phrase: str) -> list[str]:
    """Split into parts; single letters are no words, as in a text."""
    parts: list[str] = []
    for part in phrase.split():
        parts += [part] if part == ".." else part.replace("-", " ").replace(".", " ").split()
    return [part for part in parts if len(part) > 1 or not part.isalpha()]


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for key, word in pairs:
        groups.setdefault(key, []).append(word)
    return {key: tuple(sorted(group)) for key, group in groups.items()}
