#!/usr/bin/env bash
# "10:00 IST": in Jerusalem, in Mumbai, in Greenwich, on this computer, or no date at all.
#
# What: PyPI dateparser 1.5.0, python-dateutil 2.9.0.post0, pendulum 3.3.0, arrow 1.4.0; npm
#   chrono-node 2.10.3, luxon 3.7.2; on "Mon, 30 Nov 2026 10:00:00 IST".
# Seen on 2026-11-30: dateparser takes it for Israel (08:00 UTC), chrono for India (04:30 UTC),
#   pendulum with strict=False drops it and says UTC, dateutil drops it with a warning and gives a
#   time without a zone. luxon (fromRFC2822), arrow (ZZZ) and new Date() refuse it. Of "IDT" chrono
#   and dateparser both say 07:00 UTC. "+0200" is alike in all.
# Why it matters: Israeli mails and status pages write IST and IDT. From one library to the next the
#   hour of a charge is three and a half hours off, in winter alone; before 03:30 the day, too.
# Our rule: an hour is never read from prose, and a zone is the offset that the browser says.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq dateparser==1.5.0 python-dateutil==2.9.0.post0 pendulum==3.3.0 arrow==1.4.0
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  chrono-node@2.10.3 luxon@3.7.2

cat > ask.py <<'PY'
import warnings
from datetime import UTC

import arrow
import dateparser
import dateutil.parser
import pendulum

warnings.simplefilter("ignore")


def hour(moment) -> str:
    return moment.astimezone(UTC).strftime("%H:%M") if moment.tzinfo else "naive"


def ask(zone: str) -> list[str]:
    line = f"Mon, 30 Nov 2026 10:00:00 {zone}"
    try:
        last = hour(arrow.get(f"2026-11-30 10:00 {zone}", "YYYY-MM-DD HH:mm ZZZ" if zone.isalpha() else "YYYY-MM-DD HH:mm Z"))
    except arrow.parser.ParserError:
        last = "refused"
    first = (dateparser.parse(line), dateutil.parser.parse(line), pendulum.parse(line, strict=False))
    return [*map(hour, first), last]


EXPECTED = {  # dateparser, dateutil, pendulum, arrow.
    "IST": ["08:00", "naive", "10:00", "refused"], "IDT": ["07:00", "naive", "10:00", "refused"], "+0200": ["08:00"] * 4,
}
for zone, answers in EXPECTED.items():
    print(zone, ask(zone))
    assert ask(zone) == answers, zone
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import * as chrono from "chrono-node";
import { DateTime } from "luxon";

const hour = (moment) => (Number.isNaN(moment.getTime()) ? "refused" : moment.toISOString().slice(11, 16));
const expected = { // chrono, luxon, Date.
  IST: ["04:30", "refused", "refused"],
  "+0200": ["08:00", "08:00", "08:00"],
};
for (const [zone, answers] of Object.entries(expected)) {
  const line = `Mon, 30 Nov 2026 10:00:00 ${zone}`;
  const moments = [chrono.parseDate(line), DateTime.fromRFC2822(line).toJSDate(), new Date(line)];
  console.log(zone, moments.map(hour));
  assert.deepEqual(moments.map(hour), answers);
}
assert.equal(hour(chrono.parseDate("Mon, 30 Nov 2026 10:00:00 IDT")), "07:00");
JS
TZ=UTC venv/bin/python ask.py
TZ=Asia/Jerusalem node ask.mjs
