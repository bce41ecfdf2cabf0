#!/usr/bin/env bash
# Three DOMs for tests, and which of them knows that a page is written from right to left.
#
# What: npm jsdom 29.1.1, happy-dom 21.0.4, linkedom 0.18.15, on one page with dir="rtl".
# Seen on 2026-11-29: jsdom says direction "rtl" for a paragraph, works out dir="auto" from a
#   field's value, and knows :dir(rtl). happy-dom computes "ltr" for everything, :dir(rtl) and
#   :lang(he) match nothing, and it finds nothing by [dir=rtl] where the attribute is "RTL", as
#   HTML does; linkedom has no computed style and throws on :dir. A form's dirname adds its field
#   in jsdom alone. innerText is missing in jsdom.
# Why it matters: "the test checks that it is right to left" is true in one, always false in
#   another and an error in the third; changing the imitation for its speed turns such tests into
#   noise.
# We instead: check direction in real browsers only.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts jsdom@29.1.1 happy-dom@21.0.4 linkedom@0.18.15

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { Window } from "happy-dom";
import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";

const page = `<!doctype html><html dir="rtl" lang="he"><body><p id="plain">שלום</p>
<input id="auto" dir="auto" value="hello"><p id="upper" dir="RTL">x</p>
<form id="form"><input name="q" value="א" dirname="q.dir"></form></body></html>`;
const happy = new Window();
happy.document.write(page);
const windows = { jsdom: new JSDOM(page).window, "happy-dom": happy, linkedom: parseHTML(page) };

function answer(ask) {
  try {
    return ask();
  } catch {
    return "error";
  }
}
const EXPECTED = {
  jsdom: { plain: "rtl", auto: "ltr", dir: true, lang: true, upper: true, dirname: true, innerText: "undefined" },
  "happy-dom": { plain: "ltr", auto: "ltr", dir: false, lang: false, upper: false, dirname: false, innerText: "string" },
  linkedom: { plain: "error", auto: "error", dir: "error", lang: true, upper: true, dirname: "error", innerText: "string" },
};
for (const [name, window] of Object.entries(windows)) {
  const { document } = window;
  const at = (id) => document.getElementById(id);
  const seen = {
    plain: answer(() => window.getComputedStyle(at("plain")).direction),
    auto: answer(() => window.getComputedStyle(at("auto")).direction),
    dir: answer(() => [...document.querySelectorAll(":dir(rtl)")].includes(at("plain"))),
    lang: answer(() => [...document.querySelectorAll(":lang(he)")].includes(at("plain"))),
    upper: answer(() => [...document.querySelectorAll("[dir=rtl]")].includes(at("upper"))),
    dirname: answer(() => [...new window.FormData(at("form")).keys()].includes("q.dir")),
    innerText: typeof at("plain").innerText,
  };
  console.log(name, seen);
  assert.deepEqual(seen, EXPECTED[name]);
}
JS
node ask.mjs
