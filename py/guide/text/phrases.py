"""Phrases of content as patterns: whole words, any case, Hebrew with the letters glued in front."""

import re
from collections.abc import Iterable

from guide.text.hebrew import is_hebrew

_QUOTES = str.maketrans({"׳": "'", "’": "'", "‘": "'", "״": '"', "“": '"', "”": '"', "‑": "-"})


def folded(text: str) -> str:
    """Return the text in small letters with plain quotes, each character in its place."""
    lowered = text.lower()
    if len(lowered) != len(text) or "Σ" in text:
        # Whatever would change length stays as it is; sigma is written by what stands after it.
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_QUOTES)


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole phrases; a star at the end of one stands for any ending."""
    longest_first = sorted(set(phrases), key=len, reverse=True)
    return re.compile("|".join(map(_one, longest_first)) or r"(?!)")


def _one(phrase: str) -> str:
    stem = phrase.removesuffix("*")
    words = r"\s+".join(map(re.escape, stem.translate(_QUOTES).lower().split()))
    hebrew = is_hebrew(stem)
    before = r"(?<![א-ת])[ושכהבלמ]{0,3}-?" if hebrew else r"(?<![a-z0-9])"
    after = r"(?:[^\W_]|')*" if phrase.endswith("*") else ""
    # A Hebrew preposition at the end is glued to what follows: "מסתיים ב-4417".
    glued = hebrew and stem.rsplit(None, 1)[-1] in {"ב", "ל", "מ"}
    return f"{before}{words}{after}" + ("" if glued else r"(?![^\W_])")
