#!/usr/bin/env bash
# With the same PYTHONHASHSEED, Pyodide hashes and orders sets otherwise than the same CPython.
#
# What: Pyodide 0.29.5 (npm) in Node against the CPython on this machine, PYTHONHASHSEED=0 in
#   both.
# Seen on 2026-11-29: sys.hash_info is FNV, 32 bits, modulus 2**31-1 in Pyodide; SipHash, 64 bits,
#   2**61-1 outside. So list({"a","b","c","d","e"}) is a c b e d there and d c a e b here,
#   hash(2**31 - 1) is 0 there, and hash(0.5) is 2**30 there and 2**60 here.
# Why it matters: a fixed seed is what people set to make a build repeatable. A content file that
#   is written out of a set by the host's Python, and compared with what the browser makes,
#   differs; and numbers that are multiples of 2**31-1 all fall into one bucket.
# We instead: sort whatever came out of a set before it is written, and store no hash().
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5

cat > ask.py <<'PY'
import json, sys
info = sys.hash_info
json.dumps({
    "algorithm": info.algorithm, "width": info.width, "order": list({"a", "b", "c", "d", "e"}),
    "mersenne": hash(2**31 - 1), "half": hash(0.5), "word": hash("refund"),
})
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { loadPyodide } from "pyodide";

const source = readFileSync("ask.py", "utf8");
const env = { PYTHONHASHSEED: "0" };
const python = await loadPyodide({ env: { ...env, HOME: "/home/pyodide" } });
const inside = JSON.parse(python.runPython(source));
const printed = source.replace(/json\.dumps\((.*)\)\n$/s, "print(json.dumps($1))");
const outside = JSON.parse(execFileSync("python3", ["-c", printed], { env: { ...process.env, ...env } }));
console.log("pyodide", inside);
console.log("cpython", outside);

assert.equal(inside.algorithm, "fnv");
assert.equal(inside.width, 32);
assert.equal(inside.mersenne, 0);
assert.equal(inside.half, 2 ** 30);
assert.notEqual(inside.word, outside.word);
assert.deepEqual(inside.order, ["a", "c", "b", "e", "d"]);
assert.notDeepEqual(inside.order, outside.order);
JS
node ask.mjs
