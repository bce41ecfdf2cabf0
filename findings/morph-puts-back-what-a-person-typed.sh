#!/usr/bin/env bash
# Morphing a form into the very same HTML throws away what was typed into it.
#
# What: npm idiomorph 0.8.0 and morphdom 2.7.8, in jsdom 29.1.1.
# Seen on 2026-11-29: with unchanged HTML both put a typed text back to the attribute's, a ticked
#   box to unticked, a choice to the first, an opened <details> to closed; idiomorph's
#   ignoreActiveValue saves the focused text only, and no box or choice. Where an element comes in
#   front, idiomorph keeps the <bdi> behind it, and morphdom makes a new one; where a field's
#   parent becomes another element, the focus stays in idiomorph and is lost in morphdom. Of two
#   roots morphdom keeps the first.
# Why it matters: the screen is "the same", and the person's words are gone after a background
#   redraw.
# We instead: let a control's value pass untouched where it is newer than the view, by idiomorph's
#   callback, and put the focus back by id.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts idiomorph@0.8.0 morphdom@2.7.8 jsdom@29.1.1

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<body></body>");
for (const name of ["document", "Node", "Element", "DOMParser", "Document", "HTMLElement", "HTMLHeadElement",
  "HTMLInputElement", "HTMLTextAreaElement", "HTMLOptionElement"]) globalThis[name] = window[name];
globalThis.window = window;
globalThis.CSS = { escape: (id) => id }; // jsdom has none, and no id here needs it.
const { Idiomorph } = await import("idiomorph/dist/idiomorph.esm.js");
const morphdom = createRequire(import.meta.url)("morphdom");
const { body } = document;

const find = (selector) => body.querySelector(selector);
const morphs = {
  idiomorph: (node, html) => Idiomorph.morph(node, html),
  "idiomorph, ignoreActiveValue": (node, html) => Idiomorph.morph(node, html, { ignoreActiveValue: true }),
  morphdom,
};
const FORM = `<form><input id="text" value="old"><input id="box" type="checkbox">
  <select><option>a</option><option>b</option></select><details><summary>s</summary></details></form>`;
function unchanged(morph) {
  body.innerHTML = FORM;
  find("#text").value = "typed";
  find("#text").focus();
  find("#box").checked = true;
  find("select").value = "b";
  find("details").open = true;
  morph(find("form"), FORM);
  return [find("#text").value, find("#box").checked, find("select").value, find("details").open];
}
function kept(morph, before, after, selector) {
  body.innerHTML = before;
  const old = find(selector);
  old.focus();
  morph(body.firstElementChild, after);
  return [find(selector) === old, document.activeElement === old];
}
const EXPECTED = { // After the same HTML; a <bdi> kept; focus kept; what two roots become.
  idiomorph: [["old", false, "a", false], true, true, "<p>b</p><p>c</p>"],
  "idiomorph, ignoreActiveValue": [["typed", false, "a", false], true, true, "<p>b</p><p>c</p>"],
  morphdom: [["old", false, "a", false], false, false, "<p>b</p>"],
};
for (const [name, morph] of Object.entries(morphs)) {
  const seen = [
    unchanged(morph),
    kept(morph, "<p>a<bdi>1</bdi></p>", "<p>a<b>x</b><bdi>1</bdi></p>", "bdi")[0],
    kept(morph, "<div><div><input id=q></div></div>", "<div><section><input id=q></section></div>", "#q")[1],
  ];
  body.innerHTML = "<p>a</p>";
  morph(body.firstElementChild, "<p>b</p><p>c</p>");
  seen.push(body.innerHTML);
  console.log(name, seen);
  assert.deepEqual(seen, EXPECTED[name]);
}
JS
node ask.mjs
