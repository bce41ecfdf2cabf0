#!/usr/bin/env bash
# "As you agreed in 7" leads to another clause: five of six converters number the list anew.
#
# What: <ol start>, <ol reversed>, <ol type> and <li value> (HTML, "The ol element": the number is
#   part of the content) in npm html-to-text 10.0.1, turndown 7.2.5, node-html-markdown 2.0.0; PyPI
#   html2text 2025.4.15, markdownify 1.2.3, inscriptis 2.7.6.
# Seen on 2026-11-30: a list 1, 7, 8 (by <li value="7">) becomes 1, 2, 3 in all but inscriptis. A
#   list that starts at 3 starts at 1 in node-html-markdown and inscriptis; the others keep it. A
#   reversed one, 3, 2, 1, is 1, 2, 3 in all six. Of type "a" only html-to-text makes "a." and "b.".
#   Plain lists are alike (the control).
# Why it matters: terms and letters refer to their own clauses by number, and a list that goes on
#   after a heading has a start. The text looks whole, the numbers are numbers, and "clause 2" is
#   now a sentence that was 7.
# We instead: turn no HTML into text; what the browser copies has the numbers that it shows.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq html2text==2025.4.15 markdownify==1.2.3 inscriptis==2.7.6
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  html-to-text@10.0.1 turndown@7.2.5 node-html-markdown@2.0.0

cat > lists.json <<'JSON'
{
  "value": "<ol><li>pay</li><li value=\"7\">wait</li><li>write</li></ol>",
  "start": "<ol start=\"3\"><li>pay</li><li>wait</li></ol>",
  "reversed": "<ol reversed><li>pay</li><li>wait</li><li>write</li></ol>",
  "type": "<ol type=\"a\"><li>pay</li><li>wait</li></ol>",
  "plain": "<ol><li>pay</li><li>wait</li></ol>"
}
JSON
cat > ask.mjs <<'JS'
import { readFileSync } from "node:fs";
import { convert } from "html-to-text";
import { NodeHtmlMarkdown } from "node-html-markdown";
import TurndownService from "turndown";

const readers = {
  "html-to-text": convert,
  turndown: (html) => new TurndownService().turndown(html),
  "node-html-markdown": NodeHtmlMarkdown.translate,
};
const lists = Object.entries(JSON.parse(readFileSync("lists.json", "utf8")));
const read = (reader) => Object.fromEntries(lists.map(([name, html]) => [name, reader(html)]));
console.log(JSON.stringify(Object.fromEntries(Object.entries(readers).map(([name, reader]) => [name, read(reader)]))));
JS
venv/bin/python - <<'PY'
import json
import re
import subprocess
from pathlib import Path

import html2text
import inscriptis
import markdownify

EXPECTED = {  # By <li value>, <ol start>, <ol reversed>, <ol type>, and a plain list.
    "html-to-text": ("1 2 3", "3 4", "1 2 3", "a b", "1 2"),
    "turndown": ("1 2 3", "3 4", "1 2 3", "1 2", "1 2"),
    "node-html-markdown": ("1 2 3", "1 2", "1 2 3", "1 2", "1 2"),
    "html2text": ("1 2 3", "3 4", "1 2 3", "1 2", "1 2"),
    "markdownify": ("1 2 3", "3 4", "1 2 3", "1 2", "1 2"),
    "inscriptis": ("1 7 8", "1 2", "1 2 3", "1 2", "1 2"),
}
texts = json.loads(subprocess.check_output(["node", "ask.mjs"]))
lists = json.loads(Path("lists.json").read_text())
for name, reader in (("html2text", html2text.html2text), ("markdownify", markdownify.markdownify), ("inscriptis", inscriptis.get_text)):
    texts[name] = {kind: reader(html) for kind, html in lists.items()}
for name, answers in EXPECTED.items():
    seen = tuple(" ".join(re.findall(r"^\s*(\w+)\.", texts[name][kind], re.MULTILINE)) for kind in lists)
    print(name, dict(zip(lists, seen)))
    assert seen == answers, name
PY
