"""The plan of follow_up.toml for a case: the answer that waits for ours, the news, the letters.

Days are counted where support works and shown in the person's date. After an answer from support
nothing is due but the reply to it, and what went out then begins a new count. Letters in public
count for nothing here: support need not have seen them. A date that cannot be read is unknown;
nothing here raises.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from guide.catalog.holidays import Holidays, support_off
from guide.catalog.records import Catalog, Due, Zone
from guide.follow_up import business_days
from guide.follow_up.business_days import parse_time
from guide.follow_up.due_item import DueItem, DueState, FoundBy, Reckoning
from guide.ids import ChannelId, LetterKind
from guide.model import Case, Reply

ANSWER = "answer"  # The entry of follow_up.toml for a reply that waits for ours.
LEFT = "what_is_left"  # The one for an appeal that was refused: nothing more can be written.
NEWS = "any_news"  # And the one for a step that is under way.


def items(catalog: Catalog, case: Case, clock: dt.datetime) -> tuple[DueItem, ...]:
    """Return what is due, what was done for it, and what is to come, in the order of the table."""
    if (reply := waiting_reply(catalog, case)) is not None:
        return (*_news(case, clock), _answer(catalog, case, reply, clock))
    chain = _Chain.of(catalog, case, clock)
    return (*_news(case, clock), *(chain.items() if chain else ()))


def states(catalog: Catalog, case: Case, clock: dt.datetime) -> set[DueState]:
    """Return the states of the `items`; a list of cases needs no more of each."""
    if (reply := waiting_reply(catalog, case)) is not None:
        return {_answer(catalog, case, reply, clock).state}
    chain = _Chain.of(catalog, case, clock)
    news = {item.state for item in _news(case, clock)}
    return news | ({state for _, _, state in chain.entries()} if chain else set())


def _news(case: Case, clock: dt.datetime) -> tuple[DueItem, ...]:
    """Return the day on which what is under way elsewhere is asked about."""
    step = case.under_way
    if step is None:
        return ()
    state: DueState = "due" if step.until <= clock.date().isoformat() else "upcoming"
    return (DueItem(NEWS, step.until, "", state, by=Reckoning("own_day", step.at)),)


def waiting_reply(catalog: Catalog, case: Case) -> Reply | None:
    """Return support's newest answer if it is owed one, and nothing went out since."""
    reply = _last_reply(case)
    owed = reply is not None and catalog.replies[reply.kind].letter is not None
    owed = owed and not suggestion_helped(case)
    return reply if reply and owed and reply.after >= len(case.sent) else None


def _last_reply(case: Case) -> Reply | None:
    """Return support's newest answer; a suspicious one is not theirs."""
    genuine = (reply for reply in reversed(case.replies) if reply.kind != "suspicious")
    return next(genuine, None)


def counted_reply(catalog: Catalog, case: Case) -> Reply | None:
    """Return support's newest answer from which days are counted: no mere receipt."""
    genuine = (reply for reply in reversed(case.replies) if reply.kind != "suspicious")
    return next((one for one in genuine if catalog.replies[one.kind].wait != "on"), None)


def next_suggested(case: Case) -> str:
    """Return the step that support suggested and the person has not answered yet, "" for none.

    Where one has helped, the others are no longer needed.
    """
    known = {step.words for step in case.steps if step.words}
    left = () if suggestion_helped(case) else case.suggested
    return next((words for words in left if words not in known), "")


def suggestion_helped(case: Case) -> bool:
    """Tell whether a step that support suggested was all it took."""
    return any(s.outcome == "helped" and s.words in case.suggested for s in case.steps)


def _answer(catalog: Catalog, case: Case, reply: Reply, clock: dt.datetime) -> DueItem:
    """Return what an answer asks for: ours, or where it is a no to an appeal, what is left."""
    over = case.appealed and reply.kind == "refused"
    name = LEFT if over else ANSWER
    rule, kind = catalog.due[name], None if over else catalog.replies[reply.kind].letter
    came = parse_time(reply.at, clock.tzinfo)
    if came is None:
        return DueItem(name, "", "", "due", kind, Reckoning("answer"))
    there = business_days.day_there(catalog.zone, came)
    until = business_days.add(there, rule.until, _off(catalog.holidays))
    late = business_days.day_there(catalog.zone, clock) > until
    shown = came.astimezone(clock.tzinfo).date().isoformat()
    here = business_days.day_here(catalog.zone, until, clock.tzinfo)
    state: DueState = "overdue" if late else "due"
    return DueItem(name, shown, here.isoformat(), state, kind, Reckoning("answer", shown))


@lru_cache(maxsize=2)
def _off(holidays: Holidays) -> business_days.Days:
    """Return the days on which support is off."""
    return frozenset(support_off(holidays))


def is_followed_up(catalog: Catalog, channel: ChannelId, kind: LetterKind) -> bool:
    """Tell whether days follow on which to write again: an appeal goes once, a post has none."""
    return catalog.channels[channel].audience == "support" and kind != "appeal"


@dataclass(frozen=True, slots=True)
class _Chain:
    """What went to support since its last answer, and the clock."""

    catalog: Catalog
    case: Case
    clock: dt.datetime
    today: dt.date  # At support, like the two below.
    first: dt.date
    last: dt.date
    first_at: dt.datetime
    last_at: dt.datetime
    answer_at: dt.datetime | None  # Of the answer that begins it.
    reached: int  # The latest nudge among the kinds of the table, -1 for none.

    @classmethod
    def of(cls, catalog: Catalog, case: Case, clock: dt.datetime) -> "_Chain | None":
        """Return the chain, or None where nothing with a known day went to support.

        An answer that asks for nothing begins it: what it says comes in place of a letter.
        """
        reply = counted_reply(catalog, case)
        since = case.sent[reply.after if reply else 0 :]
        anew = reply is not None and catalog.replies[reply.kind].wait == "anew"
        sent = [s for s in since if is_followed_up(catalog, s.channel, s.kind)]
        known = [at for s in sent if (at := parse_time(s.at, clock.tzinfo))]
        answered = (parse_time(reply.at, clock.tzinfo) or clock) if reply and anew else None
        if answered:
            known.append(answered)
        if not known:
            return None
        earliest, latest = min(known), max(known)
        last = business_days.day_there(catalog.zone, latest)
        alone = len(known) == 1
        first = last if alone else business_days.day_there(catalog.zone, earliest)
        nudges = {s.kind for s in sent[0 if anew else 1 :]}
        reached = max((i for i, kind in enumerate(_kinds(catalog)) if kind in nudges), default=-1)
        today = _today(catalog.zone, clock)
        return cls(catalog, case, clock, today, first, last, earliest, latest, answered, reached)

    def items(self) -> Iterator[DueItem]:
        """Yield an item for each entry of the table that has its place now."""
        for name, rule, state in self.entries():
            on, until = self._days(rule)
            end = self._here(until).isoformat() if rule.until else ""
            here = self._shown(rule, on).isoformat()
            yield DueItem(name, here, end, state, rule.kind, self._reckoning(rule, on))

    def _reckoning(self, rule: Due, on: dt.date) -> Reckoning:
        """Return how the day came about: from which letter, or as a rest after the last."""
        since, at, days = self.first, self.first_at, rule.after
        if rule.since == "last":
            since, at = self.last, self.last_at
        if self._add(since, days) < on:
            since, at, days = self.last, self.last_at, rule.rest
        names = support_off(self.catalog.holidays)
        off = business_days.passed_over(since, on, _off(self.catalog.holidays))
        # The day on which the person wrote, which may be the one before at support.
        shown = at.astimezone(self.clock.tzinfo).date().isoformat()
        by: FoundBy = "after_answer" if at == self.answer_at else "business_days"
        return Reckoning(by, shown, days, tuple(names[day] for day in off))

    def entries(self) -> Iterator[tuple[str, Due, DueState]]:
        """Yield the entries of the table that have their place now, with how each stands."""
        for name, plan in self.catalog.due.items():
            if plan.since == "own":
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

    def _shown(self, rule: Due, on: dt.date) -> dt.date:
        """Return the person's date for a day at support: waiting is not over on the same day.

        Who writes at night in Jerusalem writes by day in San Francisco, where the next business
        day begins before theirs ends.
        """
        wrote = self.last_at.astimezone(self.clock.tzinfo).date()
        return max(self._here(on), wrote + dt.timedelta(days=bool(rule.after)))

    def _days(self, rule: Due) -> tuple[dt.date, dt.date]:
        """Return the first and the last day for this, in the support's calendar."""
        base = self.last if rule.since == "last" else self.first
        on = max(self._add(base, rule.after), self._add(self.last, rule.rest))
        return on, max(on, self._add(base, rule.until))

    def _add(self, day: dt.date, count: int) -> dt.date:
        return business_days.add(day, count, _off(self.catalog.holidays))

    def _state(self, name: str, rule: Due) -> DueState:
        if self._was_sent(rule.kind) if rule.kind else self._was_tried(name):
            return "done"
        on, until = self._days(rule)
        here = self.clock.date()
        # Both calendars must have come so far, that of support and the one the person reads.
        if self.today < on or here < self._shown(rule, on):
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


def _kinds(catalog: Catalog) -> list[LetterKind]:
    """Return the kinds of letters in the table, in its order."""
    return [rule.kind for rule in catalog.due.values() if rule.kind]


@lru_cache(maxsize=4)
def _today(zone: Zone, clock: dt.datetime) -> dt.date:
    return business_days.day_there(zone, clock)
