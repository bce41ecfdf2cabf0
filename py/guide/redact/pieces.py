"""Secrets told in pieces: "the password starts with Tiger\nand ends with 2024", "t, i, g, e, r, 7".

name of a secret -> what stands around it -> pieces after the words for a piece; a key that goes on
after "then"; characters one by one
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

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
# Finds «y-n-2-q-v» and «2, y, k, o, p», not «a b».
_SPELLED = re.compile(
    r"(?<![\w'-])[A-Za-z0-9](?P<sign> ?[,.;/|] ?| ?- ?| {1,3})"
    r"[A-Za-z0-9](?:(?P=sign)[A-Za-z0-9]){3,38}(?![\w'])"
)
# Finds «aB3dE5», not «key».
_DRAWN = rf"[^\s,;:\"'`()<>{LETTERS}{FILLER}]{{6,400}}"


def find(reading: TextRead, mentions: Iterable[Mention]) -> Iterator[Span]:
    """Yield the pieces of secrets near their names."""
    folded, words, done = reading.folded, reading.words, -1
    for mention in mentions:
        kind = next((_KINDS[role] for role in mention.roles if role in _KINDS), "")
        if not kind or mention.start < done:
            continue
        first, stop = max(0, mention.start - _BEHIND), mention.end + _AHEAD
        pieces = [*_marked(folded, words, first, stop)]
        drawn = [one for one in pieces if _has_digit(folded.text[one[0] : one[1]])]
        pieces = pieces if kind == "password" else drawn
        if len(pieces) >= _LEAST:
            done = pieces[-1][1]
            yield from ((kind, start, end) for start, end in pieces)
        if "code" not in mention.roles:
            yield from ((kind, *span) for span in _going_on(reading, mention.end, stop))
            yield from ((kind, *span) for span in _spelled(folded, first, stop))


def _marked(
    folded: Folded, words: SecretWords, first: int, stop: int
) -> Iterator[tuple[int, int]]:
    """Yield what stands after the words for a piece: "first part", "ends with", "2/2"."""
    for piece in _patterns(words).marked.finditer(folded.text, first, stop):
        start = piece.start("value")
        end = start + len(piece["value"].rstrip(".!?:*"))
        low = folded.low[start:end]
        other = has(words.not_values, low) or has(words.known, low) or values.is_moment(low)
        if end > start and not other and owners.owner_of(folded, words, piece.start()) != owners.ID:
            yield start, end


def _has_digit(shown: str) -> bool:
    return any(map(str.isdigit, shown))


def _going_on(reading: TextRead, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a key that "then" joins, each of them drawn."""
    folded, words, pairs = reading.folded, reading.words, reading.known.pairs
    for run in _patterns(words).joined.finditer(folded.text, first, stop):
        pieces = [(m.start(), m.end()) for m in _patterns(words).piece.finditer(*_place(run))]
        shown = [folded.text[start:end].rstrip(".!?") for start, end in pieces]
        drawn = all(2 * randomness.of(pairs, one).count > len(one) for one in shown)
        if drawn and owners.owner_of(folded, words, run.start()) != owners.ID:
            yield from (
                (start, start + len(one)) for (start, _), one in zip(pieces, shown, strict=True)
            )


def _place(match: re.Match[str]) -> tuple[str, int, int]:
    return match.string, match.start(), match.end()


def _spelled(folded: Folded, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield characters one by one, a letter among them, that do not count up."""
    for run in _SPELLED.finditer(folded.text, first, stop):
        items = [c for c in run[0].lower() if c.isalnum()]
        counting = all(ord(b) - ord(a) == 1 for a, b in zip(items, items[1:], strict=False))
        if any(map(str.isalpha, items)) and not counting:
            yield run.span()


class _Patterns:
    """What is looked for with these words."""

    def __init__(self, words: SecretWords) -> None:
        mark = trie.pattern(words.piece_marks)
        join = trie.pattern((*words.pauses, *words.and_then))
        said = trie.pattern((*words.known, *words.secrets))
        link = rf"(?:[{PREFIXES}]{{0,2}}(?:{said})(?![^\W_])[:=]?[ \t]+){{0,5}}"
        # Finds «starts with Tiger» and «2/2: 2024», not «starts».
        self.marked = re.compile(
            rf"(?<![^\W_])(?:ה|{AND}|{AND}ה)?(?:{mark})(?![^\W_])[ \t]*(?:[:=-][ \t]*|{IN}-)?"
            rf"{link}(?:[{AND}{IN}]-)?(?:[:=][ \t]*)?[\"'`]?"
            rf"(?P<value>[^\s,;\"'`()<>{FILLER}]{{2,64}})",
            re.IGNORECASE,
        )
        # Finds «aB3dE5 and then fG7hI9», not «aB3dE5».
        self.joined = re.compile(rf"{_DRAWN}(?:,? (?:{AND}?{join} ){{1,2}}{_DRAWN}){{1,8}}")
        self.piece = re.compile(_DRAWN)


@cache
def _patterns(words: SecretWords) -> _Patterns:
    return _Patterns(words)
