"""Secrets told in pieces: "the password starts with Tiger and ends with 2024", "t, i, g, e, r, 7".

name of a secret -> what stands around it -> pieces after the words for a piece; a key that goes on
after "then"; characters one by one
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from guide.redact import owners, randomness, trie, values
from guide.redact.fold import FILLER, Folded
from guide.redact.lexicon import Mention, SecretWords, has
from guide.redact.nearby import TextRead
from guide.redact.patterns import Span
from guide.text.hebrew import AND, IN, LETTERS, PREFIXES

_KINDS = {
    "password": "password",
    "strong_code": "one_time_code",
    "code": "one_time_code",
    "api_key": "api_key",
    "token": "session_token",
}
_BEHIND, _AHEAD = 60, 220  # Characters around a name among which the pieces stand.
_LEAST = 2
ROLE = "piece"  # Of the words for a piece.
# Finds «y-n-2-q-v» and «2, y, k, o, p», not «a b».
_SPELLED = re.compile(
    r"(?<![\w'-])[A-Za-z0-9](?P<sign> ?[,.;/|] ?| ?- ?| {1,3})"
    r"[A-Za-z0-9](?:(?P=sign)[A-Za-z0-9]){3,38}(?![\w'])"
)
# Finds «1/2», not «1/12».
_NUMBERED = re.compile(r"[1-4](?<![\d/.][1-4])(?:/| of )[2-4](?![\d/.%])")
# Finds «aB3dE5», not «key».
_DRAWN = rf"[^\s,;:\"'`()<>{LETTERS}{FILLER}]"


def find(reading: TextRead, mentions: tuple[Mention, ...]) -> Iterator[Span]:
    """Yield the pieces of secrets near their names."""
    told = [(mention.start, mention.end) for mention in mentions if ROLE in mention.roles]
    marks = sorted(told + [match.span() for match in _NUMBERED.finditer(reading.folded.text)])
    done = -1
    for mention in mentions:
        kind = next((_KINDS[role] for role in mention.roles if role in _KINDS), "")
        if not kind or mention.start < done:
            continue
        first, stop = max(0, mention.start - _BEHIND), mention.end + _AHEAD
        near = marks[bisect_left(marks, (first, 0)) : bisect_left(marks, (stop, 0))]
        pieces = [*_marked(reading.folded, reading.words, near)]
        drawn = [one for one in pieces if _has_digit(reading.folded.text[one[0] : one[1]])]
        pieces = pieces if kind == "password" else drawn
        if len(pieces) >= _LEAST:
            done = pieces[-1][1]
            yield from ((kind, start, end) for start, end in pieces)
        if "code" not in mention.roles:
            yield from ((kind, *span) for span in _going_on(reading, mention.start - _AHEAD, stop))
            yield from ((kind, *span) for span in _spelled(reading, first, stop))


def _marked(
    folded: Folded, words: SecretWords, marks: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield what stands after the words for a piece: "first part", "ends with", "2/2"."""
    for mark, after in marks if len(marks) >= _LEAST else ():
        piece = _patterns(words).value.match(folded.low, after)
        start = piece.start("value") if piece else 0
        end = start + len(piece["value"].rstrip(".!?:*")) if piece else 0
        low = folded.low[start:end]
        other = has(words.not_values, low) or has(words.known, low) or values.is_moment(low)
        if end > start and not other and owners.owner_of(folded, words, mark) != owners.ID:
            yield start, end


def _has_digit(shown: str) -> bool:
    return any(map(str.isdigit, shown))


def _going_on(reading: TextRead, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a key that "then" joins, each of them drawn."""
    folded, words, pairs = reading.folded, reading.words, reading.known.pairs
    for run in reading.matches(_patterns(words).joined, first, stop):
        pieces = [m.span() for m in _patterns(words).piece.finditer(folded.text, *run.span())]
        shown = [folded.text[start:end].rstrip(".!?") for start, end in pieces]
        odd = [2 * randomness.of(pairs, one).count > len(one) for one in shown]
        mixed = (_has_digit(one) and not one.isdigit() for one in shown)
        drawn = odd[0] and all(map(any, zip(odd, mixed, strict=True)))
        if drawn and owners.owner_of(folded, words, run.start()) != owners.ID:
            yield from (
                (start, start + len(one)) for (start, _), one in zip(pieces, shown, strict=True)
            )


def _spelled(reading: TextRead, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield characters one by one, a letter among them, that do not count up."""
    for run in reading.matches(_SPELLED, first, stop):
        items = [c for c in run[0].lower() if c.isalnum()]
        counting = all(ord(b) - ord(a) == 1 for a, b in pairwise(items))
        if any(map(str.isalpha, items)) and not counting:
            yield run.span()


class _Patterns:
    """What is looked for with these words."""

    def __init__(self, words: SecretWords) -> None:
        join = trie.pattern((*words.pauses, *words.and_then))
        said = trie.pattern((*words.known, *words.secrets, *words.continuing))
        # Finds « is Tiger» and «: 2024», not « is».
        self.value = re.compile(
            rf"[ \t]*(?:[:=-][ \t]*|{IN}-)?"
            rf"(?:[{PREFIXES}]{{0,2}}(?:{said})(?![^\W_])[:=]?[ \t]+){{0,5}}"
            rf"(?:[{AND}{IN}]-)?(?:[:=][ \t]*)?[\"'`]?(?P<value>[^\s,;\"'`()<>{FILLER}]{{2,64}})"
        )
        # Finds «aB3dE5fG7hI9 and then fG7hI9», not «aB3dE5fG7hI9».
        self.joined = re.compile(
            rf"(?<![^\s:\"'`(]){_DRAWN}{{12,400}}"
            rf"(?:,? (?:{AND}?{join} ){{1,2}}{_DRAWN}{{6,400}}){{1,8}}"
        )
        # Finds «aB3dE5», not «then».
        self.piece = re.compile(rf"{_DRAWN}{{6,400}}")


@cache
def _patterns(words: SecretWords) -> _Patterns:
    return _Patterns(words)
