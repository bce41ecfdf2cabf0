#!/usr/bin/env bash
# A reader of JSON lines puts a comma where a text has a line separator, without an error.
#
# What: PyPI ndjson 0.3.1 (loads, load); controls: PyPI jsonlines 4.0.0, srsly 2.5.6 and Python's
#   json, line by line. RFC 8259, 7: U+2028, U+2029 and U+0085 may stand in a JSON text as they are;
#   the rule of JSON lines is that lines end at "\n".
# Seen on 2026-11-30: {"text": "refused<U+2028>20"} is read as {"text": "refused,20"}. The same with
#   U+2029 and U+0085, and at the text's beginning. It cuts as str.splitlines() does and joins the
#   pieces with commas into one list. The number of rows is right. Written as "\u2028"
#   (ensure_ascii) it is read well, and the controls read both.
# Why it matters: texts pasted from web pages and chats have U+2028; a corpus of Hebrew complaints
#   is written with ensure_ascii=False. The text is changed, not refused: a sum gets a comma in
#   front, two words a list's look, and no count shows it.
# We instead: read such files with json, line by line, cut at "\n" alone.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq ndjson==0.3.1 jsonlines==4.0.0 srsly==2.5.6
cd "$lab"

cat > ask.py <<'PY'
import json
from pathlib import Path

import jsonlines
import ndjson
import srsly

FILE = Path("rows.jsonl")
for mark in ("\u2028", "\u2029", "\x85", "\n"):
    for escaped in (True, False):
        rows = [{"text": f"refused{mark}20"}, {"text": f"{mark}סכום"}, {"text": "plain"}]
        text = "".join(json.dumps(row, ensure_ascii=escaped) + "\n" for row in rows)
        FILE.write_text(text, encoding="utf-8", newline="")
        seen = ndjson.loads(text)
        with FILE.open(encoding="utf-8", newline="\n") as file:
            assert [json.loads(line) for line in file] == rows
        with jsonlines.open(FILE) as file:
            assert list(file) == rows
        assert list(srsly.read_jsonl(FILE)) == rows
        print(f"U+{ord(mark):04X}", "escaped" if escaped else "as it is", seen)
        if escaped or mark == "\n":
            assert seen == rows
        else:
            assert seen == [{"text": "refused,20"}, {"text": ",סכום"}, {"text": "plain"}]
PY
venv/bin/python ask.py
