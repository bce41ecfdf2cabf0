"""Israeli cards of 8 or 9 digits: no prefix, no Luhn, a check of their own.

One number in eleven carries it by chance, so what the words around it make an order, a date or an
amount is none, and nine digits need a word of paying beside them.
"""

import re
from collections.abc import Iterator

from guide.redact import values
from guide.redact.checksums import is_isracard
from guide.redact.fold import Folded
from guide.redact.lexicon import SecretWords, has
from guide.redact.patterns import Span
from guide.text.hebrew import LETTERS

# Finds «1234 5678», not «1234567».
_NUMBER = re.compile(  # Begins with a digit, since looking behind at every letter is slow.
    r"\d(?<![\w+#$€₪£@/.]\d)(?<![A-Za-z0-9]-\d)"
    r"(?:\d{7,8}|\d{3}[ -]\d{4,5}|\d{1,2}[ -]\d{3}[ -]\d{3})(?![\w%€₪]|[.,:/-]\d| \d)"
)
# Finds «20260103», not «20269903».
_DATE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d")
# As purchase orders are numbered.
# Finds «2026-3767», not «4026-3767».
_OF_A_YEAR = re.compile(r"(?:19|20)\d\d-\d{4,5}")
# Finds «paid», not «20».
_WORD = re.compile(rf"[a-z]+|[{LETTERS}]+")
# Finds «. A», not «1.5».
_END = re.compile(r"[.!?]\s|\n")
_NEAR, _AROUND, _MOST_BESIDE = 60, 40, 5
_LONG = 9


def find(folded: Folded, words: SecretWords) -> Iterator[Span]:
    """Yield numbers with that check which the words beside them make nothing else."""
    for match in _NUMBER.finditer(folded.text):
        digits = "".join(c for c in match[0] if c.isdigit())
        if (
            not is_isracard(digits)
            or _DATE.fullmatch(digits)
            or _OF_A_YEAR.fullmatch(match[0])
            or values.is_counted(folded, match.end(), words)
        ):
            continue
        before = _END.split(folded.low[max(0, match.start() - _AROUND) : match.start()])[-1]
        after = _END.split(folded.low[match.end() : match.end() + _AROUND])[0]
        beside = _WORD.findall(before)[-_MOST_BESIDE:] + _WORD.findall(after)[:_MOST_BESIDE]
        if any(has(words.owners, word) or word in words.id_nouns for word in beside):
            continue
        if len(digits) < _LONG or _is_paid(folded, words, match):
            yield "card", match.start(), match.end()


def _is_paid(folded: Folded, words: SecretWords, match: re.Match[str]) -> bool:
    around = folded.low[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    return any(has(words.paying, word) for word in _WORD.findall(around))
