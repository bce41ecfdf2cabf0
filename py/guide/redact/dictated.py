"""Secrets told as one dictates them: signs by their names, parts to be joined, turns of a dial.

    "maccabi with a big M, underscore, then 1972"    "my dog rex plus 1971, glued together"
    "25 right, 53 left, 29 right"                    "first block 4402, second 7437, ..."

The rare words come first (names of signs, "glued together", "left"), then what stands beside them.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from guide.redact import trie, values
from guide.redact.checksums import LuhnSums, card_lengths
from guide.redact.fold import DIGITS, Folded, near
from guide.redact.lexicon import SecretWords
from guide.redact.patterns import Span
from guide.redact.slot_words import is_unknown
from guide.text.hebrew import LETTERS

_BEFORE, _AHEAD = 90, 40  # Characters in which the parts stand.
_LEAST = 3  # Digits that tell that a word and a sign before them are no name.
_TURNS = 2  # More than the first: "25 right, 53 left, 29 right".
_PREFIX, _CARD = 6, 16
# Finds «a», not «, ».
_LETTER = re.compile(r"[^\W\d_]")
# Finds «4402», not «a».
_GROUP = re.compile(r"\d+")
# Finds «4402 second block 7437 third 1180 fourth 1093», not «4402 7437 1180 1093».
_PARTED_CARD = re.compile(r"\d(?<![\d.,:/-]\d)\d{3}(?:[^\d\n]{2,60}\d{4}){3}(?!\d)")


def find(folded: Folded, words: SecretWords) -> Iterator[Span]:
    """Yield passwords, dials and cards that are told in parts."""
    low = folded.low
    signs = _signs(words)
    for sign in signs.name.finditer(low):
        yield from _around_sign(folded, words, sign)
    for end in signs.glued.finditer(low):
        first = max(low.rfind("\n", 0, end.start()), end.start() - _BEFORE, 0)
        if parts := signs.parts.search(low, first, end.start()):
            yield "password", *parts.span("head")
            yield "password", *parts.span("tail")
    for spelt in signs.spelt.finditer(low):
        yield "password", *spelt.span()
    for dial in near(signs.turn, signs.dial, low) if signs.turn.search(low) else ():
        yield "one_time_code", *dial.span()
    for card in near(DIGITS, _PARTED_CARD, low):
        groups = [*_GROUP.finditer(low, *card.span())]
        parted = all(map(_LETTER.search, _GROUP.split(card[0])[1:-1]))
        counted = not parted or any(
            values.is_counted(folded, group.end(), words) for group in groups
        )
        if not counted and _is_card([group[0] for group in groups]):
            yield "card", *card.span()


def _around_sign(folded: Folded, words: SecretWords, sign: re.Match[str]) -> Iterator[Span]:
    """Yield the word before a sign's name with what is said of it, and what comes after."""
    low, signs = folded.low, _signs(words)
    start = max(0, sign.start() - _BEFORE)
    head = signs.head.search(low[start : sign.start()])
    tail = signs.tail.match(low, sign.end(), sign.end() + _AHEAD)
    if not head or not tail:
        return
    digits = sum(map(str.isdigit, tail["tail"]))
    named = digits >= _LEAST and is_unknown(words, head["head"])
    if (head["size"] and digits) or named:
        yield "password", start + head.start("head"), tail.end("tail")


def _is_card(groups: list[str]) -> bool:
    digits = "".join(groups)
    years = sum(map(values.is_moment, groups))
    return (
        years <= 1
        and all(a != b for a, b in pairwise(groups))
        and _CARD in card_lengths(digits[:_PREFIX])
        and LuhnSums(digits).valid(0, _CARD)
    )


class _Signs:
    """The patterns of these words."""

    def __init__(self, words: SecretWords) -> None:
        name, size = trie.pattern(words.sign_names), trie.pattern(words.letter_sizes)
        join = rf"[ ,]{{1,3}}(?:(?:{trie.pattern(words.and_then)}|an?|the)[ ,]{{1,3}}){{0,3}}"
        turn = trie.pattern(words.dial_turns)
        edge = r"(?![^\W\d_])"
        # Finds «underscore», not «underscored».
        self.name = re.compile(rf"(?<![^\W_])(?:ו?{name}){edge}")
        # Finds «maccabi with a big m, », not «, ».
        self.head = re.compile(
            rf"(?<![^\W_])(?P<head>[a-z0-9]{{3,20}}|[{LETTERS}]{{3,15}})"
            rf"(?P<size>[ ,]{{1,3}}{size}{edge}(?: [a-z]{edge})?)?{join}\Z"
        )
        # Finds «, then 1972», not «.».
        self.tail = re.compile(rf"{join}(?P<tail>[a-z]{{0,12}}\d{{1,8}}[a-z]{{0,8}}|[a-z]{{2,16}})")
        # Finds «glued together», not «together».
        self.glued = re.compile(rf"(?<![^\W_]){trie.pattern(words.glued)}{edge}")
        # Finds «rex plus the year, 1971», not «rex 1971».
        self.parts = re.compile(
            r"(?<![^\W_])(?P<head>[^\W_]{3,20}),? (?:plus|\+|ועוד|פלוס) "
            r"[^.\n]{0,50}?(?P<tail>\d{2,8})"
        )
        # Finds «b as in bravo, l, u, e, seven», not «b as in bravo».
        like = r"(?:as in|for|like|כמו)"
        item = rf"(?:[a-z0-9](?: {like} [^\W\d_]{{2,12}})?|{trie.pattern(words.digit_words)}){edge}"
        self.spelt = re.compile(
            rf"(?<![^\W_])[a-z] {like} [^\W\d_]{{2,12}}(?:[ ,.-]{{1,3}}{item}){{2,24}}"
        )
        # Finds «right», not «a».
        self.turn = re.compile(turn)
        # Finds «25 right, 53 left, 29 right» and «right 25, left 53, right 29», not «25 right».
        one = rf"\d{{1,2}} (?:to the )?{turn}{edge}"
        other = rf"{turn} (?:to )?\d{{1,2}}"
        self.dial = re.compile(
            rf"(?<!\d){one}(?:{join}{one}){{{_TURNS},6}}"
            rf"|(?<![^\W_]){other}(?:{join}{other}){{{_TURNS},6}}"
        )


@cache
def _signs(words: SecretWords) -> _Signs:
    return _Signs(words)
