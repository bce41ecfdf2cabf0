#!/usr/bin/env bash
# On the night the clocks go forward, Pyodide moves a time the other way than CPython does.
#
# What: Pyodide 0.29.5 (npm) in Node against the CPython here, both with TZ=Asia/Jerusalem.
# Seen on 2026-11-29: 2027-03-26 02:30 does not exist in Israel. datetime(...).astimezone() gives
#   03:30+03:00 in Pyodide and 01:30+02:00 in CPython: a difference of an hour and of the offset.
#   The hour that comes twice (31 October, 01:30) is read alike, fold and all. And %Z and tzname()
#   are "UTC+0200", "UTC+0300" in Pyodide, "IST" and "IDT" in CPython: an offset that looks like a
#   name.
# Why it matters: a reminder "at half past two" rings at another time than the tests say, and a
#   zone name that was stored or shown on one side means nothing on the other.
# We instead: keep dates as ISO 8601 with the offset that the browser said, and compute with our
#   own table of the zones' rules; no local time is ever asked of Python.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5

cat > ask.py <<'PY'
import json, time
from datetime import datetime
def said(*when, fold=0): return datetime(*when, fold=fold).astimezone().isoformat()
json.dumps({
    "gap": said(2027, 3, 26, 2, 30), "first": said(2027, 10, 31, 1, 30),
    "again": said(2027, 10, 31, 1, 30, fold=1), "names": list(time.tzname),
})
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { loadPyodide } from "pyodide";

const source = readFileSync("ask.py", "utf8");
const inside = JSON.parse((await loadPyodide()).runPython(source));
const printed = source.replace(/json\.dumps\((.*)\)\n$/s, "print(json.dumps($1))");
const outside = JSON.parse(execFileSync("python3", ["-c", printed]));
console.log("pyodide", inside);
console.log("cpython", outside);

assert.equal(inside.gap, "2027-03-26T03:30:00+03:00");
assert.equal(outside.gap, "2027-03-26T01:30:00+02:00");
assert.deepEqual([inside.first, inside.again], [outside.first, outside.again]);
assert.deepEqual(inside.names, ["UTC+0200", "UTC+0300"]);
assert.deepEqual(outside.names, ["IST", "IDT"]);
JS
TZ=Asia/Jerusalem node ask.mjs
