#!/usr/bin/env bash
# A page explains how to write "&copy;", and two extractors of text write the sign.
#
# What: PyPI inscriptis 2.7.6 and trafilatura 2.3.1, on escaped ampersands, as every page about HTML
#   has them; controls: PyPI html2text 2025.4.15, markdownify 1.2.3, npm html-to-text 10.0.1. HTML:
#   "&amp;copy;" is the text "&copy;", decoded once.
# Seen on 2026-11-30: "Write &amp;copy; for the sign" comes out as "Write © for the sign" from the
#   two, "&amp;nbsp;" as a no-break space (inscriptis) or a space (trafilatura), "AT&amp;amp;T" as
#   "AT&T". An address that is shown on the page as "?a=1&amp;copy=2" (escaped once) stays right in
#   the three controls and becomes "?a=1©=2" in the two. "&lt;p&gt;" is alike in all.
# Why it matters: the last is no page about HTML: "&copy", "&reg" and "&para" begin names of
#   ordinary parameters, so an address copied from the text leads elsewhere; and instructions lose
#   just the characters that one has to type.
# We instead: take text from the page's own DOM, as the browser decoded it.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq inscriptis==2.7.6 trafilatura==2.3.1 html2text==2025.4.15 markdownify==1.2.3
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts html-to-text@10.0.1

cat > ask.mjs <<'JS'
import { convert } from "html-to-text";
console.log(convert(process.argv[2], { wordwrap: false }));
JS
venv/bin/python - <<'PY'
import subprocess

import html2text
import inscriptis
import markdownify
import trafilatura

ROWS = {  # As it stands in the HTML: what it says, and what the two make of it.
    "Write &amp;copy; for the sign": ("Write &copy; for the sign", "Write © for the sign"),
    "Write &amp;nbsp; there": ("Write &nbsp; there", "Write   there"),
    "AT&amp;amp;T": ("AT&amp;T", "AT&T"),
    "See https://example.org/?a=1&amp;copy=2": ("See https://example.org/?a=1&copy=2", "See https://example.org/?a=1©=2"),
    "Write &lt;p&gt; there": ("Write <p> there", "Write <p> there"),
}
filler = f"<p>{'These are the words of a page about pages, and there are many of them. ' * 4}</p>"


def extracted(html: str) -> str:
    page = f"<html><body><article>{filler}{html}{filler}</article></body></html>"
    return trafilatura.extract(page).split("\n")[1]


for html, (right, wrong) in ROWS.items():
    line = f"<p>{html}</p>"
    seen = [reader(line).strip().replace("\xa0", " ") for reader in (inscriptis.get_text, extracted)]
    print(html, "->", seen)
    assert seen == [wrong, wrong], html
    controls = [html2text.html2text(line), markdownify.markdownify(line), subprocess.check_output(["node", "ask.mjs", line], text=True)]
    assert [text.strip() for text in controls] == [right] * 3, html
PY
