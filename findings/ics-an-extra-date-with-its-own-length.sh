#!/usr/bin/env bash
# An extra appointment of three hours, added to a series by the standard: gone, or an error that
# takes the whole calendar with it.
#
# What: RDATE;VALUE=PERIOD (RFC 5545, 3.8.5.2, where it is among the examples: a date with an end or
#   a duration of its own) in npm node-ical 0.27.2 and ical.js 2.2.1, PyPI ical 14.3.1 and ics
#   0.7.3; control: PyPI icalendar 7.3.2 with recurring-ical-events 3.8.2.
# Seen on 2026-11-30: two days of one hour, and 10 March from 10:00 to 13:00. The control has all
#   three with their lengths. node-ical has the two, and the third stands unread in its field rdate;
#   ics has no series at all. ical.js walks the two and then throws "convertToZone is not a
#   function"; in ical the list of the calendar raises a TypeError, the other events of the file
#   with it. A plain RDATE, without a length, ical.js, ical and the control read.
# Why it matters: a list of the coming week is empty because of one appointment next month; and
#   where there's no error, just the exceptional date is missing, the one a person does not know by
#   heart.
# Our rule: each day is written as an event of its own, without RDATE.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq icalendar==7.3.2 recurring-ical-events==3.8.2 ical==14.3.1 ics==0.7.3
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts node-ical@0.27.2 ical.js@2.2.1

cat > ask.py <<'PY'
import datetime
import warnings
from pathlib import Path

import icalendar
import ics
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

warnings.simplefilter("ignore")
FROM, TO = datetime.date(2027, 3, 1), datetime.date(2027, 3, 20)


def event(name: str, *lines: str) -> list[str]:
    text = [f"UID:{name}", "DTSTAMP:20270101T000000Z", "DTSTART:20270301T100000Z", "DURATION:PT1H", f"SUMMARY:{name}"]
    return ["BEGIN:VEVENT", *text, *lines, "END:VEVENT"]


for name, extra in (("period", "RDATE;VALUE=PERIOD:20270310T100000Z/PT3H"), ("plain", "RDATE:20270310T100000Z")):
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//findings//EN"]
    text = "\r\n".join([*head, *event("series", "RRULE:FREQ=DAILY;COUNT=2", extra), *event("other"), "END:VCALENDAR", ""])
    Path(f"{name}.ics").write_text(text, newline="")
    days = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(FROM, TO)
    right = sorted((day.start.day, (day.end - day.start).seconds // 3600) for day in days if day["UID"] == "series")
    assert right == [(1, 1), (2, 1), (10, 3 if name == "period" else 1)]
    try:
        other = [(day.uid, day.start.day) for day in IcsCalendarStream.calendar_from_ics(text).timeline.overlapping(FROM, TO)]
    except TypeError as error:
        other = str(error)
    print(name, "| control", right, "| ical", other, "| ics", len(ics.Calendar(text).events))
    assert (isinstance(other, str) and "Period" in other) if name == "period" else len(other) == 4
    assert len(ics.Calendar(text).events) == 2  # The series' first day, and the other event.
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";

function byIcalJs(text) {
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"));
  const times = event.iterator();
  const days = [];
  for (let time = times.next(); time; time = times.next()) days.push(event.getOccurrenceDetails(time).startDate.day);
  return days;
}
const text = readFileSync("period.ics", "utf8");
assert.throws(() => byIcalJs(text), /convertToZone is not a function/);
assert.deepEqual(byIcalJs(readFileSync("plain.ics", "utf8")), [1, 2, 10]);
const series = Object.values(ical.sync.parseICS(text)).find(({ uid }) => uid === "series");
const range = { from: new Date("2027-03-01"), to: new Date("2027-03-20") };
const days = ical.expandRecurringEvent(series, range).map(({ start }) => start.getUTCDate());
console.log("node-ical", days, JSON.stringify(series.rdate));
assert.deepEqual(days, [1, 2]);
JS
venv/bin/python ask.py
node ask.mjs
