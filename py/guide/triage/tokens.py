"""Words as people write them: tokens with their places, and the forms behind each token.

Seen through: capitals, look-alike quotes, vowel points, drawn-out letters ("heeelp"), full and
defective Hebrew spelling, Hebrew letters glued on in front (ה ו ב ל מ ש כ, also several), and
plural, possessive and English endings.
"""

import re
import unicodedata
from dataclasses import dataclass

from guide.text.hebrew import FINAL_FORMS, LETTERS, POINTS, without_prefixes

_BREAK = ".,;:!?\n()"
_TOKEN = re.compile(
    r"[a-z0-9_]+(?:'[a-z]+)*"
    rf"|[{LETTERS}](?:[{LETTERS}{POINTS}]|['\"](?=[{LETTERS}]))*"
    r"|[$€£₪]"
    r"|[.,;:!?()]+(?=\s|$)|\n"
)
_QUOTES = re.compile("[׳’‘`´]")
_DOUBLE_QUOTES = re.compile("[״“”„]")
_COMPATIBLE = re.compile("[\ufb1d-\ufb4f\uff01-\uff5e\U0001d400-\U0001d7ff]")
_DROPPED = re.compile(f"['\"{POINTS}]")
# Chains of replace: str.translate is many times slower where most letters are not in its table.
_SAME = (*FINAL_FORMS, ("וו", "ו"), ("יי", "י"))
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_MOST_GLUE = 4
_SHORTEST = 3  # Letters that must stay when glue comes off.
_SHORTEST_STEM = 4  # Letters that must stay when an ending comes off.
_HEBREW_ENDINGS = ("יות", "ימ", "ות", "נו", "כמ", "י", "ה", "ת", "כ", "ו")
_ENGLISH_ENDINGS = ("ing", "es", "ed", "s")
_MOST_TOKENS = 160  # What a rant is about stands where it begins and where it ends.


@dataclass(frozen=True, slots=True)
class Token:
    """One word in normal form, where it stands (text[start:end]), and in which clause."""

    word: str
    start: int
    end: int
    clause: int


def tokens(text: str) -> list[Token]:
    """Split into words; of a huge text only the head and the tail, so the cost is bounded."""
    found: list[tuple[re.Match[str], int]] = []
    clause = 0
    for match in _TOKEN.finditer(_folded(text)):
        raw = match.group()
        if raw[0] in _BREAK:
            clause += 1
        elif len(raw) > 1 or not raw.isalpha():
            found.append((match, clause))
    half = _MOST_TOKENS // 2
    kept = found if len(found) <= _MOST_TOKENS else found[:half] + found[-half:]
    return [Token(normal(match.group()), match.start(), match.end(), at) for match, at in kept]


def normal(word: str) -> str:
    """Fold the spelling of one word; vocabulary and text go through the same fold."""
    word = _DRAWN_OUT.sub(r"\1", word.lower())
    if word.isascii():
        return word.replace("'", "")
    word = _DROPPED.sub("", word)
    for written, meant in _SAME:
        word = word.replace(written, meant)
    return word


def forms(word: str) -> list[str]:
    """Return the word and what stays without glue and endings, likeliest first."""
    if word < "א":
        return [word, *_without_endings(word, _ENGLISH_ENDINGS)]
    bare = without_prefixes(word, most=_MOST_GLUE, shortest=_SHORTEST)
    return bare + [short for form in bare for short in _without_endings(form, _HEBREW_ENDINGS)]


def stem(word: str) -> str:
    """Return a rough stem: the same for most forms of a word, for learning from few texts."""
    if word < "א":
        return next(iter(_without_endings(word, _ENGLISH_ENDINGS)), word).removesuffix("e")
    word = without_prefixes(word, most=1, shortest=_SHORTEST_STEM)[-1]
    return next(iter(_without_endings(word, _HEBREW_ENDINGS)), word)


def _without_endings(word: str, endings: tuple[str, ...]) -> list[str]:
    if not word.endswith(endings):
        return []
    return [
        word[: -len(ending)]
        for ending in endings
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM
    ]


def _folded(text: str) -> str:
    """Fold characters one to one: a place in the result is the same place in the text."""
    if _COMPATIBLE.search(text):
        text = "".join(map(_compatible, text))
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return _DOUBLE_QUOTES.sub('"', _QUOTES.sub("'", lowered))


def _compatible(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character
