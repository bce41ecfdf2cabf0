"""That a story tells of a letter to support which nobody answered: its words, day, way, number.

    "I wrote to support two weeks ago"        a letter that went out, and to whom
    "nobody answers the ticket of 10 November"  a silence, and of whom
    -> Written, unless the text tells of an answer, too

What is denied, planned or asked, and what went to a bank, a shop or the chat itself, is none.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from guide.ids import ChannelId
from guide.story.cues import Cues, Text
from guide.story.dates import Calendar, When
from guide.story.done import Deeds
from guide.text.hebrew import is_hebrew

TABLE = "written"
REACH = 60  # Characters between a verb and whom it is written to, either way.
BEFORE = 24  # Characters before an answer in which it is denied.
FEW = 2  # Words before a verb that has no subject.
WAYS: tuple[ChannelId, ...] = ("email", "in_app", "help_chat")


@dataclass(frozen=True, slots=True)
class Written:
    """A letter to support before the guide was met; `words` say so.

    `on` is its day, None where it is not told, or told roughly; `channel` is None and `number` ""
    where they are not told. `rest` is what else the text says: the problem.
    """

    words: str
    on: dt.date | None = None
    channel: ChannelId | None = None
    number: str = ""
    rest: str = ""


def find(
    text: Text, cues: Cues, deeds: Deeds, calendar: Calendar, now: dt.datetime
) -> Written | None:
    """Return the earliest letter to support that is told of, None for none, or an answered one."""
    places = [*_sent(text, cues, deeds), *_silent(text, cues)]
    if not places or _was_answered(text, cues):
        return None
    days = [when for when in calendar.find(text, now) if when.date <= now.date()]
    found = [
        Written(text.raw[start:end].strip(), _day(text, cues, days, start), _way(text, cues, start))
        for start, end in places
    ]
    first = min(found, key=lambda one: one.on or dt.date.max)
    way = first.channel or next((one.channel for one in found if one.channel), None)
    return replace(first, channel=way, rest=_rest(text, cues, places))


def _rest(text: Text, cues: Cues, places: list[tuple[int, int]]) -> str:
    """Return the text without the clauses of the letter and of the silence."""
    silences = (m.start() for name in ("silent", "mute") for m in cues[name].finditer(text.low))
    clauses = sorted({text.clause(at) for at in (*(start for start, _ in places), *silences)})
    rest, end = "", 0
    for clause in clauses:
        rest, end = f"{rest}{text.raw[end : max(end, clause[0])]} ", max(end, clause[1])
    return f"{rest}{text.raw[end:]}".strip()


def _sent(text: Text, cues: Cues, deeds: Deeds) -> Iterator[tuple[int, int]]:
    """Yield where it is said that a letter went to support."""
    for m in cues["sent"].finditer(text.low):
        start, end = text.clause(m.start())
        bare = cues["to_right_after"].match(text.low, m.end() + 1)
        near = max(start, m.start() - REACH), min(end, m.end() + REACH)
        to = bare or cues["to"].search(text.low, *near)
        # Who "they" are may stand anywhere in the sentence.
        span = text.sentence(m.start()) if bare else (start, end)
        if not to or text.has(cues["others"], span) or _is_asked(text, m.start()):
            continue
        if _is_own(text, cues, m.start()) and deeds.is_done(text, m.start()):
            yield m.start(), max(m.end(), to.end())


def _is_own(text: Text, cues: Cues, place: int) -> bool:
    """Tell whether it is the person who wrote: a Hebrew verb says so itself.

    In English "I" stands before it, or next to nothing does: "Emailed support, no answer".
    """
    if is_hebrew(text.low[place:]):
        return True
    before = text.clause(place)[0], place
    few = len(text.low[slice(*before)].split()) <= FEW
    return text.has(cues["me"], before) or (few and not text.has(cues["not_me"], before))


def _silent(text: Text, cues: Cues) -> Iterator[tuple[int, int]]:
    """Yield where it is said that support has not answered what was written.

    That it does not answer in general says of no letter.
    """
    for name, of in (("silent", ("to", "letter")), ("mute", ("letter",))):
        for m in cues[name].finditer(text.low):
            span = text.clause(m.start())
            if text.has(cues["others"], span) or _is_asked(text, m.start()):
                continue
            if any(text.has(cues[one], span) for one in of):
                yield m.span()


def _is_asked(text: Text, place: int) -> bool:
    end = text.sentence(place)[1]
    return "?" in text.low[place:end]


def _was_answered(text: Text, cues: Cues) -> bool:
    """Tell whether an answer of support's is told of; that none came is none."""
    for m in cues["answered"].finditer(text.low):
        clause = text.clause(m.start())
        denied = text.has(cues["no"], (max(clause[0], m.start() - BEFORE), m.end()))
        if not denied and not text.has(cues["others"], clause):
            return True
    return False


def _day(text: Text, cues: Cues, days: list[When], place: int) -> dt.date | None:
    """Return the day in the clause, else the one of the silence in the same sentence."""
    own, whole = text.clause(place), text.sentence(place)
    quiet = [text.clause(m.start()) for m in cues["silent"].finditer(text.low, *whole)]
    for start, end in (own, *quiet):
        near = [when for when in days if start <= when.start < end]
        if near:
            when = min(near, key=lambda one: abs(one.start - place))
            return None if text.before(cues["rough"], when.start, 2) else when.date
    return None


def _way(text: Text, cues: Cues, place: int) -> ChannelId | None:
    span = text.sentence(place)
    return next((way for way in WAYS if text.has(cues[way], span)), None)
