#!/usr/bin/env bash
# Five working days over Passover end on 27 April or on 2 May, by two libraries of holidays.
#
# What: PyPI holidays 0.109 (country_holidays("IL").get_nth_working_day), workalendar 17.0.0
#   (Israel().add_working_days).
# Seen on 2026-11-30: both rest on Friday and Saturday, and both know the feasts. workalendar also
#   counts the whole eve of each as free, that of Independence Day (Remembrance Day, on which shops
#   and offices work until the evening) among them; holidays counts no eve, not even that of
#   Passover or Yom Kippur. From Monday, 19 April 2027, the fifth working day is five days of the
#   calendar later in one than in the other; from 10 May the second is 13 May or 16 May. In a week
#   without a feast they agree. The half feast between counts as working days in both.
# Why it matters: "we answer within five working days" becomes a date on which somebody writes
#   again, or misses a right.
# We instead: list the days that the law names, each with its law; an eve moves nothing, as what is
#   to be done comes in the morning.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq holidays==0.109 workalendar==17.0.0
"$lab/venv/bin/python" - <<'PY'
import datetime as dt

import holidays
from workalendar.asia import Israel

here, there = holidays.country_holidays("IL"), Israel()
EXPECTED = [  # From, so many working days, by holidays, by workalendar.
    ("2027-04-19", 5, "2027-04-27", "2027-05-02"),
    ("2027-05-10", 2, "2027-05-13", "2027-05-16"),
    ("2027-02-07", 5, "2027-02-14", "2027-02-14"),
]
for start, count, *expected in EXPECTED:
    day = dt.date.fromisoformat(start)
    seen = [str(here.get_nth_working_day(day, count)), str(there.add_working_days(day, count))]
    print(start, "+", count, "working days:", *seen)
    assert seen == expected
eve = dt.date(2027, 10, 10)
print("eve of Yom Kippur:", here.is_working_day(eve), there.is_working_day(eve))
assert here.is_working_day(eve) and not there.is_working_day(eve)
PY
