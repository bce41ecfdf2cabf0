#!/usr/bin/env bash
# Node's own Buffer is "a problem with Pyodide": typed arrays are told apart by their class's
# name.
#
# What: Pyodide 0.29.5 (npm) in Node: unpackArchive, globals.set, FS.writeFile.
# Seen on 2026-11-29: a Buffer, which every reading of a file in Node returns, raises RuntimeError
#   "Unknown typed array type 'Buffer'. This is a problem with Pyodide, please open an issue", and
#   so does any class of one's own that extends Uint8Array. The same bytes as new
#   Uint8Array(buffer) pass, and FS.writeFile takes the Buffer as it is.
# Why it matters: the build's script in Node fails where the page's fetch works, and the message
#   sends one to look for the fault in the wrong place.
# We instead: hand bytes over through the file system, or as plain Uint8Array.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { loadPyodide } from "pyodide";

const python = await loadPyodide();
class Bytes extends Uint8Array {}
function outcome(bytes) {
  try {
    python.globals.set("bytes_", bytes);
    return python.runPython("bytes_.to_bytes().decode()");
  } catch (error) {
    return /Unknown typed array type '\w+'/.exec(error.message)[0];
  }
}
const text = Buffer.from("שלום");
const seen = [outcome(text), outcome(new Bytes(text)), outcome(new Uint8Array(text))];
console.log(seen);
assert.deepEqual(seen, ["Unknown typed array type 'Buffer'", "Unknown typed array type 'Bytes'", "שלום"]);
assert.throws(() => python.unpackArchive(text, "zip"), /Unknown typed array type 'Buffer'/);
python.FS.writeFile("/tmp/text", text);
assert.equal(python.runPython("open('/tmp/text', encoding='utf-8').read()"), "שלום");
JS
node ask.mjs
