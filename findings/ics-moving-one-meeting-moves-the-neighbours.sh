#!/usr/bin/env bash
# One meeting of a series is cancelled, and so is another series that happens to be at the same
# hour.
#
# What: npm ical.js 2.2.1 (ICAL.Event), on two daily series in one calendar file; PyPI icalendar
#   7.3.2 with recurring-ical-events 3.8.2 as the control. RFC 5545, 3.8.4.4: RECURRENCE-ID names
#   one instance together with the UID, so an exception belongs to the series of its own UID.
# Seen on 2026-11-30: "Standup" and "Clinic" are both at 10:00. The exception of Standup's 2 March
#   (cancelled) and that of its 3 March (moved to 15:00) hold for Clinic as well: the Clinic of the
#   2nd is cancelled, and on the 3rd it is at 15:00 under the name "Standup". A series at another
#   hour is right. With the option strictExceptions: true, which is to compare the UIDs, the mere
#   making of the event throws "attempted to relate unrelated exception" as soon as the file has two
#   series; right is only who hands over the exceptions (here exceptions: []), and the control.
# Why it matters: full hours are where meetings are, and a calendar that is exported is one file.
#   The person is shown no appointment on a day that has one; a test with a single series is green.
# Our rule: an event stands by itself: no series, no exceptions.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq icalendar==7.3.2 recurring-ical-events==3.8.2
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts ical.js@2.2.1

cat > write.py <<'PY'
import icalendar
import recurring_ical_events
from pathlib import Path


def event(name: str, start: str, *lines: str) -> str:
    text = ("BEGIN:VEVENT", f"UID:{name}", "DTSTAMP:20270101T000000Z", f"DTSTART:{start}", "DURATION:PT1H", f"SUMMARY:{name}")
    return "\r\n".join([*text, *lines, "END:VEVENT"])


SERIES = "RRULE:FREQ=DAILY;COUNT=3"
text = "\r\n".join([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//findings//EN",
    event("Standup", "20270301T100000Z", SERIES),
    event("Standup", "20270302T100000Z", "RECURRENCE-ID:20270302T100000Z", "STATUS:CANCELLED"),
    event("Standup", "20270303T150000Z", "RECURRENCE-ID:20270303T100000Z"),
    event("Clinic", "20270301T100000Z", SERIES),
    event("Other", "20270301T110000Z", SERIES), "END:VCALENDAR", "",
])
Path("two.ics").write_text(text, newline="")
days = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between((2027, 3, 1), (2027, 3, 5))
clinic = sorted(f"{day.start:%d %H}{day.get('STATUS', '')}" for day in days if day["UID"] == "Clinic")
print("control:", clinic)
assert clinic == ["01 10", "02 10", "03 10"]
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync("two.ics", "utf8")));
function days(uid, options) {
  const component = calendar.getAllSubcomponents("vevent").find((one) => one.getFirstPropertyValue("uid") === uid);
  const event = new ICAL.Event(component, options);
  const times = event.iterator();
  const found = [];
  for (let time = times.next(); time; time = times.next()) {
    const { startDate, item } = event.getOccurrenceDetails(time);
    const status = item.component.getFirstPropertyValue("status") ?? "";
    found.push(`${startDate.day} ${startDate.hour} ${item.summary} ${status}`.trim());
  }
  return found;
}
console.log(days("Clinic"));
assert.deepEqual(days("Clinic"), ["1 10 Clinic", "2 10 Standup CANCELLED", "3 15 Standup"]);
assert.throws(() => days("Clinic", { strictExceptions: true }), /attempted to relate unrelated exception/);
assert.deepEqual(days("Clinic", { exceptions: [] }), ["1 10 Clinic", "2 10 Clinic", "3 10 Clinic"]);
assert.deepEqual(days("Other"), ["1 11 Other", "2 11 Other", "3 11 Other"]);
JS
venv/bin/python write.py
node ask.mjs
