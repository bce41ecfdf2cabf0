#!/usr/bin/env bash
# random.sample, len, deque and islice refuse numbers that fit a 64-bit CPython.
#
# What: Pyodide 0.29.5 (npm) in Node; sys.maxsize is 2**31 - 1, since wasm32 has 32-bit sizes.
# Seen on 2026-11-29: random.sample(range(2**33), 2) raises OverflowError, where random.randrange
#   (2**33) and "5 in range(2**33)" work; len(range(2**31)) raises; deque(maxlen=2**31) raises;
#   itertools.islice(x, 2**31, None) raises ValueError; a slice [:2**40] works.
# Why it matters: eight-digit case numbers fit, ten-digit ones do not. sample(range(...)) is the
#   usual way to make distinct random ids, and a huge maxlen or stop a usual way of saying "all";
#   they pass every test on the developer's machine and fail in the browser.
# Our rule: no id is drawn from a range, and None says that no limit is meant.
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
import collections, itertools, random
def outcome(expression):
    try:
        eval(expression)
    except Exception as error:
        return type(error).__name__
    return "works"
`);
const outcome = python.globals.get("outcome");
const EXPECTED = {
  "random.sample(range(2**33), 2)": "OverflowError",
  "random.sample(range(2**30), 2)": "works",
  "random.randrange(2**33)": "works",
  "5 in range(2**33)": "works",
  "len(range(2**31))": "OverflowError",
  "len(range(2**31 - 1))": "works",
  "collections.deque('ab', maxlen=2**31)": "OverflowError",
  "list(itertools.islice('ab', 2**31, None))": "ValueError",
  "'ab'[:2**40]": "works",
};
for (const [expression, expected] of Object.entries(EXPECTED)) {
  console.log(expression, "->", outcome(expression));
  assert.equal(outcome(expression), expected);
}
JS
node ask.mjs
