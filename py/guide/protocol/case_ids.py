"""The ids of cases: one id is one case, and no new case gets an id that is taken.

The guide writes no other states; a foreign hand can, and whatever finds a case by its id would then
write over another one.
"""

import re
from dataclasses import replace

from guide.model import Case
from guide.state import State

OWN_ID = re.compile(r"c([1-9][0-9]{0,8})")
# Of the numbers that new cases get: no person comes that far, and it stays a number everywhere.
MOST = 10**12
_NUMBERED = re.compile(r"c([1-9][0-9]{0,11})")


def number(case: Case) -> int:
    """Return the number in a case's id, 0 where it has none."""
    found = _NUMBERED.fullmatch(case.id)
    return int(found[1]) if found else 0


def distinct(state: State) -> State:
    """Return the state with an id for each case, and a next one that is free; no case is lost."""
    highest = max(map(number, state.cases), default=0)
    if len({case.id for case in state.cases}) < len(state.cases):
        cases = _renumbered(state.cases, highest)
        state, highest = replace(state, cases=cases), max(map(number, cases))
    if highest < state.next_case <= MOST:
        return state
    return replace(state, next_case=highest + 1)


def _renumbered(cases: tuple[Case, ...], highest: int) -> tuple[Case, ...]:
    """Return the cases, each but the first of an id under a new one."""
    taken: set[str] = set()
    kept: list[Case] = []
    for case in cases:
        if case.id in taken:
            highest += 1
            case = replace(case, id=f"c{highest}")  # noqa: PLW2901
        taken.add(case.id)
        kept.append(case)
    return tuple(kept)
