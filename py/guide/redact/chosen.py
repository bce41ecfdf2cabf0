"""Passwords that nothing names: people make them alike, whatever they say around them.

A word, a number and a sign ("Greta1976#"), letters written as signs ("B@silwal1"), a keyboard's
row before a name ("zxcDana905"), words and a number joined ("Nectar-Whisper.689"). No id, no
version and no address looks so. What stands in one list with such a password is one, too.
They are "secret", which a person may show again: nothing but their look tells.
"""

import re
from collections.abc import Iterator

from guide.redact import owners, values
from guide.redact.chosen_shapes import MISTYPED, is_chosen, is_mistyped, is_weak, may_be
from guide.redact.fold import FILLER, WORD, Folded
from guide.redact.lexicon import SecretWords, has
from guide.redact.patterns import Span
from guide.redact.shapes import Known
from guide.text.hebrew import PREFIXES

KIND = "secret"
# Finds «Tiger24!», not «Ti!».
_WORD = re.compile(rf"(?<![^\s\"'`(\[{{<])[^\s{FILLER}]{{6,96}}")
# What parts a password from its name: "dana//Tiger!24", "passwrod:Tiger!24".
# Finds «:», not «-».
_PARTED = re.compile(r"[:=,;|/\"'`()<>{}\[\]]+|->")
# Finds «?a=», not «Tiger».
_NO_WORDS = re.compile(
    r"://|www\.|[\w-]\.[a-z]{2,6}(?:[/:?#](?!/)|\Z)|[?&][\w.-]+=|\\|(?:%[0-9A-F]{2}(?![A-Z]{2}).*){2}|(?:%%|\*\*)(?![,.;:]?\Z)|\.\.\."
)
_NEAR = 120  # Characters on either side among which it is told of signing in.
_SIGNS_TWICE = ("??", "!!")  # What nobody adds to a word that asks or shouts but with a blank.
_PUNCTUATION = ".,:;\"'`)]}>"
_TRAILING = f"{_PUNCTUATION}?"
# Finds «, Otter45» and « and even Otter45», not «Otter45».
_NEXT_ITEM = re.compile(
    rf"[\"'`]?(?P<sign>[,;]?)[ \n](?P<words>(?:[^\W\d_]{{1,6}} ){{0,3}})[\"'`]?"
    rf"(?P<value>[^\s,;\"'`{FILLER}]{{6,40}})"
)
# A line that is a name, a sign and one word.
# Finds «bank - 716276», not «I paid».
_ROW = re.compile(
    rf"(?m:^)[ \t]*(?P<name>[^\n:=>|{FILLER}]{{2,30}}?)[ \t]*(?P<sign>->|=>?|-|:)[ \t]+"
    rf"(?P<value>[^\s{FILLER}]{{4,40}})[ \t]*\r?(?:\n|\Z)"
)
# Finds «ל-» and the «ל» of «לTiger», not «ל».
_GLUED = re.compile(rf"[{PREFIXES}]{{1,2}}(?:-|(?=[A-Za-z0-9]))")
_TELLING = frozenset("0123456789!$%^*~&#?@")  # One of these has every password of these shapes.


def find(folded: Folded, words: SecretWords, known: Known) -> Iterator[Span]:
    """Yield words that look like a password, and what is listed with them."""
    found: list[tuple[int, int]] = []
    for word in _WORD.finditer(folded.text):
        if not _TELLING.isdisjoint(word[0]) or MISTYPED.search(word[0]):
            found += _in_word(folded, words, known, word)
    for start, end in found:
        yield KIND, start, end
        yield from _listed_after(folded, words, end)
    if found or ":" in folded.text or not words.services.isdisjoint(folded.low.split()):
        yield from _in_rows(folded, words, found)


def _in_word(
    folded: Folded, words: SecretWords, known: Known, word: re.Match[str]
) -> list[tuple[int, int]]:
    """Return where in a word without blanks passwords stand."""
    shown, found = word[0], list[tuple[int, int]]()
    if _NO_WORDS.search(shown):
        return found
    start = word.start()
    for part in (*_PARTED.finditer(shown), None):
        end = word.start() + (part.start() if part else len(shown))
        start += len(glued[0]) if (glued := _GLUED.match(word.string, start, end)) else 0
        piece = word.string[start:end].rstrip(_PUNCTUATION)
        piece = piece if piece.endswith(_SIGNS_TWICE) else piece.rstrip(_TRAILING)
        if (may_be(piece) or is_mistyped(piece)) and (
            is_chosen(known, piece)
            or (
                (is_weak(words, known, piece) or is_mistyped(piece))
                and _is_told(folded, words, start, start + len(piece))
            )
        ):
            found.append((start, start + len(piece)))
        start = word.start() + part.end() if part else end
    return found


def _is_told(folded: Folded, words: SecretWords, start: int, end: int) -> bool:
    """Tell whether the words around speak of signing in, and of no thing that is named so."""
    if _is_of_thing(folded, words, start):
        return False
    if owners.owner_of(folded, words, start) in (owners.ID, owners.HASH):
        return False
    around = WORD.findall(folded.low, max(0, start - _NEAR), end + _NEAR)
    return any(has(words.signing_in, one) for one in around)


def _is_of_thing(folded: Folded, words: SecretWords, start: int) -> bool:
    """Tell whether a file or a team goes right before: "our team Falcon77", "file is Otter52"."""
    before = WORD.findall(folded.low, max(0, start - _NEAR_THING), start)[::-1][:_MOST_BETWEEN]
    for word in before:
        if has(words.things, word):
            return True
        if word not in words.links and word not in _OURS:
            return False
    return False


_NEAR_THING, _MOST_BETWEEN = 40, 3
_OURS = frozenset({"שלי", "שלנו"})


def _listed_after(folded: Folded, words: SecretWords, end: int) -> Iterator[Span]:
    """Yield the further ones in "Tiger24!, Otter45 and even lynx_9"."""
    while item := _NEXT_ITEM.match(folded.text, end):
        start, end = item.start("value"), item.start("value") + len(item["value"].rstrip(_TRAILING))
        joined = item["words"].lower().split()
        tied = item["sign"] or joined
        if not (tied and words.and_then.issuperset(joined)) or not _may_be_one(
            folded, words, start, end
        ):
            return
        yield KIND, start, end


def _may_be_one(folded: Folded, words: SecretWords, start: int, end: int) -> bool:
    """Tell whether what is listed with a password is one and no id, no address, no sum."""
    low = folded.low[start:end]
    return (
        values.is_strong(low)
        and (low.isdigit() or not values.is_ordinary(low))
        and owners.owner_of(folded, words, start) != owners.ID
    )


def _is_on_note(words: SecretWords, row: re.Match[str]) -> bool:
    """Tell whether a line is a service's name and a word with digits: "wifi: Tiger99"."""
    name = row["name"].strip(" \t*-").lower()
    named = name in words.services or name[1:] in words.services  # Hebrew "the" may stand before.
    return named and any(map(str.isdigit, row["value"]))


def _in_rows(folded: Folded, words: SecretWords, found: list[tuple[int, int]]) -> Iterator[Span]:
    """Yield the values of lines in a row with the same sign, when half of them are passwords.

    On a note they are that, too, when each line names what the password is for: "wifi: ...".
    """
    known = {start for start, _ in found}
    block: list[re.Match[str]] = []
    for row in (*_ROW.finditer(folded.text), None):
        if row and block and row.start() == block[-1].end() and row["sign"] == block[0]["sign"]:
            block.append(row)
            continue
        ours = sum(one.start("value") in known or _is_on_note(words, one) for one in block)
        for one in block if len(block) > 1 and 2 * ours >= len(block) else ():
            start = one.start("value")
            end = start + len(one["value"].rstrip(_TRAILING))
            if start not in known and _may_be_one(folded, words, start, end):
                yield KIND, start, end
        block = [row] if row else []
