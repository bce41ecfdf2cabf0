#!/usr/bin/env bash
# A comparison by words that compares Hebrew and Russian letter by letter.
#
# What: npm diff (jsdiff) 9.0.0, diffWords, with and without its option intlSegmenter.
# Seen on 2026-11-29: "was sent" against "was kept" gives the two words. The same in Hebrew, נשלחה
#   and התקבלה, gives -נש +התקב =ל -ח =ה, and отправлен against получен seven pieces: every letter
#   of the two scripts is a word of its own. With an Intl.Segmenter of the language it is the
#   words again.
# Why it matters: "what changed in the letter" is unreadable for exactly those readers, and one
#   who hears it read aloud hears single letters.
# Our rule: a changed text is shown whole; if words are ever compared, then by a segmenter of the
#   language.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts diff@9.0.0

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { diffWords } from "diff";

function shown(old, now, options) {
  return diffWords(old, now, options).map(({ added, removed, value }) => (added ? "+" : removed ? "-" : "=") + value);
}
const segmenter = (language) => ({ intlSegmenter: new Intl.Segmenter(language, { granularity: "word" }) });
const EXPECTED = [
  ["en", "it was sent", "it was kept", ["=it was ", "-sent", "+kept"], ["=it was ", "-sent", "+kept"]],
  ["he", "הבקשה נשלחה", "הבקשה התקבלה", ["=הבקשה ", "-נש", "+התקב", "=ל", "-ח", "=ה"], ["=הבקשה ", "-נשלחה", "+התקבלה"]],
  ["ru", "запрос отправлен", "запрос получен",
    ["=запрос ", "-от", "=п", "-рав", "+о", "=л", "+уч", "=ен"], ["=запрос ", "-отправлен", "+получен"]],
];
for (const [language, old, now, plain, segmented] of EXPECTED) {
  console.log(language, shown(old, now), shown(old, now, segmenter(language)));
  assert.deepEqual(shown(old, now), plain);
  assert.deepEqual(shown(old, now, segmenter(language)), segmented);
}
JS
node ask.mjs
