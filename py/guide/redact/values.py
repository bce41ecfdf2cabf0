"""What stands where a secret may stand, and whether it looks like one.

A colon ties a value to its name more strongly than "is", and that more than nothing: the weaker
the link, the more the value itself must look like a secret.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from guide.redact import randomness
from guide.redact.fold import FILLER, Folded
from guide.redact.lexicon import SecretWords, alternatives, has
from guide.redact.shapes import UUID, ZONE
from guide.text.hebrew import AND, FROM, IN, LETTERS, PREFIXES

# 0 is no link at all.
BARE, TO, IS, SIGN = 1, 2, 3, 4

# Finds « » and nothing at all, too.
_GAP = re.compile(r"(?:[*_]{1,3}(?=\s))?[ \t]*(?:\r?\n[ \t>]*){0,2}")
# Finds «(» and nothing at all, too.
_OPEN = re.compile(
    rf"(?:[{PREFIXES}]{{1,2}}-(?=[\w\"'`])|[bruf]{{1,2}}(?=[\"']))?[\"'`*_(\[{{<«]{{0,4}}"
)
# Finds «Tiger2024», not « ».
_BARE = re.compile(rf"[^\s{FILLER}\"]{{1,512}}")
# Finds «a</b>», not «a < b».
_MARKUP = re.compile(r"</|<br|&quot;|&amp;|\\n|\\r|\\\"")
_TRAILING = ".,;:'`)]}>*»\\"
_ENGLISH_FORMS = ("ed", "ing", "ly", "able")
_SYMBOLS = frozenset("!@#$%^&*?~+=|")
_SIGNS_TYPED = frozenset("!@#$%^")  # Of these, what no address, amount or formula has inside.

# Finds «2026-11-03», not «4829».
_MOMENT = re.compile(
    r"(?:19|20)\d\d|(?:\d{4}|\d{1,2})[./-]\d{1,2}[./-](?:\d{4}|\d{1,2})(?:t.*)?|\d{1,2}:\d\d(?::\d\d)?(?:am|pm|z)?"
    r"|(?:19|20)\d\d-\d\d(?:-\d\d)?.*|(?:utc|gmt)[+-]\d{1,2}(?::?\d\d)?"
)
# As cars have them.
# Finds «12-345-67», not «12-34-56».
PLATE = re.compile(r"\d{2}(?<![\w.,:/-]\d\d)(?:\d-\d{2}-\d{3}|-\d{3}-\d{2})(?![\w-])")
# Finds «20usd», not «abc».
_AMOUNT = re.compile(
    r"[$€₪£]?\d+(?:[.,:/-]\d+)*(?:%|st|nd|rd|th|x|h|d|s|m|k|ms|min|mins|am|pm|[kmgt]b|usd|eur|ils|nis"
    r"|[€₪$])?"
)
# Finds «example.com», not «tiger2024».
_ORDINARY = re.compile(
    r"(?:https?:|www\.).*|@[\w.-]+:\d+/.*|(?:ctrl|cmd|alt|shift)\+\w+|.+@[^@]+\.[a-z]+|[\w-]+(?:\.[a-z]{2,6})+(?:[/:?].*)?|v\d+(?:\.[\w-]+)*|o\d(?:-\w+)?"
    r"|(?:chat)?gpt[ -]?\d.*|(?:ios|ipados|macos|android|windows|win|iphone|ipad|chrome|firefox"
    r"|safari|edge|opera|galaxy|pixel|office|python|node|java|php|ubuntu|debian|fedora|codex|claude|gemini|sha|md|utf|http|tls|oauth|base|mp|h|error|err)"
    r"-?\d[\d.]*\w?|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}"
    r"|[a-z]{4,40}(?:error|exception|failure)|e[345]\d\d"
    rf"|{ZONE.pattern}"
)
# Any word near a password: `looks_typed` tells which of them is one.
# Finds «aB!c7dx», not «aB!c7».
TYPED = re.compile(
    r"(?<![A-Za-z0-9!@#$%^&*_.+/:=-])[A-Za-z0-9!@#$%^&*_.+-]{7,64}(?![A-Za-z0-9@#$%^&*_+/:=-])"
)
# Finds «openai@4.73.0», not «tiger@2024».
_VERSIONED = re.compile(r"[a-z0-9._-]+@(?:[~^v]\d+|\d{1,2}(?!\d))(?:\.[\w-]+)*")
# Finds «token_already_used», not «token».
_IDENTIFIER = re.compile(r"[a-z]+(?:_[a-z0-9]+){2,}")  # As errors are named.
# Finds «aB3dE5fGh1JkLmN0pQrS7uVw», not «aB3dE5fG».
OPAQUE = re.compile(
    r"(?<![A-Za-z0-9_.~+/=:-])[A-Za-z0-9_~+=-][A-Za-z0-9_~+/=-]{23,511}(?![A-Za-z0-9_~+/=-]|\.[a-z])"
)
# Finds «9f2a7c1d», not «9f2a».
_KEY = re.compile(r"[\w.~+/=$:!*-]{8,}", re.ASCII)
# Finds «9f2a7c1d%», not «9f2a 7c1d».
_SIGNED = re.compile(r"[!-~]{8,}")
# Finds «MKAO-WCXYGG-OHLYE», not «READ-ONLY».
_LICENCE = re.compile(r"[A-Z0-9]{4,8}(?:-[A-Z0-9]{4,8}){2,8}")
# Finds «Tiger99», not «iOS26».
_WORD_AND_NUMBER = re.compile(r"[A-Za-z][a-z]{3,14}\d{2,6}[!@#$%*?]?")
_SIGNED_KEY = 12  # With a sign among capitals, small letters and digits.
_KEY_SHORT, _KEY_LEAST = 7, 9  # Random characters, after "is" and without it.
# Finds «req_8f3a», not «8f3a».
_PREFIXED_ID = re.compile(r"[a-z]{2,12}[_-][A-Za-z0-9]+")
# Finds « tokens», not «12».
_NEXT_WORD = re.compile(r"[ \t]{0,2}([^\W\d_]+(?:\"[^\W\d_]+)?)")
# Finds «xxxx», not «tiger».
_PLACEHOLDER = re.compile(
    r"[x*•.\-_]+|<.*|\$\{?[a-z_]+\}?|%\w+%|your[_-].*|[\w.]+\(.*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Value:
    """`text` at [start, end) of the folded text, and how it is tied to its name."""

    text: str
    start: int
    end: int
    link: int
    quoted: bool
    fresh_line: bool
    ends_clause: bool
    far: bool = False  # Tied, but over words that nobody could list.


def at(folded: Folded, words: SecretWords, pos: int, link: int) -> Value | None:
    """Return the value at `pos` after blanks, quotes or brackets; None where there is none."""
    text = folded.text
    gap = _GAP.match(text, pos)
    opened = _OPEN.match(text, gap.end() if gap else pos)
    start = opened.end() if opened else pos
    closing = _closing(text, start) if opened and opened[0] else -1
    end = closing if closing > start else _bare_end(text, start, link)
    if end <= start:
        return None
    fresh = gap is not None and "\n" in gap[0]
    ends = bool(_clause_end(words).match(folded.low, end))
    return Value(text[start:end], start, end, link, closing > start, fresh, ends)


def _closing(text: str, start: int) -> int:
    """Return where the quotation that a sign before `start` opens ends; -1 when none does."""
    quote, before = text[start - 1], text[start - 2 : start - 1]
    if quote not in "\"'`" or (quote == "'" and before.isalnum()):  # An apostrophe.
        return -1
    closing = text.find(quote, start, start + 120)
    inside = text[start : max(start, closing)]
    return -1 if "\n" in inside or FILLER in inside else closing


@cache
def _clause_end(words: SecretWords) -> re.Pattern[str]:
    """Return the pattern of what ends a clause: a sign, or a word that begins another."""
    starts = alternatives(words.clause_starts)
    return re.compile(r"[\"'`*)\]]*\s*" rf"(?:[.,;!?)\n]|\Z|-|(?:{starts}|{AND}[{LETTERS}]+)\b)")


def _bare_end(text: str, start: int, link: int) -> int:
    match = _BARE.match(text, start)
    if not match:
        return start
    shown = match[0]
    if cut := _MARKUP.search(shown):
        shown = shown[: cut.start()]
    if link == SIGN and text[start - 1] == "=":
        shown = re.split(r"[&;]", shown, maxsplit=1)[0]
    return start + len(shown.rstrip(_TRAILING))


def is_password(value: Value, words: SecretWords, *, adjacent: bool = False) -> bool:
    """Tell whether the value is a password; digits alone must be `adjacent` when merely named."""
    low = value.text.lower().strip("!?")
    if has(words.not_values, low) or not any(map(str.isalnum, low)):
        return False
    if _PLACEHOLDER.fullmatch(low) or (is_moment(low) and (value.far or value.link != IS)):
        return False
    if value.quoted:
        told = all(has(words.not_values, word) for word in low.split())
        return len(low) > 2 and low.count(" ") < 6 and not told  # A short phrase at most.  # noqa: PLR2004
    if value.link in (SIGN, IS) and not value.far:
        return _after_a_sign(value, low) if value.link == SIGN else _after_is(value, low)
    unlike = not low.isdigit() or (adjacent and len(low) > 3)  # noqa: PLR2004
    return unlike and is_strong(value.text) and not _IDENTIFIER.fullmatch(low)


def _after_a_sign(value: Value, low: str) -> bool:
    prose = low.isalpha() and (value.fresh_line or not low.isascii()) and not value.ends_clause
    if prose or (value.fresh_line and not is_strong(value.text) and low.endswith(":")):
        return False
    amount = _AMOUNT.fullmatch(low) and not low.isdigit() and not PLATE.fullmatch(low)
    return len(low) > 2 and not amount  # noqa: PLR2004


def _after_is(value: Value, low: str) -> bool:
    """Tell whether what follows "is" can be a password; a plain word must end its clause."""
    if is_strong(value.text):
        return True
    plain = low.isascii() and len(low) > 3 and not low.endswith(_ENGLISH_FORMS)  # noqa: PLR2004
    return plain and value.ends_clause and not _ORDINARY.fullmatch(low)


def is_strong(shown: str) -> bool:
    """Tell whether this is no word of a language: letters with digits or signs among them."""
    low = shown.lower()
    if _ORDINARY.fullmatch(low) or is_moment(low):
        return False
    if low.isdigit() or PLATE.fullmatch(low):
        return len(low) > 3  # noqa: PLR2004
    letters, digits = any(c.isalpha() for c in low), any(c.isdigit() for c in low)
    signs = not _SYMBOLS.isdisjoint(low.rstrip("!?"))
    mixed = (letters and (digits or signs)) or (digits and signs)
    return len(low) > 4 and mixed and not _AMOUNT.fullmatch(low)  # noqa: PLR2004


def looks_typed(shown: str, *, quoted: bool) -> bool:
    """Tell whether a word in a sentence on passwords can be nothing else: "aB!c7d"."""
    core = shown.strip(".,!?*")
    cases = [any(map(test, core)) for test in (str.islower, str.isupper, str.isdigit)]
    if not any(cases[:2]) or _ORDINARY.fullmatch(core.lower()) or _VERSIONED.fullmatch(core):
        return False
    signs = not _SIGNS_TYPED.isdisjoint(core[1:-1])
    return (signs and sum(cases) > 1) or (quoted and core.isalnum() and all(cases))


def is_key(pairs: Mapping[str, int], value: Value) -> bool:
    """Tell whether a value called a key or token is one: random, and no words."""
    low = value.text.lower()
    form = _SIGNED if value.quoted or _is_of_all_kinds(value.text) else _KEY
    if not form.fullmatch(value.text) or is_ordinary(low) or is_moment(low) or "//" in low:
        return False
    if UUID.fullmatch(low):
        return True
    licence = _LICENCE.fullmatch(value.text)
    digits = any(map(str.isdigit, value.text))
    if licence and (value.link >= IS or digits or len(set(map(len, low.split("-")))) == 1):
        return True
    if len(value.text) >= _SIGNED_KEY and _is_of_all_kinds(value.text):
        return True
    count = randomness.of(pairs, value.text).count
    return count >= (_KEY_SHORT if value.link >= IS else _KEY_LEAST) and 2 * count >= len(
        value.text
    )


def _is_of_all_kinds(shown: str) -> bool:
    """Tell whether capitals, small letters, digits and signs are in it, as programs draw them."""
    signs = not _SYMBOLS.isdisjoint(shown)
    kinds = (str.islower, str.isupper, str.isdigit)
    return signs and "**" not in shown and all(any(map(kind, shown)) for kind in kinds)


def is_typed(shown: str) -> bool:
    """Tell whether this is a word and a number, as people make passwords: "Tiger99"."""
    return bool(_WORD_AND_NUMBER.fullmatch(shown)) and not is_ordinary(shown.lower())


def is_placeholder(low: str) -> bool:
    """Tell whether this stands for a value: "xxxx", "<password>", "getpass()"."""
    return bool(_PLACEHOLDER.fullmatch(low))


def is_identifier(low: str) -> bool:
    """Tell whether this is named as errors and functions are: "token_already_used"."""
    return bool(_IDENTIFIER.fullmatch(low))


def is_versioned(low: str) -> bool:
    """Tell whether this is a program and its version: "openai@4.73.0"."""
    return bool(_VERSIONED.fullmatch(low))


def is_opaque(shown: str) -> bool:
    """Tell whether this is a token, in a sentence about one: all kinds of letters, no id's form."""
    kinds = (str.islower, str.isupper, str.isdigit)
    return all(any(map(kind, shown)) for kind in kinds) and not _PREFIXED_ID.fullmatch(shown)


def is_id(shown: str, value: Value) -> bool:
    """Tell whether what follows "order", "request id" or "case" is its id."""
    digits = sum(c.isdigit() for c in shown)
    if is_moment(shown) or _ORDINARY.fullmatch(shown):
        return False
    if shown.lstrip("#").isdigit():
        return digits > 4 or (digits > 3 and (value.link >= IS or shown[0] == "#"))  # noqa: PLR2004
    return digits > 1 and len(shown) > 5 and not _AMOUNT.fullmatch(shown)  # noqa: PLR2004


def is_ordinary(low: str) -> bool:
    """Tell whether this is an address, a version, a product's name or an amount."""
    return bool(_ORDINARY.fullmatch(low) or _AMOUNT.fullmatch(low))


def is_moment(shown: str) -> bool:
    """Tell whether this is a year, a date, a time, or how far a zone is from UTC."""
    return bool(_MOMENT.fullmatch(shown.lower()))


def is_hour(folded: Folded, start: int, words: SecretWords) -> bool:
    """Tell whether the four digits at `start` are an hour by the word before: "at 1430"."""
    if not _HOUR.match(folded.low, start):
        return False
    before = _BEFORE_HOUR.search(folded.low[max(0, start - _LONGEST_BEFORE) : start])
    return before is not None and (before[1] is None or has(words.hours, before[1]))


# Finds «1430», not «1475».
_HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d(?![\w:-])")
# Finds «at », not «at: ».
_BEFORE_HOUR = re.compile(rf"(?:([^\W\d_]+)[ \t]|(?<![^\W\d_])[{AND}]?[{IN}{FROM}]-)\Z")
_LONGEST_BEFORE = 12


def is_counted(folded: Folded, end: int, words: SecretWords) -> bool:
    """Tell whether the number before `end` counts what follows it: "100000 tokens"."""
    match = _NEXT_WORD.match(folded.low, end)
    counted = match is not None and match[1] in words.units
    return counted or _OF_THEM.match(folded.low, end) is not None


# Finds « of them», not « of my card».
_OF_THEM = re.compile(r" (?:of (?:them|these|those|us|the \w+s)|מתוכם|מהם|מהן)\b")
