#!/usr/bin/env bash
# A backslash before an "n" in an event's title becomes a line break for two calendar readers.
#
# What: PyPI icalendar 7.3.0, ics 0.7.3, vobject 0.9.9; npm ical.js 2.2.1, node-ical 0.27.2,
#   ts-ics 2.4.6.
# Seen on 2026-11-29: SUMMARY:C:\\new (one backslash, escaped by the rules) is read as `C:\new` by
#   four of them. ics and node-ical see the second backslash with the n as a line break, and give
#   "C:\", a new line, "ew". What ics writes afterwards, C:\\\new, is that break for every reader.
# Why it matters: a title with a folder's name or a code in it is cut in two in some people's
#   calendars, and another one for all after one of them has saved it.
# Our rule: no backslash in a calendar's texts.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq icalendar==7.3.0 ics==0.7.3 vobject==0.9.9
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.27.2 ts-ics@2.4.6

cat > event.ics <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//findings//EN
BEGIN:VEVENT
UID:1
DTSTAMP:20270101T000000Z
DTSTART;VALUE=DATE:20270326
DTEND;VALUE=DATE:20270327
SUMMARY:C:\\new\, בקשה\; \nסוף
END:VEVENT
END:VCALENDAR
ICS
sed -i 's/$/\r/' event.ics

cat > ask.py <<'PY'
import warnings

import icalendar
import ics
import vobject

warnings.simplefilter("ignore")
with open("event.ics", encoding="utf-8", newline="") as file:
    text = file.read()
RIGHT, BROKEN = "C:\\new, בקשה; \nסוף", "C:\\\new, בקשה; \nסוף"
read = list(ics.Calendar(text).events)[0].name
seen = {
    "icalendar": str(icalendar.Calendar.from_ical(text).events[0]["summary"]), "ics": read,
    "vobject": vobject.readOne(text).vevent.summary.value,
}
print(seen)
assert seen == {"icalendar": RIGHT, "ics": BROKEN, "vobject": RIGHT}
assert r"SUMMARY:C:\\\new\, " in ics.Calendar(text).serialize()
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";
import { convertIcsCalendar } from "ts-ics";

const text = readFileSync("event.ics", "utf8");
const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
const seen = {
  "ical.js": new ICAL.Event(component).summary,
  "node-ical": Object.values(ical.sync.parseICS(text)).find((item) => item.type === "VEVENT").summary,
  "ts-ics": convertIcsCalendar(undefined, text).events[0].summary,
};
console.log(seen);
const [right, broken] = ["C:\\new, בקשה; \nסוף", "C:\\\new, בקשה; \nסוף"];
assert.deepEqual(seen, { "ical.js": right, "node-ical": broken, "ts-ics": right });
JS
venv/bin/python ask.py
node ask.mjs
