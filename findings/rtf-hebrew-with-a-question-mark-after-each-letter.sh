#!/usr/bin/env bash
# A Hebrew letter saved as RTF is read with a question mark after every letter, or as signs of
# mathematics.
#
# What: npm rtf-parser 1.3.3 and @iarna/rtf-to-html 1.1.0, which reads by it; control: PyPI striprtf
#   0.0.35. The format: after \uN as many plain characters are skipped as \uc says (one, unless it
#   is set); a font with \fcharset177 holds Hebrew in code page 1255, whatever \ansicpg is.
# Seen on 2026-12-01: שלום as \u1513?... is "ש?ל?ו?ם?" in both npm packages, the "?" for old readers
#   is not skipped; as \'f9... in such a font it is "∙∞σφ", the bytes in code page 437. striprtf has
#   the word in both. A French "é" in the code page of the file is right in all three (the control).
# Why it matters: both ways of writing are what word processors write, the first so that old readers
#   show something. A complaint or a contract in RTF comes out as "ש?ל?ו?ם?", and no error tells.
# Our rule: words come as text, typed or pasted; no file of a word processor is read.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq striprtf==0.0.35
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts rtf-parser@1.3.3 @iarna/rtf-to-html@1.1.0

cat > unicode.rtf <<'RTF'
{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fnil\fcharset0 Arial;}}\pard\rtlpar\f0 \u1513?\u1500?\u1493?\u1501?\par}
RTF
cat > font.rtf <<'RTF'
{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fnil\fcharset177 David;}}\pard\rtlpar\f0 \'f9\'ec\'e5\'ed\par}
RTF
cat > latin.rtf <<'RTF'
{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fnil\fcharset0 Arial;}}\pard\f0 caf\'e9\par}
RTF
cat > ask.cjs <<'JS'
const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { promisify } = require("node:util");
const parser = require("rtf-parser");
const toHtml = require("@iarna/rtf-to-html");

async function read(name) {
  const text = readFileSync(name, "latin1");
  const document = await promisify(parser.string)(text);
  const parts = document.content.flatMap((part) => part.content ?? [part]).map(({ value }) => value).join("");
  return [parts, /<p>\s*(.*?)\s*<\/p>/s.exec(await promisify(toHtml.fromString)(text))[1]];
}
(async () => {
  for (const [name, text] of Object.entries({ "latin.rtf": "café", "unicode.rtf": "ש?ל?ו?ם?", "font.rtf": "∙∞σφ" })) {
    const seen = await read(name);
    console.log(name, seen);
    assert.deepEqual(seen, [text, text]);
  }
})();
JS
node ask.cjs
venv/bin/python - <<'PY'
from pathlib import Path

from striprtf.striprtf import rtf_to_text

for name in ("latin.rtf", "unicode.rtf", "font.rtf"):
    text = rtf_to_text(Path(name).read_text()).strip()
    print(name, text)
    assert text == ("café" if name == "latin.rtf" else "שלום")
PY
