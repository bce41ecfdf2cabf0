#!/usr/bin/env bash
# "ChatGPT and Plus" in Hebrew: with a hyphen by one library, glued together by the other.
#
# What: PyPI Babel 2.19.0 (format_list) against Intl.ListFormat of Node, both of them CLDR.
# Seen on 2026-11-29: Intl writes "ChatGPT ו-Plus", as Hebrew spelling asks before foreign
#   letters; Babel "ChatGPT וPlus", and "חיוב ו20$" where Intl has "ו-20$". Before a Hebrew word
#   both glue: "א וב". With "or" they agree.
# Why it matters: a list that the server's Python wrote and the browser's is not the same text; a
#   search, a test or a mask that looks for the word after the letter ו misses one of them, and a
#   letter glued to a Latin name jumps about on the screen.
# Our rule: whole sentences with places; no conjunction or preposition is glued to a place.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq Babel==2.19.0

cat > "$lab/ask.mjs" <<'JS'
const lists = JSON.parse(process.argv[2]);
const write = (type) => lists.map((list) => new Intl.ListFormat("he", { type }).format(list));
console.log(JSON.stringify([write("conjunction"), write("disjunction")]));
JS
"$lab/venv/bin/python" - "$lab/ask.mjs" <<'PY'
import json
import subprocess
import sys

from babel.lists import format_list

LISTS = [["א", "ב"], ["א", "ב", "ג"], ["ChatGPT", "Plus"], ["חיוב", "20$"]]
both, either = json.loads(subprocess.check_output(["node", sys.argv[1], json.dumps(LISTS)]))
babel = [format_list(parts, locale="he") for parts in LISTS]
print("Babel", babel)
print("Intl ", both)
assert babel == ["א וב", "א, ב וג", "ChatGPT וPlus", "חיוב ו20$"]
assert both == ["א וב", "א, ב וג", "ChatGPT ו-Plus", "חיוב ו-20$"]
assert either == [format_list(parts, style="or", locale="he") for parts in LISTS]
PY
