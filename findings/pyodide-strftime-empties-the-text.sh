#!/usr/bin/env bash
# One unknown directive, and strftime gives back an empty text.
#
# What: Pyodide 0.29.5 (npm) in Node, datetime.strftime and time.strftime.
# Seen on 2026-11-29: "due %d %Q" is "" in Pyodide: not the rest, not an error. The directives
#   that other C libraries add (%k, %l, %P, %v, %+) do the same, so "at %l:%M %P" is empty as
#   well. A CPython on glibc writes " 3:04 pm" for the one and leaves "%Q" standing in the other.
#   In a Hebrew sentence only what stands between the percent sign and the next Hebrew letter
#   goes.
# Why it matters: a date format that was tried on the developer's machine makes whole sentences
#   disappear in the browser, silently: the words round the date are lost together with it.
# We instead: write months and days from our own tables; the one strftime left knows %y%m%d only.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { loadPyodide } from "pyodide";

const python = await loadPyodide();
python.runPython(`
from datetime import datetime
def shown(layout): return datetime(2027, 3, 5, 15, 4).strftime(layout)
`);
const shown = python.globals.get("shown");

const EXPECTED = {
  "due %d %Q": "",
  "at %l:%M %P": "",
  "%k o'clock": "",
  "%v": "",
  "מועד due %d %Q מחר": "מועד due מחר",
  // The control: what this C library knows is written, glibc's dash and underscore included.
  "due %d %B": "due 05 March",
  "%-d": "5",
  "%_d": " 5",
};
for (const [layout, expected] of Object.entries(EXPECTED)) {
  console.log("%j -> %j", layout, shown(layout));
  assert.equal(shown(layout), expected);
}
JS
node ask.mjs
