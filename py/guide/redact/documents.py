"""Numbers of documents and bank accounts in a sentence that names them.

No country's form is listed: whatever looks like a number, and is no order's, no date and no amount,
is the one that a sentence on a passport or on a bank account tells.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from guide.redact import nearby, personal, values
from guide.redact.fold import WORD, Folded
from guide.redact.lexicon import SecretWords, alternatives, has
from guide.redact.nearby import Seen
from guide.redact.patterns import Span
from guide.text.hebrew import PREFIXES

# Finds «E510-114-17-985-0», not «iPhone».
_NUMBER = re.compile(
    r"(?<![\w.,:/#$€₪£+@-])(?:[A-Z]{1,2} ?(?=\d)|(?=[A-Z0-9]{0,9}\d))[A-Z0-9]{1,20}"
    r"(?:[ ./-](?:(?=[A-Z0-9]{0,9}\d)[A-Z0-9]{1,14}|[A-Z](?![\w-]))){0,8}(?![\w%€₪$]|[.,:/-]\d)"
)
# Bank, branch and account in one.
# Finds «12-345-678901», not «12-345-67».
_WHOLE_ACCOUNT = re.compile(r"(?<![\w-])\d{2}[-/ ]\d{3}[-/ ]\d{5,9}(?![\w-])")
# What machines read on passports and identity cards (ICAO 9303): a line of names, one of numbers.
# Finds «P<ISRLEVI<<DANA<<<<<<<<<<<<», not «A<<B».
_NAMES_READ = re.compile(r"(?<![A-Z0-9<])[A-Z][A-Z<]{1,8}[A-Z< ]{3,40}<<[A-Z0-9<]{1,36}")
# Finds «12345678<4ISR8001015M3001019», not «12345678».
_NUMBERS_READ = re.compile(
    r"(?<![A-Z0-9<])(?:[A-Z0-9<]{9}\d[A-Z<]{3})?\d{7}[MFX<]\d{7}(?:[A-Z0-9< ]{0,20}[A-Z0-9<])?"
    r"|(?<![A-Z0-9<])[IAC][A-Z<][A-Z]{3}[A-Z0-9<]{9}\d[A-Z0-9<]{15}"
)
_LONGEST, _BESIDE = 60, 70
# Finds «12-34-56», not «12-345».
_SORT_CODE = re.compile(r"\d\d([ -])\d\d\1\d\d(?![\d-])")
_LEAST, _MOST = 6, 22  # Letters and digits.
_LEAST_DIGITS, _LEAST_MIXED = 5, 8
_LEAST_ACCOUNT = 7


def find_machine_readable(folded: Folded) -> Iterator[Span]:
    """Yield the lines of passports and identity cards that machines read."""
    for pattern in (_NAMES_READ, _NUMBERS_READ) if "<" in folded.text else ():
        yield from (("national_id", *line.span()) for line in pattern.finditer(folded.text))


def of_person(seen: Seen) -> Iterator[Span]:
    """Yield numbers of passports, licences and identity cards, of any country."""
    yield from _numbers(seen, "national_id", _is_document)


def of_bank(seen: Seen) -> Iterator[Span]:
    """Yield numbers of bank accounts, with those of the bank and the branch before them."""
    yield from _numbers(seen, "iban", _is_account)


def _is_account(shown: str) -> bool:
    return _digits(shown) >= _LEAST_ACCOUNT or _SORT_CODE.fullmatch(shown) is not None


def at_branch(seen: Seen) -> Iterator[Span]:
    """Yield the number of the account near a bank's branch, on other lines, too."""
    text, name = seen.folded.low, seen.mention
    first, stop = max(0, name.start - _BESIDE), name.end + _BESIDE
    for match in _account(seen.words).finditer(text, first, stop):
        if not values.is_moment(match["number"]):
            yield "iban", *match.span("number")
    for match in _WHOLE_ACCOUNT.finditer(text, first, stop):
        yield "iban", match.start(), match.end()


@cache
def _account(words: SecretWords) -> re.Pattern[str]:
    nouns = alternatives(words.account_nouns)
    return re.compile(
        rf"(?:(?<![a-z])|(?<=[{PREFIXES}]))(?:{nouns})(?!\w)[^\d\n]{{0,24}}(?<![\w-])(?P<number>\d[\d/-]{{3,14}}\d)(?!\w)"
    )


def _numbers(seen: Seen, kind: str, accept: Callable[[str], bool]) -> Iterator[Span]:
    first, stop = nearby.sentence_around(seen, behind=110, ahead=140)
    # Such names are rare: a search of the whole text, which `in_sentence` makes once, costs more.
    for match in _NUMBER.finditer(seen.folded.text, first, stop + _LONGEST):
        shown = match[0]
        if match.start() >= stop or match.start() < seen.mention.start < match.end():
            continue
        owned = nearby.is_owned(seen, match) and nearby.word_before(seen, match.start()) != "id"
        sorts = kind == "iban" and _SORT_CODE.fullmatch(shown) and _follows(seen, match)
        if owned or (values.is_moment(shown) and not sorts) or not accept(shown):
            continue
        if personal.is_phone(shown) and not _follows(seen, match):
            continue
        yield kind, match.start(), match.end()


def _follows(seen: Seen, match: re.Match[str]) -> bool:
    """Tell whether nothing but "number is" stands between the name and the number."""
    between = seen.folded.low[seen.mention.end : match.start()]
    after = match.start() >= seen.mention.end and "," not in between
    return after and all(has(seen.words.known, word) for word in WORD.findall(between))


def _digits(shown: str) -> int:
    return sum(map(str.isdigit, shown))


def _is_document(shown: str) -> bool:
    size = sum(map(str.isalnum, shown))
    digits = _digits(shown)
    mixed = size >= _LEAST_MIXED and 0 < digits < size and " " not in shown
    return _LEAST <= size <= _MOST and (digits >= _LEAST_DIGITS or mixed)
