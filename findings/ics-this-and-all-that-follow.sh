#!/usr/bin/env bash
# "This meeting and all that follow move to 14:00": one moves, or one is there twice.
#
# What: RECURRENCE-ID;RANGE=THISANDFUTURE (RFC 5545, 3.2.13 and 3.8.4.4: the change holds for the
#   instance and all later ones) in npm node-ical 0.27.2 and PyPI ical 14.3.1; controls: npm ical.js
#   2.2.1, PyPI icalendar 7.3.2 with recurring-ical-events 3.8.2.
# Seen on 2026-11-30: six days at 10:00, from the fourth on at 14:00. node-ical's
#   expandRecurringEvent moves the fourth alone; the fifth and sixth are at 10:00 again. ical gives
#   seven meetings: the fourth at 10:00 and at 14:00, the rest at 10:00. The controls have three at
#   10 and three at 14. Without RANGE, so for one instance alone, node-ical, ical.js and
#   recurring-ical-events agree, and ical has both hours again.
# Why it matters: it is what "change this and following events" is in the standard; the person comes
#   four hours early from the second day on, and the first day, which one looks at, is right.
# Our rule: an event stands by itself, with its own date: no series, no exceptions.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq icalendar==7.3.2 recurring-ical-events==3.8.2 ical==14.3.1
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts node-ical@0.27.2 ical.js@2.2.1

cat > ask.py <<'PY'
import datetime
from pathlib import Path

import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

SERIES = "DTSTART:20270301T100000Z\r\nRRULE:FREQ=DAILY;COUNT=6"
SEEN = {"all": ([10, 10, 10, 14, 14, 14], [10, 10, 10, 10, 14, 10, 10]), "one": ([10, 10, 10, 14, 10, 10], [10, 10, 10, 10, 14, 10, 10])}

for name, parameter in (("all", ";RANGE=THISANDFUTURE"), ("one", "")):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//findings//EN"]
    for dates in (SERIES, f"RECURRENCE-ID{parameter}:20270304T100000Z\r\nDTSTART:20270304T140000Z"):
        lines += ["BEGIN:VEVENT", "UID:s", "DTSTAMP:20270101T000000Z", dates, "DURATION:PT1H", "SUMMARY:s", "END:VEVENT"]
    text = "\r\n".join([*lines, "END:VCALENDAR", ""])
    Path(f"{name}.ics").write_text(text, newline="")
    control = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between((2027, 3, 1), (2027, 3, 9))
    line = IcsCalendarStream.calendar_from_ics(text).timeline
    other = line.overlapping(datetime.date(2027, 3, 1), datetime.date(2027, 3, 9))
    seen = [day.start.hour for day in sorted(control, key=lambda day: day.start)], [day.start.hour for day in other]
    print(name, "| recurring-ical-events", seen[0], "| ical", seen[1])
    assert seen == SEEN[name], name
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";

function byIcalJs(text) {
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"));
  const times = event.iterator();
  return Array.from({ length: 6 }, () => event.getOccurrenceDetails(times.next()).startDate.hour);
}
function byNodeIcal(text) {
  const range = { from: new Date("2027-03-01"), to: new Date("2027-03-09") };
  const event = Object.values(ical.sync.parseICS(text)).find(({ type }) => type === "VEVENT");
  return ical.expandRecurringEvent(event, range).map(({ start }) => start.getUTCHours());
}
for (const [name, right] of [["all", [10, 10, 10, 14, 14, 14]], ["one", [10, 10, 10, 14, 10, 10]]]) {
  const text = readFileSync(`${name}.ics`, "utf8");
  console.log(name, "| ical.js", byIcalJs(text), "| node-ical", byNodeIcal(text));
  assert.deepEqual(byIcalJs(text), right);
  assert.deepEqual(byNodeIcal(text), [10, 10, 10, 14, 10, 10]);
}
JS
venv/bin/python ask.py
node ask.mjs
