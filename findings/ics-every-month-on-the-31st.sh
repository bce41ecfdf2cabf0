#!/usr/bin/env bash
# "Every month on the 31st" becomes the 28th for ever after the first February.
#
# What: FREQ=MONTHLY from 31 January 2027 and FREQ=YEARLY from 29 February 2024 in npm ts-ics 2.4.6
#   and ical.js 2.2.1; controls: npm rrule 2.8.1, PyPI icalendar 7.3.2 with recurring-ical-events
#   3.8.2. RFC 5545, 3.3.10: an instance on an invalid date, such as 30 February, is passed over and
#   not counted.
# Seen on 2026-11-30: the controls say 31 January, 31 March, 31 May and 31 July, and 29 February
#   2024, 2028 and 2032. ts-ics says 31 January, 28 February, 28 March, 28 April, and 29 February
#   2024, 28 February 2025 and 2026. ical.js is right by month; by year it says 29 February 2024, 1
#   March 2025, 1 March 2026, unless the rule names month and day. From the 28th all agree.
# Why it matters: plans bought on the 31st are charged by such a rule. One reader shows a date on
#   which nothing is charged and hides those on which something is; the COUNT ends three months too
#   early. In a test that begins today this shows on few days of the year.
# Our rule: each date is computed here and written as an event of its own, without a rule.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq icalendar==7.3.2 recurring-ical-events==3.8.2
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  ts-ics@2.4.6 ical.js@2.2.1 rrule@2.8.1

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import ICAL from "ical.js";
import rrule from "rrule";
import { convertIcsCalendar, extendByRecurrenceRule } from "ts-ics";

const file = (start, rule) => [
  "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//findings//EN", "BEGIN:VEVENT", "UID:s", "DTSTAMP:20240101T000000Z",
  `DTSTART:${start}T120000Z`, "DURATION:PT1H", `RRULE:${rule}`, "SUMMARY:s", "END:VEVENT", "END:VCALENDAR", "",
].join("\r\n");
const days = (times) => times.map((time) => time.toISOString().slice(0, 10));
function byIcalJs(text) {
  const times = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent")).iterator();
  const found = [];
  for (let time = times.next(); time; time = times.next()) found.push(time.toJSDate());
  return days(found);
}
function byTsIcs(text) {
  const { recurrenceRule, start } = convertIcsCalendar(undefined, text).events[0];
  return days(extendByRecurrenceRule(recurrenceRule, { start: start.date }));
}
const months = ["2027-01-31", "2027-03-31", "2027-05-31", "2027-07-31"];
const years = ["2024-02-29", "2028-02-29", "2032-02-29"];
const even = ["2027-01-28", "2027-02-28", "2027-03-28"];
const rows = [ // Start, rule, what the RFC says, ical.js, ts-ics.
  ["20270131", "FREQ=MONTHLY;COUNT=4", months, months, ["2027-01-31", "2027-02-28", "2027-03-28", "2027-04-28"]],
  ["20240229", "FREQ=YEARLY;COUNT=3", years, ["2024-02-29", "2025-03-01", "2026-03-01"], ["2024-02-29", "2025-02-28", "2026-02-28"]],
  ["20270128", "FREQ=MONTHLY;COUNT=3", even, even, even],
];
for (const [start, rule, right, first, second] of rows) {
  const text = file(start, rule);
  console.log(rule, "| ical.js", byIcalJs(text), "| ts-ics", byTsIcs(text));
  assert.deepEqual(days(rrule.rrulestr(`DTSTART:${start}T120000Z\nRRULE:${rule}`).all()), right);
  assert.deepEqual([byIcalJs(text), byTsIcs(text)], [first, second]);
}
assert.deepEqual(byIcalJs(file("20240229", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3")), years);
writeFileSync("files.json", JSON.stringify(rows.map(([start, rule, right]) => [file(start, rule), right])));
JS
node ask.mjs
venv/bin/python - <<'PY'
import json
from pathlib import Path

import icalendar
import recurring_ical_events

for text, right in json.loads(Path("files.json").read_text()):
    days = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between((2024, 1, 1), (2040, 1, 1))
    assert sorted(str(day.start.date()) for day in days) == right
PY
