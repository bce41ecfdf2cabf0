#!/usr/bin/env bash
# What slug makers leave of a Hebrew title: nothing, or a lone quotation mark.
#
# What: npm slugify 1.6.9, @sindresorhus/slugify 3.0.1, limax 4.2.3, speakingurl 14.0.1,
#   transliteration 2.6.1.
# Seen on 2026-11-29: the first four give "" for בקשה לזיכוי, so all Hebrew titles have one file
#   name. slugify leaves one quotation mark of the abbreviation מע"מ, and writes ₪20
#   "new-shequel20". transliteration reads the pointed שָׁלוֹם as "shalvom" and the plain one as
#   "shlvm".
# Why it matters: files, anchors and ids made from titles collide or have quotes in them, and a
#   pointed title has another address than the same word without points.
# We instead: name a file by what it is and the day, in ASCII; nothing is named after a title.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts slugify@1.6.9 @sindresorhus/slugify@3.0.1 limax@4.2.3 speakingurl@14.0.1 transliteration@2.6.1

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import slugify from "slugify";
import sindre from "@sindresorhus/slugify";
import limax from "limax";
import speaking from "speakingurl";
import transliteration from "transliteration";

const makers = { slugify, sindre, limax, speaking, transliteration: transliteration.slugify };
const EXPECTED = {
  "בקשה לזיכוי": ["", "", "", "", "bqshh-lzykvy"],
  'מע"מ': ['"', "", "", "", "m-m"],
  "שָׁלוֹם": ["", "", "", "", "shalvom"],
  "שלום": ["", "", "", "", "shlvm"],
  "₪20": ["new-shequel20", "20", "ils20", "ils20", "ns20"],
};
for (const [title, expected] of Object.entries(EXPECTED)) {
  const seen = Object.values(makers).map((make) => make(title));
  console.log(title, "->", seen);
  assert.deepEqual(seen, expected);
}
JS
node ask.mjs
