"""content/look_alikes.toml: characters that look like Latin letters, made from Unicode's own table.

A test says when the committed file is stale. The rows are those of UTS #39 (confusables.txt), as
the package confusable-homoglyphs carries them.
"""

import json
import string
import unicodedata
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parents[2] / "guide" / "content" / "look_alikes.toml"
HEADER = """\
# Characters that look like a Latin letter: Unicode's table (UTS #39), by the letter they imitate.
# Made by `uv run build.py --renew`; do not edit.
# As code points: some of these characters would turn the line round, or have no glyph. What is
# such a letter already by NFKC or in lower case is left out; the reader folds both first.
"""
# The table pairs a capital I with its l; for a reader both are an i as well.
SAME = {"l": "li"}
MARK = "\u200e"  # Around the characters of right-to-left scripts, in keys and values alike.


def declarations() -> str:
    """Return the text of look_alikes.toml."""
    rows = (f'{letter} = "{_ranges(alike)}"' for letter, alike in sorted(alikes().items()))
    return HEADER + "\n".join(rows) + "\n"


def alikes() -> dict[str, set[int]]:
    """Return the code points beyond ASCII that look like each small Latin letter."""
    found: dict[str, set[str]] = {letter: set() for letter in string.ascii_lowercase}
    for char, plain in rows():
        for letter in SAME.get(plain, plain.lower()):
            found[letter].add(char)
    return {
        letter: {ord(c) for c in chars if (f := folded(c)) == c or f not in {letter, *chars}}
        for letter, chars in found.items()
    }


def folded(char: str) -> str:
    """Return a character as the sender check folds it before it looks into the table."""
    return unicodedata.normalize("NFKC", char).lower()


def rows() -> list[tuple[str, str]]:
    """Return (look-alike, letter): one character for one letter, in either direction."""
    data = files("confusable_homoglyphs").joinpath("confusables.json").read_text(encoding="utf-8")
    pairs = (
        (key.strip(MARK), other["c"].strip(MARK))
        for key, others in json.loads(data).items()
        for other in others
    )
    letters = set(string.ascii_letters)
    single = (pair for pair in pairs if len(pair[0]) == 1 and not pair[0].isascii())
    return [(char, plain) for char, plain in single if plain in letters]


def _ranges(points: set[int]) -> str:
    """Return code points as hexadecimal ranges: "3bf 585 10c1-10c3"."""
    runs: list[list[int]] = []
    for point in sorted(points):
        if runs and runs[-1][-1] == point - 1:
            runs[-1].append(point)
        else:
            runs.append([point])
    return " ".join(f"{r[0]:x}" if len(r) == 1 else f"{r[0]:x}-{r[-1]:x}" for r in runs)
