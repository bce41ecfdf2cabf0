#!/usr/bin/env bash
# A calendar made anonymous for a report of a fault has a fault of its own: the alarm's lines are in
# the event.
#
# What: PyPI icalendar-anonymizer 0.1.4 (anonymize) with icalendar 7.3.2, on a valid event with one
#   alarm; control: icalendar alone, read and written.
# Seen on 2026-12-01: the event that comes out has ACTION, TRIGGER and a second DESCRIPTION, all
#   three from its alarm, which is there as well. RFC 5545, 3.6.1, has no ACTION or TRIGGER in an
#   event, and DESCRIPTION at most once. Its words are replaced as they should be. Without an alarm
#   the event has the lines that it had.
# Why it matters: the package is made for files that show a bug in another program. The maintainer
#   gets a file that is broken in another place, and most events from a phone have an alarm.
# Our rule: a report names what was done and seen; the person's file is not changed and sent.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq icalendar-anonymizer==0.1.4 icalendar==7.3.2
"$lab/venv/bin/python" - <<'PY'
from icalendar import Calendar
from icalendar_anonymizer import anonymize

HEAD = "BEGIN:VCALENDAR VERSION:2.0 PRODID:x BEGIN:VEVENT UID:a@example.com DTSTAMP:20260301T000000Z DTSTART:20260301T100000Z"
ALARM = "BEGIN:VALARM ACTION:DISPLAY TRIGGER:-PT5M DESCRIPTION:reminder END:VALARM"


def names(alarm: str, change) -> list[str]:
    """Return the names of the event's own lines, after the change and a way through the file."""
    lines = f"{HEAD} SUMMARY:meeting DESCRIPTION:words {alarm} END:VEVENT END:VCALENDAR".split()
    read = Calendar.from_ical("\r\n".join([*lines, ""]))
    written = change(read).to_ical().decode().partition("BEGIN:VEVENT")[2].partition("BEGIN:VALARM")[0]
    return sorted(line.partition(":")[0] for line in written.split() if not line.startswith("END"))


plain = ["DESCRIPTION", "DTSTAMP", "DTSTART", "SUMMARY", "UID"]
seen = names(ALARM, anonymize)
print("with an alarm", seen, "| without", names("", anonymize), "| icalendar", names(ALARM, lambda read: read))
assert seen == sorted([*plain, "ACTION", "DESCRIPTION", "TRIGGER"])
assert names("", anonymize) == plain
assert names(ALARM, lambda read: read) == plain
PY
