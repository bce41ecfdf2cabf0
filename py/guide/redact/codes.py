"""One-time codes: six digits, or the letters and digits that are printed for safe-keeping."""

import re
from collections.abc import Iterator
from functools import cache

from guide.redact import trie, values
from guide.redact.fold import DIGITS, Folded, near
from guide.redact.lexicon import SecretWords
from guide.redact.patterns import Span
from guide.redact.values import IS, SIGN, Value
from guide.text.hebrew import AND

# Finds «123 456», not «12».
_CODE = re.compile(
    r"(?:[A-Za-z]{1,2}-)?"
    r"(?:\d{3}(?:[ -]|-?\r?\n[ \t>]{0,4})\d{3}|\d{4}[ -]\d{4}|\d{2}([ -])\d{2}\1\d{2}|"
    r"\d(?:[ -]\d){5}|\d{4,8})"
    r"(?![\d%A-Za-z]|[.,:/-]\d)"
)
# Finds «429\n500», not «429\n913».
_STATUSES = re.compile(r"[45]\d\d-?\r?\n[ \t>]*[45]\d\d")
# Finds «k3j-9x2», not «ab».
_WORDY_CODE = re.compile(
    r"(?=[A-Za-z-]*\d)(?=[\d-]*[A-Za-z])[A-Za-z0-9]{3,40}(?:-[A-Za-z0-9]{3,12}){0,6}"
)
# Anywhere in a sentence on a code.
# Finds «482 913», not «12-482-913».
LOOSE = re.compile(
    r"\d(?<![\d#$€₪£+]\d)(?<!\d[.,:/-]\d)(?<![A-Za-z0-9][_/-]\d)"
    r"(?:\d\d[ -]\d{3}|\d{5})(?![\dA-Za-z%_]|[.,:/-]\d|[/-][A-Za-z])"
)
# On keypads one ends with a sign; before it "*100#" is a network's service.
# Finds «5659#», not «#5659».
_KEYED = re.compile(r"\d(?<![\w#*+.,:/-]\d)\d{3,7}[#*](?![\w*#])")
_KEYS = frozenset("#*")
# As they are printed for safe-keeping: groups of one length, or one long group.
# Finds «ABCD-1234», not «AB-12».
_PRINTED_CODE = re.compile(
    r"[A-Z0-9]{3}-[A-Z0-9]{3}|[A-Z0-9]{4}(?:-[A-Z0-9]{4})+|[A-Z0-9]{5}(?:-[A-Z0-9]{5})+|[A-Z0-9]{8,40}",
    re.IGNORECASE,
)


def end_of(
    folded: Folded, value: Value, words: SecretWords, *, strong: bool, tight: bool = False
) -> int:
    """Return where the one-time code at the value ends; 0 when it is none."""
    match = _CODE.match(folded.text, value.start)
    if match:
        year = values.is_moment(match[0]) and value.link < (IS if strong else SIGN) and not tight
        sure = value.link >= IS and (strong or not match[0].isdigit())
        if not strong and _STATUSES.fullmatch(match[0]):
            return 0
        counted = not sure and values.is_counted(folded, match.end(), words)
        return 0 if year or counted else match.end()
    return _wordy_end(folded.text, value) if strong else 0


def _wordy_end(text: str, value: Value) -> int:
    """Return where a code of letters and digits ends; untied it must look printed."""
    wordy = _WORDY_CODE.match(text, value.start)
    if not wordy or wordy.end() < value.end or len(wordy[0]) <= 3:  # noqa: PLR2004
        return 0
    low = wordy[0].lower()
    ordinary = values.is_ordinary(low)
    tied = value.link >= IS or _PRINTED_CODE.fullmatch(low)
    return wordy.end() if tied and not ordinary else 0


def find_keyed(folded: Folded, words: SecretWords) -> Iterator[Span]:
    """Yield digits that end with the key of a door's or a phone's keypad: "5659#", "5659, star"."""
    for match in _KEYED.finditer(folded.text) if _KEYS.intersection(folded.text) else ():
        yield "one_time_code", *match.span()
    for match in near(DIGITS, _keyed_in_words(words), folded.low):
        yield "one_time_code", *match.span("digits")


@cache
def _keyed_in_words(words: SecretWords) -> re.Pattern[str]:
    pauses, keys = trie.pattern(words.pauses), trie.pattern(words.key_names)
    return re.compile(
        r"(?P<digits>\d(?<![\w#$€₪£+.,:/-]\d)\d{3,7}),? "
        rf"(?:{pauses}[ ,]{{1,2}}){{0,2}}{AND}?{keys}(?![^\W_])"
    )
