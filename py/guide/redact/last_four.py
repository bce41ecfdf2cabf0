"""The last four digits of a card, which support needs: "card ending in 4242".

They are no code, no PIN and no security code, whatever else their sentence names.
"""

import re
from collections.abc import Iterator
from functools import cache

from guide.redact.fold import WORD, Folded
from guide.redact.lexicon import SecretWords, alternatives, has, stems
from guide.text.hebrew import PREFIXES

SIZE = 4


def find(folded: Folded, words: SecretWords) -> Iterator[tuple[int, int]]:
    """Yield where four digits stand that the words before them call a card's last ones."""
    for match in _pattern(words).finditer(folded.low):
        between = WORD.findall(match["between"])
        if all(has(words.known, word) or _is_card(words, word) for word in between):
            yield match.span("digits")


def _is_card(words: SecretWords, word: str) -> bool:
    return any("card" in words.roles.get(stem, ()) for stem in stems(word))


@cache
def _pattern(words: SecretWords) -> re.Pattern[str]:
    names = alternatives(words.last_four)
    return re.compile(
        rf"(?<!\w)[{PREFIXES}]?(?:{names})\b(?P<between>[^\n.!?;\d]{{0,30}}?)"
        r"(?<![\w-])(?P<digits>\d{4})(?![\w%]|[-.,/:]\d)"
    )
