#!/usr/bin/env bash
# The first day of the seventh Hebrew month of 5787 is in September, in February or in March.
#
# What: PyPI pyluach 2.3.0, convertdate 2.5.1, hdate 1.2.2; npm @hebcal/core 6.9.3 and
#   @js-temporal/polyfill 0.5.1 (Temporal, calendar "hebrew"); the same three numbers in each.
# Seen on 2026-11-30: year 5787, month 7, day 1 is 12 September 2026 to pyluach, convertdate and
#   hebcal (Nisan is 1, Tishrei 7), 8 February 2027 to hdate (its own order, in which Adar is 6,
#   Adar I 7 and Adar II 8, leap year or not, so that Nisan is always 9), and 10 March to Temporal
#   (Tishrei is 1 and the month of a leap year is counted in). Month 1 is half a year apart as well.
#   In 5786, no leap year, Temporal's 7 is Nisan: 19 March 2026. None of these is refused. By its
#   name or its month code ("M01") Tishrei is one month in hdate, hebcal and Temporal.
# Why it matters: a date of birth or of a marriage that one program stored as three numbers is read
#   by the next as a day half a year off, a valid one. Which numbers differ changes with the year.
# Our rule: a date in Hebrew letters stays the text that it is; what is counted is ISO 8601.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq pyluach==2.3.0 convertdate==2.5.1 hdate==1.2.2
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  @hebcal/core@6.9.3 @js-temporal/polyfill@0.5.1

cat > ask.py <<'PY'
import datetime

import hdate
from convertdate import hebrew
from pyluach import dates

EXPECTED = {  # Year, month and day: pyluach and convertdate, hdate.
    (5787, 7, 1): ("2026-09-12", "2027-02-08"), (5787, 1, 1): ("2027-04-08", "2026-09-12"),
    (5786, 9, 1): ("2025-11-21", "2026-03-19"), (5786, 12, 1): ("2026-02-18", "2026-06-16"),
}
for numbers, (first, second) in EXPECTED.items():
    seen = [dates.HebrewDate(*numbers).to_pydate(), datetime.date(*hebrew.to_gregorian(*numbers)), hdate.HebrewDate(*numbers).to_gdate()]
    print(numbers, *map(str, seen))
    assert list(map(str, seen)) == [first, first, second], numbers
assert str(hdate.HebrewDate(5787, hdate.Months.TISHREI, 1).to_gdate()) == "2026-09-12"  # The control.
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { HDate } from "@hebcal/core";
import { Temporal } from "@js-temporal/polyfill";

const hebcal = (year, month) => new HDate(1, month, year).greg().toDateString().slice(4);
const temporal = (fields) => Temporal.PlainDate.from({ calendar: "hebrew", day: 1, ...fields }).withCalendar("iso8601").toString();
const expected = {
  "5787 7": ["Sep 12 2026", "2027-03-10"], "5787 1": ["Apr 08 2027", "2026-09-12"],
  "5786 9": ["Nov 21 2025", "2026-05-17"], "5786 7": ["Sep 23 2025", "2026-03-19"],
};
for (const [numbers, answers] of Object.entries(expected)) {
  const [year, month] = numbers.split(" ").map(Number);
  const seen = [hebcal(year, month), temporal({ year, month })];
  console.log(numbers, seen);
  assert.deepEqual(seen, answers);
}
assert.equal(temporal({ year: 5787, monthCode: "M01" }), "2026-09-12"); // The controls: by name and code.
assert.equal(new HDate(1, "Tishrei", 5787).greg().toDateString(), "Sat Sep 12 2026");
JS
venv/bin/python ask.py
node ask.mjs
