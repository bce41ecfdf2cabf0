#!/usr/bin/env bash
# Two engines restored from one memory snapshot draw the same "random" numbers and hash alike.
#
# What: Pyodide 0.29.5 (npm) in Node, its own (private) options _makeSnapshot and _loadSnapshot.
# Seen on 2026-11-29: after a restore random.random() gives the same number in every engine, and
#   so do hash("...") and the order of sets; uuid4, os.urandom and the names of temporary files
#   are fresh. An `env` that is passed at the restore is not seen: os.environ is the snapshot's.
# Why it matters: a snapshot that is shipped to everybody makes random.choice, shuffle and any id
#   made with `random` the same on everyone's computer, and a time zone given in `env` is lost.
# We instead: call random.seed() right after the restore, and bring what varies through the turn's
#   text.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { loadPyodide } from "pyodide";

const HOME = "/home/pyodide";
const first = await loadPyodide({ _makeSnapshot: true, env: { HOME } });
first.runPython("import json, os, random, tempfile, uuid");
const snapshot = first.makeMemorySnapshot();

const QUESTION = `json.dumps({
    "random": random.random(), "choice": random.choice("abcdefgh"), "hash": hash("refund"),
    "uuid": str(uuid.uuid4()), "urandom": os.urandom(8).hex(), "TZ": os.environ.get("TZ"),
    "seeded": random.seed() or random.random(),
})`;
async function restored(TZ) {
  const engine = await loadPyodide({ _loadSnapshot: snapshot, env: { HOME, TZ } });
  return JSON.parse(engine.runPython(QUESTION));
}
const [one, two] = [await restored("Asia/Jerusalem"), await restored("Asia/Jerusalem")];
console.log(one);
console.log(two);
for (const same of ["random", "choice", "hash"]) assert.equal(one[same], two[same], same);
for (const fresh of ["uuid", "urandom", "seeded"]) assert.notEqual(one[fresh], two[fresh], fresh);
assert.equal(one.TZ, null);
JS
node ask.mjs
