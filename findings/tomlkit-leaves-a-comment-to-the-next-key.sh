#!/usr/bin/env bash
# A TOML editor that keeps comments gives those of a removed key to its neighbour.
#
# What: PyPI tomlkit 0.15.2, a parsed file changed and written again.
# Seen on 2026-11-29: after `del` of a key the lines of comment above it stay, and now stand over
#   the next key. A number that is written again as itself loses how it was written: 1_000 + 0 is
#   1000 and 0xFF + 0 is 255. The comment behind a value stays when the value changes, though it
#   may speak of the old one. A multi-line text that is replaced becomes a single line with "\n"
#   in it.
# Why it matters: where each row carries its source and its date as a comment, a removed row
#   leaves its source to a row that never had it: a false proof, and the file still reads well.
# We instead: keep source and date as keys of the row itself, and edit the files by hand.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq tomlkit==0.15.2

"$lab/venv/bin/python" - <<'PY'
import tomlkit

TEXT = '''\
# From the page of 2026-11-01.
refund = 14
# Ours, unproven.
appeal = 1_000 # Days.
mask = 0xFF
note = """
one
two
"""
'''
document = tomlkit.parse(TEXT)
assert tomlkit.dumps(document) == TEXT
del document["refund"]
document["appeal"] += 0
document["mask"] += 0
document["note"] = "one\ntwo\n"
changed = tomlkit.dumps(document)
print(changed)
assert changed == '''\
# From the page of 2026-11-01.
# Ours, unproven.
appeal = 1000 # Days.
mask = 255
note = "one\\ntwo\\n"
'''
PY
