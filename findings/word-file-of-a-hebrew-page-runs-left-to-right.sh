#!/usr/bin/env bash
# A Hebrew page becomes a Word file that runs from left to right, though the page says the
# direction.
#
# What: npm html-to-docx 1.8.0 and @turbodocx/html-to-docx 1.23.1, on dir="rtl"; control: npm docx
#   9.15.2, with a paragraph that is told to be bidirectional (w:bidi) and a run of it (w:rtl).
# Seen on 2026-12-01: neither maker puts a direction on the Hebrew paragraph, be it by the
#   attribute, by style or by a <div dir="rtl"> round it. The second has an option, direction "rtl",
#   for the whole file, and then the paragraph with dir="ltr" runs from right to left as well: the
#   attribute is never read. The control has one of each, as asked.
# Why it matters: in Word the line stands at the left, and the full stop, the amount and the
#   brackets are at the wrong end of it; whoever made the page sees nothing of that in the browser.
# Our rule: what we hand over is text, with its marks of direction in it.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  html-to-docx@1.8.0 @turbodocx/html-to-docx@1.23.1 docx@9.15.2 jszip@3.10.2

cat > ask.cjs <<'JS'
const assert = require("node:assert/strict");
const { Document, Packer, Paragraph, TextRun } = require("docx");
const JSZip = require("jszip");
const plain = require("html-to-docx");
const turbo = require("@turbodocx/html-to-docx");

const HEBREW = "שילמתי 79.90 (פעמיים).";
const PAGE = `<p dir="rtl" style="direction: rtl">${HEBREW}</p><p dir="ltr">Order 1234.</p><div dir="rtl"><p>${HEBREW}</p></div>`;
/** For each paragraph with text: whether it runs from right to left. */
async function directions(file) {
  const xml = await (await JSZip.loadAsync(file)).file("word/document.xml").async("string");
  return xml.match(/<w:p[ >].*?<\/w:p>/gs).filter((one) => one.includes("<w:t")).map((one) => /<w:bidi\b(?! w:val="(false|0)")/.test(one));
}
(async () => {
  const made = new Document({ sections: [{ children: [
    new Paragraph({ bidirectional: true, children: [new TextRun({ text: HEBREW, rightToLeft: true })] }),
    new Paragraph("Order 1234."),
  ] }] });
  const seen = {
    docx: await directions(await Packer.toBuffer(made)),
    plain: await directions(await plain(PAGE)),
    turbo: await directions(await turbo(PAGE)),
    asked: await directions(await turbo(PAGE, null, { direction: "rtl", lang: "he-IL" })),
  };
  console.log(seen);
  const none = [false, false, false];
  assert.deepEqual(seen, { docx: [true, false], plain: none, turbo: none, asked: [true, true, true] });
})();
JS
node ask.cjs
