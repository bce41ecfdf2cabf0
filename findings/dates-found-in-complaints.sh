#!/usr/bin/env bash
# Finders of dates in ordinary complaints: the amount becomes the hour, the model's number the
# day.
#
# What: npm chrono-node 2.10.3, PyPI dateparser 1.5.0 (search_dates), on English sentences.
# Seen on 2026-11-29: in "I paid $20 on 29 Nov 2026" chrono reads 29 November at 20:00, dateparser
#   the 20th of March 2029 ("$20 on 29") and another date ("Nov 2026"). "GPT-4 may 2026" is the
#   4th of May to chrono. "Order 12345678 may be lost" holds two dates for dateparser ("may" and
#   "be"), "I may have 2 accounts" one. "Sun is down" is a Sunday to chrono.
# Why it matters: a form that fills in "when did it happen" from the story writes a wrong date
#   into a complaint, and a time limit is counted from it.
# Our rule: strict shapes only; a number next to a currency is never part of a date; what was read
#   is shown.
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

const now = new Date("2027-03-31T12:00:00Z");
const EXPECTED = {
  "I paid $20 on 29 Nov 2026 for Plus": [["20 on 29 Nov 2026", "2026-11-29T20:00"]],
  "I paid on 29 Nov 2026 for Plus": [["on 29 Nov 2026", "2026-11-29T12:00"]],
  "With GPT-4 may 2026 answers be counted?": [["4 may 2026", "2026-05-04T12:00"]],
  "Sun is down": [["Sun", "2027-03-28T12:00"]],
};
for (const [text, expected] of Object.entries(EXPECTED)) {
  const seen = chrono.parse(text, now).map((found) => [found.text, found.start.date().toISOString().slice(0, 16)]);
  console.log("chrono", text, seen);
  assert.deepEqual(seen, expected);
}
JS
cat > ask.py <<'PY'
import datetime as dt
import warnings

from dateparser.search import search_dates

warnings.simplefilter("ignore")
SETTINGS = {"RELATIVE_BASE": dt.datetime(2027, 3, 31, 12)}
EXPECTED = {
    "I paid $20 on 29 Nov 2026 for GPT-4": [("$20 on 29", "2029-03-20"), ("Nov 2026", "2026-11-30")],
    "Order 12345678 may be lost": [("may", "2027-05-31"), ("be", "2027-03-29")],
    "I may have 2 accounts": [("may", "2027-05-31")],
}
for text, expected in EXPECTED.items():
    seen = [(words, str(found.date())) for words, found in search_dates(text, settings=SETTINGS) or []]
    print("dateparser", text, seen)
    assert seen == expected
PY
TZ=UTC node ask.mjs
TZ=UTC venv/bin/python ask.py
