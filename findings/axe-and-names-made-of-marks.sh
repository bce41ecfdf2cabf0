#!/usr/bin/env bash
# A button whose only text is a direction mark has a name; a Hebrew page without direction has no
# fault.
#
# What: npm axe-core 4.14.1 in jsdom 29.1.1, all its rules but those of colour.
# Seen on 2026-11-29: <button>U+200F</button>, a link with only U+2068 U+2069 in it, an image with
#   alt U+200F and a field labelled with a mark pass. So do lang="he" with no dir, with dir="ltr",
#   and lang="en" with dir="rtl"; "iw", "ji" and "mo", withdrawn long ago, are valid languages;
#   "heb" and "he_IL" are not. An empty button is reported, of course.
# Why it matters: a template that isolates an empty name writes exactly such buttons: a screen
#   reader says "button". And no rule of the tool looks at direction, so a green run says nothing
#   of it.
# We instead: take names whole from the content, without marks, and test the direction in real
#   popups.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts axe-core@4.14.1 jsdom@29.1.1

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
async function violations(attributes, body) {
  const html = `<!doctype html><html ${attributes}><head><title>t</title></head><body><main><h1>א</h1>${body}</main></body></html>`;
  const { window } = new JSDOM(html, { runScripts: "outside-only" });
  window.eval(axe);
  const found = await window.axe.run(window.document, { rules: { "color-contrast": { enabled: false } } });
  return Array.from(found.violations, (violation) => violation.id); // Not the window's own kind of array.
}
const right = 'lang="he" dir="rtl"';
const EXPECTED = [
  [right, "<button></button>", ["button-name"]],
  [right, "<button>\u200f</button>", []],
  [right, '<a href="#">\u2068\u2069</a>', []],
  [right, '<img src="a.png" alt="\u200f">', []],
  [right, '<label for="a">\u200f</label><input id="a">', []],
  ['lang="he"', "<p>שלום</p>", []],
  ['lang="he" dir="ltr"', "<p>שלום</p>", []],
  ['lang="en" dir="rtl"', "<p>hello</p>", []],
  ['lang="iw" dir="rtl"', "<p>שלום</p>", []],
  ['lang="mo"', "<p>salut</p>", []],
  ['lang="heb"', "<p>שלום</p>", ["html-lang-valid"]],
  ['lang="he_IL"', "<p>שלום</p>", ["html-lang-valid"]],
];
for (const [attributes, body, expected] of EXPECTED) {
  const seen = await violations(attributes, body);
  console.log(attributes, JSON.stringify(body), "->", seen);
  assert.deepEqual(seen, expected);
}
JS
node ask.mjs
