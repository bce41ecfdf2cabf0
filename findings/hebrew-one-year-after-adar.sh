#!/usr/bin/env bash
# One year after 10 Adar: 17 February or 19 March; and after 30 Adar I three days are to be had.
#
# What: one year added to a Hebrew date in PyPI pyluach 2.3.0 (add), npm @hebcal/core 6.9.3 (HDate's
#   add) and @hebcal/hdate 0.22.8 (getBirthdayHD, getYahrzeitHD), @js-temporal/polyfill 0.5.1 and
#   temporal-polyfill 1.0.8 (full).
# Seen on 2026-11-30: 10 Adar 5786 (27 February 2026), and 5787 has two Adars. hebcal's add goes to
#   Adar I, 17 February 2027; pyluach, both Temporals and hebcal's own birthday go to Adar II, 19
#   March; its yahrzeit to Adar I. After 30 Cheshvan 5785, which 5786 has not, hebcal's add, its
#   birthday and pyluach say 1 Kislev (21 November 2025), Temporal and the yahrzeit the 29th, a day
#   before. After 30 Adar I 5784 hebcal and pyluach say 1 Nisan, Temporal 29 Adar, the yahrzeit 30
#   Shevat, a month before. A year after 1 Tevet is one day in all.
#   Temporal holds to the month (overflow: "constrain"); the customs for birthdays and for days of
#   mourning differ by law (Shulchan Aruch, Orach Chayim 55 and 568), and no "add" can know which.
# Why it matters: a birthday or a day of mourning that is made by "add one year" is up to a month
#   off in a leap year, and two parts of one program, browser and server, disagree.
# Our rule: we compute no Hebrew dates; the person says the day.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq pyluach==2.3.0
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  @hebcal/core@6.9.3 @hebcal/hdate@0.22.8 @js-temporal/polyfill@0.5.1 temporal-polyfill@1.0.8

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { HDate } from "@hebcal/core";
import { getBirthdayHD, getYahrzeitHD, hd2abs, abs2greg, isoDateString } from "@hebcal/hdate";
import { Temporal as first } from "@js-temporal/polyfill";
import { Temporal as second } from "temporal-polyfill/full";

const PYTHON = "import sys; from pyluach.dates import HebrewDate as D; print(D(*map(int, sys.argv[1:])).add(years=1).to_pydate())";
const pyluach = (day, month, year) => execFileSync("venv/bin/python", ["-c", PYTHON, year, month, day].map(String), { encoding: "utf8" }).trim();
const temporal = ({ PlainDate }, iso) => PlainDate.from(iso).withCalendar("hebrew").add({ years: 1 }).withCalendar("iso8601").toString();
const iso = (date) => isoDateString(abs2greg(hd2abs(date)));
function ask(day, month, year) {
  const date = new HDate(day, month, year);
  const start = isoDateString(date.greg());
  const times = [first, second].map((library) => temporal(library, start));
  return [
    isoDateString(date.add(1, "year").greg()), iso(getBirthdayHD(year + 1, date)), pyluach(day, month, year),
    ...times, iso(getYahrzeitHD(year + 1, date)),
  ];
}
const rows = [ // Day, month and year; hebcal's add and birthday, pyluach, Temporal twice, yahrzeit.
  [[10, 12, 5786], ["2027-02-17", "2027-03-19", "2027-03-19", "2027-03-19", "2027-03-19", "2027-02-17"]],
  [[30, 8, 5785], ["2025-11-21", "2025-11-21", "2025-11-21", "2025-11-20", "2025-11-20", "2025-11-20"]],
  [[30, 12, 5784], ["2025-03-30", "2025-03-30", "2025-03-30", "2025-03-29", "2025-03-29", "2025-02-28"]],
  [[1, 10, 5784], Array(6).fill("2025-01-01")], // The control.
];
for (const [date, answers] of rows) {
  console.log(String(new HDate(...date)), ask(...date));
  assert.deepEqual(ask(...date), answers);
}
JS
node ask.mjs
