#!/usr/bin/env bash
# A wheel that went through "pyodide py-compile" no longer agrees with its own list of files.
#
# What: PyPI pyodide-build 0.39.2 on the wheel of Jinja2 3.1.6; wheel 0.48.0 and pip read the
#   result.
# Seen on 2026-11-29: every .py is a .pyc now, while RECORD still lists the .py files with their
#   hashes; the file's name says cp313, the WHEEL inside py3. "wheel unpack" refuses it ("No hash
#   found for file 'jinja2/__init__.pyc'"), pip installs it without a word. Two runs of the same
#   input are two different files: the entries bear the time of the run.
# Why it matters: tools that check a wheel refuse what Pyodide's own tool made, those that do not
#   check hide it; and a build that is compared byte by byte is never the same.
# We instead: compile into our own zip, sorted and dated 1980, and pin the wheels as they were
#   released.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv" # Python 3.12 or later.
"$lab/venv/bin/pip" install -qq pyodide-build==0.39.2 wheel==0.48.0
cd "$lab"
for run in one two; do
  venv/bin/pip download -qq --no-deps -d "$run" Jinja2==3.1.6
  venv/bin/pyodide py-compile --silent "$run"
  sleep 2 # A zip's times go in steps of two seconds.
done

cat > ask.py <<'PY'
import subprocess
import sys
import zipfile
from pathlib import Path

one, two = (next(Path(run).glob("*.whl")) for run in ("one", "two"))
with zipfile.ZipFile(one) as wheel:
    names = set(wheel.namelist())
    listed = {line.split(",")[0] for line in wheel.read("jinja2-3.1.6.dist-info/RECORD").decode().splitlines()}
    tag = wheel.read("jinja2-3.1.6.dist-info/WHEEL").decode().partition("Tag: ")[2].strip()
print(one.name, "| inside:", tag, "| not listed:", len(names - listed), "| listed and gone:", len(listed - names))
assert "cp3" in one.name
assert tag == "py3-none-any"
assert {Path(name).suffix for name in names - listed} == {".pyc"}
assert {Path(name).suffix for name in listed - names} == {".py"}

unpack = subprocess.run([sys.executable, "-m", "wheel", "unpack", "-d", "out", one], capture_output=True, text=True)
print("wheel unpack:", unpack.returncode, (unpack.stdout + unpack.stderr).strip().splitlines()[-1])
assert unpack.returncode != 0
pip = [sys.executable, "-m", "pip", "install", "-qq", "--no-deps", "--no-index", "--target", "site", one]
assert subprocess.run(pip).returncode == 0
assert one.read_bytes() != two.read_bytes()
PY
venv/bin/python ask.py
