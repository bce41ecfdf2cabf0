"""Which form of a sentence goes with a number, by the rules of Unicode's CLDR.

    rule: "i = 1 and v = 0 or i = 0 and v != 0"    form: one    0.5 is one in Hebrew, 0 is other

The syntax is that of UTS 35, part 3, "Plural rules", without its optional words (`in`, `mod`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

FORMS = ("zero", "one", "two", "few", "many", "other")
OTHER = "other"  # Where no rule holds; every language has it.
COUNT = "count"  # The place of the number that chooses the form.

# Operand, modulus, sign, ranges.
# Finds «n % 100 != 11..19», not «n ! 11».
_RELATION = re.compile(r"([nivwftce])(?: % (\d+))? (!?=) (\d+(?:\.\.\d+)?(?:,\d+(?:\.\.\d+)?)*)")

type _Relation = tuple[str, int, bool, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class Counted:
    """A sentence in as many forms as its language has; `rules` choose among them."""

    forms: Mapping[str, str]
    rules: Mapping[str, str]

    def format(self, **values: object) -> str:
        """Return the form for the number `count`, with its places filled. Raises KeyError."""
        return self.form(values[COUNT]).format(**values)

    def form(self, number: object) -> str:
        """Return the form for a number, given as it is written: 5, or "0.5". Raises KeyError."""
        return self.forms[form_of(self.rules, str(number))]


def counted(value: Any, rules: Mapping[str, str]) -> Any:  # noqa: ANN401  # Words of any kind.
    """Return tables of words with each table of forms in them as Counted."""
    if not isinstance(value, Mapping):
        return value
    if is_table_of_forms(value):
        return Counted(value, rules)
    return {key: counted(item, rules) for key, item in value.items()}


def is_table_of_forms(value: Mapping[str, object]) -> bool:
    """Tell whether a table has the forms of one sentence, and not sentences of several things."""
    return OTHER in value and value.keys() <= set(FORMS)


def form_of(rules: Mapping[str, str], number: str) -> str:
    """Return the form of a number, written with a point as "5" or "0.50". Raises ValueError."""
    operands = _operands(number)
    fits = (name for name, rule in rules.items() if _holds(_parsed(rule), operands))
    return next(fits, OTHER)


def is_rule(form: str, rule: str) -> bool:
    """Tell whether a form can have a rule, and this is one that can be read."""
    try:
        return form in FORMS and form != OTHER and bool(_parsed(rule))
    except ValueError:
        return False


def _operands(number: str) -> Mapping[str, float]:
    """Return UTS 35's: value, whole part, and visible digits after the point by count and value."""
    whole, _, digits = number.lstrip("-").partition(".")
    short = digits.rstrip("0")
    return {
        "n": float(number.lstrip("-")),
        "i": int(whole),
        "v": len(digits),
        "w": len(short),
        "f": int(digits or 0),
        "t": int(short or 0),
        "c": 0,  # Powers of ten are never written in short here.
        "e": 0,
    }


def _holds(rule: tuple[tuple[_Relation, ...], ...], operands: Mapping[str, float]) -> bool:
    return any(all(_is_so(relation, operands) for relation in either) for either in rule)


def _is_so(relation: _Relation, operands: Mapping[str, float]) -> bool:
    operand, modulus, equal, ranges = relation
    value = operands[operand] % modulus if modulus else operands[operand]
    # A range is of whole numbers: 2.5 is not in 2..4.
    return equal == any(low <= value <= high and value == int(value) for low, high in ranges)


@cache
def _parsed(rule: str) -> tuple[tuple[_Relation, ...], ...]:
    """Return a rule as relations of which all hold, in any of its parts. Raises ValueError."""
    return tuple(tuple(map(_relation, part.split(" and "))) for part in rule.split(" or "))


def _relation(text: str) -> _Relation:
    found = _RELATION.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text!r} is no relation of a plural rule")
    operand, modulus, sign, listed = found.groups()
    ends = (part.split("..") for part in listed.split(","))
    return operand, int(modulus or 0), sign == "=", tuple((int(e[0]), int(e[-1])) for e in ends)
