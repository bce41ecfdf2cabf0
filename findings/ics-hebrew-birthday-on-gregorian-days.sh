#!/usr/bin/env bash
# A birthday that recurs by the Hebrew calendar, and three readers of calendar files put it on the
# Gregorian day, without a word.
#
# What: RRULE:RSCALE=HEBREW;FREQ=YEARLY (RFC 7529) on 18 February 2026, 1 Adar 5786. npm ical.js
#   2.2.1, node-ical 0.27.2, ts-ics 2.4.6, rrule 2.8.1, rrule-temporal 2.2.8. Judge: the
#   Hebrew calendar of Node's Intl.
# Seen on 2026-11-30: ical.js, node-ical and ts-ics pass over RSCALE and give 18 February of each
#   year. What ts-ics writes back is FREQ=YEARLY alone, so after it has saved the file the birthday
#   is Gregorian for everybody; ical.js writes the rule as it was. rrule raises an error.
#   rrule-temporal alone counts by it: 10 March 2027, 28 February 2028, 16 February 2029, each the
#   first of Adar (of Adar II in the leap year).
# Why it matters: a birthday or a day of mourning is up to three weeks off from the second year on; it
#   looks right on the day it is entered. An error, as rrule's, is the better answer.
# Our rule: the calendar file has no rules of recurrence; each day is written as an event of its
#   own.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  ical.js@2.2.1 node-ical@0.27.2 ts-ics@2.4.6 rrule@2.8.1 rrule-temporal@2.2.8

cat > birthday.ics <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//findings//EN
BEGIN:VEVENT
UID:1
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20260218
DTEND;VALUE=DATE:20260219
RRULE:RSCALE=HEBREW;FREQ=YEARLY;COUNT=4
SUMMARY:יום הולדת
END:VEVENT
END:VCALENDAR
ICS
sed -i 's/$/\r/' birthday.ics

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import rrule from "rrule";
import { RRuleTemporal } from "rrule-temporal";
import { convertIcsCalendar, extendByRecurrenceRule, generateIcsCalendar } from "ts-ics";

const text = readFileSync("birthday.ics", "utf8");
const RULE = "DTSTART:20260218T000000Z\nRRULE:RSCALE=HEBREW;FREQ=YEARLY;COUNT=4";
const GREGORIAN = ["2026-02-18", "2027-02-18", "2028-02-18", "2029-02-18"];
const HEBREW = ["2026-02-18", "2027-03-10", "2028-02-28", "2029-02-16"];

const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
const iterator = new ICAL.Event(event).iterator();
const { rrule: read } = Object.values(nodeIcal.sync.parseICS(text)).find((item) => item.type === "VEVENT");
const calendar = convertIcsCalendar(undefined, text), [{ start, recurrenceRule }] = calendar.events;
const iso = (dates) => dates.map((date) => date.toISOString().slice(0, 10));
const seen = {
  "ical.js": GREGORIAN.map(() => iterator.next().toString()),
  "node-ical": iso(read.all()),
  "ts-ics": iso(extendByRecurrenceRule(recurrenceRule, { start: start.date, end: new Date("2030-01-01") })),
  "rrule-temporal": new RRuleTemporal({ rruleString: RULE }).all().map((date) => date.toString().slice(0, 10)),
};
console.log(seen);
assert.deepEqual(seen, { "ical.js": GREGORIAN, "node-ical": GREGORIAN, "ts-ics": GREGORIAN, "rrule-temporal": HEBREW });
assert.equal(event.getFirstProperty("rrule").toICALString(), "RRULE:RSCALE=HEBREW;FREQ=YEARLY;COUNT=4");
assert.match(generateIcsCalendar(calendar), /\nRRULE:FREQ=YEARLY;COUNT=4\r/);
assert.throws(() => rrule.rrulestr(RULE), /Unknown RRULE property 'RSCALE'/);
const asHebrew = new Intl.DateTimeFormat("en-u-ca-hebrew", { timeZone: "UTC", day: "numeric", month: "long" });
assert.deepEqual(HEBREW.map((day) => asHebrew.format(new Date(day))), ["1 Adar", "1 Adar II", "1 Adar", "1 Adar"]);
JS
TZ=UTC node ask.mjs
