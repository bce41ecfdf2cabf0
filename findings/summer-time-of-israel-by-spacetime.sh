#!/usr/bin/env bash
# A library of time zones has one date for Israel's summer time, that of 2026, and takes it for
# every year.
#
# What: npm spacetime 7.15.0, Asia/Jerusalem, every hour of 2025 to 2029; controls: Node's Intl and
#   npm timezone-support 3.1.0. Israel, since 2013: from the Friday before the last Sunday of March
#   at 02:00 to the last Sunday of October at 02:00.
# Seen on 2026-12-01: spacetime's clock goes forward on 27 March and back on 24 October, in each of
#   the five years. Only 2026 is right. In 2028 that is three days too late in spring and four too
#   early in autumn; in 2027 the autumn is six days off. Its page says that it applies the latest
#   dates to the past; that it does so to the years to come is not said. The controls agree on every
#   hour.
# Why it matters: "answer until 10:00" is 11:00 for a few days a year; a test on a day in January or
#   July never shows it.
# Our rule: a table of zones is held against the system's own, year by year, before it is used.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  spacetime@7.15.0 timezone-support@3.1.0

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import spacetime from "spacetime";
import * as support from "timezone-support";

const HOUR = 3600e3;
const zone = support.findTimeZone("Asia/Jerusalem");
const clock = new Intl.DateTimeFormat("sv", { timeZone: "Asia/Jerusalem", dateStyle: "short", timeStyle: "medium" });
const READERS = {
  intl: (at) => (Date.parse(`${clock.format(at).replace(" ", "T")}Z`) - at) / 60e3,
  support: (at) => -support.getUTCOffset(new Date(at), zone).offset,
  spacetime: (at) => spacetime(at, "Asia/Jerusalem").offset(),
};
/** The hours at which the clock changes in a year, in UTC: "month-dayThour". */
function changes(offset, year) {
  const hours = Array.from({ length: 8760 }, (_, hour) => Date.UTC(year, 0, 1) + hour * HOUR);
  return hours.filter((at) => offset(at) !== offset(at - HOUR)).map((at) => new Date(at).toISOString().slice(5, 13));
}
const TRUE = {
  2025: "03-28T00 10-25T23",
  2026: "03-27T00 10-24T23",
  2027: "03-26T00 10-30T23",
  2028: "03-24T00 10-28T23",
  2029: "03-23T00 10-27T23",
};
for (const [year, real] of Object.entries(TRUE)) {
  const [intl, other, seen] = Object.values(READERS).map((read) => changes(read, Number(year)).join(" "));
  console.log(year, { intl, other, spacetime: seen });
  assert.equal(intl, real);
  assert.equal(other, real);
  assert.equal(seen, TRUE[2026]);
}
JS
node ask.mjs
