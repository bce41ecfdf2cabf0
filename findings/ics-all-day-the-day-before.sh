#!/usr/bin/env bash
# In Jerusalem an all-day event on the 26th is written as one on the 25th.
#
# What: npm ical-generator 10.2.0 writes, node-ical 0.27.2 and ts-ics 2.4.6 read, with
#   TZ=Asia/Jerusalem.
# Seen on 2026-11-29: new Date(2027, 2, 26), midnight of the 26th on the person's clock, with
#   allDay: true gives DTSTART;VALUE=DATE:20270325: the day is taken in UTC. Of 20270326 node-ical
#   makes local midnight (22:00Z the day before) and ts-ics midnight in UTC, so "the same day" of
#   two readers is two hours apart; and on the night the clocks change node-ical's whole day has
#   23 hours.
# Why it matters: east of Greenwich every all-day reminder is a day early, and tests that run in
#   UTC (as CI mostly does) are all green.
# Our rule: a date's digits are written from year, month and day, never from a moment.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts ical-generator@10.2.0 node-ical@0.27.2 ts-ics@2.4.6

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import generate from "ical-generator";
import ical from "node-ical";
import { convertIcsCalendar } from "ts-ics";

const calendar = generate();
calendar.createEvent({ id: "1", start: new Date(2027, 2, 26), end: new Date(2027, 2, 27), allDay: true, summary: "x" });
const start = /^DTSTART.*$/m.exec(calendar.toString())[0];

const text = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20270101T000000Z",
  "DTSTART;VALUE=DATE:20270326", "DTEND;VALUE=DATE:20270327", "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
const node = Object.values(ical.sync.parseICS(text)).find((item) => item.type === "VEVENT");
const ts = convertIcsCalendar(undefined, text).events[0];
const hours = (node.end - node.start) / 36e5;
console.log(process.env.TZ, start, "| node-ical", node.start.toISOString(), hours, "hours | ts-ics", ts.start.date.toISOString());

const jerusalem = process.env.TZ === "Asia/Jerusalem";
assert.equal(start, `DTSTART;VALUE=DATE:${jerusalem ? "20270325" : "20270326"}`);
assert.equal(node.start.toISOString(), jerusalem ? "2027-03-25T22:00:00.000Z" : "2027-03-26T00:00:00.000Z");
assert.equal(hours, jerusalem ? 23 : 24);
assert.equal(ts.start.date.toISOString(), "2027-03-26T00:00:00.000Z");
JS
TZ=Asia/Jerusalem node ask.mjs
TZ=UTC node ask.mjs
