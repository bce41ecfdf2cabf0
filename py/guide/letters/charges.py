"""Several charges as rows: each with its day, its sum and the card, as support looks them up.

    charge_date, second_charge_date, amount, card_last4  ->  1 March 2026, USD 20.00, card 4321
                                                             3 March 2026, USD 23.40, card 4321

One sum for two days is the sum of each; two sums go to the days in their order.
"""

import re
from collections.abc import Callable, Mapping

from guide.letters.letter_rules import Rows

_HAS_SUM = re.compile(r"(?=.*\d)(?=.*[^\W\d_]|.*[$€£₪¥])", re.DOTALL)
# Parts «USD 20 and USD 23», «20.00 USD; 23.40 USD», not «1,200.00 USD».
_BETWEEN = re.compile(r"\s+(?:and|&|\+)\s+|\s*[;\n/]\s*|,\s+(?:and\s+)?|\s+ו[־-]?\s?(?=[\d$€£₪¥])")

type Say = Callable[[str], str]  # A value -> the card as a row names it.


def told(rules: Rows, answers: Mapping[str, str]) -> tuple[str, ...]:
    """Return the fields that rows tell, none where there is only one charge."""
    days = [field for field in rules.days if answers[field]]
    if len(days) < 2:  # noqa: PLR2004  # Two are several.
        return ()
    sum_ = (rules.sum,) if _sums(answers[rules.sum], len(days)) else ()
    return (*days, *sum_, *((rules.card,) if answers[rules.card] else ()))


def rows(rules: Rows, answers: Mapping[str, str], say_card: Say) -> tuple[str, ...]:
    """Return one row for each charge, in the order of their fields; none where `told` is empty."""
    if not told(rules, answers):
        return ()
    days = [answers[field] for field in rules.days if answers[field]]
    sums = _sums(answers[rules.sum], len(days)) or [""] * len(days)
    card = say_card(answers[rules.card]) if answers[rules.card] else ""
    return tuple(", ".join(filter(None, (day, sums[at], card))) for at, day in enumerate(days))


def _sums(value: str, count: int) -> list[str]:
    """Return a sum for each charge; none where it is not plain which is whose."""
    if not value:
        return []
    parts = [part for part in _BETWEEN.split(value.strip(" .")) if part]
    if not all(map(_HAS_SUM.match, parts)):
        parts = [value]
    if len(parts) == 1:
        return parts * count if len(re.findall(r"\d[\d.,' ]*", value)) == 1 else []
    return parts if len(parts) == count else []
