"""Phrases of content as patterns: whole words, any case, Hebrew with the letters glued in front.

"got|received ~ mail*"   one of the two, at most four other words, a word that begins so
"""

import re
from collections.abc import Iterable

from guide.text.hebrew import is_hebrew

# Other words of the same clause, few, so that time goes by the length of the text alone.
_GAP = r"(?:\s+\S*[^\s.,;!?]){0,4}?\s+"
_QUOTES = str.maketrans({"׳": "'", "’": "'", "‘": "'", "״": '"', "“": '"', "”": '"', "‑": "-"})


def folded(text: str) -> str:
    """Return the text in small letters with plain quotes, each character in its place."""
    lowered = text.lower()
    if len(lowered) != len(text) or "Σ" in text:
        # Whatever would change length stays as it is; sigma is written by what stands after it.
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_QUOTES)


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole phrases; a star at the end of a word stands for any ending."""
    longest_first = sorted(set(phrases), key=len, reverse=True)
    return re.compile("|".join(map(_one, longest_first)) or r"(?!)")


def _one(phrase: str) -> str:
    return _GAP.join(map(_run, phrase.split(" ~ ")))


def _run(run: str) -> str:
    """Return the pattern of words that stand side by side."""
    hebrew = is_hebrew(run)
    before = r"(?<![א-ת])[ושכהבלמ]{0,3}-?" if hebrew else r"(?<![a-z0-9])"
    words = r"\s+".join(map(_word, run.translate(_QUOTES).lower().split()))
    # A Hebrew preposition at the end is glued to what follows: "מסתיים ב-4417".
    glued = hebrew and run.rsplit(None, 1)[-1] in {"ב", "ל", "מ"}
    return f"{before}{words}" + ("" if glued else r"(?![^\W_])")


def _word(word: str) -> str:
    some = [
        re.escape(one.removesuffix("*")) + (r"(?:[^\W_]|')*" if one.endswith("*") else "")
        for one in word.split("|")
    ]
    return some[0] if len(some) == 1 else f"(?:{'|'.join(some)})"
