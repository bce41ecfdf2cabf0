"""What passwords look like that people make: a word, a number, a sign, in any order."""

import re

from guide.redact import randomness, values
from guide.redact.lexicon import SecretWords
from guide.redact.shapes import Known
from guide.redact.slot_words import is_unknown
from guide.text.hebrew import LETTERS, is_hebrew

_ANY = rf"A-Za-z{LETTERS}"
# Cheap, as nearly all words fail it.
# Finds «Tiger24», not «2024-11-03».
_MAY_BE = re.compile(rf"\A(?=[^{_ANY}]*[{_ANY}])[{_ANY}.+_'-]*[^{_ANY}.+_'-]")
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
    r"[A-Z](?=[a-z]?[01345@$][a-z])[a-z01345@$]{7,}\d{2,4}[!#*]?|[A-Z][013@$][a-z]{3,}\d{3,4}"
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
# Two words of two sizes, or one with digits for letters, and a number.
# Finds «OTTER.lamp.34» and «0tt3r_5200», not «otter.lamp.34».
_TWO_SIZES = re.compile(
    r"[A-Z]{3,}([-_.])[a-z]{3,}\1\d{2,4}|[a-z]{3,}([-_.])[A-Z]{3,}\2\d{2,4}"
    r"|(?=[a-z]*[01345][a-z])(?=[a-z01345]*[a-z]{2}|[a-z][01345][a-z])[a-z01345]{4,}_\d{3,4}"
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
# Finds «OTTER416lantern», «otter52Lantern» and «otter_52lantern», not «base64Encode».
_CASES_TURNED = re.compile(
    rf"[A-Z]{{4,}}\d{{2,4}}[a-z]{{4,}}[{_SIGNS}]?|[a-z]{{4,}}_\d{{2,4}}[a-z]{{4,}}"
    r"|(?!(?:base|sha|utf|u?int|float|win|hash|crc|md)\d)[a-z]{4,}\d{2,4}[A-Z][a-z]{3,}[!#*?$%&@]?"
)
# Finds «0tt3r!59», not «otter!59».
_DIGITS_AS_LETTERS = re.compile(
    r"(?=[^\W\d_]*[0134][A-Za-z])[A-Za-z0134]{5,}[!?@#$%&*]\d{2,4}", re.ASCII
)
# Finds «$PLUTO&25kineret» and «maya%47OTTER», not «OTTER25» and «R&D2team».
_TWO_WORDS_SIGNED = re.compile(
    rf"[{_SIGNS}?]?(?:[A-Z]{{3,}}[{_SIGNS}?]\d{{2,4}}[{_SIGNS}?]?[a-z]{{3,}}"
    rf"|[a-z]{{3,}}[{_SIGNS}?]\d{{2,4}}[{_SIGNS}?]?[A-Z]{{3,}})[{_SIGNS}?]?"
)
_SHAPES = (
    _SIGN_LAST, _SIGN_INSIDE, _SIGN_PAIR, _LETTERS_AS_SIGNS, _KEYBOARD, _SAID, _TURNING, _JOINED,
    _TWO_SIZES, _DRAWN, _PRINTED, _SIGN_FIRST, _SIGN_BETWEEN, _CASES_TURNED, _DIGITS_AS_LETTERS,
    _TWO_WORDS_SIGNED,
)  # fmt: skip
# Finds «TKT#55», not «Tiger».
_ID_LIKE = re.compile(
    r"[A-Z]{1,8}[#$~&-]?\d(?!\d*[a-z]{4}|\d{0,3}[#$&*@%^!?]{2}\Z|[a-z0-9@$]*[a-z][a-z0-9@$]*[!?@#$%&*]{1,2}\Z).*|\d+(?:st|nd|rd|th)?\W+|[A-Z]{2,4}\$.*"
)
_LEAST = 6
# Two words, or a word among numbers: elsewhere these are names of things and of people.
_EACH = rf"(?:[A-Za-z]{{3,}}|[{LETTERS}]{{4,}})"
_MARK = r"[-_.!?@#$%&*^+]"
# Finds «Otter-Lantern-52», «otter52lantern», «52otter» and «Otter!lantern», not «otter».
_WEAK = re.compile(
    rf"{_MARK}?{_EACH}(?:{_MARK}?{_EACH})?{_MARK}?\d{{2,6}}{_MARK}{{0,2}}"
    rf"|{_EACH}_?\d{{2,4}}_?{_EACH}{_MARK}?"
    rf"|\d{{2,4}}{_EACH}(?:{_MARK}?{_EACH})?{_MARK}{{0,2}}"
    rf"|{_EACH}[!?#$%&*^]{_EACH}|[A-Z][a-z]{{2,}}@[a-z]{{3,}}"
    r"|(?=[a-z]+[01345][a-z])[a-z01345]{3}_\d{3,4}"
    r"|(?=[A-Za-z]+[01345@$][A-Za-z])[A-Za-z01345@$]{4,}\d{2,4}[!?@#$%&*]{1,2}"
)
# Finds «Otter», not «52».
_PART = re.compile(rf"[A-Z]?[a-z]+|[A-Z]+|[{LETTERS}]+")
_OWN = frozenset({"gpt", "openai", "chatgpt"})
# A plain word with a shorter number is "step12".
_LONG_WORD, _LONG_NUMBER = 5, 3
# A final letter of Hebrew that is not final: what one types who forgot to switch the keyboard.
# Finds «ךן» of «דוךןג», not «שלום» and «דחוףףף».
MISTYPED = re.compile(rf"([ךםןףץ])(?!\1)[{LETTERS}]")


def is_mistyped(shown: str) -> bool:
    """Tell whether this was typed in English on a keyboard that wrote Hebrew."""
    return len(shown) >= _LEAST - 1 and MISTYPED.search(shown) is not None


def may_be(shown: str) -> bool:
    """Tell whether this can have one of the shapes at all."""
    return len(shown) >= _LEAST and _MAY_BE.match(shown) is not None


def is_chosen(known: Known, shown: str) -> bool:
    """Tell whether this looks like a password that a person made."""
    shaped = any(shape.fullmatch(shown) for shape in _SHAPES) or _is_mixed(known, shown)
    return shaped and _is_none_of_another(known, shown)


def is_weak(words: SecretWords, known: Known, shown: str) -> bool:
    """Tell whether this can be such a password where the words around speak of one."""
    if not (_WEAK.fullmatch(shown) and _is_none_of_another(known, shown)):
        return False
    parts = [part.lower() for part in _PART.findall(shown)]
    plain = len(parts) == 1 and not is_unknown(words, parts[0])
    other = any(part in words.things or part in words.units or part in _OWN for part in parts)
    short = len(parts[0]) < _LONG_WORD or sum(map(str.isdigit, shown)) < _LONG_NUMBER
    small = shown.islower() or is_hebrew(parts[0])
    return not other and not (plain and small and (short or parts[0] in words.owners))


def _is_none_of_another(known: Known, shown: str) -> bool:
    """Tell whether this is no id, no version, no date and no product."""
    bare = shown.rstrip("!#*%$^&@~").lower()
    return not (
        _ID_LIKE.fullmatch(shown)
        or values.is_ordinary(bare)
        or values.is_versioned(shown.rstrip("!#*%$^&@~"))  # Names of packages are small.
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
