"""What is due for a case, when, and how the case stands.

    each of SOURCES -> DueItem -> put off, or not before the day that support promised -> the list

A source knows one kind of date; another kind, as a term that the law sets, is another source, and
an entry of follow_up.toml with `since = "own"` for its words. Nothing here raises.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from guide.catalog.records import Catalog
from guide.follow_up import plan
from guide.follow_up.business_days import parse_time
from guide.follow_up.by_case import ByCase
from guide.follow_up.due_item import DueItem, DueState, Reckoning, Status
from guide.model import Case
from guide.routes.clocks import clocks

type DueSource = Callable[[Catalog, Case, dt.datetime], Iterable[DueItem]]

PROMISED = "promised"  # The entry of follow_up.toml for the day by which support is to answer.


@ByCase
def due(catalog: Catalog, case: Case, now: str) -> tuple[DueItem, ...]:
    """Return what is due, what was done for it, and what is to come, in the order of sources."""
    clock = parse_time(now, dt.UTC)
    if case.closed or clock is None:
        return ()
    today = clock.date().isoformat()
    found = (item for source in SOURCES for item in source(catalog, case, clock))
    return tuple(_moved(case, item, today) for item in found)


def _promise(_: Catalog, case: Case, clock: dt.datetime) -> tuple[DueItem, ...]:
    """Return the day by which support is to answer."""
    promise = case.promised
    if promise is None:
        return ()
    state = _state(promise.on, clock.date().isoformat())
    return (DueItem(PROMISED, promise.on, "", state, by=Reckoning("promised", promise.at)),)


def _clocks(catalog: Catalog, case: Case, at: dt.datetime) -> Iterator[DueItem]:
    """Yield what ends beyond support, whatever is waited for here."""
    for one in clocks(catalog, case, at):
        on, until = one.urgent.isoformat(), one.closes.isoformat()
        by = Reckoning("best_by" if one.stays_open else "clock", on)
        yield DueItem(one.route, on, until, one.state, clock=True, by=by)


SOURCES: tuple[DueSource, ...] = (_clocks, _promise, plan.items)


def _state(on: str, today: str) -> DueState:
    return "upcoming" if on > today else "due"


def _moved(case: Case, item: DueItem, today: str) -> DueItem:
    """Return the item as the person, or what support promised, has moved it."""
    if item.state == "done":
        return item
    for later in case.put_off:
        if (later.item, later.on) == (item.id, item.on):
            # A last day can be settled, and not put off.
            return item if item.clock and later.until else _put_off(item, later.until, today)
    promise = case.promised
    # What they promise stops no clock.
    if item.clock or promise is None or item.on >= promise.on:
        return item
    state = item.state if promise.on <= today else "upcoming"
    by = Reckoning("promised", promise.at)
    until = max(item.until, promise.on) if item.until else ""
    return replace(item, on=promise.on, until=until, state=state, by=by, planned=item.on)


def _put_off(item: DueItem, until: str, today: str) -> DueItem:
    if not until:
        return replace(item, state="done")
    by = Reckoning("put_off", item.on)
    return replace(item, on=until, until="", state=_state(until, today), by=by, planned=item.on)


def status(
    catalog: Catalog, case: Case, now: str, items: tuple[DueItem, ...] | None = None
) -> Status:
    """Return how the case stands; `items` spares asking again what is due."""
    if items is None:
        return _status(catalog, case, now)
    return _standing(catalog, case, now, lambda: {item.state for item in items})


def _standing(
    catalog: Catalog, case: Case, now: str, states: Callable[[], set[DueState]]
) -> Status:
    if case.closed:
        return case.closed.outcome
    if not (case.sent or case.replies or case.under_way or case.appealed or case.promised):
        return "preparing"
    if parse_time(now, None) is None and plan.waiting_reply(catalog, case):
        return "action_needed"
    found = states()
    if "overdue" in found:
        return "overdue"
    return "action_needed" if "due" in found else "waiting"


@ByCase
def _status(catalog: Catalog, case: Case, now: str) -> Status:
    return _standing(catalog, case, now, lambda: _states(catalog, case, now))


def _states(catalog: Catalog, case: Case, now: str) -> set[DueState]:
    """Return the states of what is `due`; a list of cases needs no more of each."""
    clock = parse_time(now, dt.UTC)
    if case.promised or case.put_off or clock is None:
        return {item.state for item in due(catalog, case, now)}
    clocked: set[DueState] = {item.state for item in _clocks(catalog, case, clock)}
    return clocked | plan.states(catalog, case, clock)


def day_after(now: str, days: int) -> str:
    """Return the person's date (ISO 8601) so many days from now, "" where now is no time."""
    here = parse_time(now, dt.UTC)
    return (here.date() + dt.timedelta(days=days)).isoformat() if here else ""
