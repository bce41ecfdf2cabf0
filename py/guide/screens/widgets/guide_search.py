"""What of the guide has the words that a person looks for.

    words -> each head and point -> the weight of the words that it has -> those that weigh most

A word counts where another begins with it, in Hebrew also behind the letters that are glued on in
front. So half a word finds already, while it is being typed. The rarer and longer a word is, the
more it weighs: of "how do I get a refund" it is the refund that is found.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guide.text.hebrew import POINTS, PREFIXES

MOST = 8  # Words that are looked for; nobody types more to find a chapter.
NEAR = 0.7  # Of the heaviest line's weight: what has less is about something else.
HEAD = ""  # In the place of a point: the title and what stands below it.
_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile(f"[{POINTS}]")

type _Line = tuple[str, str, str]  # A chapter, a point of it or its head, and the text.


@dataclass(frozen=True, slots=True)
class FoundChapter:
    """A chapter, with its points that have the words; none where only its head has them."""

    chapter: str
    points: tuple[str, ...]


def find(
    guide: Mapping[str, Any], chapters: Sequence[str], sought: str
) -> tuple[FoundChapter, ...]:
    """Return the chapters that have the words; who has them in the head is first."""
    lines = [line for chapter in chapters for line in _lines(chapter, guide[chapter])]
    weights = [0.0] * len(lines)
    for word in dict.fromkeys(_WORD.findall(_UNSEEN.sub("", sought).casefold())[:MOST]):
        having = _having(lines, word)
        for at in having:
            weights[at] += len(word) ** 2 * math.log(1 + len(lines) / len(having))
    least = NEAR * max(weights, default=0.0)
    found: dict[str, list[str]] = {}
    heaviest: dict[str, float] = {}
    for (chapter, point, _), weight in zip(lines, weights, strict=True):
        if weight and weight >= least:
            found.setdefault(chapter, []).append(point)
            heaviest[chapter] = max(weight, heaviest.get(chapter, 0.0))
    order = sorted(found, key=lambda name: (HEAD not in found[name], -heaviest[name]))
    return tuple(FoundChapter(name, tuple(filter(None, found[name]))) for name in order)


def _lines(name: str, chapter: Mapping[str, Any]) -> Iterator[_Line]:
    yield name, HEAD, f"{chapter['title']} {chapter['intro']}".casefold()
    yield from ((name, point, text.casefold()) for point, text in chapter["points"].items())


def _having(lines: Sequence[_Line], word: str) -> list[int]:
    """Return which lines have the word. To look for its letters first is five times faster."""
    begins = re.compile(rf"(?<!\w)[{PREFIXES}]{{0,3}}{re.escape(word)}")
    return [at for at, (*_, text) in enumerate(lines) if word in text and begins.search(text)]
