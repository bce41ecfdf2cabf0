"""What people say of themselves in passing: their name, a signature, where they live.

Masked for a public audience only. Names carry no check digit, so they come from statements
("my name is", "שמי"), from the line after a closing, and from what the caller knows.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from guide.finding import values
from guide.finding.fold import FILLER, Folded
from guide.finding.lexicon import Lexicon, Mention, alternatives, has
from guide.finding.patterns import Hit

_WORD = re.compile(r"[ \t]*([^\W\d_]+(?:['\"-][^\W\d_]+)*)(\.(?=[ \t]?[A-Z]))?")
_AFTER_NAME = re.compile(r"[\"'*_]{0,2}[ \t]*[:=-]?[ \t]*(?:is\b|הוא\b)?[ \t:]*[\"'*_]{0,3}")
_PARTICLES = frozenset(
    {
        "de",
        "van",
        "von",
        "bin",
        "ben",
        "bat",
        "al",
        "el",
        "da",
        "di",
        "la",
        "bar",
        "בן",
        "בת",
        "אל",
        "בר",
    }
)
_MOST_WORDS = 4
_LINE_BREAK = re.compile(
    r"[ \t]{0,8}[,.!:-]{0,4}[ \t]{0,8}(?:\r?\n[ \t>*_-]{0,16}){1,3}[*_~-]{0,4}"
)
_STARTS = re.compile(r"(?:\A|[\n.!?])[ \t>*_-]*\Z")
_SAME_LINE = re.compile(r"[ \t]{0,8}[,-]{1,4}[ \t]{0,8}")
_LINE_END = re.compile(r"[ \t*_.,!]*(?:\n|\Z)")
_I_AM = re.compile(
    r"(?:(?:hi|hello|hey|dear)\b[^\n.]{0,30}\b)?(?:i'm|i am|this is) (?=\w)", re.IGNORECASE
)
_LONGEST_ADDRESS = 100
_ADDRESS_START = re.compile(r"[\"'*_ \t]{0,3}[:=-]?[ \t]*(?:is\b|היא\b)?[ \t:,\n]{0,3}")
_ADDRESS = re.compile(rf"(?:[^\n.;{FILLER}]|\.(?=[ \t]?[\w,]))+")
_HOUSE = re.compile(r"(?<![\w.:/$€₪-])\d{1,5}[a-z]?(?!\w|[:%.]\d|[%$])")
_FIRST_PART = 45
_TOWN = r"(?:,[ \t]*[^\W\d_][^\n,.;]{1,30}){0,3}(?:[ \t]+\d{5}(?:-\d{4})?)?"


def find_names(
    folded: Folded, words: Lexicon, mentions: Iterable[Mention], people: Iterable[str] = ()
) -> Iterator[Hit]:
    """Yield names stated or signed, those of `people`, and each wherever else it stands."""
    stated = [
        *_stated(folded, words, mentions),
        *_signed(folded, words),
        *_introduced(folded, words),
    ]
    yield from (("name", start, end) for start, end in stated)
    known = {folded.text[start:end] for start, end in stated} | {p.strip() for p in people}
    parts = {p for name in known for p in [name, *name.split()] if _is_telling(p, words)}
    if parts:
        again = re.compile(rf"(?<![A-Za-z0-9])(?:{alternatives(p.lower() for p in parts)})(?!\w)")
        yield from (("name", *match.span()) for match in again.finditer(folded.low))


def _is_telling(part: str, words: Lexicon) -> bool:
    """Tell whether this part of a name can be looked for alone without hiding other words."""
    return len(part) > 2 and part.lower() not in words.not_names | words.between | words.not_values  # noqa: PLR2004


def _stated(
    folded: Folded, words: Lexicon, mentions: Iterable[Mention]
) -> Iterator[tuple[int, int]]:
    for mention in mentions:
        if "name" not in mention.roles:
            continue
        gap = _AFTER_NAME.match(folded.low, mention.end)
        start = gap.end() if gap else mention.end
        if _says_whose(folded, words, mention, start) and (
            end := _name_end(folded.text, start, words)
        ):
            yield start, end


def _says_whose(folded: Folded, words: Lexicon, mention: Mention, start: int) -> bool:
    """Tell whether "name" is a person's: a phrase, or the label of a line or of "my"."""
    low = folded.low
    if " " in low[mention.start : mention.end] or low[mention.start : mention.end] == "שמי":
        return True
    label = any(sign in low[mention.end : start] for sign in ":=")
    line = low.rfind("\n", 0, mention.start) + 1
    before = low[max(line, mention.start - 20) : mention.start].split()
    whose = not before or (before[-1] in words.between) or not before[-1].strip("-*>•#")
    in_json = low[mention.end : mention.end + 1] in ("'", '"')
    return label and whose and not in_json


def _name_end(text: str, start: int, words: Lexicon) -> int:
    """Return where the name that starts at `start` ends, 0 when none does."""
    pos, end, first = start, 0, ""
    for count in range(_MOST_WORDS):
        match = _WORD.match(text, pos)
        if not match or not _may_follow(match[1], first, count, words):
            break
        first = match[1] if not first or match[1] in _PARTICLES else first
        pos = match.end()
        end = match.end(1) if match[1].lower() not in _PARTICLES else end
    return end


def _may_follow(word: str, first: str, count: int, words: Lexicon) -> bool:
    if word.lower() in words.not_names or (len(word) < 2 and not count):  # noqa: PLR2004
        return False
    if not count or word in _PARTICLES:
        return True
    if word.isascii() and first[:1].isupper():
        return word[0].isupper()
    return count < 2 or first in _PARTICLES  # noqa: PLR2004  # Given name and family name.


def _signed(folded: Folded, words: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the name under a closing, or after it on its line, near the end of the text."""
    for match in _closing(words).finditer(folded.low):
        if not _STARTS.search(folded.low[max(0, match.start() - 8) : match.start()]):
            continue
        gap = _LINE_BREAK.match(folded.low, match.end()) or _SAME_LINE.match(
            folded.low, match.end()
        )
        end = _name_end(folded.text, gap.end(), words) if gap else 0
        if (
            gap
            and end
            and _LINE_END.match(folded.text, end)
            and _looks_signed(folded, gap.end(), end)
        ):
            yield gap.end(), end


@cache
def _closing(words: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words.closings)})(?!\w)")


def _looks_signed(folded: Folded, start: int, end: int) -> bool:
    """Tell whether the line is a name: few lines follow, and Latin words are capitalised."""
    shown = folded.text[start:end]
    last = folded.text.count("\n", end) <= 6  # noqa: PLR2004  # A title, a company, a phone.
    capitals = all(w[0].isupper() or w in _PARTICLES for w in shown.split())
    return last and (not shown.isascii() or capitals or not folded.text[end:].strip())


def _introduced(folded: Folded, words: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield "I'm Dana Levi": two capitalised words, or one after a greeting."""
    for match in _I_AM.finditer(folded.text):
        end = _name_end(folded.text, match.end(), words)
        shown = folded.text[match.end() : end].split()
        greeted = match[0][0] in "hHdD"
        if end and all(w[0].isupper() for w in shown) and (len(shown) > 1 or greeted):
            yield match.end(), end


def find_addresses(folded: Folded, words: Lexicon, mentions: Iterable[Mention]) -> Iterator[Hit]:
    """Yield postal addresses: after "my address is", and streets with a house number."""
    for mention in mentions:
        if "address" in mention.roles and (span := _address(folded, words, mention)):
            yield "address", *span
    for match in _streets(words).finditer(folded.low):
        yield "address", match.start(), match.end()


def _address(folded: Folded, words: Lexicon, mention: Mention) -> tuple[int, int] | None:
    gap = _ADDRESS_START.match(folded.low, mention.end)
    start = gap.end() if gap else mention.end
    first = _WORD.match(folded.low, start)
    one_word = not re.search(r"\s", folded.low[mention.start : mention.end])
    labelled = ":" in folded.low[mention.end : start] or not one_word
    if not labelled or (first and has(words.not_values, first[1])):
        return None
    match = _ADDRESS.match(folded.text, start, start + _LONGEST_ADDRESS)
    return match.span() if match and _has_house(folded, match, words) else None


def _has_house(folded: Folded, match: re.Match[str], words: Lexicon) -> bool:
    """Tell whether a number near the start may be a house's: no year, nothing counted."""
    limit = min(match.end(), match.start() + _FIRST_PART)
    return any(
        not values.is_moment(number[0]) and not values.is_counted(folded, number.end(), words)
        for number in _HOUSE.finditer(folded.text, match.start(), limit)
    )


@cache
def _streets(words: Lexicon) -> re.Pattern[str]:
    after, before = alternatives(words.streets), alternatives(words.streets_before)
    return re.compile(
        rf"(?<![\w.])\d{{1,5}}[a-z]?[ \t]+(?:[a-z][\w'.]{{0,20}}[ \t]+){{1,3}}(?:{after})\b\.?"
        rf"(?:,?[ \t]*(?:apt|apartment|unit|suite|flat|#)\.?[ \t]*\w{{1,6}})?{_TOWN}"
        rf"|(?<!\w)(?:{before})[ \t]+(?:[^\W\d_][^\s\d_]{{0,20}}[ \t]+){{1,3}}\d{{1,4}}"
        rf"(?:[א-ת]|/\d+)?"
        rf"(?:[ \t,]+(?:דירה|קומה|כניסה)[ \t]*\w{{1,4}}){{0,3}}{_TOWN}"
    )
