"""A pasted answer -> what it says: kind, number, what is asked, dates, the reason, steps.

    text -> cuts -> body -> remarks -> asks, steps, promises -> kind

Whatever an answer holds (markup, orders to programs, a hundred pages) is only read. O(len(text)).
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from guide.ids import ReplyKind
from guide.reading import asks, cuts, kinds, lines, numbers, promises, steps
from guide.reading.asks import Asked
from guide.reading.cuts import Cut
from guide.reading.lines import Remark
from guide.reading.promises import Announced
from guide.reading.rules import AnswerRules
from guide.reading.weighing import Weighed
from guide.sender_check import judge
from guide.sender_check.rules import SenderRules
from guide.text.phrases import folded

MAX_TEXT = 200_000  # Characters of a paste; the rest is not looked at.
_REASON = 3  # Letters that a reason has at least.
_SHORTER_THAN_PHONES = 8  # Digits.


@dataclass(frozen=True, slots=True)
class WhatTheySay:
    """What an answer from support says; `reason` is that of a no, "" where none is given.

    `body` is what is left of the text, without `cuts`.
    """

    kind: ReplyKind
    body: str
    cuts: tuple[Cut, ...] = ()
    case_number: str = ""
    asked: tuple[Asked, ...] = ()
    promised: tuple[Announced, ...] = ()
    reason: str = ""
    steps: tuple[str, ...] = ()

    @property
    def dates(self) -> tuple[str, ...]:
        """The days to come, in order, each once."""
        return tuple(sorted({one.on for one in self.promised if one.on}))


def read(
    rules: AnswerRules,
    senders: SenderRules,
    text: str,
    now: dt.datetime,
    kept: Collection[str] = (),
) -> WhatTheySay:
    """Return what an answer says; `now` has the person's offset, `kept` is what is not cut."""
    body, left = cuts.cut(rules, text[:MAX_TEXT], kept)
    remarks = lines.read(rules, body)
    number = _number(rules, body, left)
    trap = _is_trap(senders, body, left, number)
    weighed = Weighed(rules.kinds, body, remarks)
    found, tried = asks.likely(rules, remarks, weighed), steps.read(rules, remarks)
    hints = kinds.Hints(trap=trap, asks=asks.surely(found), steps=bool(tried))
    kind = kinds.kind(weighed, hints)
    return WhatTheySay(
        kind,
        body,
        left,
        number,
        asks.read(found, kind),
        promises.read(rules, remarks, now),
        _reason(weighed) if kind == "refused" else "",
        tried,
    )


@lru_cache(maxsize=8)
def asked_of(rules: AnswerRules, text: str) -> tuple[Asked, ...]:
    """Return what an answer that asks asks for; a letter is written anew at each key."""
    body, _ = cuts.cut(rules, text[:MAX_TEXT])
    remarks = lines.read(rules, body)
    return asks.read(
        asks.likely(rules, remarks, Weighed(rules.kinds, body, remarks)), "asks_details"
    )


def _number(rules: AnswerRules, body: str, left: tuple[Cut, ...]) -> str:
    """Return the case number; what was quoted may name an older one, and counts last."""
    parts = {one.kind: one.text for one in left}
    texts = (parts.get("head"), body, parts.get("signature"), parts.get("footer"))
    number = numbers.find(rules, "\n".join(filter(None, texts)))
    return number or numbers.find(rules, parts.get("quoted", ""), named=True)


def _is_trap(senders: SenderRules, body: str, left: tuple[Cut, ...], number: str) -> bool:
    """Tell whether the words or the sender are those of a trap; what was quoted is the person's.

    A case number is none to call, unless it is as long as those are, and has nothing else in it.
    """
    head = [one.text for one in left if one.kind in {"head", "signature"}]
    text = "\n".join([*head, body])
    called = number.replace("-", "").replace(" ", "").isdigit()
    if number and (not called or sum(map(str.isdigit, number)) <= _SHORTER_THAN_PHONES):
        text = text.replace(number, "")
    return judge.judge(senders, text).kind == "scam"


def _reason(weighed: Weighed) -> str:
    """Return why they say no: the sentence with a reason next to the no, else the no itself."""
    remarks = weighed.remarks
    no = kinds.plainest(weighed, "refused")
    if no is None:
        return ""
    near = (no, no + 1, no - 1, no + 2, no - 2)
    found = (remarks[at] for at in near if 0 <= at < len(remarks) and remarks[at].has("reason"))
    return _why(next(found, remarks[no]))


def _why(remark: Remark) -> str:
    """Return the part of a sentence that says why, where one does."""
    for start, _ in remark.found.get("reason_begins", ()):
        part = remark.text[remark.words.places[start][0] :].strip()
        if start and len(folded(part).split()) >= _REASON:
            return part
    return remark.text
