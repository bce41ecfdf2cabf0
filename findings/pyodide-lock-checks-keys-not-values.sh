#!/usr/bin/env bash
# The lock file's own library refuses an unknown key and takes a checksum of two letters.
#
# What: PyPI pyodide-lock 0.2.1 on the pyodide-lock.json of npm pyodide 0.29.5, and Pyodide
#   itself.
# Seen on 2026-11-29: an unknown key is an error, but sha256 "zz" is taken, depends "numpy"
#   becomes the five packages n, u, m, p, y, and check_wheel_filenames (which wants `packaging`,
#   not required by the package) finds no fault in either. Reading Pyodide's own file and writing
#   it again adds "tool" to each of its 379 packages. And Pyodide 0.29.5, which is 3.13, starts
#   with a lock file that says python 3.12.1.
# Why it matters: a lock file that was made by hand or by a script passes as checked; what is
#   wrong in it shows in the browser, at the first import.
# We instead: give Pyodide a lock object without packages, and compare what ships by hashes of our
#   own.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv" # Python 3.12 or later.
"$lab/venv/bin/pip" install -qq pyodide-lock==0.2.1 packaging==26.4
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5

cat > ask.py <<'PY'
import json
from pathlib import Path

from pyodide_lock import PyodideLockSpec

own = Path("node_modules/pyodide/pyodide-lock.json")
data = json.loads(own.read_text())


def read(**changes):
    package = next(iter(data["packages"].values())) | changes
    Path("made.json").write_text(json.dumps({"info": data["info"], "packages": {package["name"]: package}}))
    lock = PyodideLockSpec.from_json(Path("made.json"))
    lock.check_wheel_filenames()
    return lock.packages[package["name"]]


print("sha256", read(sha256="zz").sha256, "| depends", read(depends="numpy").depends)
assert read(sha256="zz").sha256 == "zz"
assert read(depends="numpy").depends == list("numpy")
try:
    read(unknown="x")
except Exception as error:
    print(type(error).__name__)
    assert type(error).__name__ == "ForbiddenExtraKeysError"
else:
    raise AssertionError

PyodideLockSpec.from_json(own).to_json(Path("again.json"))
again = json.loads(Path("again.json").read_text())
added = [name for name in data["packages"] if set(again["packages"][name]) - set(data["packages"][name]) == {"tool"}]
print("packages that got a new key:", len(added), "of", len(data["packages"]))
assert len(added) == len(data["packages"])

Path("old.json").write_text(json.dumps({"info": data["info"] | {"python": "3.12.1"}, "packages": {}}))
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";
const python = await loadPyodide({ lockFileContents: readFileSync("old.json", "utf8") });
const version = python.runPython("import sys; '%d.%d' % sys.version_info[:2]");
console.log("the lock says 3.12.1, the interpreter", version);
assert.equal(version, "3.13");
JS
venv/bin/python ask.py
node ask.mjs
