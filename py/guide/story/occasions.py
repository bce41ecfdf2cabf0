"""What each day and each sum of a story is: of a charge, a renewal, a notice, or the problem.

The nearest word of the day's own clause tells, else of its sentence; what is somebody else's, or
long past, is none of them.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from guide.story.amounts import Amount, Money
from guide.story.cues import FIRST_PERSON, Cues, Found, Text
from guide.story.dates import NEAR, Calendar, When
from guide.story.standing import Standing
from guide.story.sums import Scales

OLDEST = 366  # Days; an older day is of another matter.
STALE = 200  # Days; a day without its year that would be older is still to come.
CORRECTED = 60  # Characters between a day and the one that it is corrected to.
SHORT = 3  # Words of a sentence that says nothing but the day.
LONG = 16  # Words of a sentence that does more than go on with the one before.
FAR = 999  # Characters: further than any sentence.
FAINT = 60  # Characters by which a noun counts as further off than a verb.
AFTER = 8  # Characters by which a word after the day counts as further off.
# Right before a day: it is a limit, or a beginning.
# Finds «by », not «on ».
_UNTIL = re.compile(r"\b(?:by|until|till|before|for)\s(?:the\s)?$|(?:עד|לפני)\s[בה]?-?$")
# Finds «since », not «on ».
_SINCE = re.compile(r"\b(?:since|from)\s$|(?:כבר|מאז)\s?[במ]?-?$|(?<![א-ת])[ו]?מ-?.?$")
# Right before a day: of several charges it is this one.
# Finds «the one on », not «charged on ».
_THE_ONE = re.compile(
    r"\b(?:(?:the|that) (?:one|charge|payment)) (?:(?:on|from|of|dated|for) )?.?$"
    r"|(?<![א-ת])(?:זה|החיוב|התשלום) (?:ש)?(?:מה|ב|מ|של|של ה)?-?.?$"
)
# The same, glued to the day.
# Finds «ומאתמול», not «מחר».
_SINCE_GLUED = re.compile(r"(?<![א-ת])[ושה]{0,2}מ(?!חר)(?:אז|[א-ת]{3})")
# All that stands between two days of a list.
# Finds « and on » and nothing at all, too.
_LIST = re.compile(
    r"[\s,&]*(?:(?:and|then|ו|וגם)\b)?[\s,]*(?:again|שוב)?[\s,]*(?:on|ב|ו)?(?: the)?[\s-]*"
)
MOST_SUMS = 60  # The place of each is looked at; a page of a bank's statement has fewer.


@dataclass(frozen=True)
class Occasions:
    """The days and sums of one text, with the words that tell what they are."""

    text: Text
    now: dt.datetime
    cues: Mapping[str, Cues]

    @cached_property
    def standing(self) -> Standing:
        """Whose what the text says is, and whether it happened."""
        strangers = self.cues["strangers"]["words"]
        return Standing(self.text.without_mail(), self.cues["standing"], strangers)

    def find(self, calendar: Calendar, money: Money) -> Iterator[Found]:
        """Yield the fields that days and sums fill."""
        read = tuple(islice(money.find(self.text), MOST_SUMS))
        scales = Scales(self.text, self.cues, self.standing)
        sums = scales.possible(read)
        kinds: list[tuple[str, When]] = []
        for when in calendar.find(self.text, self.now):
            # "On 30 October and 6 November": what is listed is of one kind.
            listed = kinds and self._is_listed(kinds[-1][1], when)
            kind = kinds[-1][0] if listed else self._kind(when, sums)
            if kinds and self._is_corrected(kinds[-1][1], when):
                kind = kind or kinds[-1][0]
                kinds.pop()
            kinds.append((kind, when))
        for kind, when in kinds:
            yield from self._filled(kind, when)
        charges = [when for kind, when in kinds if kind == "charge" and self._is_past(when)]
        yield from _charges(self._disputed(charges, [when for _, when in kinds]) or charges)
        if len({one.date for one in charges}) == 1 and self._is_twice(charges[0]):
            when = charges[0]
            yield Found("second_charge_date", when.date.isoformat(), when.start, when.end)
        for one in scales.paid(read, charged=bool(charges)):
            yield Found("amount", one.value, one.start, one.end)

    def _disputed(self, charges: list[When], said: list[When]) -> list[When]:
        """Return the one charge of several that is said to be wrong, none where none is alone so.

        "11 Aug, 11 Sep, 11 Oct, it's only the last one I dispute"
        """
        days = {one.date for one in charges}
        if len(days) <= 1:
            return []
        purchase = self.cues["purchase"]
        if self.text.has(purchase["latest"], (0, len(self.text.low))):
            return [max(charges, key=lambda when: when.date)]
        wrong = {
            one.date: one
            for one in said
            if one.date in days
            and _THE_ONE.search(self.text.low, max(0, one.start - NEAR), one.start + 1)
            and self.text.has(purchase["disputed"], (one.end, self.text.clause(one.start)[1]))
        }
        return [*wrong.values()] if len(wrong) == 1 else []

    def _is_twice(self, when: When) -> bool:
        """Tell whether two charges are of one day: "two charges on 15 November"."""
        start, end = self.text.sentence(when.start)
        if not self.text.has(self.cues["purchase"]["twice"], (start, end)):
            return False
        same = self.text.has(self.cues["purchase"]["same_day"], (start, end))
        near = (max(start, when.start - NEAR), when.start)
        return same or self.text.has(self.cues["purchase"]["twice"], near)

    def _filled(self, kind: str, when: When) -> Iterator[Found]:
        place = when.start, when.end
        if kind == "renewal":
            yield Found("renewal_date", (when.coming or when.date).isoformat(), *place)
        elif kind == "notice" and self._is_past(when) and not self._is_other_mail(when):
            yield Found("notice_date", when.date.isoformat(), *place)
        elif kind == "banned" and self._is_past(when):
            mailed = self.cues["purchase"]["mailed"]
            same_day = self.cues["purchase"]["same_day"]
            sentence = self.text.sentence(when.start)
            told = self.text.has(mailed, self.text.clause(when.start))
            both = self.text.has(mailed, sentence) and self.text.has(same_day, sentence)
            if told or both:
                yield Found("notice_date", when.date.isoformat(), *place)
            if both or not told:
                yield from self._filled("problem", when)
        elif kind == "cancelled" and self._is_past(when):
            yield Found("cancelled_on", when.date.isoformat(), *place)
        elif kind == "problem" and self._is_past(when):
            hour = f"T{when.time}" if when.time else ""
            yield Found("when", when.date.isoformat() + hour, *place)

    def _is_other_mail(self, when: When) -> bool:
        """Tell whether a mail is a bank's, a receipt, a welcome: of nothing that was decided."""
        return self.text.has(self.cues["purchase"]["other_mail"], self.text.clause(when.start))

    def _is_past(self, when: When) -> bool:
        return when.date <= self.now.date()

    def _kind(self, when: When, sums: list[Amount]) -> str:
        """Return what a day was the day of: charge, renewal, notice, ..., other or ""."""
        if self._is_nobodys(when):
            return ""
        told = self._nearest(when, sums)
        if told != "renewal" and self.standing.is_conditional(when.start):
            return ""
        if told == "charge" and (self._was_seen(when) or not self._was_paid(when, sums)):
            return ""
        if told == "renewal" and self._is_long_off(when):
            told = "charge"  # "Debited on 30 November by the renewal."
        if told != "renewal" and self._is_to_come(when):
            return ""
        near = max(0, when.start - NEAR)
        begins = _SINCE.search(self.text.low, near, when.start + 1) or _SINCE_GLUED.match(
            self.text.low, when.start, when.end
        )
        # A log's line: nothing else has its minute told.
        bare = self._is_alone(when) and self.text.sentence(when.start)[0] > 0
        return told or ("problem" if begins or when.time or bare else "")

    def _was_seen(self, when: When) -> bool:
        """Tell whether a day is that on which it was noticed: "this morning I saw that ..."."""
        if when.coming is not None:  # "On 3 November I saw a charge": mostly the charge's own.
            return False
        cue, clause = self.cues["purchase"]["noticed"], self.text.clause(when.start)
        before = self.text.last(cue, (clause[0], when.start)) + 1
        after = cue.search(self.text.low, when.end, clause[1])
        return 0 < before == when.start or (after is not None and after.start() == when.end + 1)

    def _was_paid(self, when: When, sums: list[Amount]) -> bool:
        """Tell whether money went out by the words that stand nearest to a day."""
        standing = self.standing
        unreal = (
            standing.is_supposed,
            standing.is_of_a_hoax,
            standing.is_failed,
            standing.is_never_paid,
        )
        if any(is_so(when.start) for is_so in unreal):
            return False
        here = [*standing.said(self.text.clause(when.start))]
        if here and not any(payment.own for payment in here):
            return False
        if any(self._is_in(self.text.sentence(when.start), one.start) for one in sums):
            return True
        start, end = self.text.with_sentence_before(when.start)
        for span in (self.text.clause(when.start), self.text.sentence(when.start), (start, end)):
            if said := [*self.standing.paid(span)]:
                return any(payment.real for payment in said)
        return True

    @staticmethod
    def _is_in(span: tuple[int, int], place: int) -> bool:
        return span[0] <= place < span[1]

    def _is_listed(self, last: When, when: When) -> bool:
        """Tell whether a day is one more of a list, and has no words of its own."""
        joined = _LIST.fullmatch(self.text.low, last.end, when.start)
        own = self._is_of_its_own(when, self.text.clause(when.start)) or self._goes_on(when)
        return joined is not None and not own

    def _is_corrected(self, last: When, when: When) -> bool:
        """Tell whether a day takes back the one before: "on the 4th, no wait, the 5th"."""
        near = last.start < when.start <= last.end + CORRECTED
        return near and self.text.has(self.cues["purchase"]["corrected"], (last.end, when.start))

    def _goes_on(self, when: When) -> bool:
        """Tell whether a Hebrew day goes on with what is its own: "I cancelled, ואתמול ..."."""
        after = self.text.low[when.end : self.text.clause(when.start)[1]]
        return self.text.low[when.start] == "ו" and len(after.split()) >= SHORT

    def _is_of_its_own(self, when: When, clause: tuple[int, int]) -> bool:
        """Tell whether a clause begins with its day: "and today it is all locked"."""
        opening = self.text.low[clause[0] : when.start].split()
        goes_on = len(self.text.low[when.end : clause[1]].split()) >= SHORT
        goes_on = goes_on or self.standing.has_own_verb((when.end, clause[1]))
        return clause[0] > self.text.sentence(when.start)[0] and len(opening) <= 1 and goes_on

    def _is_alone(self, when: When) -> bool:
        """Tell whether a sentence says nothing but the day: "It was yesterday", no "Date:"."""
        start, end = self.text.sentence(when.start)
        said = self.text.low[start:end]
        return len(said.split()) <= SHORT and ":" not in said[: when.start - start]

    def _is_nobodys(self, when: When) -> bool:
        days = (self.now.date() - when.date).days
        limit = _UNTIL.search(self.text.low, max(0, when.start - NEAR), when.start)
        return bool(self.standing.is_others(when.start) or abs(days) > OLDEST or limit)

    def _is_long_off(self, when: When) -> bool:
        return when.coming is not None and (when.coming - self.now.date()).days > STALE

    def _is_to_come(self, when: When) -> bool:
        """Tell whether a day without its year, taken as past, would be too long past."""
        without_year = when.coming not in {None, when.date}
        return without_year and (self.now.date() - when.date).days > STALE

    def _nearest(self, when: When, sums: list[Amount]) -> str:
        start, end = self.text.sentence(when.start)
        before = self.text.with_sentence_before(when.start)
        clause = self.text.clause(when.start)
        spans = [clause, (start, end)]
        if self.text.low[when.start] == "ו":
            spans.insert(0, (when.start, clause[1]))
        own = self._is_of_its_own(when, clause) or self._goes_on(when)
        if own:
            del spans[1:]
        if self._is_alone(when):  # "I cannot get in. Since yesterday."
            spans += [before, (0, end)]
        for span in spans:
            if distances := self._distances(when, sums, span):
                return min(distances, key=lambda name: distances[name])
        # "Charged twice. Once on 9 October and again on the 12th."
        goes_on = not own and self._goes_on_with_a_charge(when, before)
        return "charge" if goes_on else ""

    def _goes_on_with_a_charge(self, when: When, before: tuple[int, int]) -> bool:
        """Tell whether the person's payment is told right before, and nothing else of this day."""
        start, end = self.text.sentence(when.start)
        acts = self.text.has(FIRST_PERSON, (start, end))
        paid = self.text.has(self.cues["days"]["charge"], before)
        others = self.standing.is_others(max(0, start - 2))
        return paid and not others and not (acts or len(self.text.low[start:end].split()) > LONG)

    def _distances(
        self, when: When, sums: list[Amount], span: tuple[int, int]
    ) -> dict[str, tuple[int, int]]:
        """Return how far the nearest words of each kind stand, of two the longer ones first.

        A sum speaks for a charge.
        """
        found: dict[str, tuple[int, int]] = {}
        for name in self.cues["days"].names():
            for m in self.cues["days"][name].finditer(self.text.low, *span):
                if (far := _far(when, m.start(), m.end(), AFTER)) is not None:
                    far += FAINT * (
                        self.cues["faint"][name].match(self.text.low, m.start()) is not None
                    )
                    found[name] = min(found.get(name, (FAR, 0)), (far, m.start() - m.end()))
        for one in sums:
            if span[0] <= one.start < span[1]:
                far = abs(one.start - when.start) + AFTER // 2
                found["charge"] = min(found.get("charge", (FAR, 0)), (far, 0))
        return found


def _far(when: When, start: int, end: int, after: int) -> int | None:
    """Return how far words stand from a day, 0 where it stands within; None for a part of it."""
    if end <= when.start:
        return when.start - end
    if when.end <= start:
        return start - when.end + after
    return 0 if start < when.start else None


def _charges(charges: list[When]) -> Iterator[Found]:
    ordered = sorted({when.date: when for when in reversed(charges)}.items())
    for name, (date, when) in zip(("charge_date", "second_charge_date"), ordered, strict=False):
        yield Found(name, date.isoformat(), when.start, when.end)
