"""Sums of money: a number that touches its currency, as "20.00 USD".

"$20", "20 €", "USD 19.99", "1,340.22 dollars"; a number alone is no sum, and no sum is made of
words.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guide.story.cues import Text

SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "₪": "ILS", "₹": "INR", "¥": "JPY"}
# 1,340.22 in groups of three, or 20,00 in one piece.
_NUMBER = (
    r"(?P<n{0}>\d{{1,3}}(?:[,' ]\d{{3}})+(?:[.,]\d{{1,2}})?|\d{{1,7}}(?:[.,]\d{{1,2}})?)"
    r"(?!\d|[.,]\d)"
)
_GROUP = 3  # Digits between the marks of thousands, and letters of a currency's code.


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum as "20.00 USD", and where it stands: text[start:end]."""

    value: str
    start: int
    end: int


class Money:
    """Finds sums; made once of the names of currencies, code -> words of all languages."""

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        """Know these names besides the signs."""
        self._codes = {
            name.translate(_QUOTES): code for code, some in names.items() for name in some
        }

    def find(self, text: Text) -> Iterator[Amount]:
        """Yield each sum of a text, in order."""
        for m in self._pattern().finditer(text.low):
            number = m["n1"] or m["n2"]
            currency = m["before"] or m["after"]
            code = SIGNS.get(currency) or self._codes[currency]
            if value := _decimal(number):
                yield Amount(f"{value} {code}", m.start(), m.end())

    def _pattern(self) -> re.Pattern[str]:
        names = "|".join(sorted(map(re.escape, self._codes), key=len, reverse=True))
        signs = "|".join(map(re.escape, SIGNS))
        codes = "|".join(n for n in self._codes if n.isascii() and len(n) == _GROUP)
        return re.compile(
            rf"(?:(?<![\w$€£₪.,-])|(?<=[א-ת]-))(?P<before>(?:{signs})|(?:{codes})(?=[\s\d]))\s?"
            + _NUMBER.format(1)
            + r"|(?<![\w$€£₪.,:/])(?:[בלמהש]{1,2}-?)?"
            + _NUMBER.format(2)
            + rf"\s?-?(?P<after>(?:{signs})|(?:{names})(?![^\W_]))"
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
