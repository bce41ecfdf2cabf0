#!/usr/bin/env bash
# A mail that says "10:00:00 IST" was sent, by one reader, at the moment it is read.
#
# What: "Date: Sun, 1 Mar 2026 10:00:00 IST" (and IDT) in npm mailparser 3.14.2 and postal-mime
#   4.0.0, Python's email and PyPI mail-parser 4.8.0. RFC 5322, 4.3: such names of zones are the
#   obsolete syntax, which a reader has to accept; one that it does not know counts as "-0000", so
#   10:00 UTC with a zone unknown.
# Seen on 2026-11-30: mailparser's date is the present time: another one each time the same file is
#   read, with no error. postal-mime gives the line as it stands, where it gives ISO 8601 for "EST"
#   and "+0200". Python and mail-parser give 10:00 as the RFC says. With +0200 all four give 08:00Z.
# Why it matters: mail servers and old programs in Israel (and India, and Ireland in summer) write
#   these names. "When was the refund promised" is then today, for every such mail; sorted by date,
#   old ones are on top; and a test that compares with a loose margin passes.
# We instead: ask the person for the day, and count from that.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq mail-parser==4.8.0
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  postal-mime@4.0.0 mailparser@3.14.2

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";

const mail = (zone) => `From: a@example.org\r\nDate: Sun, 1 Mar 2026 10:00:00 ${zone}\r\nSubject: s\r\n\r\nhi\r\n`;
for (const zone of ["IST", "IDT"]) {
  const before = Date.now();
  const first = (await simpleParser(mail(zone))).date;
  await setTimeout(1100);
  const second = (await simpleParser(mail(zone))).date;
  const { date } = await PostalMime.parse(mail(zone));
  console.log(zone, "| mailparser", first, second, "| postal-mime", date);
  assert.ok(first.getTime() >= before - 1000 && second.getTime() >= first.getTime() + 1000);
  assert.equal(date, `Sun, 1 Mar 2026 10:00:00 ${zone}`);
}
for (const [zone, hour] of [["+0200", "08"], ["EST", "15"]]) { // The controls.
  const right = `2026-03-01T${hour}:00:00.000Z`;
  assert.equal((await simpleParser(mail(zone))).date.toISOString(), right);
  assert.equal((await PostalMime.parse(mail(zone))).date, right);
}
JS
cat > ask.py <<'PY'
from email.utils import parsedate_to_datetime

import mailparser

for zone, hour in (("IST", 10), ("IDT", 10), ("+0200", 8), ("EST", 15)):
    line = f"Sun, 1 Mar 2026 10:00:00 {zone}"
    python = parsedate_to_datetime(line)
    read = mailparser.parse_from_string(f"From: a@example.org\nDate: {line}\nSubject: s\n\nhi\n").date
    print(zone, "| Python", python, "| mail-parser", read)
    assert python.replace(tzinfo=None).hour == 10
    assert (python.tzinfo is None) == (zone in {"IST", "IDT"})
    assert (read.day, read.hour) == (1, hour)
PY
node ask.mjs
TZ=Asia/Jerusalem venv/bin/python ask.py
