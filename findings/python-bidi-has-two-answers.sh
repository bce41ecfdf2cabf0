#!/usr/bin/env bash
# One package, two functions of one name, and two visual orders of the same line.
#
# What: PyPI python-bidi 0.6.12: bidi.get_display (Rust) and bidi.algorithm.get_display (Python),
#   with npm bidi-js 1.1.0 as the judge of what the Unicode algorithm says.
# Seen on 2026-11-29: for "שלום (abc) 12" the Rust one leaves the brackets unmirrored, `12 )abc(`,
#   the Python one moves one of them away, `abc) 12)`; the algorithm says `12 (abc) םולש`. An
#   isolate (U+2068) is an AssertionError in the Python one. Of two lines the Rust one puts the
#   first's end before it, so that both run together.
# Why it matters: PDF makers, terminals and pictures get their Hebrew through it; which import the
#   example had decides what is printed. An amount in brackets is where it shows.
# We instead: reorder nothing ourselves; the browser lays the text out, numbers and Latin in
#   `<bdi>`.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq python-bidi==0.6.12
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts bidi-js@1.1.0

cat > judge.mjs <<'JS'
import makeBidi from "bidi-js";
const bidi = makeBidi();
console.log(JSON.stringify(JSON.parse(process.argv[2]).map((text) => bidi.getReorderedString(text, bidi.getEmbeddingLevels(text)))));
JS
venv/bin/python - <<'PY'
import json
import subprocess

from bidi import get_display as rust
from bidi.algorithm import get_display as python

EXPECTED = {  # Rust, Python, what the algorithm says.
    "שלום (abc) 12": ("12 )abc( םולש", "abc) 12) םולש", "12 (abc) םולש"),
    "מחיר 20$": ("20$ ריחמ", "20$ ריחמ", "20$ ריחמ"),
    "(שלום) abc": ("abc )םולש(", "abc (םולש)", "abc (םולש)"),
}
judged = json.loads(subprocess.check_output(["node", "judge.mjs", json.dumps(list(EXPECTED))]))
for text, right in zip(EXPECTED, judged):
    seen = rust(text), python(text), right
    print(text, "->", *(f"[{one}]" for one in seen))
    assert seen == EXPECTED[text], seen

assert rust("שלום\nabc") == "\nםולשabc"
assert rust("שלום \u2068abc\u2069") != ""
try:
    python("שלום \u2068abc\u2069")
except AssertionError as error:
    print("an isolate:", error)
else:
    raise SystemExit("the isolate passed")
PY
