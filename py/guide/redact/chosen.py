"""Passwords that nothing names: people make them alike, whatever they say around them.

A word, a number and a sign ("Greta1976#"), letters written as signs ("B@silwal1"), a keyboard's
row before a name ("zxcDana905"), words and a number joined ("Nectar-Whisper.689"). No id, no
version and no address looks so. What stands in one list with such a password is one, too.
They are "secret", which a person may show again: nothing but their look tells.
"""

import re
from collections.abc import Iterator

from guide.redact import owners, randomness, values
from guide.redact.fold import FILLER, WORD, Folded
from guide.redact.lexicon import SecretWords, has
from guide.redact.patterns import Span
from guide.redact.shapes import Known
from guide.text.hebrew import LETTERS, PREFIXES

KIND = "secret"
_ANY = rf"A-Za-z{LETTERS}"
# Finds «Tiger24!», not «Ti!».
_WORD = re.compile(rf"(?<![^\s\"'`(\[{{<])[^\s{FILLER}]{{6,96}}")
# What parts a password from its name: "dana//Tiger!24", "passwrod:Tiger!24".
# Finds «:», not «-».
_PARTED = re.compile(r"[:=,;|/\"'`()<>{}\[\]]+|->")
# Finds «?a=», not «Tiger».
_NO_WORDS = re.compile(
    r"://|www\.|[\w-]\.[a-z]{2,6}(?:[/:?#](?!/)|\Z)|[?&][\w.-]+=|\\|%[0-9A-F]{2}|%%|\*\*|\.\.\."
)
# Finds «t», not «1».
_LETTERS = re.compile(rf"[{_ANY}]")
_SIGNS = r"!#*%$^&@~"
# A word of four letters or more, a number, and what one adds when a sign is asked for.
# Finds «Greta1976#», not «Greta#».
_SIGN_LAST = re.compile(
    rf"(?=(?:[^{_ANY}]*[{_ANY}]){{4}})[{_ANY}@$_.-]*[{_ANY}]+\d{{2,8}}[{_SIGNS}]{{1,3}}"
)
# Finds «pcaDA113%zUG», not «abc%d».
_SIGN_INSIDE = re.compile(
    rf"(?=[^{_ANY}]*(?:[{_ANY}][^{_ANY}]*){{3}})(?=\D*\d)[\w{LETTERS}.+?-]+"
    rf"(?:[!*%^~]|[$&#](?![A-Z]?\d)|[!@#$%^&*]{{2}})[\w{LETTERS}.+?!#*%$^&@~-]+"
)
# Finds «kiwi@*85», not «kiwi@85».
_SIGN_PAIR = re.compile(rf"[{_ANY}]{{3,}}[@$!#%^&*]{{2,3}}\d{{2,6}}")
# Finds «W@lrusk3ttl392», not «walrus92».
_LETTERS_AS_SIGNS = re.compile(
    r"[A-Z](?=[a-z]?[01345@$][a-z])[a-z01345@$]{7,}\d{2,4}[!#*]?"
    r"|(?=[^@\n]+@[^@\n]+@|[A-Za-z]@[a-z])[A-Za-z@$01345]{6,}\d{2,4}[!#*]?"
)
# Finds «zxcDana905», not «Dana905».
_KEYBOARD = re.compile(r"(?:asd|qwe|zxc|qaz|wsx|1q2w(?:3e)?)(?:[A-Z][a-z]+|[a-z]{3,})\d{2,6}[!#*]?")
# Finds «iHateMango73», not «iMango».
_SAID = re.compile(r"i(?:[A-Z][a-z]{2,}){2,3}\d{2,4}[!#*]?")
# Finds «50turtle87BLANKET», not «50turtle».
_TURNING = re.compile(r"\d{2}[a-z]{4,}\d{2}[A-Z]{4,}")
# Finds «Nectar-Whisper.689», not «Nectar-Whisper».
_JOINED = re.compile(
    rf"[A-Z][a-z]{{2,}}([-_.])[A-Z][a-z]{{2,}}(?!\1)[-_.]\d{{2,4}}"
    rf"|[A-Z][a-z]{{2,}}([_.])[A-Z][a-z]{{2,}}\2\d{{2,4}}|[{LETTERS}]{{2,}}([_.])[{LETTERS}]{{2,}}\3\d{{2,4}}"
)
# Finds «rOvt~YOJ.MhYIR», not «fooBar».
_DRAWN = re.compile(
    r"(?=[^\n]*[a-z][A-Z][^\n]*[a-z][A-Z])(?=[^\n]+[!$%^*~][\w.])[\w!#$%^&*~@.=+?-]{10,48}",
    re.ASCII,
)
# As programs print the keys that one types in.
# Finds «7LPG-7JOM-2HDK-E67C», not «7LPG-7JOM».
_PRINTED = re.compile(
    r"(?=[A-Z-]*\d)(?=[\d-]*[A-Z])(?=[A-Z\d-]*(?:[A-Z]\d|\d[A-Z])[A-Z\d]*-[A-Z\d-]*(?:[A-Z]\d|\d[A-Z]))"
    r"(?:[A-Z\d]{4}-){3,7}[A-Z\d]{4}|(?:[A-Z\d]{5}-){3,7}[A-Z\d]{5}"
)
# Signs among capitals, small letters and digits, as programs draw them: measured, see `_is_mixed`.
# Finds «7?Al?PB4RnJ», not «Tiger».
_MIXED = re.compile(r"(?=[^\n]*[a-z])(?=[^\n]*[A-Z])(?=\S*\d)(?=\w*[!#$%^&*~@=+?])[!-~]{9,40}")
_MARKS = frozenset("!#$%^&*~@=+?")
# A sign before the word, as those put it who were asked for one.
# Finds «!Otter543», not «#Otter543».
_SIGN_FIRST = re.compile(r"[!%$&?*][A-Z][a-z]{3,}\d{2,4}")
# Finds «Otter@1972», not «Otter@18».
_SIGN_BETWEEN = re.compile(r"[A-Z][a-z]{3,}(?:[$%&*!?]\d{2,4}|@(?:19|20)\d\d)")
# Finds «OTTER416lantern», not «OTTER416».
_CASES_TURNED = re.compile(rf"[A-Z]{{4,}}\d{{2,4}}[a-z]{{4,}}[{_SIGNS}]?")
# Finds «0tt3r!59», not «otter!59».
_DIGITS_AS_LETTERS = re.compile(
    r"(?=[^\W\d_]*[0134][A-Za-z])[A-Za-z0134]{5,}[!?@#$%&*]\d{2,4}", re.ASCII
)
# Elsewhere than at signing in these are names of files and of things.
# Finds «OtterLantern52» and «otter.lantern.38», not «otter_38».
_TWO_WORDS = re.compile(
    r"(?<![\w.@/\\#-])(?:(?:[A-Z][a-z]{2,}){2}|[a-z]{3,}([_.])[a-z]{3,}\1?)\d{2,4}(?![\w@/\\-]|\.\w)"
)
# Finds «file », not «file, ».
_BEFORE = re.compile(r"([^\W\d_]+)[ \t\"'`(:]{1,4}\Z")
_NEAR = 120  # Characters on either side among which it is told of signing in.
_SHAPES = (
    _SIGN_LAST, _SIGN_INSIDE, _SIGN_PAIR, _LETTERS_AS_SIGNS, _KEYBOARD, _SAID, _TURNING, _JOINED,
    _DRAWN, _PRINTED, _SIGN_FIRST, _SIGN_BETWEEN, _CASES_TURNED, _DIGITS_AS_LETTERS,
)  # fmt: skip
# Finds «TKT#55», not «Tiger».
_ID_LIKE = re.compile(
    r"[A-Z]{1,8}[#$~&-]?\d(?!\d*[a-z]{4}).*|\d+(?:st|nd|rd|th)?\W+|[A-Z]{2,4}\$.*"
)
_TRAILING = ".,:;?\"'`)]}>"
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
# Finds «ל-», not «ל».
_GLUED = re.compile(rf"[{PREFIXES}]{{1,2}}-")
_LEAST = 6
_TELLING = frozenset("0123456789!$%^*~")  # One of these has every password of these shapes.


def find(folded: Folded, words: SecretWords, known: Known) -> Iterator[Span]:
    """Yield words that look like a password, and what is listed with them."""
    found: list[tuple[int, int]] = []
    for word in _WORD.finditer(folded.text):
        if not _TELLING.isdisjoint(word[0]):
            found += _in_word(known, word) or _at_sign_in(folded, words, known, word)
    for start, end in found:
        yield KIND, start, end
        yield from _listed_after(folded, words, end)
    if found or ":" in folded.text or not words.services.isdisjoint(folded.low.split()):
        yield from _in_rows(folded, words, found)


def _in_word(known: Known, word: re.Match[str]) -> list[tuple[int, int]]:
    """Return where in a word without blanks passwords stand."""
    shown, found = word[0], list[tuple[int, int]]()
    if _NO_WORDS.search(shown):
        return found
    start = word.start()
    for part in (*_PARTED.finditer(shown), None):
        end = word.start() + (part.start() if part else len(shown))
        start += len(glued[0]) if (glued := _GLUED.match(word.string, start, end)) else 0
        piece = word.string[start:end].rstrip(_TRAILING)
        if is_chosen(known, piece):
            found.append((start, start + len(piece)))
        start = word.start() + part.end() if part else end
    return found


def _at_sign_in(
    folded: Folded, words: SecretWords, known: Known, word: re.Match[str]
) -> Iterator[tuple[int, int]]:
    """Yield two words and a number where the words around tell of signing in."""
    for match in _TWO_WORDS.finditer(folded.text, *word.span()):
        start, end = match.span()
        around = WORD.findall(folded.low, max(0, start - _NEAR), end + _NEAR)
        thing = _BEFORE.search(folded.low, max(0, start - _NEAR), start)
        if (
            any(has(words.signing_in, one) for one in around)
            and not (thing and has(words.things, thing[1]))
            and _is_none_of_another(known, match[0])
        ):
            yield start, end


def is_chosen(known: Known, shown: str) -> bool:
    """Tell whether this looks like a password that a person made."""
    shaped = any(shape.fullmatch(shown) for shape in _SHAPES) or _is_mixed(known, shown)
    return len(shown) >= _LEAST and shaped and _is_none_of_another(known, shown)


def _is_none_of_another(known: Known, shown: str) -> bool:
    """Tell whether this is no id, no version, no date and no product."""
    bare = shown.rstrip("!#*%$^&@~").lower()
    return not (
        _ID_LIKE.fullmatch(shown)
        or values.is_ordinary(bare)
        or values.is_versioned(bare)
        or values.is_moment(bare)
        or known.ids.fullmatch(bare)
    )


def _is_mixed(known: Known, shown: str) -> bool:
    """Tell whether nearly all letters and digits are drawn, the signs between left out."""
    if shown.isalnum() or _MARKS.isdisjoint(shown):
        return False
    joined = "".join(c for c in shown if c.isalnum())
    drawn = len(joined) > _LEAST and _MIXED.fullmatch(shown) is not None
    return drawn and randomness.of_part(known.pairs, joined) == len(joined)


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
