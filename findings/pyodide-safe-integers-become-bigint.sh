#!/usr/bin/env bash
# The largest safe integer goes into Pyodide as a number and comes back as a BigInt.
#
# What: Pyodide 0.29.5 (npm) in Node, plain values through runPython and globals.
# Seen on 2026-11-29: Number.MAX_SAFE_INTEGER (2**53 - 1) arrives as int and returns as a bigint,
#   so JSON.stringify of the answer throws; 2**53 - 2 returns as a number; 2**53 itself arrives as
#   a float. -0 arrives as the int 0, while Python's -0.0 goes out as -0. And 2.0 arrives as an
#   int.
# Why it matters: ids, times in nanoseconds and "no limit" marks are near that edge. A value that
#   was only carried through Python changes its type, and the failure is far away, in JSON or in
#   "==".
# We instead: let only text (JSON) through the door between JavaScript and Python, in both
#   directions.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { loadPyodide } from "pyodide";

const python = await loadPyodide();
function carried(value) {
  python.globals.set("value", value);
  return { inside: python.runPython("type(value).__name__"), back: python.runPython("value") };
}

const most = Number.MAX_SAFE_INTEGER;
for (const value of [most, most - 1, most + 1, -most, -0, 2.0]) {
  const { inside, back } = carried(value);
  console.log(Object.is(value, -0) ? "-0" : value, "->", inside, "->", typeof back, back);
}
assert.deepEqual(carried(most), { inside: "int", back: BigInt(most) });
assert.deepEqual(carried(-most), { inside: "int", back: -BigInt(most) });
assert.deepEqual(carried(most - 1), { inside: "int", back: most - 1 });
assert.equal(carried(most + 1).inside, "float");
assert.throws(() => JSON.stringify({ id: carried(most).back }), TypeError);
assert.ok(Object.is(carried(-0).back, 0));
assert.ok(Object.is(python.runPython("-0.0"), -0));
assert.equal(carried(2.0).inside, "int");
JS
node ask.mjs
