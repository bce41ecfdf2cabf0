#!/usr/bin/env bash
# A wheel that requires a later Python is installed in Pyodide without a word, by its address.
#
# What: PyPI micropip 0.11.1 and Pyodide's loadPackage, Pyodide 0.29.5 (Python 3.13) in Node, on a
#   pure wheel with "Requires-Python: >=3.99"; pip as the control. Core metadata specification: the
#   field names the versions of Python that the distribution is compatible with.
# Seen on 2026-11-30: micropip.install(address), loadPackage(address) and unpackArchive install it;
#   the module imports, and its metadata say ">=3.99" all the while. pip refuses the same wheel, and
#   micropip a requirement that does not fit ("shown==2").
# Why it matters: the address of a wheel is how an extension or an offline page installs, without an
#   index. Whoever renews the wheels by script gets no error on the day that a library drops the
#   engine's Python; it comes later, as a SyntaxError or a missing name in somebody else's code.
# We instead: choose and pin the wheels at the build; nothing is installed at run time.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
for wheel in micropip==0.11.1 packaging==26.4; do
  "$lab/venv/bin/pip" download -qq --no-deps -d "$lab/wheels" "$wheel"
done
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5

cat > make.py <<'PY'
import subprocess
import sys
import zipfile

NAME = "wheels/shown-1.0-py3-none-any.whl"
with zipfile.ZipFile(NAME, "w") as wheel:
    wheel.writestr("shown.py", "NAME = 'shown'\n")
    wheel.writestr("shown-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: shown\nVersion: 1.0\nRequires-Python: >=3.99\n")
    wheel.writestr("shown-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nGenerator: example 1\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
    wheel.writestr("shown-1.0.dist-info/RECORD", "shown.py,,\n")
pip = [sys.executable, "-m", "pip", "install", "--no-index", "--target", "by-pip", NAME]
refused = subprocess.run(pip, capture_output=True, text=True)
print("pip:", refused.stderr.strip().splitlines()[0])
assert refused.returncode != 0
assert "requires a different Python" in refused.stderr
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { loadPyodide } from "pyodide";

const SHOWN = "shown-1.0-py3-none-any.whl";
const ways = {
  micropip: (engine) => engine.runPythonAsync(`import micropip; await micropip.install("emfs:/tmp/${SHOWN}")`),
  loadPackage: (engine) => engine.loadPackage(new URL(`wheels/${SHOWN}`, import.meta.url).href, { messageCallback: () => {} }),
  unpackArchive: async (engine) => engine.unpackArchive(engine.FS.readFile(`/tmp/${SHOWN}`), "wheel"),
};
for (const [way, install] of Object.entries(ways)) {
  const engine = await loadPyodide();
  for (const name of readdirSync("wheels")) {
    const bytes = new Uint8Array(readFileSync(`wheels/${name}`));
    if (name === SHOWN) engine.FS.writeFile(`/tmp/${name}`, bytes);
    else engine.unpackArchive(bytes, "wheel");
  }
  await install(engine);
  const seen = engine.runPython(`
import importlib, sys
from importlib.metadata import metadata
importlib.invalidate_caches()
import shown
f"{sys.version_info[:2]} {shown.NAME} {metadata('shown')['Requires-Python']}"`);
  console.log(way, "->", seen);
  assert.equal(seen, "(3, 13) shown >=3.99");
  if (way === "micropip") {
    await assert.rejects(engine.runPythonAsync('await micropip.install("shown==2")'), /Requested 'shown==2'/);
  }
}
JS
venv/bin/python make.py
node ask.mjs
