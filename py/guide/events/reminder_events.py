"""What a person can do about days and reminders: move one, be done with it, take them along."""

from dataclasses import dataclass
from typing import Literal

from guide.ids import Count


@dataclass(frozen=True, slots=True)
class RemindLater:
    """What is due for a case should be reminded of so many days from now; "" is all that is due."""

    type: Literal["remind_later"]
    case: str
    days: Count
    item: str = ""


@dataclass(frozen=True, slots=True)
class Settle:
    """What is due for a case is done, or needs no reminder; "" is all that is due."""

    type: Literal["settle"]
    case: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class FollowReminder:
    """The person comes from a reminder, to its case; it may be gone by now."""

    type: Literal["follow_reminder"]
    case: str


@dataclass(frozen=True, slots=True)
class SaveCalendar:
    """The days of a case, or of all cases (None), should go into a file for a calendar."""

    type: Literal["save_calendar"]
    case: str | None = None


@dataclass(frozen=True, slots=True)
class NameInCalendar:
    """Whether that file says what a case is called."""

    type: Literal["name_in_calendar"]
    on: bool


@dataclass(frozen=True, slots=True)
class KeepQuietDays:
    """Whether reminders wait on the Sabbath and on holidays."""

    type: Literal["quiet_days"]
    on: bool
