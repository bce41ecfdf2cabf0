"""Whether an answer looks like what it should be: an address, a sum, a number, a day.

Only what is almost surely a slip is doubted; a number of an unknown kind is not.
"""

import re
import unicodedata
from collections.abc import Iterable

SHORT = 16  # Characters; longer ids may have no digit.
_MAIL = re.compile(r"[^@\s]+@(?P<domain>[^@\s.]+(?:\.[^@\s.]+)*\.(?:xn--[a-z0-9-]+|[^\W\d_]{2,}))")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def is_address(value: str, slips: Iterable[str]) -> bool:
    """Tell whether an e-mail address is whole; `slips` are domains that are typed by mistake."""
    found = _MAIL.fullmatch(value.strip())
    return found is not None and found["domain"].casefold() not in slips


def is_sum(value: str) -> bool:
    """Tell whether a sum has a number, and a currency as a sign or in letters."""
    currency = any(c.isalpha() or unicodedata.category(c) == "Sc" for c in value)
    return currency and any(c.isdigit() for c in value)


def is_number(value: str) -> bool:
    """Tell whether it can be the number of something: "idk" and "none shown" cannot."""
    one_piece = len(value) >= SHORT and " " not in value
    return one_piece or any(c.isdigit() for c in value)


def is_domain(value: str) -> bool:
    """Tell whether it can be a domain."""
    return re.search(r"\w\.\w", value) is not None


def is_past(value: str, now: str) -> bool:
    """Tell whether a day is not after today; both begin as ISO 8601 has it, else it may be."""
    days = _DAY.match(value), _DAY.match(now)
    return not all(days) or value[:10] <= now[:10]
