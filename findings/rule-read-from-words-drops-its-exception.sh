#!/usr/bin/env bash
# "Every day except Saturday" is every day; and one day of the month is told as every Monday and
# Tuesday.
#
# What: npm rrule 2.8.1, RRule.fromText and toText with isFullyConvertibleToText; control: the days
#   that the same library works out for the rule.
# Seen on 2026-12-01: fromText stops at the first word that it does not know and gives what it has:
#   "every day except Saturday" is FREQ=DAILY, "every month except August" FREQ=MONTHLY; "twice a
#   month" is an empty rule. ("Every two weeks" is an error.) toText leaves out BYSETPOS: the last
#   Monday or Tuesday of a month is "every month on Monday, Tuesday", and isFullyConvertibleToText,
#   which is there to be asked before, says true; so it does of BYEASTER, told as "every year".
# Why it matters: the reminder rings on the day that was excepted, and what is shown to the person
#   as a check of it says another thing than what is done.
# Our rule: what was read from words is shown to the person, in the form in which it will be used.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts rrule@2.8.1

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import library from "rrule";

const { RRule } = library;
const read = {
  "every day except Saturday": "RRULE:FREQ=DAILY",
  "every month except August": "RRULE:FREQ=MONTHLY",
  "twice a month": "",
  "every 2 weeks on Sunday": "RRULE:INTERVAL=2;FREQ=WEEKLY;BYDAY=SU",
};
for (const [text, rule] of Object.entries(read)) {
  console.log(text, "->", RRule.fromText(text).toString());
  assert.equal(RRule.fromText(text).toString(), rule);
}
assert.throws(() => RRule.fromText("every two weeks"));

const told = {
  "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1": ["every month on Monday, Tuesday", 12],
  "FREQ=MONTHLY;BYDAY=MO,TU": ["every month on Monday, Tuesday", 104],
  "FREQ=YEARLY;BYEASTER=0": ["every year", 1],
};
for (const [rule, [text, days]] of Object.entries(told)) {
  const made = RRule.fromString(`DTSTART:20270101T090000Z\nRRULE:${rule}`);
  const found = made.between(new Date("2027-01-01"), new Date("2028-01-01")).length;
  console.log(rule, "->", made.toText(), made.isFullyConvertibleToText(), found);
  assert.deepEqual([made.toText(), made.isFullyConvertibleToText(), found], [text, true, days]);
}
JS
node ask.mjs
