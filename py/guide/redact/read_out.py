"""Codes as one hears or reads them out: "four nine two", "K, 4, R, 9", "one two, and then six"."""

import re
from collections.abc import Iterator
from functools import cache

from guide.redact import nearby, trie
from guide.redact.lexicon import SecretWords
from guide.redact.nearby import Seen
from guide.redact.patterns import Span
from guide.text.hebrew import AND, LETTERS

_FEW_WORDS, _MOST_LETTERS = 2, 4
# Finds «four», not «,».
_ITEM = re.compile(r"[^\W_]+")


def find(seen: Seen) -> Iterator[Span]:
    """Yield digits and letters, in words or alone, near what tells of a code."""
    for match in nearby.in_sentence(seen, _spoken(seen.words), behind=60, ahead=110):
        items = [item for item in _ITEM.findall(match["run"].lower()) if _is_item(seen.words, item)]
        words = sum(len(item) > 1 for item in items)
        mixed = any(item.isdigit() or len(item) > 1 for item in items)
        paused = _is_paused(seen.words, match["run"].lower())
        if paused and len(items) - sum(item in _TIMES for item in items) <= _MOST_LETTERS - 1:
            continue  # "two times, then three times".
        enough = len(items) > _MOST_LETTERS or (mixed and len(items) > _MOST_LETTERS - 1)
        counted = _is_counting(items, match["run"])
        if (words > _FEW_WORDS or enough) and not counted and not nearby.is_owned(seen, match):
            yield "one_time_code", match.start("run"), match.end()


_TIMES = frozenset({"times", "twice", "thrice", "פעמים", "פעמיים"})


def _is_paused(words: SecretWords, run: str) -> bool:
    """Tell whether something else than digits is said between them."""
    return any(not _is_item(words, item) for item in _ITEM.findall(run))


def _is_item(words: SecretWords, item: str) -> bool:
    return len(item) == 1 or item in words.digit_words


def _is_counting(items: list[str], shown: str) -> bool:
    """Tell whether this counts things: "1, 2, 3, 4", "one, two, three"."""
    if not all(item.isdigit() for item in items):
        return "," in shown and len(items) <= _FEW_WORDS + 1
    first = int(items[0])
    return items == [str(number) for number in range(first, first + len(items))]


@cache
def _spoken(words: SecretWords) -> re.Pattern[str]:
    """Return the pattern of three digits or letters, in words or alone, one after another.

    Between two of them may be a pause, told or heard: "and then".
    """
    # A word and a letter are told from each other by what follows.
    word = rf"{trie.pattern(words.digit_words)}(?![^\W_])"
    one = rf"(?:{word}|[a-z0-9{LETTERS}](?![^\W_]))"
    said = rf"[ ,.-]{{1,4}}(?:{trie.pattern(words.pauses)})(?![^\W_])"
    pause = rf"(?:{said}){{1,3}}[ ,.-]{{1,4}}(?={AND}?{word})"
    return re.compile(
        rf"[\s\"'(:,.-](?P<run>{one}(?:(?:{pause}|[ ,.\n\t-]{{1,5}}){one}){{2,}})", re.IGNORECASE
    )
