"""What is due for a case, when, and how the case stands.

Days are counted where support works and shown in the person's date. After an answer from support
nothing is due but the reply to it, and what went out then begins a new count. Letters in public
count for nothing here: support need not have seen them. A date that cannot be read is unknown;
nothing here raises.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from guide import business_days
from guide.business_days import moment
from guide.catalog import Catalog, Due
from guide.model import Case, LetterKind, Reply

type DueState = Literal["upcoming", "due", "overdue", "done"]
type Status = Literal["preparing", "waiting", "action_needed", "overdue", "solved", "given_up"]

ANSWER = "answer"  # The entry of follow_up.toml for a reply that waits for ours.


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
    clock = moment(now, dt.UTC)
    if case.closed or clock is None:
        return ()
    if (reply := waiting_reply(case)) is not None:
        return (_answer(catalog, reply, clock),)
    chain = _Chain.of(catalog, case, clock)
    return tuple(chain.items()) if chain else ()


def status(
    catalog: Catalog, case: Case, now: str, items: tuple[DueItem, ...] | None = None
) -> Status:
    """Return how the case stands; `items` spares asking again what is due."""
    if case.closed:
        return case.closed.outcome
    if not case.sent and not case.replies:
        return "preparing"
    if moment(now, None) is None and waiting_reply(case):
        return "action_needed"
    states = {item.state for item in (due(catalog, case, now) if items is None else items)}
    if "overdue" in states:
        return "overdue"
    return "action_needed" if "due" in states else "waiting"


def waiting_reply(case: Case) -> Reply | None:
    """Return support's newest answer if nothing went out since; a suspicious one is not theirs."""
    reply = _last_reply(case)
    return reply if reply and reply.after >= len(case.sent) else None


def _last_reply(case: Case) -> Reply | None:
    genuine = (reply for reply in reversed(case.replies) if reply.kind != "suspicious")
    return next(genuine, None)


def _answer(catalog: Catalog, reply: Reply, clock: dt.datetime) -> DueItem:
    rule, kind = catalog.due[ANSWER], catalog.replies[reply.kind].letter
    came = moment(reply.at, clock.tzinfo)
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
    nudges: frozenset[LetterKind]  # The kinds of all but the first letter.

    @classmethod
    def of(cls, catalog: Catalog, case: Case, clock: dt.datetime) -> "_Chain | None":
        """Return the chain, or None where nothing with a known day went to support."""
        reply = _last_reply(case)
        since = case.sent[reply.after if reply else 0 :]
        sent = [s for s in since if catalog.channels[s.channel].audience == "support"]
        known = [at for s in sent if (at := moment(s.at, clock.tzinfo))]
        if not known:
            return None
        today, first, last = (
            business_days.day_there(catalog.zone, at) for at in (clock, min(known), max(known))
        )
        nudges = frozenset(s.kind for s in sent[1:])
        return cls(catalog, case, clock, today, first, last, max(known), nudges)

    def items(self) -> Iterator[DueItem]:
        """Yield an item for each entry of the table that has its place now."""
        for name, rule in self.catalog.due.items():
            if name == ANSWER:
                continue
            on, until = self._days(rule)
            state = self._state(name, rule, on, until)
            if state in {"upcoming", "done"} or self._allowed(rule):
                end = self._here(until).isoformat() if rule.until else ""
                yield DueItem(name, self._here(on).isoformat(), end, state, rule.kind)

    def _here(self, day: dt.date) -> dt.date:
        return business_days.day_here(self.catalog.zone, day, self.clock.tzinfo)

    def _days(self, rule: Due) -> tuple[dt.date, dt.date]:
        """Return the first and the last day for this, in the support's calendar."""
        base = self.last if rule.since == "last" else self.first
        rested = business_days.add(self.last, rule.rest)
        on = max(business_days.add(base, rule.after), rested)
        return on, max(on, business_days.add(base, rule.until))

    def _state(self, name: str, rule: Due, on: dt.date, until: dt.date) -> DueState:
        if self._was_sent(rule.kind) if rule.kind else self._was_tried(name):
            return "done"
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
        order = [rule.kind for rule in self.catalog.due.values() if rule.kind]
        return any(later in self.nudges for later in order[order.index(kind) :])

    def _was_tried(self, advice: str) -> bool:
        tried = (moment(t.at, self.clock.tzinfo) for t in self.case.tried if t.advice == advice)
        return any(at is not None and at >= self.last_at for at in tried)
