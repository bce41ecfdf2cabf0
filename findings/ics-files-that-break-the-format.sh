#!/usr/bin/env bash
# Four writers of calendar files, and what each of them writes against the format.
#
# What: PyPI ics 0.7.3, vobject 0.9.9; npm ics 3.12.0, ical-generator 10.2.0, on plain events.
# Seen on 2026-11-29: PyPI ics saves a calendar that it read with "CALSCALE:GEORGIAN" (the word is
#   GREGORIAN), writes new events without DTSTAMP, and leaves lines longer than 75 octets. So does
#   vobject, and its UID ends in the name of the computer. npm ics writes a day as
#   "DURATION:P1DT", with nothing after the T, and folds at 75 letters instead of octets.
#   ical-generator leaves the commas and semicolons of a calendar's NAME unescaped.
# Why it matters: strict programs refuse such a file or skip the event, and a UID with a host name
#   gives away the machine that wrote it.
# Our rule: the few lines are written by hand (folded at 75 octets, DTSTAMP, an end as a date),
#   and read again with several readers.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq ics==0.7.3 vobject==0.9.9
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts ics@3.12.0 ical-generator@10.2.0

cat > ask.py <<'PY'
import datetime as dt
import socket
import warnings

import ics
import vobject

warnings.simplefilter("ignore")
TITLE = "א" * 60
octets = lambda text: max(len(line.encode()) for line in text.splitlines())  # noqa: E731

new = ics.Calendar(events=[ics.Event(name=TITLE, begin="2027-03-26 09:00:00")]).serialize()
again = ics.Calendar("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n").serialize()
print(again, new, sep="\n---\n")
assert "CALSCALE:GEORGIAN" in again
assert "DTSTAMP" not in new
assert octets(new) > 75

calendar = vobject.iCalendar()
event = calendar.add("vevent")
event.add("summary").value = TITLE
event.add("dtstart").value = dt.date(2027, 3, 26)
text = calendar.serialize()
print("---", text, sep="\n")
assert octets(text) > 75
assert f"@{socket.gethostname()}" in next(line for line in text.splitlines() if line.startswith("UID:"))
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import generate from "ical-generator";
import { createEvent } from "ics";

const day = createEvent({ start: [2027, 3, 26], duration: { days: 1 }, title: "א".repeat(60) }).value;
const line = day.split("\r\n").find((one) => one.startsWith("SUMMARY"));
console.log(day);
assert.match(day, /^DURATION:P1DT\r$/m);
assert.ok(Buffer.byteLength(line) > 75);

const named = generate({ name: "בקשות, פתוחות; סגורות" }).toString();
console.log(named);
assert.match(named, /^NAME:בקשות, פתוחות; סגורות\r$/m);
JS
venv/bin/python ask.py
node ask.mjs
