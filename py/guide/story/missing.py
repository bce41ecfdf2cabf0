"""What a story says that there is not: "I got no notice", "אין לי מנוי".

    a denial and the thing right after it, or the thing and that it never came  -> the thing

A thing is a key of the table `missing`; which fields ask for it, fields.toml says. What a page
says, what is only wanted, and what is said of something else is none.
"""

import re
from collections.abc import Iterator

from guide.story.cues import Cues, Text

TABLE = "missing"
# The keys of the table that are no things; a thing's own are `<thing>_whole` and `<thing>_unless`.
FRAMES = frozenset({"no", "none_after", "link", "said"})
OWN = ("_whole", "_unless")
AFTER = 32  # Characters after a thing in which it is told what it is of.
BEFORE = 34  # Characters before it in which it is told who says so.
MOST_LINKS = 4  # Words between a denial and its thing.


def find(text: Text, cues: Cues) -> frozenset[str]:
    """Return the things that are said to be missing."""
    things = (name for name in cues.names() if name not in FRAMES and not name.endswith(OWN))
    return frozenset(thing for thing in things if _is_missing(text, cues, thing))


def _is_missing(text: Text, cues: Cues, thing: str) -> bool:
    return any(
        not _is_said(text, cues, start)
        and not text.has(cues[f"{thing}_unless"], (start, _end(text, start, end)))
        for start, end in _places(text, cues, thing)
    )


def _end(text: Text, start: int, end: int) -> int:
    return min(text.sentence(start)[1], end + AFTER)


def _places(text: Text, cues: Cues, thing: str) -> Iterator[tuple[int, int]]:
    """Yield where a thing stands with its denial."""
    yield from (m.span() for m in cues[f"{thing}_whole"].finditer(text.low))
    for no in cues["no"].finditer(text.low):
        if m := cues[thing].match(text.low, _linked(text, cues["link"], no.end())):
            yield no.start(), m.end()
    for m in cues[thing].finditer(text.low):
        never = cues["none_after"].match(text.low, _linked(text, cues["link"], m.end()))
        if never and not text.low[: m.start()].endswith(("no ", "any ")):
            yield m.start(), never.end()


def _linked(text: Text, link: re.Pattern[str], place: int) -> int:
    """Return where the next word stands that is no article or the like."""
    for _ in range(MOST_LINKS):
        place += text.low[place : place + 1].isspace()
        if not (m := link.match(text.low, place)):
            break
        place = m.end()
    return place


def _is_said(text: Text, cues: Cues, place: int) -> bool:
    """Tell whether a page or somebody says so, or it is only wanted so."""
    start = max(text.clause(place)[0], place - BEFORE)
    quoted = text.low.count('"', text.sentence(place)[0], place) % 2
    return bool(quoted) or text.has(cues["said"], (start, place))
