"""One thing that is due for a case, on which day, and how that day was found."""

from dataclasses import dataclass, field
from typing import Literal

from guide.ids import Count, LetterKind

type DueState = Literal["upcoming", "due", "overdue", "done"]
type Status = Literal["preparing", "waiting", "action_needed", "overdue", "solved", "given_up"]
# How a day was found; the words are `due_by`.
type FoundBy = Literal[
    "business_days",
    "after_answer",
    "answer",
    "own_day",
    "promised",
    "put_off",
    "clock",
    "best_by",
]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How a day was found: by which rule, from which day (ISO 8601), over how many business days.

    `off` are the ids of support's holidays on the way, which were not counted.
    """

    rule: FoundBy
    since: str = ""
    days: Count = 0
    off: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DueItem:
    """One entry of follow_up.toml for a case.

    `on` and `until` are the person's dates (ISO 8601, "" where there is none); `kind` is the
    letter to write, None where something else is to be done. A `clock` is the last day of a route
    beyond support: `until`, and `on` is when that becomes urgent.
    """

    id: str
    on: str
    until: str
    state: DueState
    kind: LetterKind | None = None
    # Not of what an item is: two that differ only in this are the same one.
    by: Reckoning = field(default=Reckoning("own_day"), compare=False)
    clock: bool = False
    planned: str = ""  # The day before the person, or a promise, moved it; "" where none did.

    @property
    def day(self) -> str:
        """The day that it is known by: of what ends beyond support the last one."""
        return self.until if self.clock else self.on

    @property
    def first_on(self) -> str:
        """The day by which what a person said of the item is known again."""
        return self.planned or self.on
