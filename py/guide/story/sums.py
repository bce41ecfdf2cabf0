"""Which sum of a story is the one that was paid: each is weighed by what its clause says of it.

For it speak words of paying, the nearer the more; against it a price, a wish, somebody else.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from guide.story.amounts import Amount
from guide.story.cues import Cues, Text
from guide.story.standing import Standing

BESIDE = 14  # Characters in which a word says that a sum is not exact.
BEFORE, AFTER = 25, 12  # Characters in which a word says what a sum is.
ENOUGH = 2  # From this weight on a sum is one that was paid.
CLAIMED, IN_CLAUSE, IN_SENTENCE, NEAR_BY, NAMED, IN_ALL, CHARGED = 8, 4, 3, 2, 2, 2, 2
PRICE, SUPPOSED, NOT_PAID, OTHERS = -4, -5, -6, -8


# Finds «give me back my », not «my bank ».
_MINE = re.compile(r"\bmy\s$")
# Right before a sum: it is of the sums before.
# Finds «so », not «so far ».
_SUMS_UP = re.compile(
    r"(?:\b(?:so|makes|that makes|which makes|comes to|adds up to)|=|יוצא|כלומר)\s$"
)


@dataclass(frozen=True)
class Scales:
    """Weighs the sums of one text."""

    text: Text
    cues: Mapping[str, Cues]
    standing: Standing

    def possible(self, sums: tuple[Amount, ...]) -> list[Amount]:
        """Return the sums against which nothing speaks."""
        return self._from(0, sums, charged=False)

    def paid(self, sums: tuple[Amount, ...], *, charged: bool) -> list[Amount]:
        """Return the sums that were paid, the surest first; `charged`: the text has its day."""
        return self._from(ENOUGH, sums, charged=charged)

    def _from(self, least: int, sums: tuple[Amount, ...], *, charged: bool) -> list[Amount]:
        single = len({one.value for one in sums}) == 1
        weights = {one: self._weight(one, single=single, charged=charged) for one in sums}
        sure = [one for one in sums if weights[one] >= least]
        return sorted(sure, key=lambda one: (-weights[one], one.start))

    def _weight(self, one: Amount, *, single: bool, charged: bool) -> int:
        weight = self._of_paying(one) + self._of_a_price(one) + CHARGED * charged
        around = self.text.with_sentence_before(one.start)
        purchase, days = self.cues["purchase"], self.cues["days"]
        if self.text.has(days["charge"], around) or (
            single and self.text.has(purchase["about"], around)
        ):
            weight += NAMED
        standing = self.standing
        away = (
            standing.is_others,
            standing.is_of_a_firm,
            standing.is_of_a_hoax,
            standing.is_failed,
            standing.is_never_paid,
        )
        if any(is_so(one.start) for is_so in away):
            weight += OTHERS
        elif standing.is_supposed(one.start):
            weight += SUPPOSED
        elif standing.is_denied(one.start):
            weight += NOT_PAID
        return weight

    def _of_paying(self, one: Amount) -> int:
        clause, sentence = self.text.clause(one.start), self.text.sentence(one.start)
        if _MINE.search(self.text.low, max(0, one.start - BEFORE), one.start):
            return CLAIMED
        near = (max(0, one.start - BEFORE), one.start)
        total = self.text.has(self.cues["purchase"]["total"], (near[0], one.end))
        total = total or _SUMS_UP.search(self.text.low, *near) is not None
        clauses = [*self.standing.said(clause)]
        if clauses and not any(payment.own for payment in clauses):
            return OTHERS
        spans = (
            (clause, IN_CLAUSE),
            (sentence, IN_SENTENCE),
            (self.text.with_sentence_before(one.start), NEAR_BY),
        )
        for span, weight in spans:
            if said := [*self.standing.paid(span)]:
                real = any(payment.real for payment in said)
                return (weight if real else SUPPOSED) + IN_ALL * total
        first, last = self.text.sentence(one.start)
        asks = self.cues["faint"]["asks"].match(self.text.low[first:last].lstrip())
        if asks and "?" in self.text.low[last - 1 : last + 1]:
            return SUPPOSED
        return IN_ALL * total

    def _of_a_price(self, one: Amount) -> int:
        start, end = self.text.clause(one.start)
        before = (max(start, one.start - BEFORE), one.start)
        after = (one.end, min(end, one.end + AFTER))
        purchase = self.cues["purchase"]
        # "A hundred or so": what is not known is asked.
        beside = (max(start, one.start - BESIDE), min(end, one.end + BESIDE))
        if self.text.has(purchase["roughly"], beside):
            return NOT_PAID
        if self._is_right_before(before):
            return 0
        if self.text.has(purchase["not_paid"], before) or self.text.has(purchase["left"], after):
            return NOT_PAID
        return PRICE * self.text.has(self.cues["standing"]["priced"], (start, one.start))

    def _is_right_before(self, before: tuple[int, int]) -> bool:
        """Tell whether the last word before a sum is of a charge: "I have paid 20 dollars"."""
        return any(
            before[1] - m.end() <= 1
            for m in self.cues["days"]["charge"].finditer(self.text.low, *before)
        )
