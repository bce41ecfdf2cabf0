"""Days -> iCalendar: an all-day event each, with an alarm at nine in the morning.

What other people's readers do with the file decided more than the RFC: dates and never times for a
whole day, an end and no duration, an alarm as hours after the start, its words those of the event.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guide.calendar_file import lines

type Property = tuple[str, str]

PRODUCT = "-//Support Guide//Support Guide//EN"
# SEQUENCE must rise with each change. Seconds do, and nothing need be kept; they fit 31 bits.
START = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One day: `uid` is the same whenever this is written, so that a program moves what it has."""

    uid: str
    day: dt.date
    summary: str


def write(events: Iterable[CalendarEvent], at: dt.datetime) -> str:
    """Return the file of these events, written at this time, which has an offset."""
    return lines.joined(_calendar(events, at.astimezone(dt.UTC)))


def _calendar(events: Iterable[CalendarEvent], at: dt.datetime) -> Iterator[Property]:
    yield "BEGIN", "VCALENDAR"
    yield "VERSION", "2.0"
    yield "PRODID", PRODUCT
    for event in events:
        yield from _event(event, at)
    yield "END", "VCALENDAR"


def _event(event: CalendarEvent, at: dt.datetime) -> Iterator[Property]:
    summary = lines.text(event.summary)
    yield "BEGIN", "VEVENT"
    yield "UID", event.uid
    yield "DTSTAMP", f"{at:%Y%m%dT%H%M%SZ}"
    yield "SEQUENCE", str(max(0, int((at - START).total_seconds())))
    yield "DTSTART;VALUE=DATE", _date(event.day)
    yield "DTEND;VALUE=DATE", _date(event.day + dt.timedelta(days=1))
    yield "SUMMARY", summary
    yield "TRANSP", "TRANSPARENT"  # The day is not taken.
    yield "BEGIN", "VALARM"
    yield "ACTION", "DISPLAY"
    yield "TRIGGER", "PT9H"
    yield "DESCRIPTION", summary
    yield "END", "VALARM"
    yield "END", "VEVENT"


def _date(day: dt.date) -> str:
    # Not by strftime, which writes years before 1000 with fewer digits in some places.
    return day.isoformat().replace("-", "")
