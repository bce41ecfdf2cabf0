#!/usr/bin/env bash
# "Is it a mobile phone of Israel?" A landline in Jerusalem is, and a mobile phone that is written
# with its hyphen is not.
#
# What: npm validator 13.15.35, isMobilePhone(number, "he-IL"); control: npm libphonenumber-js
#   1.13.16 with all its data (type of a number).
# Seen on 2026-12-01: 02 666 1234 and 03 555 1234, fixed lines of Jerusalem and Tel Aviv, are
#   mobile, and so is an 077 number of a telephone over the internet, but not an 073 one. The same
#   function says no to fixed lines in Germany, France, Britain, Italy, Spain and Poland. A real
#   mobile number with the hyphen that everybody writes, 050-2345678, is none to it.
# Why it matters: the check decides whether a code is sent by SMS; the person with a landline waits
#   for a message that cannot come, and the form has said that the number is right.
# Our rule: a number of a telephone stays as it was typed; no kind is guessed from its digits.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts validator@13.15.35 libphonenumber-js@1.13.16

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import phones from "libphonenumber-js/max";
import validator from "validator";

const seen = {};
for (const number of ["026661234", "035551234", "+97226661234", "0772345678", "0733001234", "0502345678", "050-2345678"]) {
  seen[number] = [validator.isMobilePhone(number, "he-IL"), phones(number, "IL").getType()];
}
console.log(seen);
assert.deepEqual(seen, {
  "026661234": [true, "FIXED_LINE"],
  "035551234": [true, "FIXED_LINE"],
  "+97226661234": [true, "FIXED_LINE"],
  "0772345678": [true, "VOIP"],
  "0733001234": [false, "VOIP"],
  "0502345678": [true, "MOBILE"],
  "050-2345678": [false, "MOBILE"],
});
const fixed = { "de-DE": "03012345678", "fr-FR": "0123456789", "en-GB": "02071234567", "it-IT": "0612345678", "es-ES": "912345678", "pl-PL": "221234567" };
for (const [place, number] of Object.entries(fixed)) {
  assert.equal(phones(number, place.slice(3)).getType().includes("FIXED_LINE"), true);
  assert.equal(validator.isMobilePhone(number, place), false);
}
JS
node ask.mjs
