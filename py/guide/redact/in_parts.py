"""Passwords told part by part: "capital P, then anda, after that 3736, hashtag".

name of a sign or of a size -> its sentence in parts (at commas and at "then") -> those beside it
that are a letter, a word, a number or a sign
"""

import re
from collections.abc import Iterator
from functools import cache

from guide.redact import trie
from guide.redact.fold import Folded
from guide.redact.lexicon import SecretWords
from guide.redact.patterns import Span
from guide.redact.slot_words import is_unknown
from guide.text.hebrew import AND, LETTERS

_AROUND = 160  # Characters on either side of such a name.
_LEAST_PARTS = 3
# Finds «. a», not «1.5».
_END = re.compile(r"[.!?](?=\s|\Z)|\n")
SIGN, SIZED, NUMBER, SPELLED, WORD = "sign", "sized", "number", "spelled", "word"


def find(folded: Folded, words: SecretWords) -> Iterator[Span]:
    """Yield passwords that are told in three parts or more, letters and a number among them."""
    low, grammar, done = folded.low, _grammar(words), 0
    for name in grammar.name.finditer(low):
        if name.start() < done:
            continue
        first, stop = _sentence(low, name.start(), name.end())
        if grammar.number.search(low, first, stop):
            for start, end in _told(grammar, words, low, first, stop):
                yield "password", start, end
        done = stop


def _sentence(low: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around a name begins and ends."""
    first, stop = max(0, start - _AROUND), min(len(low), end + _AROUND)
    ends = [match.end() for match in _END.finditer(low, first, start)]
    after = _END.search(low, end, stop)
    return ends[-1] if ends else first, after.start() if after else stop


def _told(
    grammar: "_Grammar", words: SecretWords, low: str, first: int, stop: int
) -> Iterator[tuple[int, int]]:
    """Yield where parts one after another tell a password."""
    run: list[tuple[str, int, int]] = []
    at = first
    for gap in (*grammar.between.finditer(low, first, stop), None):
        end = gap.start() if gap else stop
        begins, ends = _part(grammar, low, at, end), _begun(grammar, low, at, end)
        if begins and begins[1] == at:
            run.append(begins)
        else:
            if ends and run:
                run.append(ends)
            yield from _password(words, low, run)
            run = [begins] if begins else []
        at = gap.end() if gap else stop
    yield from _password(words, low, run)


def _part(grammar: "_Grammar", low: str, start: int, end: int) -> tuple[str, int, int] | None:
    """Return what a part is, or what it ends in: "I type big G"; None for prose."""
    match = grammar.part.fullmatch(low, start, end) or grammar.last.search(low, start, end)
    if not match or not match.lastgroup:
        return None
    whole = match.re is grammar.part
    return match.lastgroup, start if whole else match.start(match.lastgroup), end


def _begun(grammar: "_Grammar", low: str, start: int, end: int) -> tuple[str, int, int] | None:
    """Return the sign or number that a part begins with: "hashtag and I am in"."""
    match = grammar.begun.match(low, start, end)
    return (match.lastgroup, start, match.end()) if match and match.lastgroup else None


def _password(
    words: SecretWords, low: str, run: list[tuple[str, int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield where the run is a password, plain words at its ends left out."""
    while run and _is_prose(words, low, run[0]):
        run = run[1:]
    while run and _is_prose(words, low, run[-1]):
        run = run[:-1]
    kinds = [kind for kind, _, _ in run]
    letters = SIZED in kinds or SPELLED in kinds or WORD in kinds
    signed = SIGN in kinds or SIZED in kinds
    if len(run) >= _LEAST_PARTS and letters and signed and NUMBER in kinds:
        yield run[0][1], run[-1][2]


def _is_prose(words: SecretWords, low: str, part: tuple[str, int, int]) -> bool:
    return part[0] == WORD and not is_unknown(words, low[part[1] : part[2]].strip())


class _Grammar:
    """The patterns of these words."""

    def __init__(self, words: SecretWords) -> None:
        sign, size = trie.pattern(words.sign_names), trie.pattern(words.letter_sizes)
        join, edge = trie.pattern((*words.pauses, *words.glued)), r"(?![^\W_])"
        word = rf"(?:[a-z]{{1,20}}|[{LETTERS}]{{1,15}})"
        spoken = rf"{trie.pattern(words.digit_words)}{edge}"
        lead = rf"(?:(?:{trie.pattern(words.part_leads)}){edge} )*"
        tail = rf"(?: {trie.pattern(words.part_leads)}{edge})*"
        a_sign = rf"(?P<{SIGN}>{lead}{AND}?{sign}{edge}{tail})"
        a_number = rf"(?P<{NUMBER}>{lead}(?:\d{{1,8}}{edge}|{spoken}(?:[ -]{spoken}){{1,7}}){tail})"
        size, word = f"{size}{edge}", f"{word}{edge}"
        with_size = rf"{size} {word}(?: {size})?|{word} {size}(?: [a-z]{edge})?"
        sized = rf"(?P<{SIZED}>{lead}(?:{with_size}){tail})"
        spelled = rf"(?P<{SPELLED}>{lead}[a-z](?:[ -][a-z]{edge}){{2,11}}{tail})"
        plain = rf"(?P<{WORD}>{lead}{word}{tail})"
        # Finds «underscore» and «capital p», not «underscored».
        self.name = re.compile(rf"(?<![^\W_])(?:{AND}?{sign}{edge}|{size})")
        # Finds «3» and «five two three», not «five».
        self.number = re.compile(rf"\d|(?<![^\W_]){spoken}(?:[ -]{spoken})+")
        # Finds «, then », not « ».
        pause = rf"(?:{join}){edge}[ ,]{{1,3}}(?!sign)"
        self.between = re.compile(
            rf"[ \t]*[,;:]+ ?(?:{pause}){{0,2}}|[ \t]+(?:{pause}){{1,2}}| (?={AND}{sign}{edge})"
        )
        # Finds «capital p» and «3736», not «i like it».
        self.part = re.compile(f"{sized}|{a_sign}|{a_number}|{spelled}|{plain}")
        # Finds the «big g» of «i type big g», not «i type».
        self.last = re.compile(rf"(?<![^\W_])(?:{sized}|{a_sign}|{plain})\Z")
        # Finds the «סולמית» of «סולמית ונכנסים», not «3» of «3 dots».
        self.begun = re.compile(f"(?:{a_sign}|{a_number})(?= {AND})")


@cache
def _grammar(words: SecretWords) -> _Grammar:
    return _Grammar(words)
