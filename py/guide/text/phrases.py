"""Phrases of content as patterns: whole words, any case, Hebrew with the letters glued in front.

"got|received ~ mail*"   one of the two, at most four other words, a word that begins so
"""

import re
from collections.abc import Iterable
from functools import cache

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


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern of one of these words, the longest first; of none it matches nothing."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, longest_first)) or "(?!)"


# What may stand before a phrase: no letter; in Hebrew the letters that are glued in front.
_BEFORE = {False: r"(?<![a-z0-9])", True: r"(?<![א-ת])[ושכהבלמ]{0,3}-?"}


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole phrases; a star at the end of a word stands for any ending.

    What stands before is looked at once for all phrases of a script, not once for each: that
    takes a tenth of the time.
    """
    return _compiled(tuple(phrases))


# The words come from what lies packed, anew in each process. In a heap snapshot the pattern waits
# for them: to write and compile those of a story takes tenths of a second.
@cache
def _compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(set(phrases), key=len, reverse=True)
    scripts = [
        f"{before}(?:{'|'.join(map(_one, some))})"
        for hebrew, before in _BEFORE.items()
        if (some := [phrase for phrase in longest_first if is_hebrew(phrase) is hebrew])
    ]
    return re.compile("|".join(scripts) or r"(?!)")


def _one(phrase: str) -> str:
    first, *others = phrase.split(" ~ ")
    return _GAP.join([_run(first), *(_BEFORE[is_hebrew(run)] + _run(run) for run in others)])


def _run(run: str) -> str:
    """Return the pattern of words that stand side by side."""
    words = r"\s+".join(map(_word, run.translate(_QUOTES).lower().split()))
    # A Hebrew preposition at the end is glued to what follows: "מסתיים ב-4417".
    glued = is_hebrew(run) and run.rsplit(None, 1)[-1] in {"ב", "ל", "מ"}
    return words + ("" if glued else r"(?![^\W_])")


def _word(word: str) -> str:
    some = [
        re.escape(one.removesuffix("*")) + (r"(?:[^\W_]|')*" if one.endswith("*") else "")
        for one in word.split("|")
    ]
    return some[0] if len(some) == 1 else f"(?:{'|'.join(some)})"
