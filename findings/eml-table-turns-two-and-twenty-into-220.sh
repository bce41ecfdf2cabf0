#!/usr/bin/env bash
# A receipt by mail says "2 users, 20.00$", and the text that a mail reader makes of it says
# 220.00$.
#
# What: npm mailparser 3.14.2 (simpleParser, its field "text") on a message of HTML alone; it
#   converts by html-to-text 10.0.1. The same HTML in turndown 7.2.5, node-html-markdown 2.0.0;
#   PyPI html2text 2025.4.15, inscriptis 2.7.6, markdownify 1.2.3.
# Seen on 2026-11-30: the cells of a row and the terms of a list of terms follow one another with
#   nothing between: "משתמשים220.00$", "מספר77". So does html-to-text by itself (its tables
#   must be asked for by a selector). The other five keep cells apart; inscriptis glues the terms
#   as well.
# Why it matters: nearly every receipt is HTML with a table in it. Here the number of users and the
#   price become one amount, eleven times too high, that looks like an amount; an order's number
#   ends in the price. Whoever searches such texts for what was charged finds it.
# We instead: take what the browser shows (innerText has a tab between cells) or what the person
#   pastes; no HTML is turned into text by us.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq html2text==2025.4.15 inscriptis==2.7.6 markdownify==1.2.3
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  mailparser@3.14.2 html-to-text@10.0.1 turndown@7.2.5 node-html-markdown@2.0.0

cat > receipt.html <<'HTML'
<html dir="rtl"><body><table><tr><td>משתמשים</td><td>2</td><td>20.00$</td></tr>
<tr><td>הזמנה AB-1</td><td>40.00$</td></tr></table>
<dl><dt>מספר</dt><dd>77</dd></dl></body></html>
HTML
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { convert } from "html-to-text";
import { simpleParser } from "mailparser";
import { NodeHtmlMarkdown } from "node-html-markdown";
import TurndownService from "turndown";

const html = readFileSync("receipt.html", "utf8");
const mail = ["From: shop@example.com", "To: dana@example.com", "Subject: receipt", "MIME-Version: 1.0",
  "Date: Mon, 01 Mar 2027 10:00:00 +0000", "Content-Type: text/html; charset=utf-8",
  "Content-Transfer-Encoding: base64", "", Buffer.from(html).toString("base64").replace(/.{76}/g, "$&\r\n"), ""];
const { text } = await simpleParser(mail.join("\r\n"));
console.log("mailparser  ", JSON.stringify(text));
assert.equal(text, "משתמשים220.00$ הזמנה AB-140.00$\n\nמספר77");
assert.equal(convert(html), text);

for (const convertOther of [(page) => new TurndownService().turndown(page), (page) => NodeHtmlMarkdown.translate(page)]) {
  const other = convertOther(html);
  console.log("others      ", JSON.stringify(other));
  assert.match(other, /משתמשים\W+2\W+20\.00\$/);
  assert.match(other, /מספר\W+77/);
}
JS
node ask.mjs
venv/bin/python - <<'PY'
import re
from pathlib import Path

import html2text
import inscriptis
import markdownify

page = Path("receipt.html").read_text(encoding="utf-8")
for convert in (html2text.html2text, markdownify.markdownify, inscriptis.get_text):
    text = convert(page)
    print(f"{convert.__module__:12}", repr(text))
    assert re.search(r"משתמשים\W+2\W+20\.00\$", text)
    assert ("מספר77" in text) == (convert is inscriptis.get_text)
PY
