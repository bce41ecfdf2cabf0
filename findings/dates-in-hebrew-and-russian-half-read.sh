#!/usr/bin/env bash
# Dates that a parser of the language does not read: "a week ago" in Hebrew, half the months in
# Russian.
#
# What: PyPI dateparser 1.5.0 for Hebrew; npm chrono-node 2.10.3 (its ru) on what Node's Intl
#   writes.
# Seen on 2026-11-29: dateparser reads "לפני שבועיים" (two weeks ago) and not "לפני שבוע" (a week
#   ago), "מחר" and not "מחרתיים", "ב-3 במאי" and not "ל-3 במאי". 3.5.2027 is the 5th of March by
#   itself and the 3rd of May with languages=["he"]. Of the twelve dates that Intl writes in
#   medium Russian style ("29 нояб. 2026 г.") chrono reads seven, and none of February, June,
#   July, September, November.
# Why it matters: the date on the person's own screen is not understood by the tool that was
#   chosen because it "supports" the language; the failure depends on the month.
# Our rule: the short forms that browsers write, and the duals, stand in tables of our own.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq dateparser==1.5.0
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts chrono-node@2.10.3

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import * as chrono from "chrono-node";

const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 15, 12)));
const written = months.map((day) => new Intl.DateTimeFormat("ru", { dateStyle: "medium", timeZone: "UTC" }).format(day));
const read = written.map((text, month) => chrono.ru.parseDate(text, months[0])?.getUTCMonth() === month);
console.log(written.map((text, month) => `${text} ${read[month] ? "read" : "not read"}`));
const missed = read.flatMap((right, month) => (right ? [] : [month + 1]));
assert.deepEqual(missed, [2, 6, 7, 9, 11]);
JS
cat > ask.py <<'PY'
import datetime as dt
import warnings

import dateparser

warnings.simplefilter("ignore")
SETTINGS = {"RELATIVE_BASE": dt.datetime(2027, 3, 31, 12)}
EXPECTED = {
    "לפני שבועיים": "2027-03-17", "לפני שבוע": None, "מחר": "2027-04-01", "מחרתיים": None,
    "ב-3 במאי": "2027-05-03", "ל-3 במאי": None, "3.5.2027": "2027-03-05",
}
for text, expected in EXPECTED.items():
    found = dateparser.parse(text, settings=SETTINGS)
    print(text, "->", found)
    assert (str(found.date()) if found else None) == expected, text
assert str(dateparser.parse("3.5.2027", languages=["he"]).date()) == "2027-05-03"
PY
TZ=UTC node ask.mjs
TZ=UTC venv/bin/python ask.py
