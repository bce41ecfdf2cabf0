#!/usr/bin/env bash
# micropip says that a wheel is installed, and the module in it is not there.
#
# What: PyPI micropip 0.11.1 and Pyodide's loadPackage, Pyodide 0.29.5 (npm) in Node, on a valid
#   pure wheel that has its module in NAME.data/purelib and a file in NAME.data/data; pip as the
#   control. The wheel format (PyPA, "Binary distribution format"): what stands in the .data folder
#   is moved to the place that its name says.
# Seen on 2026-11-30: both lay the files as they stand in the zip: site-packages has a folder
#   "shown-1.0.data", and there is no module "shown", while importlib.metadata.version() and
#   micropip.list() say 1.0. No error, no warning. The data file stays in that folder, too. pip puts
#   both where they belong.
# Why it matters: files lie there when a tool marks a build as not pure, or ships a manual page or a
#   script beside the module. A page lists the package as present and fails at the import; a library
#   whose data are in share/ fails when it is used.
# We instead: pack the wheels' files into one archive at the build; nothing is installed at run
#   time.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
for wheel in micropip==0.11.1 packaging==26.4; do
  "$lab/venv/bin/pip" download -qq --no-deps -d "$lab/wheels" "$wheel"
done
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5

venv/bin/python - <<'PY'
import subprocess
import sys
import zipfile
from pathlib import Path

NAME, INFO = "wheels/shown-1.0-py3-none-any.whl", "shown-1.0.dist-info"
files = {
    "shown-1.0.data/purelib/shown.py": "NAME = 'shown'\n", "shown-1.0.data/data/share/words.txt": "hi\n",
    f"{INFO}/METADATA": "Metadata-Version: 2.1\nName: shown\nVersion: 1.0\n",
    f"{INFO}/WHEEL": "Wheel-Version: 1.0\nGenerator: example 1\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
}
with zipfile.ZipFile(NAME, "w") as wheel:
    for name, text in files.items():
        wheel.writestr(name, text)
    wheel.writestr(f"{INFO}/RECORD", "".join(f"{name},,\n" for name in [*files, f"{INFO}/RECORD"]))
subprocess.run([sys.executable, "-m", "pip", "install", "-qq", "--no-index", "--target", "by-pip", NAME], check=True)
assert Path("by-pip/shown.py").exists()
assert Path("by-pip/share/words.txt").exists()
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { loadPyodide } from "pyodide";

const SHOWN = "shown-1.0-py3-none-any.whl";
const ways = {
  micropip: (engine) => engine.runPythonAsync(`import micropip; await micropip.install("emfs:/tmp/${SHOWN}")`),
  loadPackage: (engine) => engine.loadPackage(new URL(`wheels/${SHOWN}`, import.meta.url).href, { messageCallback: () => {} }),
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
import importlib.util, micropip, sysconfig
from importlib.metadata import version
from pathlib import Path
importlib.invalidate_caches()
found = sorted(path.name for path in Path(sysconfig.get_path("purelib")).rglob("shown*"))
f"{version('shown')} {micropip.list()['shown'].version} {importlib.util.find_spec('shown')} {' '.join(found)}"`);
  console.log(way, "->", seen);
  assert.equal(seen, "1.0 1.0 None shown-1.0.data shown-1.0.dist-info shown.py");
}
JS
node ask.mjs
