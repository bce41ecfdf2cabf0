"""Sums of money: a number beside its currency, as "20.00 USD".

"$20", "20 €", "USD 19.99", "1,340.22 dollars", "twenty dollars", "nineteen dollars and ninety-nine
cents"; a number alone is no sum.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from guide.story.cues import Text
from guide.story.number_words import Numbers
from guide.text.phrases import alternatives

SIGNS = {
    "r$": "BRL", "us$": "USD", "a$": "AUD", "au$": "AUD", "aud$": "AUD", "aussie $": "AUD",
    "australian $": "AUD", "c$": "CAD", "ca$": "CAD", "cad$": "CAD", "canadian $": "CAD",
    "nz$": "NZD", "s$": "SGD", "hk$": "HKD", "mx$": "MXN",
    "$": "USD", "€": "EUR", "£": "GBP", "₪": "ILS", "₹": "INR", "¥": "JPY",
    "₺": "TRY", "₦": "NGN", "₴": "UAH", "฿": "THB", "₩": "KRW",
}  # fmt: skip
# "Nineteen ninety-nine rupees" are 1999. What CLDR shows without decimals, and the rupee: ISO 4217
# counts hundredths of most of them, which nobody pays.
WITHOUT_CENTS = frozenset({"HUF", "IDR", "INR", "JPY", "KRW", "UGX"})
DOLLARS = frozenset({"AUD", "CAD"})
# 1,340.22 and 1.340,22 in groups of three, or 20,00 in one piece.
_NUMBER = (
    r"(?P<n{0}>\d{{1,3}}(?:[,' ]\d{{3}})+(?:[.,]\d{{1,2}})?|\d{{1,3}}(?:\.\d{{3}})+,\d{{1,2}}"
    r"|\d{{1,7}}(?:[.,]\d{{1,2}})?)"
    r"(?!\d|[.,]\d)"
)
_GROUP = 3  # Digits between the marks of thousands, and letters of a currency's code.
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum as "20.00 USD", and where it stands: text[start:end]."""

    value: str
    start: int
    end: int


class Money:
    """Finds sums; made once of the names of currencies, code -> words of all languages."""

    def __init__(
        self, names: Mapping[str, tuple[str, ...]], numbers: Numbers | None = None
    ) -> None:
        """Know these names besides the signs, and numbers as words where there are some."""
        self._codes = {
            name.translate(_QUOTES): code for code, some in names.items() for name in some
        }
        self._numbers = numbers or Numbers(())

    def find(self, text: Text) -> Iterator[Amount]:
        """Yield each sum of a text: those in digits, then those in words."""
        for m in self._pattern.finditer(text.low):
            currency = m["before"] or m["after"]
            # "$20 AUD", "28 bucks, Canadian": dollars are of many countries, what follows of one.
            own = self._own_code.match(text.low, m.end()) if self._code(currency) == "USD" else None
            start, end = m.start(), own.end() if own else m.end()
            if value := _decimal(m["n1"] or m["n2"]):
                code = self._code(own[1] if own else currency)
                yield self._with_cents(text, value, code, (start, end))
        for m in self._worded.finditer(text.low):
            code = self._code(m["after"])
            whole = self._numbers.read(m["n"], whole=code in WITHOUT_CENTS)
            if whole:
                yield self._with_cents(text, f"{whole:.2f}", code, m.span())

    @cached_property
    def _own_code(self) -> re.Pattern[str]:
        names = alternatives(name for name, code in self._codes.items() if code in DOLLARS)
        return re.compile(rf"[\s,(]{{0,2}}({names})(?![^\W_])")

    def _code(self, currency: str) -> str:
        return SIGNS.get(currency) or self._codes[currency]

    def _with_cents(self, text: Text, value: str, code: str, place: tuple[int, int]) -> Amount:
        """Return the sum with what follows it: "and ninety-nine cents"."""
        start, end = place
        tail = self._cents.match(text.low, end)
        if tail is None or not value.endswith(".00"):
            return Amount(f"{value} {code}", start, end)
        said = tail["n"]
        cents = int(said) if said.isdigit() else round(self._numbers.read(said))
        return Amount(f"{value[:-3]}.{cents % HUNDRED:02} {code}", start, tail.end())

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        signs, names = alternatives(SIGNS), alternatives(self._codes)
        codes = alternatives(n for n in self._codes if n.isascii() and len(n) <= _GROUP)
        return re.compile(
            rf"(?:(?<![\w$€£₪.,-])|(?<=[א-ת]-))(?P<before>(?:{signs})|(?:{codes})(?=[.\s\d]))\.?\s?"
            + _NUMBER.format(1)
            # In "on 23 April 2026 KES 2,600" the year is no sum.
            + rf"|(?<![\w$€£₪.,:/])(?!20[12]\d\s(?:{codes})\s?\d)(?:[בלמהש]{{1,2}}-?)?"
            + _NUMBER.format(2)
            + rf"\s?-?(?P<after>(?:{signs})|(?:{names})(?![^\W_]))"
        )

    @cached_property
    def _worded(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?<![^\W_])(?:[בלמהשו]{{1,2}}-?)?(?P<n>{self._numbers.pattern()})"
            rf",?\s+(?P<after>{alternatives(self._codes)})(?![^\W_])"
        )

    @cached_property
    def _cents(self) -> re.Pattern[str]:
        return re.compile(
            rf",?\s+(?:and\s+|ו-?)?(?P<n>\d\d?(?!\d)|{self._numbers.pattern()})"
            rf"(?:\s?(?:{alternatives(self._numbers.cents)})(?![^\W_])|(?=\s*[.,;!?)]|\s*$))"
        )


_QUOTES = str.maketrans({"״": '"', "׳": "'"})


def _decimal(number: str) -> str:
    """Return 1,340.22, 1.340,22 and 20 alike as 1340.22 or 20.00; "" for nothing or too much."""
    whole, _, cents = (
        number.replace(" ", "")
        .replace("'", "")
        .rpartition("." if number.rfind(".") > number.rfind(",") else ",")
    )
    if not whole or len(cents) == _GROUP:
        whole, cents = whole + cents, ""
    digits = re.sub(r"\D", "", whole)
    return f"{int(digits)}.{cents.ljust(2, '0')}" if digits and int(digits) else ""
