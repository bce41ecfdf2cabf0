#!/usr/bin/env bash
# In Pyodide "Errno 2" means permission denied, and a missing file is "Errno 44".
#
# What: Pyodide 0.29.5 (npm) in Node. Emscripten numbers its errors as WASI does.
# Seen on 2026-11-29: opening a missing file is FileNotFoundError [Errno 44]; opening a read-only
#   one for writing is PermissionError [Errno 2]; FileExistsError is 20. OSError(2, "x") made by
#   hand is a PermissionError, and OSError(17, "x") is no FileExistsError. On Linux: 2, 13, 17.
# Why it matters: an error that was logged, stored or sent as a number on one side is another
#   error on the other; a test that raises OSError(2, ...) to stage a missing file stages
#   something else.
# Our rule: exceptions are caught, staged and written by class, never by number.
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
import errno, os
with open("/tmp/kept.txt", "w") as file:
    file.write("kept")
os.chmod("/tmp/kept.txt", 0o400)
def error(act):
    try:
        act()
    except OSError as problem:
        return f"{type(problem).__name__} {problem.errno}"
`);
const EXPECTED = {
  "error(lambda: open('/tmp/missing.txt'))": "FileNotFoundError 44",
  "error(lambda: open('/tmp/kept.txt', 'w'))": "PermissionError 2",
  "error(lambda: os.mkdir('/tmp'))": "FileExistsError 20",
  "type(OSError(2, 'staged')).__name__": "PermissionError",
  "type(OSError(17, 'staged')).__name__": "OSError",
  "errno.ENOENT": 44,
};
for (const [question, answer] of Object.entries(EXPECTED)) {
  console.log(question, "->", python.runPython(question));
  assert.equal(python.runPython(question), answer);
}
JS
node ask.mjs
