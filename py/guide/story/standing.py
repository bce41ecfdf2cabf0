"""Whether a clause tells what happened to the person: not supposed, not denied, not another's.

"What happens if they charge me 20 dollars"     supposed
"Nothing was charged on November 10"            denied
"A friend of mine was charged on Monday"        another's
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from guide.story.cues import FIRST_PERSON, Cues, Text
from guide.text.hebrew import is_hebrew

# Right before a word of paying: it has not been done.
# Finds «be », not «was ».
_NOT_YET = re.compile(r"\b(?:be|to|(?:should|could|might) (?:not )?have(?: been)?)\s$")
# Real in "I get charged", but not in "I don't want to get charged".
# Finds «i get », not «i was ».
_OFTEN = re.compile(r"\b(?:get|gets|getting|being)\s$")
BEFORE = 24  # Characters in which a word right before stands.
DENIES = 16  # Characters in which "never" reaches forward; a Hebrew "לא" stands right before.
LEAD = 60  # Characters before a quotation, in which it is told whose words they are.
RIGHT_BEFORE = 3  # Characters between a denial and what it denies.
# Asks whether it was so: "Was I charged on 15 November?", but no "why".
# Finds «was i charged», not «i was charged».
_WHETHER = re.compile(
    r"\s*(?:(?:and|so|but)\s)?(?:was|were|did|have|has|am)\s(?:i|we|you|they|it|my|the)\b"
    r"|.*(?<![א-ת])האם\s+[א-ת]+(?:תי|נו|תם)(?![א-ת])"
)


# Finds «\"your payment failed\"», not «ש\"ח».
_QUOTED = re.compile(r'(?<![א-ת][א-ת])"[^"\n]{6,200}"(?![א-ת])')


@dataclass(frozen=True, slots=True)
class Payment:
    """Words of paying, text[start:end]; `own`: the person's; `real`: the money was paid."""

    start: int
    end: int
    own: bool
    real: bool


class Standing:
    """What one text says of whose its clauses are, and whether they are real."""

    def __init__(self, text: Text, cues: Cues, strangers: re.Pattern[str]) -> None:
        """Have the table [standing], and the words that make a clause somebody else's."""
        self._text, self._cues, self._strangers = text, cues, strangers

    @cached_property
    def payments(self) -> tuple[Payment, ...]:
        """The words of paying, in order."""
        found = self._cues["moved"].finditer(self._text.low)
        return tuple(self._payment(*m.span()) for m in found)

    def paid(self, span: tuple[int, int]) -> Iterator[Payment]:
        """Yield the words of the person's own paying within a span."""
        return (one for one in self.said(span) if one.own)

    def said(self, span: tuple[int, int]) -> Iterator[Payment]:
        """Yield all words of paying within a span."""
        return (one for one in self.payments if span[0] <= one.start < span[1])

    def is_supposed(self, place: int) -> bool:
        """Tell whether what stands there is only thought of, asked about or wished."""
        clause, sentence = self._text.clause(place), self._text.sentence(place)
        if self._asks_whether(clause, sentence):
            return True
        done = self._has_moved(clause)
        if self._text.has(self._cues["if"], (sentence[0], place)):
            unreal = self._text.has(self._cues["unreal"], sentence)
            return unreal or not done
        if self._text.has(self._cues["unreal"], clause):
            return True
        return self._text.has(self._cues["modal"], clause) and not done

    def _asks_whether(self, clause: tuple[int, int], sentence: tuple[int, int]) -> bool:
        ends = self._text.low[sentence[1] - 1 : sentence[1] + 1].rstrip()
        return "?" in ends and _WHETHER.match(self._text.low, *clause) is not None

    def is_denied(self, place: int) -> bool:
        """Tell whether a sum or a day is one of which the clause says that it was not."""
        clause = self._text.clause(place)
        denied = [m.end() for m in self._cues["denial"].finditer(self._text.low, clause[0], place)]
        if not denied:
            return False
        if place - denied[-1] <= RIGHT_BEFORE:  # "Not 20 dollars".
            return True
        real = any(one.real for one in self.said(clause))
        return not (real or self._text.has(self._cues["still_paid"], clause))

    def is_wanted(self, place: int) -> bool:
        """Tell whether a plan is one that they may buy: "if we move to Business"."""
        before = (self._text.clause(place)[0], place)
        return self._text.has(self._cues["acquire"], before) and self.is_supposed(place)

    def is_conditional(self, place: int) -> bool:
        """Tell whether a clause has an "if" before the place."""
        return self._text.has(self._cues["if"], (self._text.clause(place)[0], place))

    def is_others(self, place: int) -> bool:
        """Tell whether what stands there is of another person or another firm."""
        clause, sentence = self._text.clause(place), self._text.sentence(place)
        if self._text.has(self._strangers, clause) or self._is_income(clause):
            return True
        if self.is_told_by_others(place):
            return True
        if self._represents:
            return False
        if self._is_of_a_third(place, clause):
            return True
        named = [*self._cues["persons"].finditer(self._text.low, sentence[0], place)]
        if self._is_contrasted(sentence):
            named += self._cues["kin"].finditer(self._text.low, sentence[0], place)
        return bool(named) and not self._is_own((max(m.end() for m in named), place))

    @cached_property
    def _represents(self) -> bool:
        """Tell whether they write for somebody else: then that one's matter is theirs."""
        return self._text.has(self._cues["represents"], (0, len(self._text.low)))

    def is_of_a_firm(self, place: int) -> bool:
        """Tell whether the money of a clause went to another firm."""
        clause = self._text.clause(place)
        if self._text.has(self._cues["firms"], clause):
            return True
        if not self._text.has(self._cues["them"], clause):
            return False
        # "Dropbox say it is not them. I pay them 11.99".
        before = (self._text.with_sentence_before(place)[0], place)
        return self._last("firms", before) > self._last("here", before)

    def is_failed(self, place: int) -> bool:
        """Tell whether the payment of a clause was only tried: "they tried to charge 980"."""
        return self._text.has(self._cues["failed"], self._text.clause(place))

    def _is_income(self, clause: tuple[int, int]) -> bool:
        """Tell whether the money came to the person: "I was paid 4,000 for the recordings"."""
        return self._text.has(self._cues["income"], clause)

    def _is_of_a_third(self, place: int, clause: tuple[int, int]) -> bool:
        """Tell whether "she was charged" is said, and not of a child or parent of theirs."""
        if not self._text.has(self._cues["thirds"], clause):
            return False
        return self._last("kin", (0, place)) <= self._last("persons", (0, place))

    def is_told_by_others(self, place: int) -> bool:
        """Tell whether it stands in what somebody else said of themselves: 'wrote "I paid 20"'."""
        for start, end in self._quotations:
            if start < place < end:
                lead = (max(0, start - LEAD), start)
                if self._text.has(self._cues["i_wrote"], lead):
                    return False
                of_themselves = self._text.has(self._cues["of_themselves"], (start, end))
                theirs = of_themselves or self._text.has(self._cues["forums"], lead)
                return theirs and self._text.has(self._cues["said"], lead)
        return False

    def is_never_paid(self, place: int) -> bool:
        """Tell whether the person says to have paid nothing, and the sentence of no payment."""
        if not self._paid_nothing:
            return False
        said = self._cues["own_paid"].finditer(self._text.low, *self._text.sentence(place))
        return all(
            self._is_denied(m.start()) or any(a <= m.start() < b for a, b in self._paid_nothing)
            for m in said
        )

    @cached_property
    def _paid_nothing(self) -> tuple[tuple[int, int], ...]:
        return tuple(m.span() for m in self._cues["never_paid"].finditer(self._text.low))

    def is_of_a_hoax(self, place: int) -> bool:
        """Tell whether the money is only of a message that they doubt, or of a swindler's offer."""
        if not (self._swindlers or self._is_doubted):
            return False
        sentence, both = self._text.sentence(place), self._text.with_sentence_before(place)
        if any(both[0] <= there < both[1] for there in self._swindlers):
            return self._text.has(self._cues["baits"], sentence)
        if not self._is_doubted or self._text.has(self._cues["own_money"], sentence):
            return False
        return self._is_quoted(place) or self._text.has(self._cues["messages"], both)

    @cached_property
    def _swindlers(self) -> tuple[int, ...]:
        return tuple(m.start() for m in self._cues["swindlers"].finditer(self._text.low))

    @cached_property
    def _is_doubted(self) -> bool:
        return self._text.has(self._cues["doubts"], (0, len(self._text.low)))

    def _is_quoted(self, place: int) -> bool:
        return any(start < place < end for start, end in self._quotations)

    @cached_property
    def _quotations(self) -> tuple[tuple[int, int], ...]:
        return tuple(m.span() for m in _QUOTED.finditer(self._text.low))

    def _last(self, name: str, span: tuple[int, int]) -> int:
        return self._text.last(self._cues[name], span)

    def _is_elsewhere(self, start: int) -> bool:
        """Tell whether a word of buying stands without anything that is sold here."""
        verb = self._cues["bought"].match(self._text.low, start)
        # "Bought it", but not "bought groceries with it".
        if verb is None or self._cues["sold_it"].match(self._text.low, verb.end() + 1):
            return False
        return not self._text.has(self._cues["sold"], self._text.clause(start))

    def _is_own(self, span: tuple[int, int]) -> bool:
        said = self._cues["own"].finditer(self._text.low, *span)
        # "A client שלנו" is no word of the person's own doing.
        return any(not m[0].startswith("של") for m in said) or self.has_own_verb(span)

    def has_own_verb(self, span: tuple[int, int]) -> bool:
        """Tell whether a Hebrew verb of the first person stands in a span."""
        return self._text.has(FIRST_PERSON, span)

    def _is_contrasted(self, sentence: tuple[int, int]) -> bool:
        """Tell whether the text goes on to the person: "Me, I pay and nothing"."""
        return self._last_contrast > sentence[0]

    @cached_property
    def _last_contrast(self) -> int:
        found = self._cues["contrast"].finditer(self._text.low)
        return max((m.start() for m in found), default=-1)

    def _has_moved(self, span: tuple[int, int]) -> bool:
        found = self._cues["moved"].finditer(self._text.low, *span)
        return not all(
            self._is_after(_NOT_YET, m.start()) or self._is_after(_OFTEN, m.start()) for m in found
        )

    def _is_after(self, words: re.Pattern[str], start: int) -> bool:
        return words.search(self._text.low, max(0, start - BEFORE), start) is not None

    def _is_denied(self, start: int) -> bool:
        before = max(self._text.clause(start)[0], start - DENIES)
        return any(
            not is_hebrew(m[0]) or start - m.end() <= 1
            for m in self._cues["denial"].finditer(self._text.low, before, start)
        )

    def _payment(self, start: int, end: int) -> Payment:
        away = self.is_of_a_firm(start) or self._is_elsewhere(start) or self.is_of_a_hoax(start)
        own = not (self.is_others(start) or away)
        wished = self._is_after(_NOT_YET, start) or self.is_supposed(start)
        return Payment(start, end, own, own and not (wished or self._is_denied(start)))
