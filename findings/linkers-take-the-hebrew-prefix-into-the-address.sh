#!/usr/bin/env bash
# "Write to support@..." in Hebrew becomes a link to an address that nobody has.
#
# What: npm linkifyjs 4.4.0, autolinker 4.1.5 and linkify-it 6.1.0 on ordinary Hebrew sentences.
# Seen on 2026-11-29: Hebrew glues "to" on with a hyphen: in "ל-support@openai.com" linkifyjs and
#   autolinker link to ל-support@openai.com, and "ב-openai.com" to http://ב-openai.com; linkify-it
#   finds neither. The Hebrew hyphen (maqaf, U+05BE) linkifyjs swallows alike. Letters glued
#   behind: linkify-it links support@openai.comשלום, with the word in the domain.
# Why it matters: the mail goes to no one, or the page to a domain that somebody else may
#   register; the text on the screen looks right.
# We instead: link no found text; addresses are data, and no Hebrew preposition is glued to one.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts linkifyjs@4.4.0 autolinker@4.1.5 linkify-it@6.1.0

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import * as linkify from "linkifyjs";
import * as autolinker from "autolinker";
import * as linkifyIt from "linkify-it";

const Auto = autolinker.Autolinker ?? autolinker.default.default ?? autolinker.default;
const It = linkifyIt.default ?? linkifyIt.LinkifyIt;
const finder = typeof It === "function" && It.prototype?.match ? new It() : It();
const found = {
  linkifyjs: (text) => linkify.find(text).map((link) => link.href),
  autolinker: (text) => Auto.parse(text).map((link) => link.getAnchorHref()),
  "linkify-it": (text) => (finder.match(text) ?? []).map((link) => link.url),
};
const EXPECTED = [
  ["כתבו ל-support@openai.com.", ["mailto:ל-support@openai.com"], ["mailto:ל-support@openai.com"], []],
  ["באתר ב-openai.com", ["http://ב-openai.com"], ["http://ב-openai.com"], []],
  ["כתבו ל־support@openai.com", ["mailto:ל־support@openai.com"], ["mailto:support@openai.com"], []],
  ["support@openai.comשלום", ["mailto:support@openai.com"], [], ["mailto:support@openai.comשלום"]],
  // The control: with a space all three agree.
  ["כתבו אל support@openai.com.", ["mailto:support@openai.com"], ["mailto:support@openai.com"], ["mailto:support@openai.com"]],
];
for (const [text, ...links] of EXPECTED) {
  for (const [at, name] of Object.keys(found).entries()) {
    console.log(name.padEnd(10), text, "->", found[name](text));
    assert.deepEqual(found[name](text), links[at]);
  }
}
JS
node ask.mjs
