#!/usr/bin/env bash
# Three packages with the time zones of calendar files, and in 2028 Israel's summer time starts a
# week late in all of them.
#
# What: npm timezones-ical-library 2.3.2, @touch4it/ical-timezones 1.9.0, icalzone 0.0.1, for
#   Asia/Jerusalem; ical-generator 10.2.0 writes with the first one, ical.js 2.2.1 and node-ical
#   0.27.2 read. Judges: PyPI tzdata 2026.6, and icalendar 7.3.2, which writes a zone from it.
# Seen on 2026-11-30: all three say "the last Friday of March" (BYDAY=-1FR). The clocks go forward
#   on the Friday before the last Sunday: on 24 March 2028 and 23 March 2029, not on the 31st and
#   the 30th. In 2026 and 2027 both rules name one day; the days in icalendar's list are right.
#   So an event on 27 March 2028 at 10:00, in a valid file, is at 08:00 UTC to ical.js, which
#   obeys the file, and at 07:00 to node-ical, which knows the zone by its name. The library's own
#   tzlib_get_offset says +0200 for that day as well.
# Why it matters: for a week in two years of five an invitation shows another hour in one person's
#   calendar than in the other's, and no test of this year or the next finds it.
# We instead: write days without a time in calendar files, so no zone is needed.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq tzdata==2026.6 icalendar==7.3.2
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts timezones-ical-library@2.3.2 \
  @touch4it/ical-timezones@1.9.0 icalzone@0.0.1 ical-generator@10.2.0 ical.js@2.2.1 node-ical@0.27.2

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import touch4it from "@touch4it/ical-timezones";
import ICAL from "ical.js";
import icalGenerator from "ical-generator";
import icalzone from "icalzone";
import nodeIcal from "node-ical";
import { tzlib_get_ical_block, tzlib_get_offset } from "timezones-ical-library";

const ZONE = "Asia/Jerusalem";
const written = {
  "timezones-ical-library": tzlib_get_ical_block(ZONE)[0],
  "@touch4it/ical-timezones": touch4it.getVtimezoneComponent(ZONE),
  icalzone: icalzone.getZoneString(ZONE),
};
for (const [name, zone] of Object.entries(written)) {
  const rules = zone.match(/RRULE:.*BYMONTH=3.*/g).map((rule) => rule.trim());
  console.log(name, rules);
  assert.deepEqual(rules, ["RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR"]);
}
assert.equal(tzlib_get_offset(ZONE, "2028-03-27", "12:00"), "+0200");

const calendar = icalGenerator();
calendar.timezone({ name: ZONE, generator: (zone) => tzlib_get_ical_block(zone)[0] });
for (const day of ["2027-03-29", "2028-03-27", "2028-04-03"]) {
  calendar.createEvent({ start: `${day}T10:00:00`, timezone: ZONE, summary: day });
}
const text = calendar.toString();
const whole = new ICAL.Component(ICAL.parse(text));
whole.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
const hour = (date) => date.toISOString().slice(0, 16);
const byFile = whole.getAllSubcomponents("vevent").map((event) => hour(new ICAL.Event(event).startDate.toJSDate()));
const events = Object.values(nodeIcal.sync.parseICS(text)).filter((item) => item.type === "VEVENT");
const byName = events.map((event) => hour(event.start));
console.log("ical.js  ", byFile);
console.log("node-ical", byName);
assert.deepEqual(byFile, ["2027-03-29T07:00", "2028-03-27T08:00", "2028-04-03T07:00"]);
assert.deepEqual(byName, ["2027-03-29T07:00", "2028-03-27T07:00", "2028-04-03T07:00"]);
JS
TZ=UTC node ask.mjs
PYTHONTZPATH="" venv/bin/python - <<'PY'
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar

EXPECTED = ["2026-03-27", "2027-03-26", "2028-03-24", "2029-03-23", "2030-03-29"]
days = [datetime(2026, 1, 1, 12, tzinfo=ZoneInfo("Asia/Jerusalem")) + timedelta(days=n) for n in range(5 * 365)]
summer = [f"{b:%Y-%m-%d}" for a, b in zip(days, days[1:]) if a.utcoffset() < b.utcoffset()]
print("tzdata   ", summer)
assert summer == EXPECTED
zone = icalendar.Timezone.from_tzid("Asia/Jerusalem").to_ical().decode().replace("\r\n ", "")
assert all(day.replace("-", "") + "T" in zone for day in EXPECTED)
assert "20280331T" not in zone
PY
