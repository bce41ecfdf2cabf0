r"""Keys that are written as lists of bytes: [12, 201, ...], 0x0c, 0xc9, ..., 0c:c9:..., "\x0c\xc9".

Wallets and programs keep their keys so. Colours and sizes are shorter, counts come in order, and
fingerprints are named.
"""

import re
from collections.abc import Iterator

from guide.redact import owners
from guide.redact.fold import DIGITS, Folded, near
from guide.redact.lexicon import SecretWords
from guide.redact.patterns import Span

KIND = "private_key"
# Finds «1, 22, 3, 4, 5, 6, 7, 8», not «1.5, 2».
_NUMBERS = re.compile(
    r"\d(?<![\w.]\d)\d{0,2}(?:(?:,\s{0,12}|\s{1,4})\d{1,3}){7,255}(?![\w.]\d)(?!\w)"
)
# Finds «0x1a, 0x2b, 0x3c, 0x4d, 0x5e, 0x6f, 0x70, 0x81», not «0x1a».
_HEXES = re.compile(r"0[xX][0-9A-Fa-f]{2}(?:,?\s{0,12}0[xX][0-9A-Fa-f]{2}){7,255}")
# Finds «1a:2b:3c:4d:5e:6f:70:81», not «1a:2b:3c:4d:5e:6f».
_COLONS = re.compile(r"(?<![\w:])[0-9A-Fa-f]{2}(?:[: -][0-9A-Fa-f]{2}){7,127}(?![\w:])")
# Some have become letters already, as `escapes` reads them.
# Finds «\\xd1a\\x9c\\x80\\xb1», not «\\n».
_ESCAPED = re.compile(r"[!-\[\]-~]{0,4}(?:\\{1,2}x[0-9A-Fa-f]{2}[!#-&(-\[\]-~]{0,6}){4,256}")
_BYTE, _LEAST, _SURE = 255, 24, 16
_HIGH = 100  # A list of bytes has some above it.


def find(folded: Folded, words: SecretWords) -> Iterator[Span]:
    """Yield lists of bytes: long ones, and shorter ones that a name before them calls a key."""
    for pattern in (_NUMBERS, _HEXES, _COLONS):
        for match in near(DIGITS, pattern, folded.text):
            if _is_key(folded, words, match, decimal=pattern is _NUMBERS):
                yield KIND, match.start(), match.end()
    for match in _ESCAPED.finditer(folded.text) if "\\x" in folded.text else ():
        yield KIND, match.start(), match.end()


def _is_key(folded: Folded, words: SecretWords, match: re.Match[str], *, decimal: bool) -> bool:
    parts = re.findall(r"\d+" if decimal else r"(?:0[xX])?[0-9A-Fa-f]{2}", match[0])
    numbers = [int(part, 10 if decimal else 16) for part in parts]
    mixed = numbers != sorted(numbers) and 2 * len(set(numbers)) > len(numbers)
    if max(numbers) > _BYTE or not mixed:
        return False
    owner = owners.owner_of(folded, words, match.start())
    if owner == owners.SECRET:
        return True
    listed = folded.text[: match.start()].rstrip()[-1:] in ("[", "{", "(", '"')
    least = _LEAST if decimal else _SURE
    return owner != owners.HASH and listed and len(numbers) >= least and max(numbers) > _HIGH
