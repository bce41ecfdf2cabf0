"""What is due for a case, when, and how the case stands.

Days are counted where support works and shown in the person's date. After an answer from support
nothing is due but the reply to it, and what went out then begins a new count. Letters in public
count for nothing here: support need not have seen them. A date that cannot be read is unknown;
nothing here raises.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from guide.catalog.records import Catalog, Due, Zone
from guide.follow_up import business_days
from guide.follow_up.business_days import parse_time
from guide.ids import LetterKind
from guide.model import Case, Reply

type DueState = Literal["upcoming", "due", "overdue", "done"]
type Status = Literal["preparing", "waiting", "action_needed", "overdue", "solved", "given_up"]

ANSWER = "answer"  # The entry of follow_up.toml for a reply that waits for ours.
NEWS = "any_news"  # And the one for a step that is under way.
PROMISED = "promised"  # And the one for the day until which support promised something.
OWN_DAYS = frozenset({ANSWER, NEWS, PROMISED})  # These are not counted from a letter.


@dataclass(frozen=True, slots=True)
class DueItem:
    """One entry of follow_up.toml for a case.

    `on` and `until` are the person's dates (ISO 8601, "" where there is none); `kind` is the
    letter to write, None where something else is to be done.
    """

    id: str
    on: str
    until: str
    state: DueState
    kind: LetterKind | None = None


def due(catalog: Catalog, case: Case, now: str) -> tuple[DueItem, ...]:
    """Return what is due, what was done for it, and what is to come, in the order of the table."""
    clock = parse_time(now, dt.UTC)
    if case.closed or clock is None:
        return ()
    if (reply := waiting_reply(catalog, case)) is not None:
        return (*_news(case, clock), _answer(catalog, reply, clock))
    chain = _Chain.of(catalog, case, clock)
    promised = _promised(case, clock)
    return (*_news(case, clock), *promised, *(chain.items() if chain else ()))


def status(
    catalog: Catalog, case: Case, now: str, items: tuple[DueItem, ...] | None = None
) -> Status:
    """Return how the case stands; `items` spares asking again what is due."""
    if case.closed:
        return case.closed.outcome
    if not (case.sent or case.replies or case.under_way or case.appealed):
        return "preparing"
    if parse_time(now, None) is None and waiting_reply(catalog, case):
        return "action_needed"
    states = _states(catalog, case, now) if items is None else {item.state for item in items}
    if "overdue" in states:
        return "overdue"
    return "action_needed" if "due" in states else "waiting"


def _states(catalog: Catalog, case: Case, now: str) -> set[DueState]:
    """Return the states of what is `due`; a list of cases needs no more of each."""
    clock = parse_time(now, dt.UTC)
    if case.closed or clock is None:
        return set()
    if (reply := waiting_reply(catalog, case)) is not None:
        return {_answer(catalog, reply, clock).state}
    chain = _Chain.of(catalog, case, clock)
    promised = _promised(case, clock)
    news = {item.state for item in (*_news(case, clock), *promised)}
    return news | ({state for _, _, state in chain.entries()} if chain else set())


def _news(case: Case, clock: dt.datetime) -> tuple[DueItem, ...]:
    """Return the day on which what is under way elsewhere is asked about."""
    step = case.under_way
    if step is None:
        return ()
    state: DueState = "due" if step.until <= clock.date().isoformat() else "upcoming"
    return (DueItem(NEWS, step.until, "", state),)


def _promised(case: Case, clock: dt.datetime) -> tuple[DueItem, ...]:
    """Return the day until which support promised something, while nothing went out since."""
    reply = last_reply(case)
    if reply is None or not reply.until or reply.after < len(case.sent):
        return ()
    asked = case.step(PROMISED)
    if asked and (parse_time(asked.at, clock.tzinfo) or clock) >= _came(reply, clock):
        return ()
    state: DueState = "due" if reply.until <= clock.date().isoformat() else "upcoming"
    return (DueItem(PROMISED, reply.until, "", state),)


def _came(reply: Reply, clock: dt.datetime) -> dt.datetime:
    return parse_time(reply.at, clock.tzinfo) or clock


def day_after(now: str, days: int) -> str:
    """Return the person's date (ISO 8601) so many days from now, "" where now is no time."""
    here = parse_time(now, dt.UTC)
    return (here.date() + dt.timedelta(days=days)).isoformat() if here else ""


def waiting_reply(catalog: Catalog, case: Case) -> Reply | None:
    """Return support's newest answer if it is owed one, and nothing went out since."""
    reply = last_reply(case)
    owed = reply is not None and catalog.replies[reply.kind].letter is not None
    owed = owed and not case.suggestion_helped
    return reply if reply and owed and reply.after >= len(case.sent) else None


def last_reply(case: Case) -> Reply | None:
    """Return support's newest answer; a suspicious one is not theirs."""
    genuine = (reply for reply in reversed(case.replies) if reply.kind != "suspicious")
    return next(genuine, None)


def _answer(catalog: Catalog, reply: Reply, clock: dt.datetime) -> DueItem:
    rule, kind = catalog.due[ANSWER], catalog.replies[reply.kind].letter
    came = parse_time(reply.at, clock.tzinfo)
    if came is None:
        return DueItem(ANSWER, "", "", "due", kind)
    there = business_days.day_there(catalog.zone, came)
    until = business_days.add(there, rule.until)
    late = business_days.day_there(catalog.zone, clock) > until
    shown = came.astimezone(clock.tzinfo).date().isoformat()
    here = business_days.day_here(catalog.zone, until, clock.tzinfo)
    return DueItem(ANSWER, shown, here.isoformat(), "overdue" if late else "due", kind)


@dataclass(frozen=True, slots=True)
class _Chain:
    """What went to support since its last answer, and the clock."""

    catalog: Catalog
    case: Case
    clock: dt.datetime
    today: dt.date  # At support, like the two below.
    first: dt.date
    last: dt.date
    last_at: dt.datetime
    reached: int  # The latest nudge among the kinds of the table, -1 for none.
    promised: dt.date  # Nothing is due before this day, until which support promised something.

    @classmethod
    def of(cls, catalog: Catalog, case: Case, clock: dt.datetime) -> "_Chain | None":
        """Return the chain, or None where nothing with a known day went to support.

        An answer that asks for nothing begins it: what it says comes in place of a letter.
        """
        reply = _counted(catalog, case)
        since = case.sent[reply.after if reply else 0 :]
        anew = reply is not None and catalog.replies[reply.kind].wait == "anew"
        # An appeal goes once: nothing is sent after it to remind of it.
        sent = [
            s
            for s in since
            if catalog.channels[s.channel].audience == "support" and s.kind != "appeal"
        ]
        known = [at for s in sent if (at := parse_time(s.at, clock.tzinfo))]
        if reply and anew:
            known.append(_came(reply, clock))
        if not known:
            return None
        earliest, latest = min(known), max(known)
        last = business_days.day_there(catalog.zone, latest)
        alone = len(known) == 1
        first = last if alone else business_days.day_there(catalog.zone, earliest)
        nudges = {s.kind for s in sent[0 if anew else 1 :]}
        reached = max((i for i, kind in enumerate(_kinds(catalog)) if kind in nudges), default=-1)
        return cls(
            catalog,
            case,
            clock,
            _today(catalog.zone, clock),
            first,
            last,
            latest,
            reached,
            _promised_day(case),
        )

    def items(self) -> Iterator[DueItem]:
        """Yield an item for each entry of the table that has its place now."""
        for name, rule, state in self.entries():
            on, until = self._days(rule)
            end = self._here(until).isoformat() if rule.until else ""
            yield DueItem(name, self._here(on).isoformat(), end, state, rule.kind)

    def entries(self) -> Iterator[tuple[str, Due, DueState]]:
        """Yield the entries of the table that have their place now, with how each stands."""
        for name, plan in self.catalog.due.items():
            if name in OWN_DAYS:
                continue
            rule = self._by_topic(name, plan)
            state = self._state(name, rule)
            if state in {"upcoming", "done"} or self._allowed(rule):
                yield name, rule, state

    def _by_topic(self, name: str, rule: Due) -> Due:
        """Return the entry as the case's topic wants it: some things take longer than others."""
        topic = self.catalog.topic(self.case)
        return replace(rule, after=topic.after[name]) if topic and name in topic.after else rule

    def _here(self, day: dt.date) -> dt.date:
        return business_days.day_here(self.catalog.zone, day, self.clock.tzinfo)

    def _days(self, rule: Due) -> tuple[dt.date, dt.date]:
        """Return the first and the last day for this, in the support's calendar."""
        base = self.last if rule.since == "last" else self.first
        rested = business_days.add(self.last, rule.rest)
        on = max(business_days.add(base, rule.after), rested, self.promised)
        return on, max(on, business_days.add(base, rule.until))

    def _state(self, name: str, rule: Due) -> DueState:
        if self._was_sent(rule.kind) if rule.kind else self._was_tried(name):
            return "done"
        on, until = self._days(rule)
        here = self.clock.date()
        # Both calendars must have come so far, that of support and the one the person reads.
        if self.today < on or here < self._here(on):
            return "upcoming"
        late = self.today > until and here > self._here(until)
        return "overdue" if rule.until and late else "due"

    def _allowed(self, rule: Due) -> bool:
        return all(self._was_sent(kind) for kind in rule.needs)

    def _was_sent(self, kind: LetterKind) -> bool:
        """Tell whether this kind of nudge went out, or one that comes later in the table."""
        return self.reached >= 0 and self.reached >= _kinds(self.catalog).index(kind)

    def _was_tried(self, advice: str) -> bool:
        tried = (parse_time(t.at, self.clock.tzinfo) for t in self.case.tried if t.advice == advice)
        return any(at is not None and at >= self.last_at for at in tried)


def _counted(catalog: Catalog, case: Case) -> Reply | None:
    """Return support's newest answer from which days are counted: no mere receipt."""
    genuine = (reply for reply in reversed(case.replies) if reply.kind != "suspicious")
    return next((one for one in genuine if catalog.replies[one.kind].wait != "on"), None)


def _promised_day(case: Case) -> dt.date:
    """Return the day until which support's newest answer promised something."""
    reply = last_reply(case)
    until = parse_time(reply.until, dt.UTC) if reply and reply.until else None
    return until.date() if until else dt.date.min


def _kinds(catalog: Catalog) -> list[LetterKind]:
    """Return the kinds of letters in the table, in its order."""
    return [rule.kind for rule in catalog.due.values() if rule.kind]


@lru_cache(maxsize=4)
def _today(zone: Zone, clock: dt.datetime) -> dt.date:
    return business_days.day_there(zone, clock)
