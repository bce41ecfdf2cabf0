"""Check digits of cards, bank accounts and identity numbers."""

from functools import lru_cache
from itertools import accumulate

IBAN_LENGTHS = {  # SWIFT's IBAN registry: country -> length of the whole IBAN.
    country: length
    for length, countries in {
        15: "NO",
        16: "BE",
        18: "DK FO FI GL NL SD FK",
        19: "MK SI",
        20: "AT BA EE KZ LT LU XK MN",
        21: "CH HR LI LV",
        22: "BG BH CR DE GB GE IE ME RS VA",
        23: "AE GI IL IQ OM TL SO",
        24: "AD CZ ES MD PK RO SA SE SK TN VG",
        25: "LY PT ST",
        26: "IS TR",
        27: "BI DJ FR GR IT MC MR SM",
        28: "AL AZ BY CY DO GT HU LB NI PL SV",
        29: "BR EG PS QA UA",
        30: "JO KW MU",
        31: "MT SC",
        32: "LC",
        33: "RU",
    }.items()
    for country in countries.split()
}
_IINS = (  # Issuer prefixes as ranges of the first six digits, and the lengths they come in.
    (400000, 499999, (13, 16, 19)),  # Visa
    (510000, 559999, (16,)),  # Mastercard
    (222100, 272099, (16,)),  # Mastercard
    (340000, 349999, (15,)),  # American Express
    (370000, 379999, (15,)),  # American Express
    (300000, 305999, (14, 16, 17, 18, 19)),  # Diners
    (309500, 309599, (14, 16, 17, 18, 19)),  # Diners
    (360000, 369999, (14, 15, 16, 17, 18, 19)),  # Diners, and Isracard's
    (380000, 399999, (14, 16, 17, 18, 19)),  # Diners
    (601100, 601199, (16, 17, 18, 19)),  # Discover
    (622126, 622925, (16, 17, 18, 19)),  # Discover, UnionPay
    (644000, 659999, (16, 17, 18, 19)),  # Discover
    (620000, 629999, (16, 17, 18, 19)),  # UnionPay
    (810000, 817199, (16, 17, 18, 19)),  # UnionPay
    (352800, 358999, (16, 17, 18, 19)),  # JCB
    (500000, 509999, tuple(range(12, 20))),  # Maestro, RuPay (508), Verve, Elo, Dankort, Meeza
    (560000, 589999, tuple(range(12, 20))),  # Maestro
    (630000, 639999, tuple(range(12, 20))),  # Maestro, Elo, InstaPayment
    (670000, 679999, tuple(range(12, 20))),  # Maestro
    (600000, 609999, (13, 16, 19)),  # RuPay (60), Hipercard
    (817200, 829999, (16,)),  # RuPay (81, 82)
    (353000, 353099, (16,)),  # RuPay with JCB
    (220000, 220499, (16, 17, 18, 19)),  # Mir
    (979200, 979299, (16,)),  # Troy
    (860000, 860099, (16,)),  # Uzcard
    (986000, 986099, (16,)),  # Humo
    (911200, 911299, (16,)),  # Belkart
    (100000, 199999, (15,)),  # UATP
)


class LuhnSums:
    """Luhn's check (ISO/IEC 7812-1) of any window of a digit string, O(1) after O(n)."""

    def __init__(self, digits: str) -> None:
        plain = [int(d) for d in digits]
        twice = [2 * d - 9 * (d > 4) for d in plain]  # Digit sum of the double.  # noqa: PLR2004
        # sums[p]: digits at positions of parity p count double.
        self._sums = [
            list(
                accumulate(
                    (
                        b if i % 2 == p else a
                        for i, (a, b) in enumerate(zip(plain, twice, strict=True))
                    ),
                    initial=0,
                )
            )
            for p in (0, 1)
        ]

    def valid(self, start: int, end: int) -> bool:
        """Tell whether digits[start:end] end in their right check digit."""
        sums = self._sums[end % 2]  # The last digit counts once, the one before it double.
        return (sums[end] - sums[start]) % 10 == 0


@lru_cache(maxsize=4096)
def card_lengths(prefix: str) -> tuple[int, ...]:
    """Return how long a card may be whose first six digits are `prefix`, longest first."""
    found = {n for low, high, lengths in _IINS if low <= int(prefix) <= high for n in lengths}
    return tuple(sorted(found, reverse=True))


def is_isracard(digits: str) -> bool:
    """Tell whether a short Israeli card (8 or 9 digits) is right: weights 9 to 1, mod 11."""
    padded = digits.zfill(9)
    return sum(int(d) * weight for d, weight in zip(padded, range(9, 0, -1), strict=True)) % 11 == 0


def is_iban(compact: str) -> bool:
    """Tell whether ISO 13616's mod 97 check holds; `compact` is ASCII letters and digits."""
    turned = compact[4:] + compact[:4]
    return int("".join(str(int(c, 36)) for c in turned)) % 97 == 1


def is_israeli_id(digits: str) -> bool:
    """Tell whether an Israeli identity number of up to 9 digits has its right check digit."""
    padded = digits.zfill(9)
    return len(padded) == 9 and padded != "000000000" and LuhnSums(padded).valid(0, 9)  # noqa: PLR2004
