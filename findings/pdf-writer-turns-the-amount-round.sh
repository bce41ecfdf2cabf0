#!/usr/bin/env bash
# A Hebrew bill with 120 in it is drawn right by a maker of PDF; with GPT-4o in the same line the
# amount runs backwards.
#
# What: npm jspdf 4.2.1, setR2L(true) and text() in a font with Hebrew letters (npm dejavu-fonts-ttf
#   2.37.3); the letters in the order in which they are drawn, from left to right.
# Seen on 2026-12-01: "שילמתי 120" is drawn as it should be, the amount at the left of the Hebrew.
#   "שילמתי 129.90 על GPT-4o" has the amount as 09.921, the model as o4-TPG, and the Hebrew words
#   from their first letter to the right, which is backwards. A line of an amount alone, in a column
#   of them, is 021 for 120. Without the switch that last line is right, and the Hebrew line has
#   021. By Unicode's rules (UAX 9) digits run from left to right in every line.
# Why it matters: one tries it with a Hebrew line, and it is right. In the column of amounts 120
#   shekels become a plausible 21, and nothing is said.
# Our rule: no file that is laid out by a program of ours; a letter is text, and the reader's own
#   program lays it out.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts jspdf@4.2.1 dejavu-fonts-ttf@2.37.3

cat > ask.cjs <<'JS'
const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { jsPDF } = require("jspdf");

const FONT = readFileSync("node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf", "base64");
function glyphs(text, rightToLeft) {
  const pdf = new jsPDF();
  pdf.addFileToVFS("letters.ttf", FONT);
  pdf.addFont("letters.ttf", "letters", "normal");
  pdf.setFont("letters");
  pdf.setR2L(rightToLeft);
  pdf.text(text, 100, 20);
  return /<([0-9a-f]+)> Tj/i.exec(pdf.output())[1].match(/.{4}/g);
}
const MODEL = "שילמתי 129.90 על GPT-4o";
const letters = Object.fromEntries([...MODEL].map((one) => [glyphs(one, false)[0], one]));
const drawn = (text, rightToLeft = true) => glyphs(text, rightToLeft).map((one) => letters[one]);

const right = ["120", " ", "יתמליש"].flatMap((one) => [...one]);
console.log([drawn("שילמתי 120"), drawn(MODEL), drawn("120")].map((line) => line.join("|")));
assert.deepEqual(drawn("שילמתי 120"), right);
assert.deepEqual(drawn(MODEL), [..."o4-TPG ", ..."שילמתי", ..." 09.921 ", ..."על"]);
assert.deepEqual(drawn("120"), [..."021"]);
assert.deepEqual(drawn("120", false), [..."120"]);
assert.deepEqual(drawn("שילמתי 120", false), [..."שילמתי", ..." 021"]);
JS
node ask.cjs
