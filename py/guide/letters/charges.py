"""Several charges as rows: each with its day, its sum and the card, as support looks them up.

    charge_date, second_charge_date, amount, card_last4  ->  1 March 2026, USD 20.00, card 4321
                                                             3 March 2026, USD 23.40, card 4321

One sum for two days is the sum of each; two sums go to the days in their order.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from guide.catalog.records import Catalog
from guide.letters import letter_rules
from guide.letters.letter_rules import Rows
from guide.model import Case
from guide.reading.asks import Asked

_HAS_SUM = re.compile(r"(?=.*\d)(?=.*[^\W\d_]|.*[$€£₪¥])", re.DOTALL)
# Parts «USD 20 and USD 23», «20.00 USD; 23.40 USD», not «1,200.00 USD».
_BETWEEN = re.compile(r"\s+(?:and|&|\+)\s+|\s*[;\n/]\s*|,\s+(?:and\s+)?|\s+ו[־-]?\s?(?=[\d$€£₪¥])")

SEVERAL = "several"  # The words of a field where the case is about several charges.

type Say = Callable[[str], str]  # A value -> the card as a row names it.


def are_several(catalog: Catalog, case: Case) -> bool:
    """Tell whether a case is about more than one charge: its problem is that, or it names two."""
    further = letter_rules.for_catalog(catalog).rows.days[1:]
    required = catalog.needs(case).required
    return any(case.answer(field) or field in required for field in further)


def words_of(catalog: Catalog, case: Case, words: Mapping[str, Any], field: str) -> dict[str, Any]:
    """Return the words of a field, which say of several charges which of them is meant."""
    own = words["fields"][field]
    return {**own, **own.get(SEVERAL, {})} if are_several(catalog, case) else dict(own)


def of_each(catalog: Catalog, case: Case, fields: Iterable[str]) -> tuple[str, ...]:
    """Return the fields that answer a question: the day of "the charge" is that of each."""
    days = letter_rules.for_catalog(catalog).rows.days
    if not are_several(catalog, case):
        return tuple(fields)
    each = (days if field == days[0] else (field,) for field in fields)
    return tuple(dict.fromkeys(field for some in each for field in some))


def of_all(catalog: Catalog, case: Case, asked: Iterable[Asked]) -> tuple[Asked, ...]:
    """Return what support asks for with the fields that answer it in this case."""
    return tuple(replace(one, fields=of_each(catalog, case, one.fields)) for one in asked)


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
