#!/usr/bin/env bash
# "Sixteen days ago" and "45 days ago" in Hebrew: seven libraries, and hardly two that agree.
#
# What: PyPI arrow 1.4.0, pendulum 3.3.0, humanize 4.17.0; npm date-fns 4.4.0, dayjs 1.11.23,
#   moment 2.31.0, timeago.js 4.0.2; all in Hebrew, with a fixed "now".
# Seen on 2026-11-29: 11 days are "a week" (arrow, timeago), "two weeks" (pendulum), 11 days (the
#   rest); 16 days "a month" (arrow, humanize); 45 days "two months" (arrow, moment), "about two
#   months" (date-fns), "a month" (pendulum, humanize, dayjs, timeago). Friday 23:00 is
#   "yesterday" on Sunday at half past midnight (date-fns, Hebrew only; English says "1 day ago").
#   One day is "יום 1" in pendulum, and humanize hides U+200F in its text.
# Why it matters: a time limit of 14 days reads as "a week" or "a month": a deadline in such words
#   misleads by days, and two parts of one product say different things of one date.
# Our rule: calendar days with words of our own, and the date itself where something is due.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq arrow==1.4.0 pendulum==3.3.0 humanize==4.17.0
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts date-fns@4.4.0 dayjs@1.11.23 moment@2.31.0 timeago.js@4.0.2

cat > ask.py <<'PY'
import datetime as dt

import arrow
import humanize
import pendulum

NOW = dt.datetime(2027, 3, 31, 12, tzinfo=dt.timezone.utc)
EXPECTED = {  # arrow, pendulum (without "ago"), humanize.
    1: ("לפני יום", "יום 1", "לפני יום"),
    11: ("לפני שבוע", "שבועיים", "לפני \u200f11 ימים"),
    16: ("לפני חודש", "שבועיים", "לפני חודש"),
    45: ("לפני חודשיים", "חודש", "לפני חודש"),
}
humanize.i18n.activate("he_IL")
for days, expected in EXPECTED.items():
    then = NOW - dt.timedelta(days=days)
    spoken = pendulum.instance(NOW).diff_for_humans(pendulum.instance(then), absolute=True, locale="he")
    seen = arrow.get(then).humanize(arrow.get(NOW), locale="he"), spoken, humanize.naturaltime(NOW - then)
    print(days, seen)
    assert seen == expected
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { formatDistance } = require("date-fns");
const { he } = require("date-fns/locale");
const dayjs = require("dayjs");
dayjs.extend(require("dayjs/plugin/relativeTime"));
require("dayjs/locale/he");
const moment = require("moment");
require("moment/locale/he");
const timeago = require("timeago.js");
timeago.register("he", require("timeago.js/lib/lang/he").default);

const now = new Date("2027-03-31T12:00:00Z");
const EXPECTED = { // date-fns, dayjs, moment, timeago.js
  11: ["לפני 11 ימים", "לפני 11 ימים", "לפני 11 ימים", "לפני שבוע"],
  16: ["לפני 16 ימים", "לפני 16 ימים", "לפני 16 ימים", "לפני שבועיים"],
  45: ["לפני כחודשיים", "לפני חודש", "לפני חודשיים", "לפני חודש"],
};
for (const [days, expected] of Object.entries(EXPECTED)) {
  const then = new Date(now - days * 864e5);
  const seen = [
    formatDistance(then, now, { locale: he, addSuffix: true }), dayjs(then).locale("he").from(now),
    moment(then).locale("he").from(now), timeago.format(then, "he", { relativeDate: now }),
  ];
  console.log(days, seen);
  assert.deepEqual(seen, expected);
}
const [friday, sunday] = [new Date("2027-03-26T23:00Z"), new Date("2027-03-28T00:30Z")];
assert.equal(formatDistance(friday, sunday, { locale: he, addSuffix: true }), "אתמול");
assert.equal(formatDistance(friday, sunday, { addSuffix: true }), "1 day ago");
JS
venv/bin/python ask.py
node ask.mjs
