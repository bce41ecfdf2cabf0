#!/usr/bin/env bash
# A null from JavaScript is not None, and a None that goes out is no null.
#
# What: Pyodide 0.29.5 (npm) in Node: values through runPython, to_py() and toJs().
# Seen on 2026-11-30: JSON.parse('{"paid": null}').to_py() has a jsnull at "paid": "is None" is
#   False, "not value" is True, isinstance(value, type(None)) is False, and {"paid": None} does not
#   equal it; undefined is None. The other way None becomes undefined: of {"paid": None, "sums":
#   [None]} JSON.stringify makes {"sums":[null]}, the key gone, and a function with a default takes
#   the default for it. So {"paid": null} does not survive to_py() and toJs() with None in between;
#   jsnull itself goes out as null, and json.dumps writes null for it. json.loads of the text gives
#   None.
# Why it matters: "if case['paid'] is None" is how Python asks for a missing answer, and the tests
#   on the host, which read the same JSON with json.loads, pass. In the browser the answer "not
#   known" is taken for a value; what is saved again has one key fewer.
# We instead: let only text (JSON) through the door, read and written by Python's json.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { loadPyodide } from "pyodide";

const engine = await loadPyodide();
engine.globals.set("given", { paid: null, seen: undefined });
engine.globals.set("greet", (name = "nobody") => name);
engine.runPython(`
import json
from js import JSON, Object
from pyodide.ffi import jsnull, to_js
read = JSON.parse('{"paid": null}').to_py()
plain = json.loads('{"paid": null}')
def out(value):
    return JSON.stringify(to_js(value, dict_converter=Object.fromEntries))
`);
const expected = {
  "read['paid'] is None": false,
  "read['paid'] is jsnull": true,
  "not read['paid']": true,
  "read == {'paid': None}": false,
  "plain['paid'] is None": true,
  "given.to_py()['paid'] is None": false,
  "given.to_py()['seen'] is None": true,
  "isinstance(read['paid'], type(None))": false,
  "json.dumps(read)": '{"paid": null}',
  "out({'paid': None, 'sums': [None]})": '{"sums":[null]}',
  "out(plain)": "{}",
  "out(read)": '{"paid":null}',
  "greet(None)": "nobody",
};
for (const [question, answer] of Object.entries(expected)) {
  const seen = engine.runPython(question);
  console.log(question, "->", seen);
  assert.equal(seen, answer);
}
assert.equal(engine.runPython("None"), undefined);
assert.equal(engine.runPython("jsnull"), null);
JS
node ask.mjs
