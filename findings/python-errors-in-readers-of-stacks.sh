#!/usr/bin/env bash
# "Not a date: 2026-11-30 20:10:05" is a place in the program, at line 10, column 5; the Python that
# failed is none.
#
# What: an error of Python as Pyodide 0.29.5 (npm) hands it to JavaScript, read by npm
#   stacktrace-parser 0.1.11, error-stack-parser 2.1.4, stacktracey 2.2.0 and stack-utils 2.0.6.
# Seen on 2026-11-30: the error's stack is Python's traceback, then JavaScript's frames. No reader
#   finds one frame of Python: guide.py and its lines are gone, and the first real place is
#   Pyodide's own new_error. Three of them take the message for a frame as soon as a line ends in a
#   time of the day: file "ValueError: not a date: 2026-11-30 20", line 10, column 5, first of all;
#   stacktracey takes the source line with the same time as well. Frames of WebAssembly are left
#   out by three; error-stack-parser gives them without a line. With a message without a time no
#   frame is made up (the control).
# Why it matters: reports are grouped by the first frame, so each hour of the day becomes a fault of
#   its own, all other faults become one at new_error, and what the person wrote goes into the
#   report in the place of a file name, where nobody looks for it.
# Our rule: an error of Python is read in Python (traceback.extract_tb), before it leaves.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5 \
  stacktrace-parser@0.1.11 error-stack-parser@2.1.4 stacktracey@2.2.0 stack-utils@2.0.6

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import second from "error-stack-parser";
import { loadPyodide } from "pyodide";
import StackUtils from "stack-utils";
import first from "stacktrace-parser";
import StackTracey from "stacktracey";

const python = await loadPyodide();
const utils = new StackUtils({ cwd: "/nowhere", internals: [] });
const READERS = { // Each gives [file, line, column].
  "stacktrace-parser": ({ stack }) => first.parse(stack).map((at) => [at.file, at.lineNumber, at.column]),
  "error-stack-parser": (error) => second.parse(error).map((at) => [at.fileName, at.lineNumber, at.columnNumber]),
  stacktracey: (error) => new StackTracey(error).items.map((at) => [at.file, at.line, at.column]),
  "stack-utils": ({ stack }) => stack.split("\n").map((line) => utils.parseLine(line)).filter(Boolean)
    .map((at) => [at.file, at.line, at.column]),
};
function raised(message) {
  const program = `\n\ndef read():\n    raise ValueError("${message}")\n\nread()\n`;
  try {
    python.runPython(program, { filename: "guide.py" });
  } catch (error) {
    return error;
  }
}
const EXPECTED = { // Frames made up of words, frames of WebAssembly.
  "stacktrace-parser": [[["ValueError: not a date: 2026-11-30 20", 10, 5]], 0],
  "error-stack-parser": [[], 2],
  stacktracey: [[['raise ValueError("not a date: 2026-11-30 20', 10, 5], ["ValueError: not a date: 2026-11-30 20", 10, 5]], 0],
  "stack-utils": [[["ValueError: not a date: 2026-11-30 20", 10, 5]], 0],
};
const error = raised("not a date: 2026-11-30 20:10:05");
assert.match(error.stack, /File "guide.py", line 4, in read/);
assert.match(error.stack, /wasm-function/);
for (const [name, frames] of Object.entries(READERS)) {
  const seen = frames(error);
  const madeUp = seen.filter(([file]) => file?.includes("ValueError"));
  console.log(name, JSON.stringify(seen.slice(0, 3)));
  assert.deepEqual([madeUp, seen.filter(([file]) => file?.startsWith("wasm:")).length], EXPECTED[name]);
  assert.ok(!seen.some(([file]) => file?.endsWith("guide.py")));
  assert.match(seen[madeUp.length][0], /pyodide\.asm\.js$/);
  assert.ok(!frames(raised("no date")).some(([file]) => file?.includes("ValueError")));
}
JS
node ask.mjs
