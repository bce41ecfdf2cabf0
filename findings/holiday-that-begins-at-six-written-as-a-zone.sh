#!/usr/bin/env bash
# "2027-04-22 00:00:00 -0600": the -0600 behind an Israeli holiday is not a time zone.
#
# What: npm date-holidays 3.37.0, new Holidays("IL").
# Seen on 2026-11-30: the `date` of each holiday by the Hebrew calendar ends in "-0600", which says
#   that it begins six hours before that midnight, on the eve; `start` has the moment, 18:00 in
#   Jerusalem. Read as a date with its zone, which is how it looks and how `new Date` reads it,
#   Passover begins at 09:00 in Jerusalem, fifteen hours late. Holidays of the civil calendar
#   (9 May) have nothing behind the hour, so one list has both forms. 18:00 stands all year,
#   whenever the sun sets.
# Why it matters: a reminder "not on a feast" falls on its evening, or on the morning.
# We instead: keep feasts as whole days of the calendar, made at build time, and no hour.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts date-holidays@3.37.0

cat > ask.cjs <<'JS'
const assert = require("node:assert/strict");
const Holidays = require("date-holidays");
const all = new Holidays("IL").getHolidays(2027);
const feasts = all.filter((one) => one.type === "public");
for (const { date, start } of feasts) {
  assert.match(date, / 00:00:00 -0600$/);
  const late = (new Date(date) - start) / 3_600_000;
  assert.ok(late === 15, `${late} hours`);
}
const passover = feasts[0];
const inJerusalem = (day) => day.toLocaleString("en-GB", { timeZone: "Asia/Jerusalem" });
console.log(passover.date, "starts", inJerusalem(passover.start), "and is read as", inJerusalem(new Date(passover.date)));
assert.deepEqual(
  [passover.date, passover.start.toISOString(), new Date(passover.date).toISOString()],
  ["2027-04-22 00:00:00 -0600", "2027-04-21T15:00:00.000Z", "2027-04-22T06:00:00.000Z"],
);
const civil = all.filter((one) => !one.date.endsWith("-0600")).map((one) => one.date);
console.log("without it:", civil);
assert.deepEqual(civil, ["2027-05-09 00:00:00"]);
JS
TZ=UTC node ask.cjs
