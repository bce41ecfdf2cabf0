"""What of the guide has the words that a person looks for.

    words -> each title and point -> how many of the words it has -> those that have the most

A word counts where another begins with it, in Hebrew also behind the letters that are glued on in
front. So half a word finds already, while it is being typed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guide.text.hebrew import POINTS, PREFIXES

MOST = 6  # Words that are looked for; nobody types more to find a chapter.
HEAD = ""  # In the place of a point: the title and what stands below it.
_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile(f"[{POINTS}]")


@dataclass(frozen=True, slots=True)
class FoundChapter:
    """A chapter, with its points that have the words; none where only its head has them."""

    chapter: str
    points: tuple[str, ...]


def find(
    guide: Mapping[str, Any], chapters: Sequence[str], sought: str
) -> tuple[FoundChapter, ...]:
    """Return the chapters that have the most of the words; who has them in the head is first."""
    wanted = [_pattern(word) for word in _WORD.findall(_bare(sought))[:MOST]]
    lines = [
        (chapter, point, sum(1 for one in wanted if one.search(text)))
        for chapter in chapters
        for point, text in _lines(guide[chapter])
    ]
    best = max((count for *_, count in lines), default=0)
    found: dict[str, list[str]] = {}
    for chapter, point, count in lines if best else ():
        if count == best:
            found.setdefault(chapter, []).append(point)
    order = sorted(found, key=lambda name: HEAD not in found[name])
    return tuple(FoundChapter(name, tuple(filter(None, found[name]))) for name in order)


def _lines(chapter: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each point with its text, and before them the head of the chapter."""
    yield HEAD, _bare(f"{chapter['title']} {chapter['intro']}")
    yield from ((point, _bare(text)) for point, text in chapter["points"].items())


def _bare(text: str) -> str:
    return _UNSEEN.sub("", text).casefold()


def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[{PREFIXES}]{{0,3}}{re.escape(word)}")
