"""How random a run of characters is: what no person made up and no word of a language explains.

A run is split where its kind of letter changes; words in it count nothing, nor do numbers that
stand alone. What remains are its random characters: a key of 32 has about 30 of them, and
"aarch64-apple-darwin24" has 7.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Finds «aB3», not «-».
PART = re.compile(r"[A-Za-z0-9]+")
# Finds «XMLHttp», not «-».
_PIECE = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
# Finds «9f2a7c1d», not «face».
_HEX = re.compile(
    r"(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]+|(?=[0-9]*[A-F])(?=[A-F]*[0-9])[0-9A-F]+"
)
_SHORT = 3  # A piece of so few letters may be a word, or nothing.
_LONG_NUMBER = 7  # A number this long inside a run was not drawn with its letters.
_LONG_PART = 24  # In so many characters longer numbers come by chance.
_LETTERS_LEAST = 7  # Shorter words cannot be told from chance.
_UNLIKELY = 4.75  # Mean of `pairs`: 1 of 30 words of 8 letters is above, 1 of 20 draws below.
_MOSTLY = 0.6  # Of a part: then its few words are there by chance.
_MANY, _RARE = 5, 4.3  # Pieces and pairs; below `_UNLIKELY`, for more of them.
_DISTINCT = 5  # "aaaa" and "hahaha" are no draws.


@dataclass(frozen=True, slots=True)
class Randomness:
    """The random characters of a run, and which kinds of characters these are."""

    count: int
    pieces: int
    lower: bool
    upper: bool
    digits: bool
    hexadecimal: bool

    @property
    def kinds(self) -> int:
        """How many of: small letters, capitals, digits."""
        return self.lower + self.upper + self.digits


def pairs_of(rows: Sequence[str]) -> Mapping[str, int]:
    """Return how unlikely each pair of small letters is, in bits, from the rows of content."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return {
        a + b: int(bits)
        for a, row in zip(letters, rows, strict=True)
        for b, bits in zip(letters, row, strict=True)
    }


def is_unlikely(pairs: Mapping[str, int], letters: str) -> bool:
    """Tell whether these letters, seven or more, are hardly a word of a language."""
    low = letters.lower()
    if len(low) < _LETTERS_LEAST or len(set(low)) < _DISTINCT:
        return False
    bits = sum(pairs.get(low[i : i + 2], 0) for i in range(len(low) - 1))
    return bits > _UNLIKELY * (len(low) - 1)


def is_odd(pairs: Mapping[str, int], letters: str) -> bool:
    """Tell whether a few letters, which a word beside them calls a code, are likely none."""
    low = letters.lower()
    bits = sum(pairs.get(low[i : i + 2], 0) for i in range(len(low) - 1))
    return bits > _UNLIKELY * (len(low) - 1)


def of_part(pairs: Mapping[str, int], part: str) -> int:
    """Return how many characters of a run of letters and digits are random."""
    if part.isdigit():
        return 0
    if part.isalpha():
        return _of_letters(pairs, part)
    if _HEX.fullmatch(part):
        return len(part)
    pieces = _PIECE.findall(part)
    number = _LONG_NUMBER if len(part) < _LONG_PART else _LONG_PART
    count = sum(_of_piece(pairs, piece, number) for piece in pieces)
    mostly = count > _MOSTLY * len(part) and len(part) > _LETTERS_LEAST
    return len(part) if mostly or _is_drawn(pairs, pieces) else count


def _is_drawn(pairs: Mapping[str, int], pieces: list[str]) -> bool:
    """Tell whether many letters among many digits are hardly words, all of them together."""
    letters = [piece.lower() for piece in pieces if piece.isalpha()]
    counted = [pairs[p[i : i + 2]] for p in letters for i in range(len(p) - 1)]
    return len(pieces) > _MANY and len(counted) > _MANY and sum(counted) > _RARE * len(counted)


def _of_letters(pairs: Mapping[str, int], part: str) -> int:
    if part.islower() or part.isupper() or part.istitle():
        return len(part) if is_unlikely(pairs, part) else 0
    found = _PIECE.findall(part)
    short = sum(len(p) for p in found if len(p) <= _SHORT or _is_mixed_up(pairs, p))
    return len(part) if len(found) > 2 and 2 * short > len(part) else 0  # "iPhone".  # noqa: PLR2004


def _of_piece(pairs: Mapping[str, int], piece: str, number: int) -> int:
    if piece.isdigit():
        return len(piece) if len(piece) < number else 0
    word = len(piece) > _SHORT and not _is_mixed_up(pairs, piece)
    return 0 if word else len(piece)


def _is_mixed_up(pairs: Mapping[str, int], piece: str) -> bool:
    """Tell whether letters among digits are no word; few are judged more strictly than many."""
    low = piece.lower()
    bits = sum(pairs.get(low[i : i + 2], 0) for i in range(len(low) - 1))
    return bits > _UNLIKELY * (len(low) - 1)


def of(pairs: Mapping[str, int], run: str) -> Randomness:
    """Return how random a run is; signs part it."""
    parts = [part for part in PART.findall(run) if of_part(pairs, part)]
    joined = "".join(parts)
    return Randomness(
        count=sum(of_part(pairs, part) for part in parts),
        pieces=sum(len(_PIECE.findall(part)) for part in parts),
        lower=any(c.islower() for c in joined),
        upper=any(c.isupper() for c in joined),
        digits=any(c.isdigit() for c in joined),
        hexadecimal=bool(parts) and all(_HEX.fullmatch(part) or part.isdigit() for part in parts),
    )
