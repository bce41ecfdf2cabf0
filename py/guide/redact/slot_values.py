"""Whether what stands in a secret's place (`slots`) is a password or a code."""

import re
from dataclasses import dataclass
from itertools import pairwise

from guide.redact import owners, randomness, values
from guide.redact.lexicon import SecretWords
from guide.redact.nearby import TextRead
from guide.redact.shapes import RAY, UUID
from guide.redact.slot_words import SlotWord, is_unknown
from guide.text.hebrew import is_hebrew

# Finds «48 21 93», not «12».
_DIGITS = re.compile(r"\d(?:[ .-]{0,3}\d){3,15}(?![\d%]|[.,:/-]\d)")
# Finds «K7-Q2», not «k7».
_GROUPS = re.compile(r"[A-Z0-9]{2,8}(?:[ -][A-Z0-9]{2,8}){1,5}(?![A-Za-z0-9])")
# Finds «abc-12», not «a/b».
_CODE_LIKE = re.compile(r"[A-Za-z0-9]{3,24}(?:-[A-Za-z0-9]{1,12}){0,6}")
# Finds «blue.horse», not «blue».
_DOTTED = re.compile(r"[a-z]+(?:\.[a-z]+)*\.([a-z]+)")
_ENDINGS = frozenset(  # Of hosts.
    (
        "com",
        "net",
        "org",
        "io",
        "ai",
        "co",
        "il",
        "uk",
        "de",
        "fr",
        "gov",
        "edu",
        "dev",
        "app",
        "me",
    )
)
# Finds «A1B2-0001», not «Tiger2024».
_ID_LIKE = re.compile(
    r"[A-Z]{1,9}-?\d+|[A-Z0-9]+(?:-[A-Z0-9]+)+|[a-z]{2,12}_[A-Za-z0-9]*\d{8}\w*|(?:[a-z]+_)+[a-z]+"
)
# Finds «rate_limit», not «rate».
_SNAKE = re.compile(r"[a-z]{3,}_[a-z]{3,}")
# Finds « me», not «,».
_WORD_AFTER = re.compile(r" ([^\W\d_]+)")
_LEAST_DRAWN, _NUMBER = 5, 8
_LEAST_DIGITS, _WEAK_DIGITS, _MOST_DIGITS = 4, 5, 16
_LEAST_LETTERS, _LEAST_ODD = 4, 5
_SHORTEST = 3
# As POSIX and npm name errors.
# Finds «ERESOLVE», not «KVQRWIFH».
_ERROR_NAME = re.compile(r"E[A-Z]{4,}")
_NEAR_ERROR = 20


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a value may stand, from one word to another; `tied` by "is", a sign or quotes."""

    reading: TextRead
    first: SlotWord
    last: SlotWord
    tied: bool
    given: bool  # Tied, or after "I typed", or right after the name.


def is_password(slot: Slot) -> bool:
    """Tell whether what stands there can be a password or an answer."""
    text = slot.reading.folded.text
    shown = text[slot.first.start : slot.last.end]
    if is_other(slot.reading, slot.last) or _acts_on_somebody(slot.reading, slot.first):
        return False
    if shown.isdigit():
        owner = owners.owner_of(slot.reading.folded, slot.reading.words, slot.first.start)
        if owner == owners.ID:
            return False
        return len(shown) >= _LEAST_DIGITS and (slot.given or not values.is_moment(shown))
    return len(shown) >= _SHORTEST or is_hebrew(shown)


def is_drawn(word: SlotWord) -> bool:
    """Tell whether a word has letters with digits or signs, or many parts: no plain word."""
    shown = word.shown
    letters, digits = any(map(str.isalpha, shown)), any(map(str.isdigit, shown))
    humps = sum(a.islower() and b.isupper() for a, b in pairwise(shown))
    return len(shown) >= _LEAST_DRAWN and (
        (letters and digits)
        or humps > 1
        or shown.count("-") > 1
        or (shown.isdigit() and len(shown) >= _NUMBER)
    )


def is_chosen(slot: Slot) -> bool:
    """Tell whether one signs in with this: drawn, and no id."""
    return (
        is_drawn(slot.first)
        and not is_other(slot.reading, slot.first)
        and not _ID_LIKE.fullmatch(slot.first.shown)
        and owners.owner_of(slot.reading.folded, slot.reading.words, slot.first.start)
        not in (owners.ID, owners.HASH)
    )


def is_other(reading: TextRead, word: SlotWord) -> bool:
    """Tell whether this is an address, an id, an amount, something counted, or a date."""
    low = word.shown.lower()
    if (
        not any(map(str.isalnum, low))
        or values.is_placeholder(low)
        or UUID.fullmatch(low)
        or RAY.fullmatch(low)
        or reading.known.ids.fullmatch(low)
    ):
        return True
    counted = low[0].isdigit() and values.is_counted(reading.folded, word.end, reading.words)
    if low.isdigit() or counted:
        return counted
    if values.is_identifier(low) or _SNAKE.fullmatch(low):
        return _is_of_programs(reading.words, low)
    dotted = _DOTTED.fullmatch(low)
    if dotted and dotted[1] not in _ENDINGS and dotted[1] not in reading.known.file_endings:
        return False
    return values.is_ordinary(low) or values.is_versioned(low) or values.is_moment(low)


def _acts_on_somebody(reading: TextRead, word: SlotWord) -> bool:
    """Tell whether this is a verb by whom it acts on: "it drives me mad"."""
    after = _WORD_AFTER.match(reading.folded.low, word.end)
    return after is not None and word.shown.isalpha() and after[1] in reading.words.objects


def _is_of_programs(words: SecretWords, low: str) -> bool:
    """Tell whether words with "_" between are an error's or a setting's: "token_already_used"."""
    parts = low.split("_")
    named = any(part in words.secrets or part in words.owners for part in parts)
    return named or not any(is_unknown(words, part) for part in parts if len(part) >= _LEAST_ODD)


def code_end(slot: Slot, *, strong: bool, words: bool, shouting: bool) -> int:
    """Return where a one-time code there ends; 0 when there is none.

    `strong`: the sentence names a code that one signs in with, and not only a "code". `words`: it
    names one at all, so that letters may be one.
    """
    text, word = slot.reading.folded.text, slot.first
    if match := _DIGITS.match(text, word.start):
        return _digits_end(slot, match, strong=strong)
    groups = _GROUPS.match(text, word.start)
    if groups and _is_grouped(groups[0], shouting=shouting):
        return groups.end()
    if not _CODE_LIKE.fullmatch(word.shown) or is_other(slot.reading, word):
        return 0
    if not words and word.shown.isalpha() and not word.shown.isupper():
        return 0
    return word.end if _is_drawn(slot, word.shown, shouting=shouting) else 0


def _digits_end(slot: Slot, match: re.Match[str], *, strong: bool) -> int:
    """Return where digits end that are no year, no amount and nothing counted."""
    digits = sum(map(str.isdigit, match[0]))
    least = _LEAST_DIGITS if strong or not match[0].startswith("10") else _WEAK_DIGITS
    sizes = {len(group) for group in match[0].split(".")}
    version = "." in match[0] and (len(sizes) > 1 or 1 in sizes)
    fits = least <= digits <= _MOST_DIGITS and match.end() >= slot.first.end and not version
    moment = values.is_moment(match[0]) and not slot.given
    counted = values.is_counted(slot.reading.folded, match.end(), slot.reading.words)
    hour = values.is_hour(slot.reading.folded, slot.first.start, slot.reading.words)
    return match.end() if fits and not (moment or hour or counted) else 0


def _is_grouped(shown: str, *, shouting: bool) -> bool:
    """Tell whether groups of letters or digits are drawn."""
    if any(map(str.isdigit, shown)):
        return any(map(str.isupper, shown)) or shown.replace("-", "").isalnum()
    return shown.isupper() and not shouting


def _is_drawn(slot: Slot, shown: str, *, shouting: bool) -> bool:
    """Tell whether one word is a code: capitals, letters with digits, or letters of no word."""
    if any(map(str.isdigit, shown)):
        return not shown.isdigit()
    if shown.isupper():
        before = slot.reading.folded.low[max(0, slot.first.start - _NEAR_ERROR) : slot.first.start]
        raised = _ERROR_NAME.fullmatch(shown) and "err" in before
        return len(shown) >= _LEAST_LETTERS and not shouting and not raised
    if shown.istitle():
        return False  # A name: "the code came from Vodafone".
    odd = randomness.is_odd(slot.reading.known.pairs, shown.replace("-", ""))
    return len(shown) >= _LEAST_ODD and (odd or slot.tied)
