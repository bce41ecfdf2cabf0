#!/usr/bin/env bash
# "One day" and "24 hours" in a calendar file are two things; four readers take one for the other.
#
# What: PyPI icalendar 7.3.2, ics 0.7.3; npm ical.js 2.2.1, node-ical 0.27.2; on DURATION:P1D and
#   PT24H from noon in Jerusalem, the day before the clocks go forward. RFC 5545, 3.3.6: days are
#   days of the calendar, hours exact, so the two end at 12:00 and at 13:00 there.
# Seen on 2026-11-30: icalendar, ics and ical.js end both at 12:00, after 23 hours; node-ical both
#   at 13:00, which is no day by the calendar. What icalendar and ics write again is P1D where the
#   file had PT24H. In the week before, all four agree.
# Why it matters: "a day to answer" and "within 24 hours" end at another hour in each tool, twice a
#   year; a file that was only read and written again says something else than it did.
# We instead: write an event's days as dates. One duration is left, the alarm's nine hours after
#   midnight: on those two days it may ring an hour off.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
python3 -m venv venv
venv/bin/pip install -qq icalendar==7.3.2 ics==0.7.3
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.27.2

cat > ask.py <<'PY'
import datetime as dt

import ics
from icalendar import Calendar

ZONE = """BEGIN:VTIMEZONE TZID:Asia/Jerusalem
  BEGIN:STANDARD DTSTART:20261025T020000 TZOFFSETFROM:+0300 TZOFFSETTO:+0200
  RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU END:STANDARD
  BEGIN:DAYLIGHT DTSTART:20270326T020000 TZOFFSETFROM:+0200 TZOFFSETTO:+0300
  RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29 END:DAYLIGHT
  END:VTIMEZONE"""


def utc(moment):
    return f"{moment.astimezone(dt.timezone.utc):%H:%M}"


for day, hour in (("20270318", "10:00"), ("20270325", "09:00")):
    for duration in ("P1D", "PT24H"):
        lines = f"""BEGIN:VCALENDAR VERSION:2.0 PRODID:x {ZONE} BEGIN:VEVENT UID:1 DTSTAMP:20270101T000000Z
            DTSTART;TZID=Asia/Jerusalem:{day}T120000 DURATION:{duration} SUMMARY:x END:VEVENT END:VCALENDAR"""
        text = "".join(f"{line}\r\n" for line in lines.split())
        with open(f"{day}-{duration}.ics", "w", newline="") as file:
            file.write(text)
        new, old = Calendar.from_ical(text), ics.Calendar(text)
        seen = [utc(new.walk("VEVENT")[0].end), utc(next(iter(old.events)).end.datetime)]
        again = ["DURATION:P1D\r\n" in written for written in (new.to_ical().decode(), old.serialize())]
        print(day, duration, "icalendar, ics:", seen, "written again as P1D:", again)
        assert seen == [hour, hour]
        assert again == [True, True]
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";

const EXPECTED = { 20270318: ["10:00", "10:00"], 20270325: ["09:00", "10:00"] };
for (const [day, expected] of Object.entries(EXPECTED)) {
  for (const duration of ["P1D", "PT24H"]) {
    const text = readFileSync(`${day}-${duration}.ics`, "utf8");
    const calendar = new ICAL.Component(ICAL.parse(text));
    ICAL.TimezoneService.register(calendar.getFirstSubcomponent("vtimezone"));
    const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent"));
    const node = Object.values(ical.sync.parseICS(text)).find((item) => item.type === "VEVENT");
    const seen = [event.endDate.toJSDate(), node.end].map((end) => end.toISOString().slice(11, 16));
    console.log(day, duration, "ical.js, node-ical:", seen);
    assert.deepEqual(seen, expected);
  }
}
JS
venv/bin/python ask.py
node ask.mjs
