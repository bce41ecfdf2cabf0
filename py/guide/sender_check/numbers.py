"""Phone numbers in a message, also in words, with letters for digits and with other separators.

    rest of the message -> numbers that are none taken out -> runs of digits -> a sign each

Only beside words such as "call" is everything read that could be a number; elsewhere a number
must have the shape of a phone's.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from guide.sender_check.plain import Message
from guide.sender_check.policy import Sign
from guide.sender_check.rules import SenderRules

_DATE = r"(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2}))"
_TIME = (
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?"
    r"(?: ?(?:Z|UTC|GMT|[AaPp]\.?[Mm])\b)?(?: ?[+-]\d{2}:?\d{2}\b)?"
)
# An identifier begins with a letter and has signs and digits; "I-8O8-555" and "call-1-808" do, too.
_ID = (
    r"(?<![\w-])(?!call|dial|ring|tel|phone|[oliszb0-9_-]+(?![\w-]))"
    r"[A-Za-z]\w{0,40}[-_][\w-]{0,40}\d[\w-]{0,40}|(?<!\w)#\d[\d-]*|\bGPA\.[\d.-]+"
)
# Numbers that are no phone wherever they stand.
_NO_PHONE = re.compile(
    rf"(?<![\w+]){_DATE}(?:(?:T|,? )\s?{_TIME})?(?![\w-])"
    r"|(?<![\w+.])\d{1,2}:\d{2}(?::\d{2})?(?: ?[+-]\d{2}:?\d{2}\b)?(?![\w:])"
    r"|[$€£₪]\s?\d[\d,.]{0,15}|\d[\d,.]{0,15}\s?(?:[$€£₪%]|usd\b|eur\b|gbp\b|ils\b|nis\b)"
    r"|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
    rf"|{_ID}",
    re.IGNORECASE,
)
# Numbers that are none unless somebody is to call them.
_RARELY = re.compile(
    r"(?<![\d.])v?\d+(?:\.\d+){2,4}(?![\d.])"
    r"|(?<!\d)(?:19|20)\d\d ?[-–—/] ?(?:(?:19|20)\d\d|\d\d)(?!\d)"
)
_DOTTED = re.compile(r"(?:(?:1[.])?\d{3}|0\d{1,2})[.]\d{3}[.]\d{4}\Z")
# Words in capitals and the merchant's number, as banks print them.
_BANK_LINE = re.compile(
    r"\b(?:OPENAI|CHATGPT)(?:\.COM)?[ *]+(?:[A-Z]+[ *.]+){0,3}"
    r"\+?1?[ -]?\d{3}[ -]?\d{3}[ -]?\d{4}(?: [A-Z]{2,3}\b){0,3}"
    r"|\b(?:OPENAI|CHATGPT) ?\*[A-Z ]{2,30}"
)
_RUN = re.compile(r"(?<![\w.])[+(*]{0,2}\d(?:[\s().+*/_·•:,~|\\–—-]{0,3}\d){3,24}(?![\w]|[.]\d)")
_VANITY = re.compile(
    r"(?<!\w)(?:\+?1[ .-]?)?\(?(8(?:00|33|44|55|66|77|88))\)?[ .-]?"
    r"((?=[A-Z0-9 .-]*[A-Z])[A-Z0-9](?:[ .-]?[A-Z0-9]){6,9})(?!\w)"
)
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_GLUED = re.compile(r"\d+|[^\W\d]+")
_MIXED = re.compile(r"(?=.*\d)[0-9oliszb|]+\Z")
_LETTERS = str.maketrans("olisz|b", "0115218")
_SHAPE = re.compile(
    r"\+\d|(?:1[ .-]?)?\(\d{2,4}\)|0[2-9]"
    r"|00[1-9]|1[ .-]8\d\d[ .-]|1-[78]00|18\d\d\d{7}\Z|972\d{9}\Z"
    r"|\*\d{3,5}\Z"
    r"|\d{3}[ .-]\d{3}[ .-]\d{4}\Z|1[ .-]\d{3}[ .-]\d{3}[ .-]\d{4}\Z"
)
_DIGITS = range(7, 16)
_NEAR = 12  # Words between "call" and its number.
_SPOKEN = 5  # Digits said in words, at least.
_FEW_WORDS = 3
_CHARGES = ("stop_charge", "charge_soon", "fee")
_LURES = ("brand", "help_context", "stop_charge", "charge_soon", "authority")
_CALLS = ("call", "tel", "text_us")


@dataclass(frozen=True, slots=True)
class Number:
    """Digits that may be a phone number, as shown, with the words they stand among."""

    digits: str
    shown: str
    first: int
    last: int
    shaped: bool


def find(rules: SenderRules, message: Message) -> Iterator[Sign]:
    """Yield a sign for each phone number, and for a line of a bank statement."""
    starts = [start for start, _ in message.spans]
    rest, lines = _BANK_LINE.subn(lambda m: " " * len(m[0]), message.plain)
    if lines:
        yield Sign("bank_line")
    rest = _NO_PHONE.sub(lambda m: " " * len(m[0]), rest)
    seen: set[str] = set()
    for number in _numbers(rules, message, rest, starts):
        if number.digits not in seen:
            seen.add(number.digits)
            yield from _judged(rules, message, number)


def _numbers(
    rules: SenderRules, message: Message, rest: str, starts: list[int]
) -> Iterator[Number]:
    for match in _VANITY.finditer(rest):
        digits = "1" + match[1] + re.sub(r"\D", "", match[2].translate(_KEYPAD))[:7]
        yield _number(match, digits, starts, shaped=True)
    for match in _RUN.finditer(rest):
        shown = match[0].strip()
        digits = re.sub(r"\D", "", shown)
        # A short number as Israel's, but no code in bold: "*731904*".
        star = shown[0] == "*" and not rest.startswith("*", match.end())
        if (len(digits) in _DIGITS or star) and not (
            _RARELY.fullmatch(shown) and not _DOTTED.match(shown)
        ):
            yield _number(match, digits, starts, shaped=bool(_SHAPE.match(shown)))
    for match in _RARELY.finditer(rest):
        number = _number(match, re.sub(r"\D", "", match[0]), starts, shaped=False)
        if len(number.digits) in _DIGITS and _near(message, _CALLS, number, before=3, after=0):
            yield number
    for number in _spoken(rules, message, rest):
        if _near(message, _CALLS, number, before=_NEAR, after=_NEAR):
            yield number


def _number(match: re.Match[str], digits: str, starts: list[int], *, shaped: bool) -> Number:
    first, last = bisect_left(starts, match.start()), bisect_left(starts, match.end())
    return Number(digits, match[0].strip(), first, last, shaped)


def _spoken(rules: SenderRules, message: Message, rest: str) -> Iterator[Number]:
    """Yield runs of digits said in words or written with letters: "one 8O8 five five five"."""
    run, first, odd = "", 0, 0
    for at, (start, stop) in enumerate([*message.spans, (0, 0)]):
        word = rest[start:stop].lower()
        said = _digits(rules, word)
        if said is None:
            if len(run) >= _SPOKEN and odd:
                yield Number(run, _shown(message, first, at), first, at, shaped=False)
            run, first, odd = "", at + 1, 0
        else:
            run += said
            odd += not word.isdigit()


def _digits(rules: SenderRules, word: str) -> str | None:
    if word.isdigit():
        return word
    for form in (word, word.lstrip("ו")):
        if form in rules.digits:
            return rules.digits[form]
    glued = _GLUED.findall(word)  # "5five5".
    if len(glued) > 1 and all(part.isdigit() or part in rules.digits for part in glued):
        return "".join(rules.digits.get(part, part) for part in glued)
    return word.translate(_LETTERS).replace("|", "1") if _MIXED.match(word) else None


def _shown(message: Message, first: int, stop: int) -> str:
    return message.plain[message.spans[first][0] : message.spans[stop - 1][1]][:40]


def _judged(rules: SenderRules, message: Message, number: Number) -> Iterator[Sign]:
    digits = number.digits if len(number.digits) > 10 else "1" + number.digits  # noqa: PLR2004
    if digits in rules.names.support_lines:
        yield Sign("openai_phone", number.shown)
    elif digits in rules.names.merchant_lines:
        yield Sign("bank_line")
    elif digits in rules.names.chat_lines:
        yield Sign("chatgpt_phone", number.shown)
    elif code := _code(message, number):
        yield Sign(code, number.shown)


def _code(message: Message, number: Number) -> str:
    """Return what a number is in this message: "" where it is no phone or the person's own."""
    if _near(message, ("own",), number, before=6, after=2):
        return ""
    called = _near(message, ("call", "text_us"), number, before=_NEAR, after=_NEAR)
    if not number.shown.startswith("+") and _is_named(message, number, called=called):
        return ""
    # The name of what one joins, and a charge in it.
    invited = number.shaped and message.found.get("invited")
    stops = invited and any(message.found.get(label) for label in _CHARGES)
    told = called or stops or _near(message, ("tel", "support"), number, before=5, after=4)
    if not (number.shaped or told):
        return ""
    others = ("elsewhere", "no_call")
    if _near(message, others, number, before=_NEAR, after=_NEAR):
        return "number"
    if number.shaped and len(message.words) - (number.last - number.first) <= _FEW_WORDS:
        return "phone"
    lure = any(message.found.get(label) for label in _LURES)
    # The telephone in the head of an invoice, which nobody is told to call.
    head = not (called or stops) and message.found.get("id_word")
    # Whom one visits or waits for has a telephone: "call us to change your appointment".
    visit = message.found.get("visit") and not message.found.get("brand")
    return "phone" if told and lure and not head and not visit else "number"


def _is_named(message: Message, number: Number, *, called: bool) -> bool:
    """Tell whether a word says what else a number is: "case 05518873", whoever is called there."""
    if called and not number.shown.isdigit():
        return False
    if called:
        beside = _near(message, _CALLS, number, before=3, after=0)
        return not beside and _near(message, ("id_word",), number, before=2, after=0)
    return _near(message, ("id_word",), number, before=4, after=0)


def _near(
    message: Message, labels: tuple[str, ...], number: Number, before: int, after: int
) -> bool:
    """Tell whether one of the labels begins so few words before or after the number."""
    for label in labels:
        spans = message.found.get(label, [])
        at = bisect_left(spans, (number.first - before, 0))
        if at < len(spans) and spans[at][0] <= number.last + after:
            return True
    return False
