#!/usr/bin/env bash
# Cleaners of HTML that keep <bdi> and throw its direction away.
#
# What: PyPI nh3 0.3.8, lxml-html-clean 0.4.6; npm sanitize-html 2.17.5, xss 1.0.17, dompurify
#   3.5.0 in jsdom 29.1.1; each with its defaults.
# Seen on 2026-11-29: of <p dir="rtl">א <bdi dir="ltr">AB-12</bdi></p> DOMPurify keeps all; nh3
#   and sanitize-html keep both elements and no dir; xss keeps that of bdi and drops the
#   paragraph's; lxml keeps the paragraph's and drops the bdi element. nh3 keeps the dir of <bdo>,
#   which turns letters round.
# Why it matters: numbers and addresses in Hebrew change places on the screen after the text went
#   through a cleaner, and nobody looks for it there.
# We instead: clean nothing: our templates escape what people write, and the markup is our own.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq nh3==0.3.8 lxml==6.1.3 lxml-html-clean==0.4.6
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts sanitize-html@2.17.5 xss@1.0.17 dompurify@3.5.0 jsdom@29.1.1

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import createDOMPurify from "dompurify";
import { JSDOM } from "jsdom";
import sanitize from "sanitize-html";
import xss from "xss";

const text = '<p dir="rtl">א <bdi dir="ltr">AB-12</bdi></p>';
const seen = {
  dompurify: createDOMPurify(new JSDOM("").window).sanitize(text), "sanitize-html": sanitize(text), xss: xss(text),
};
console.log(seen);
assert.deepEqual(seen, {
  dompurify: text,
  "sanitize-html": "<p>א <bdi>AB-12</bdi></p>",
  xss: '<p>א <bdi dir="ltr">AB-12</bdi></p>',
});
JS
cat > ask.py <<'PY'
import nh3
from lxml_html_clean import Cleaner

text = '<p dir="rtl">א <bdi dir="ltr">AB-12</bdi></p>'
seen = nh3.clean(text), Cleaner().clean_html(text), nh3.clean('<bdo dir="rtl">abc</bdo>')
print(seen)
assert seen == ("<p>א <bdi>AB-12</bdi></p>", '<p dir="rtl">א AB-12</p>', '<bdo dir="rtl">abc</bdo>')
PY
node ask.mjs
venv/bin/python ask.py
