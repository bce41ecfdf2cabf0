"""Secrets that are words: recovery phrases, and digits that were read out."""

import re
from collections.abc import Callable, Iterable, Iterator

from guide.redact.fold import Folded
from guide.redact.lexicon import SecretWords
from guide.redact.patterns import Span
from guide.text.hebrew import LETTERS

# Finds «zoo», not «7».
_WORD = re.compile(r"[A-Za-z]+")
# Finds «seven», not «7».
_SPOKEN = re.compile(rf"[a-z]+|[{LETTERS}]+")
# Finds «, \n2. » and nothing at all, too.
_BETWEEN = re.compile(
    r"[ \t]{0,3}[,;|]?[ \t]{0,3}(?:\r?\n[ \t>*•-]{0,8}){0,2}(?:\(?\d{1,2}[.):][ \t]{0,2})?"
)
# Finds «, », not «. He».
_PAUSE = re.compile(r"[ ,.\n\t-]{1,3}\Z")
_PHRASE_LEAST = 12
_LENGTHS = range(3, 11)  # Of the words of a phrase, those of other lists than BIP-39's too.
_SPOKEN_LEAST = 5


def find(folded: Folded, words: SecretWords) -> Iterator[Span]:
    """Yield a dozen words or more that prose is not made of, and five digits or more in words."""
    in_phrases, spoken = _in_phrases(words), words.digit_words.__contains__
    for start, end in _runs(_fitting(_WORD, folded.text, in_phrases), _BETWEEN, _PHRASE_LEAST):
        yield "seed_phrase", start, end
    for start, end in _runs(_fitting(_SPOKEN, folded.low, spoken), _PAUSE, _SPOKEN_LEAST):
        yield "one_time_code", start, end


def _in_phrases(words: SecretWords) -> Callable[[str], bool]:
    """Return what tells whether a word can be one of a recovery phrase."""

    def fits(word: str) -> bool:
        alike = word[1:].islower() or word.isupper()
        return len(word) in _LENGTHS and alike and word.lower() not in words.not_in_phrases

    return fits


def _fitting(
    word: re.Pattern[str], text: str, fits: Callable[[str], bool]
) -> Iterator[re.Match[str]]:
    return (match for match in word.finditer(text) if fits(match[0]))


def _runs(
    found: Iterable[re.Match[str]], between: re.Pattern[str], least: int
) -> Iterator[tuple[int, int]]:
    """Yield where `least` words or more stand, with nothing but `between` between them."""
    run, first, last = 0, 0, 0
    for match in found:
        if run and not between.fullmatch(match.string, last, match.start()):
            if run >= least:
                yield first, last
            run = 0
        first, run, last = first if run else match.start(), run + 1, match.end()
    if run >= least:
        yield first, last
