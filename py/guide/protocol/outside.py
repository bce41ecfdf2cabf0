"""What the extension shows outside the guide's own pages: in the toolbar, and on the help site.

The background has it from the storage; the shell puts there what a turn brings of it. And what
has changed of a state that the shell has.
"""

from dataclasses import dataclass
from typing import Literal

from guide.ids import Locale


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day, ISO 8601, on which to remind of a case."""

    case: str
    on: str


@dataclass(frozen=True, slots=True)
class Reminders:
    """What the background counts, in order of days, and what it says, without a word of a case.

    `lang` is the language that it speaks, also in the menu of the right click. `waiting` has
    `{number}` in it. `counted` is the day, the offset and the language that the days are of: the
    same again need not be counted at each opening.
    """

    lang: Locale
    counted: str
    days: tuple[DueDay, ...]
    waiting: str
    notification: str


@dataclass(frozen=True, slots=True)
class LauncherWords:
    """What the button on the help site says: its name, a hint at whose it is, how to dismiss it."""

    lang: Locale
    dir: Literal["rtl", "ltr"]
    name: str
    hint: str
    dismiss: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What of a state is not as it was in the request's: all but the cases, and some of these.

    `order` has the ids of all its cases. What is in no `cases` is what it was.
    """

    rest: object
    order: tuple[str, ...]
    cases: tuple[object, ...]
