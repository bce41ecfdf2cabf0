#!/usr/bin/env bash
# Two packages with Hebrew numerals install the same module: the second one wins, and to remove it
# leaves neither.
#
# What: PyPI python-hebrew-numbers 0.2.3 and hebrew-numbers 0.2.1, both of which install the folder
#   hebrew_numbers; pip as it comes with Python 3.13.
# Seen on 2026-11-30: pip installs both without a word, in either order, and "pip check" finds
#   nothing broken. Which __init__.py is there depends on the order; both lists of files name it.
#   After "pip uninstall" of the one that was put there last, "import hebrew_numbers" succeeds and
#   has no function in it (what is left of the folder is a namespace), while pip lists the other
#   package as installed.
# Why it matters: two dependencies of a program that each want "their" hebrew_numbers: one of them
#   has gematria_to_int and the other a name that is gone, depending on the order of a lock file.
# Our rule: numbers are written in digits, and each wheel is pinned as it was released.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
cat > ask.py <<'PY'
import importlib.metadata as metadata
import subprocess
import sys
import sysconfig
from pathlib import Path

OLD, NEW = "python-hebrew-numbers", "hebrew-numbers"
VERSION = {OLD: "0.2.3", NEW: "0.2.1"}


def pip(*words: str) -> str:
    return subprocess.run([sys.executable, "-m", "pip", *words], check=True, capture_output=True, text=True).stdout


def inside() -> tuple[bool, int]:
    """Return whether the module has a file of its own, and how many public names it has."""
    code = "import hebrew_numbers as h; print(h.__file__ is not None, sum(n[0] != '_' for n in dir(h)))"
    own, names = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    return own == "True", int(names)


found = {}
for order in ((OLD, NEW), (NEW, OLD)):
    for name in order:
        said = pip("install", "-q", f"{name}=={VERSION[name]}")
        assert said == "", said
    assert "No broken requirements" in pip("check")
    found[order] = Path(sysconfig.get_path("purelib"), "hebrew_numbers/__init__.py").read_text("utf-8")
    assert all("hebrew_numbers/__init__.py" in map(str, metadata.files(name)) for name in order)
    before = inside()
    pip("uninstall", "-q", "-y", order[-1])
    print(" then ".join(order), "| names", before[1], "| after uninstall", inside())
    assert before[0]
    assert before[1] > 0
    assert inside() == (False, 0)
    assert order[0] in pip("list")
    pip("uninstall", "-q", "-y", order[0])
assert len(set(found.values())) == 2
PY
python3 -m venv "$lab/venv"
venv/bin/python ask.py
