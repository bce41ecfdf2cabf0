"""E-mail addresses in a story, and the words that only bring one: no problem is told by these.

    "... on my work email. My email is ron@mail.example"  -> "... on my work email"

Else whoever tells an address would be taken for somebody whose mailbox is the problem.
"""

import re
import sys
from collections.abc import Iterator, Sequence

from guide.triage.tokens import Token

_WORD = re.compile(r"\S+")
_NONE = (sys.maxsize, sys.maxsize)  # After the last of them.


def without(found: Sequence[Token], text: str, leads: frozenset[tuple[str, ...]]) -> list[Token]:
    """Return the tokens without those of an address, and without what leads to one."""
    if "@" not in text:
        return list(found)
    kept: list[Token] = []
    spans = _spans(text)
    start, end = next(spans, _NONE)
    for token in found:
        while end <= token.start:
            start, end = next(spans, _NONE)
        if start <= token.start:
            del kept[len(kept) - _lead(kept, leads) :]
        else:
            kept.append(token)
    return kept


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where words with a sign for "at" inside stand; @OpenAI is a name."""
    return (m.span() for m in _WORD.finditer(text) if "@" in m.group()[1:-1])


def _lead(before: Sequence[Token], leads: frozenset[tuple[str, ...]]) -> int:
    """Return how many of the last tokens are the longest lead that they end with, 0 for none."""
    lengths = sorted({len(lead) for lead in leads}, reverse=True)
    words = (tuple(token.word for token in before[-length:]) for length in lengths)
    return next((len(some) for some in words if some in leads), 0)
