#!/usr/bin/env bash
# Half of all cube roots end in another digit in Pyodide than in the same Python on Linux.
#
# What: Pyodide 0.29.5 (npm) in Node against the CPython of this machine; 2,000 numbers each.
# Seen on 2026-11-29 (against glibc 2.36): exp, log, sqrt and log2 agree on all 2,000; cbrt
#   differs in 943, log10 in 222, atan in 67, sin in 62, tanh in 53. So does Random(seed).gauss():
#   in 2 of 50 seeds; Random(seed).random() never.
# Why it matters: scores, percentages and golden files that were made by the host's Python are not
#   always reproduced to the last digit in the browser, and a tie that is broken by such a score
#   turns the other way. Which functions are safe is not what one would guess.
# We instead: learn weights on the host and ship them as data; the browser adds them up and takes
#   exp of the sum, on which both agree.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5

cat > ask.py <<'PY'
import json, math, random
numbers = [random.Random(seed).uniform(0.01, 20) for seed in range(2000)]
NAMES = ("exp", "log", "log2", "sqrt", "cbrt", "log10", "atan", "sin", "tanh")
answers = {name: [repr(getattr(math, name)(x)) for x in numbers] for name in NAMES}
answers["random"] = [repr(random.Random(x).random()) for x in range(50)]
answers["gauss"] = [repr(random.Random(x).gauss()) for x in range(50)]
json.dumps(answers)
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { loadPyodide } from "pyodide";

const source = readFileSync("ask.py", "utf8");
const inside = JSON.parse((await loadPyodide()).runPython(source));
const printed = source.replace(/json\.dumps\((.*)\)\n$/s, "print(json.dumps($1))");
const outside = JSON.parse(execFileSync("python3", ["-c", printed], { maxBuffer: 2 ** 24 }));
const differ = {};
for (const name of Object.keys(inside)) {
  differ[name] = inside[name].filter((answer, at) => answer !== outside[name][at]).length;
}
console.log("answers that differ, of 2,000:", differ);
for (const name of ["exp", "log", "log2", "sqrt", "random"]) assert.equal(differ[name], 0, name);
for (const name of ["cbrt", "log10", "atan", "sin", "tanh", "gauss"]) assert.ok(differ[name] > 0, name);
JS
node ask.mjs
