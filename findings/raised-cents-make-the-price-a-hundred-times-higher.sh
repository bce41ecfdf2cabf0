#!/usr/bin/env bash
# A price with raised cents, 19 and a small 99, is 1999 dollars in every text that is made of it.
#
# What: "$19<sup>99</sup>" and a footnote's mark, "$20<sup>1</sup>", in npm html-to-text 10.0.1,
#   turndown 7.2.5, node-html-markdown 2.0.0; PyPI html2text 2025.4.15, markdownify 1.2.3,
#   inscriptis 2.7.6, trafilatura 2.3.1.
# Seen on 2026-11-30: all seven glue the two: "$1999" and "$201", with no sign and no warning.
#   trafilatura keeps <sup> when it is asked for Markdown; markdownify has an option, sup_symbol,
#   empty as it comes, and html2text an include_sup_sub, which is off. "$19.99" is right, of course.
# Why it matters: shops and pages of plans write prices like that, and the mark of a footnote stands
#   behind just those prices that have a condition. The result is a plausible amount; a search for
#   sums takes it, and a refund is asked for of 201.
# We instead: turn no HTML into text, and show the person every amount before it is used.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq html2text==2025.4.15 markdownify==1.2.3 inscriptis==2.7.6 trafilatura==2.3.1
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  html-to-text@10.0.1 turndown@7.2.5 node-html-markdown@2.0.0

cat > page.html <<'HTML'
<p>now $19<sup>99</sup> only</p><p>now $20<sup>1</sup> only</p><p>now $19.99 only</p>
HTML
cat > ask.mjs <<'JS'
import { readFileSync } from "node:fs";
import { convert } from "html-to-text";
import { NodeHtmlMarkdown } from "node-html-markdown";
import TurndownService from "turndown";

const html = readFileSync("page.html", "utf8");
console.log(JSON.stringify({
  "html-to-text": convert(html),
  turndown: new TurndownService().turndown(html),
  "node-html-markdown": NodeHtmlMarkdown.translate(html),
}));
JS
venv/bin/python - <<'PY'
import json
import re
import subprocess
from pathlib import Path

import html2text
import inscriptis
import markdownify
import trafilatura

html = Path("page.html").read_text()
filler = f"<p>{'These are the prices of the plan, as they hold from today on. ' * 4}</p>"
page = f"<html><body><article>{filler}{html}{filler}</article></body></html>"
texts = json.loads(subprocess.check_output(["node", "ask.mjs"])) | {
    "html2text": html2text.html2text(html), "markdownify": markdownify.markdownify(html),
    "inscriptis": inscriptis.get_text(html), "trafilatura": trafilatura.extract(page),
}
for name, text in texts.items():
    print(name, re.findall(r"now (\S+) only", text))
    assert re.findall(r"now (\S+) only", text) == ["$1999", "$201", "$19.99"], name

assert "$19<sup>99</sup>" in trafilatura.extract(page, output_format="markdown")  # The controls.
assert "$19^99^" in markdownify.markdownify(html, sup_symbol="^")
PY
