"""Whether a sum is worth a step, where its currency is known: "20.00 USD", "₪73", "€ 20"."""

from collections.abc import Mapping

from guide.story.amounts import SIGNS, Money
from guide.story.cues import Text

_MONEY = Money({code: (code.casefold(),) for code in SIGNS.values()})


def is_too_small(amount: str, least: Mapping[str, int]) -> bool:
    """Tell whether every sum of the text is below the least of its currency; unknown is not."""
    sums = [found.value.split() for found in _MONEY.find(Text(amount))]
    return bool(sums) and all(
        currency in least and float(number) < least[currency] for number, currency in sums
    )
