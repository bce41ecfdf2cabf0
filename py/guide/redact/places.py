"""Where people live: after "my address is", and streets with a house number.

Masked for a public audience only.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from guide.redact import values
from guide.redact.fold import FILLER, Folded
from guide.redact.lexicon import Mention, SecretWords, alternatives, has
from guide.redact.patterns import Span
from guide.text.hebrew import LETTERS, PREFIXES

# Finds «tel-aviv», not «12».
_WORD = re.compile(r"[ \t]*([^\W\d_]+(?:['\"-][^\W\d_]+)*)")
_LONGEST_ADDRESS = 100
# Finds «12 Herzl», not «\n».
_ADDRESS = re.compile(rf"(?:[^\n.;{FILLER}]|\.(?=[ \t]?[\w,]))+")
# Finds «12», not «12%».
_HOUSE = re.compile(r"(?<![\w.:/$€₪-])\d{1,5}[a-z]?(?!\w|[:%.]\d|[%$])")
_FIRST_PART = 45
# What an address has that `_ONE_WORD` finds: looked for first, since that is cheap.
_STREET_PARTS = ("straße", "strasse", "gasse", "platz", "allee", " box ")
_TOWN = r"(?:,[ \t]*[^\W\d_][^\n,.;]{1,30}){0,3}(?:[ \t]+\d{5}(?:-\d{4})?)?"
# Finds «hauptstraße 5, 10115 berlin», not «straße».
_ONE_WORD = re.compile(
    rf"(?<!\w)[^\W\d_]{{3,20}}(?:stra(?:ße|sse)|gasse|platz|allee)[ \t]+\d{{1,4}}[a-z]?{_TOWN}"
    r"|(?<!\w)p\.? ?o\.? box \d{1,6}"
)


def find_addresses(
    folded: Folded, words: SecretWords, mentions: Iterable[Mention]
) -> Iterator[Span]:
    """Yield postal addresses: after "my address is", and streets with a house number."""
    for mention in mentions:
        if "address" in mention.roles and (span := _address(folded, words, mention)):
            yield "address", *span
    for match in _streets(words).finditer(folded.low):
        yield "address", match.start(), match.end()
    for part in _STREET_PARTS:
        for match in _ONE_WORD.finditer(folded.low) if part in folded.low else ():
            yield "address", match.start(), match.end()


def _address(folded: Folded, words: SecretWords, mention: Mention) -> tuple[int, int] | None:
    gap = _start(words).match(folded.low, mention.end)
    start = gap.end() if gap else mention.end
    first = _WORD.match(folded.low, start)
    one_word = not re.search(r"\s", folded.low[mention.start : mention.end])
    labelled = ":" in folded.low[mention.end : start] or not one_word
    if not labelled or (first and has(words.not_values, first[1])):
        return None
    match = _ADDRESS.match(folded.text, start, start + _LONGEST_ADDRESS)
    return match.span() if match and _has_house(folded, match, words) else None


def _has_house(folded: Folded, match: re.Match[str], words: SecretWords) -> bool:
    """Tell whether a number near the start may be a house's: no year, nothing counted."""
    limit = min(match.end(), match.start() + _FIRST_PART)
    return any(
        not values.is_moment(number[0]) and not values.is_counted(folded, number.end(), words)
        for number in _HOUSE.finditer(folded.text, match.start(), limit)
    )


@cache
def _start(words: SecretWords) -> re.Pattern[str]:
    return re.compile(
        r"[\"'*_ \t]{0,3}[:=-]?[ \t]*" rf"(?:(?:{alternatives(words.links)})\b)?[ \t:,\n]{{0,3}}"
    )


@cache
def _streets(words: SecretWords) -> re.Pattern[str]:
    after, before = alternatives(words.streets), alternatives(words.streets_before)
    flats = alternatives(words.flats)
    return re.compile(
        rf"(?<![\w.])(?:(?:{flats})\.?[ \t]*\w{{1,5}},?[ \t]*)?"
        rf"\d{{1,5}}[a-z]?[ \t]+(?:[a-z\d][\w'.]{{0,20}}[ \t]+){{1,3}}(?:{after})\b\.?"
        rf"(?:,?[ \t]*(?:{flats}|#)\.?[ \t]*\w{{1,6}})?{_TOWN}"
        rf"|(?<!\w)[{PREFIXES}]{{0,2}}(?:{before})[ \t]+"
        rf"(?:[^\W\d_][^\s\d_]{{0,20}}[ \t]+){{1,3}}\d{{1,4}}"
        rf"(?:[{LETTERS}]|/\d+)?"
        rf"(?:[ \t,]+(?:{flats})[ \t]*\w{{1,4}}){{0,3}}{_TOWN}"
    )
