"""OpenAI's name in letters of other alphabets, anywhere in a text as it was pasted.

Looked for before anything is made plain: a browser turns some of these letters into Latin ones,
and then nothing of the disguise would be left to see.
"""

import re
import unicodedata
from collections.abc import Iterator

from guide.sender_check.policy import Sign
from guide.sender_check.rules import SenderRules

_WORD = re.compile(r"\S{1,80}")


def find(rules: SenderRules, text: str) -> Iterator[Sign]:
    """Yield a sign for each word in which a brand stands, but not in its own letters."""
    for match in _WORD.finditer(text):
        word = match[0]
        if not word.isascii() and (name := _worn(rules, word)):
            yield Sign("homograph", name)


def _worn(rules: SenderRules, word: str) -> str:
    """Return the brand as the word writes it, if some of its letters are another's."""
    looks = "".join(_look(rules, char) for char in word).replace("l", "i")  # As they look alike.
    for brand in (brand.replace("l", "i") for brand in rules.names.brands):
        at = looks.find(brand)
        while at >= 0:
            name = word[at : at + len(brand)]
            if _is_mixed(name):
                return name
            at = looks.find(brand, at + 1)
    return ""


def _is_mixed(name: str) -> bool:
    """Tell whether the letters are neither all Latin nor all of one fancy Latin alphabet."""
    own = sum(char.isascii() for char in name)
    fancy = sum(not char.isascii() and _folded(char).isascii() for char in name)
    return own < len(name) and fancy < len(name)


def _look(rules: SenderRules, char: str) -> str:
    """Return the one small letter that a character looks like, else a sign that is no letter."""
    if char.isascii():
        return char.lower()
    folded = _folded(char)
    for form in (char, folded):
        if letter := rules.letters.get(ord(form)) if len(form) == 1 else None:
            return letter
    bare = unicodedata.normalize("NFD", folded)[:1]
    return bare if bare.isascii() and bare.isalpha() else "\ufffd"


def _folded(char: str) -> str:
    return unicodedata.normalize("NFKC", char).lower()
