#!/usr/bin/env bash
# Hebrew words are glued together, and Markdown's stars stay on the page.
#
# What: npm marked 18.2.1, markdown-it 15.0.3, commonmark 0.31.2, micromark 4.0.3; PyPI mistune
#   3.4.0. All do the same.
# Seen on 2026-11-29: 'ב**"פלוס"**' (in "Plus": the preposition is glued on) shows its stars, as
#   do "**שלום!**לכולם" and "ה**(חדש)**": a star between a letter and a punctuation mark opens
#   nothing. 'ב**פלוס**' works. A right-to-left mark (U+200F) in front, which editors put there so
#   that the line looks right, makes of "- one" and "# title" an ordinary line. "2027. שנה" is a
#   list that begins at 2027.
# Why it matters: this is CommonMark as written, so no change of library helps: texts for Hebrew
#   readers that come from translators break in places where the English ones never do.
# We instead: use no Markdown: letters are plain text, and the screens' markup is in the
#   templates.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq mistune==3.4.0
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts marked@18.2.1 markdown-it@15.0.3 commonmark@0.31.2 micromark@4.0.3

cat > ask.mjs <<'JS'
import * as commonmark from "commonmark";
import MarkdownIt from "markdown-it";
import { marked } from "marked";
import { micromark } from "micromark";

const parser = new commonmark.Parser();
const makers = [
  (text) => marked.parse(text), (text) => new MarkdownIt().render(text),
  (text) => new commonmark.HtmlRenderer().render(parser.parse(text)), (text) => micromark(text),
];
console.log(JSON.stringify(JSON.parse(process.argv[2]).map((text) => makers.map((make) => make(text)))));
JS
venv/bin/python - <<'PY'
import json
import subprocess

import mistune

EXPECTED = {  # The text: whether its markup is seen.
    'ב**"פלוס"**': False,
    "**שלום!**לכולם": False,
    "ה**(חדש)**": False,
    "ב**פלוס**": True,
    "**שלום!** לכולם": True,
    "\u200f- אחת": False,
    "\u200f# כותרת": False,
    "- אחת": True,
}
npm = json.loads(subprocess.check_output(["node", "ask.mjs", json.dumps(list(EXPECTED))]))
for text, pages in zip(EXPECTED, npm):
    pages = [*pages, mistune.html(text)]
    seen = [any(tag in page for tag in ("<strong>", "<li>", "<h1>")) for page in pages]
    print(repr(text), "->", seen)
    assert seen == [EXPECTED[text]] * 5
assert '<ol start="2027">' in mistune.html("2027. שנה טובה")
PY
