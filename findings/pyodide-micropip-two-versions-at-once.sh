#!/usr/bin/env bash
# micropip puts a newer wheel over an older one: two versions are installed, and "uninstall" leaves
# half of one.
#
# What: PyPI micropip 0.11.1 in Pyodide 0.29.5 (npm) in Node; the wheels of humanize 4.9.0 and then
#   4.17.0 by their addresses, and back again.
# Seen on 2026-11-30: the second install says nothing and lays its files over the first one's. Both
#   dist-info folders stay: micropip.list() and humanize.__version__ say 4.17.0,
#   importlib.metadata.version() 4.9.0. uninstall() then takes the older one's files, __init__.py
#   among them, and the newer stays "installed": install("humanize==4.17.0") returns at once, and
#   the import gives a module with nothing in it. With reinstall=True there is one version, and a
#   name whose == does not fit is an error; only an address is taken as it comes.
# Why it matters: a page that installs a newer wheel while the old one is in the engine reports a
#   version that it does not run, and one that tries again after uninstall() breaks for good.
# We instead: pack the wheels' files into one archive at the build; nothing is installed at run
#   time.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
for wheel in micropip==0.11.1 packaging==26.4 humanize==4.9.0 humanize==4.17.0; do
  "$lab/venv/bin/pip" download -qq --no-deps -d "$lab/wheels" "$wheel"
done
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5

cat > ask.mjs <<'JS'
import { readFileSync, readdirSync } from "node:fs";
import { loadPyodide } from "pyodide";

const engine = await loadPyodide();
for (const name of readdirSync("wheels")) {
  const bytes = new Uint8Array(readFileSync(`wheels/${name}`));
  engine.FS.writeFile(`/tmp/${name}`, bytes);
  if (!name.startsWith("humanize")) engine.unpackArchive(bytes, "wheel");
}
await engine.runPythonAsync(readFileSync("ask.py", "utf8"));
JS
cat > ask.py <<'PY'
import importlib
import sys
import sysconfig
from importlib.metadata import version
from pathlib import Path

import micropip

SITE = Path(sysconfig.get_path("purelib"))


async def put(number, **options):
    await micropip.install(f"emfs:/tmp/humanize-{number}-py3-none-any.whl", deps=False, **options)


def folders():
    return sorted(path.name for path in SITE.glob("humanize-*"))


await put("4.9.0")
assert folders() == ["humanize-4.9.0.dist-info"]
await put("4.17.0")
import humanize

print("list", micropip.list()["humanize"].version, "| module", humanize.__version__, "| metadata", version("humanize"))
assert (micropip.list()["humanize"].version, humanize.__version__, version("humanize")) == ("4.17.0", "4.17.0", "4.9.0")
assert folders() == ["humanize-4.17.0.dist-info", "humanize-4.9.0.dist-info"]

micropip.uninstall("humanize")
for name in [name for name in sys.modules if name.startswith("humanize")]:
    del sys.modules[name]
importlib.invalidate_caches()
await micropip.install("humanize==4.17.0")
print("after uninstall:", folders(), micropip.list()["humanize"].version)
assert folders() == ["humanize-4.17.0.dist-info"]
assert not (SITE / "humanize/__init__.py").exists() and (SITE / "humanize/lists.py").exists()
assert not hasattr(importlib.import_module("humanize"), "naturalsize")

await put("4.9.0", reinstall=True)  # The control.
assert folders() == ["humanize-4.9.0.dist-info"]
try:
    await micropip.install("humanize==4.17.0")
except ValueError as error:
    print("control:", str(error).split(".")[0])
else:
    raise AssertionError("no error")
PY
node ask.mjs
