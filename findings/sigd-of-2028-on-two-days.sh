#!/usr/bin/env bash
# Two libraries of Israel's holidays put Sigd of 2028 on two different days.
#
# What: PyPI holidays 0.109 and npm @hebcal/core 6.9.3, the years 2027 to 2029.
# Seen on 2026-11-29: Sigd, the 29th of Cheshvan, falls on a Saturday in 2028. hebcal moves it to
#   Thursday, 16 November; holidays leaves it on Saturday the 18th. In 2027 and 2029 they agree,
#   and on Independence Day, which moves in 2028 and 2029, they agree in all three years.
# Why it matters: rules that move a holiday are where tables differ, and a test on one ordinary
#   year does not find it. A day that counts as a working day in one table is none in the other.
# We instead: count no holidays so far, and say so; a table would have a source for each row, and
#   be compared with both.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq holidays==0.109
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts @hebcal/core@6.9.3

cat > ask.mjs <<'JS'
import { HebrewCalendar } from "@hebcal/core";
const found = {};
for (const year of [2027, 2028, 2029]) {
  for (const event of HebrewCalendar.calendar({ year, il: true, isHebrewYear: false })) {
    const name = { Sigd: "Sigd", "Yom HaAtzma'ut": "Independence Day" }[event.getDesc()];
    if (name) found[`${name} ${year}`] = event.getDate().greg().toLocaleDateString("sv");
  }
}
console.log(JSON.stringify(found));
JS
venv/bin/python - <<'PY'
import json
import subprocess

import holidays

EXPECTED = {  # hebcal, holidays.
    "Sigd 2027": ("2027-11-29", "2027-11-29"),
    "Sigd 2028": ("2028-11-16", "2028-11-18"),
    "Sigd 2029": ("2029-11-07", "2029-11-07"),
    "Independence Day 2027": ("2027-05-12", "2027-05-12"),
    "Independence Day 2028": ("2028-05-02", "2028-05-02"),
    "Independence Day 2029": ("2029-04-19", "2029-04-19"),
}
hebcal = json.loads(subprocess.check_output(["node", "ask.mjs"]))
table = holidays.Israel(years=[2027, 2028, 2029], categories=("public", "optional", "school"), language="en_US")
ours = {}
for day, names in table.items():
    for name in names.split("; "):
        ours.setdefault(f"{name.removesuffix(' (observed)')} {day.year}", str(day))
seen = {name: (hebcal[name], ours[name]) for name in EXPECTED}
print(seen)
assert seen == EXPECTED
PY
