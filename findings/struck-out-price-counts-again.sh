#!/usr/bin/env bash
# "Do <s>not</s> pay $200": turned into text, a word or price that was struck out holds again.
#
# What: <s> and <del> in npm html-to-text 10.0.1, turndown 7.2.5 (also with turndown-plugin-gfm
#   1.0.2 as the control), node-html-markdown 2.0.0; PyPI html2text 2025.4.15, markdownify 1.2.3,
#   inscriptis 2.7.6, trafilatura 2.3.1. HTML: s is for what is no longer accurate or relevant, del
#   for what was taken out of the document.
# Seen on 2026-11-30: of "<s>$200</s> $20" html-to-text, turndown, inscriptis and trafilatura (its
#   text) make "$200 $20", with nothing that tells one from the other; the same with <del>, and of
#   "Refunds are <del>not</del> given" "Refunds are not given". The other three write ~~ on both
#   sides, as trafilatura does when it is asked for Markdown; turndown with the plugin writes one ~.
# Why it matters: a page of prices has the old price struck out, a changed paragraph of terms its
#   old words. The text says the opposite, or an amount ten times as high comes first, which is the
#   one that a search for "the price" takes.
# We instead: turn no HTML into text, and show every amount that was found.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq html2text==2025.4.15 markdownify==1.2.3 inscriptis==2.7.6 trafilatura==2.3.1
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  html-to-text@10.0.1 turndown@7.2.5 turndown-plugin-gfm@1.0.2 node-html-markdown@2.0.0

cat > page.html <<'HTML'
<p>The plan costs <s>$200</s> $20.</p><p>Refunds are <del>not</del> given.</p>
HTML
cat > ask.mjs <<'JS'
import { readFileSync } from "node:fs";
import { convert } from "html-to-text";
import { NodeHtmlMarkdown } from "node-html-markdown";
import TurndownService from "turndown";
import { gfm } from "turndown-plugin-gfm";

const html = readFileSync("page.html", "utf8");
const plugged = new TurndownService();
plugged.use(gfm);
console.log(JSON.stringify({
  "html-to-text": convert(html),
  turndown: new TurndownService().turndown(html),
  "turndown-plugin-gfm": plugged.turndown(html),
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
filler = f"<p>{'These are the terms of the plan, as they hold from today on. ' * 4}</p>"
page = f"<html><body><article>{filler}{html}{filler}</article></body></html>"
texts = json.loads(subprocess.check_output(["node", "ask.mjs"])) | {
    "html2text": html2text.html2text(html), "markdownify": markdownify.markdownify(html), "inscriptis": inscriptis.get_text(html),
    "trafilatura": trafilatura.extract(page), "trafilatura, Markdown": trafilatura.extract(page, output_format="markdown"),
}
PLAIN = {"html-to-text", "turndown", "inscriptis", "trafilatura"}
for name, text in texts.items():
    price, refund = re.search(r"costs (.*)\.", text)[1], re.search(r"are (.*) given", text)[1]
    print(name, "|", price, "|", refund)
    if name in PLAIN:
        assert (price, refund) == ("$200 $20", "not"), name
    else:
        assert re.fullmatch(r"(~~?)\$200\1 \$20", price), name
        assert re.fullmatch(r"(~~?)not\1", refund), name
PY
