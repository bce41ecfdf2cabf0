#!/usr/bin/env bash
# Invite a Hebrew lawyer (עו"ד) to an appointment: the guest is gone, or the whole calendar.
#
# What: the name עו"ד לוי, typed with the keyboard's mark, as an attendee's CN. PyPI icalendar
#   7.3.2, ics 0.7.3; npm ical.js 2.2.1, ics 3.12.0, ts-ics 2.4.6, node-ical 0.27.2. RFC 5545 has
#   no way to write that mark there; RFC 6868 writes it as ^'.
# Seen on 2026-11-30: icalendar and ical.js write ^' and read it again. npm ics writes \", PyPI ics
#   and ts-ics the bare mark. Of both lines icalendar and node-ical drop the guest and keep the
#   event; PyPI ics and ts-ics refuse the file, and so what they wrote themselves; ical.js reads
#   "עו\" in the first. The right line is a name with ^' in it to PyPI ics, node-ical and ts-ics.
#   And of the valid CN="לוי; כהן" node-ical and ts-ics read "לוי, with the mark.
# Why it matters: Hebrew titles and companies (עו"ד, ד"ר, בע"מ) have it; who tests with English
#   names sends invitations that other programs cannot open.
# We instead: name nobody in a calendar file; words stand in the SUMMARY, where the mark is free.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
python3 -m venv venv
venv/bin/pip install -qq icalendar==7.3.2 ics==0.7.3
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts ical.js@2.2.1 ics@3.12.0 ts-ics@2.4.6 node-ical@0.27.2

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import ICAL from "ical.js";
import { createEvent } from "ics";
import ical from "node-ical";
import { convertIcsCalendar, generateIcsCalendar } from "ts-ics";

const guest = { name: 'עו"ד לוי', email: "a@example.com" };
const property = new ICAL.Property("attendee");
property.setParameter("cn", guest.name);
property.setValue("mailto:a@example.com");
const day = { date: new Date("2027-03-01T10:00:00Z") };
const event = { uid: "1", summary: "x", stamp: day, start: day, end: day, attendees: [guest] };
const written = [
  property.toICALString(),
  createEvent({ title: "x", start: [2027, 3, 1], end: [2027, 3, 2], attendees: [guest] }).value,
  generateIcsCalendar({ version: "2.0", prodId: "x", events: [event] }),
].map((text) => /^ATTENDEE;(.*):mailto/im.exec(text)[1]);
console.log("ical.js, ics, ts-ics write", written);
assert.deepEqual(written, ["CN=עו^'ד לוי", 'CN="עו\\"ד לוי"', 'CN=עו"ד לוי']);

const EXPECTED = [
  [written[0], ['עו"ד לוי', "עו^'ד לוי", "עו^'ד לוי"]], [written[1], ["עו\\", "gone", "refused"]],
  [written[2], ['עו"ד לוי', "gone", "refused"]], ['CN="לוי; כהן"', ["לוי; כהן", '"לוי', '"לוי']],
];
for (const [index, [line, expected]] of EXPECTED.entries()) {
  const text = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20270101T000000Z",
    "DTSTART:20270301T100000Z", `ATTENDEE;${line}:mailto:a@example.com`, "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
  writeFileSync(`${index}.ics`, text);
  const seen = [
    new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent").getFirstProperty("attendee").getParameter("cn"),
    Object.values(ical.sync.parseICS(text)).find((item) => item.type === "VEVENT").attendee?.params.CN ?? "gone",
  ];
  if (expected[2] === "refused") {
    assert.throws(() => convertIcsCalendar(undefined, text), /Line not valid/);
    seen.push("refused");
  } else seen.push(convertIcsCalendar(undefined, text).events[0].attendees[0].name);
  console.log(line, "-> ical.js, node-ical, ts-ics", seen);
  assert.deepEqual(seen, expected);
}
JS
cat > ask.py <<'PY'
import ics
from icalendar import Calendar, Event, vCalAddress

address, event, old = vCalAddress("mailto:a@example.com"), Event(), ics.Event(begin="2027-03-01")
address.params["CN"] = 'עו"ד לוי'
event.add("attendee", address)
old.add_attendee(ics.Attendee("a@example.com", common_name='עו"ד לוי'))
assert "ATTENDEE;CN=\"עו^'ד לוי\":mailto" in event.to_ical().decode()
assert 'ATTENDEE;CN=עו"ד לוי:mailto' in old.serialize()
for index, expected in enumerate((['עו"ד לוי', "עו^'ד לוי"], ["gone", "refused"], ["gone", "refused"], ["לוי; כהן"] * 2)):
    with open(f"{index}.ics", encoding="utf-8", newline="") as file:
        text = file.read()
    guest = Calendar.from_ical(text).walk("VEVENT")[0].get("ATTENDEE")
    seen = ["gone" if guest is None else guest.params["CN"]]
    try:
        seen.append(next(iter(next(iter(ics.Calendar(text).events)).attendees)).common_name)
    except ics.grammar.parse.ParseError:
        seen.append("refused")
    print(text.split("\r\n")[7], "-> icalendar, ics", seen)
    assert seen == expected
PY
node ask.mjs
venv/bin/python ask.py
