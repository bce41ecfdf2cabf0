#!/usr/bin/env bash
# "1. Sign out. 2. Sign in." in one line: two splitters of sentences make the number a sentence of
# its own, at the end of the step before.
#
# What: PyPI sentencex 1.0.32, sentence-splitter 1.4, pysbd 0.3.4; npm sentencex 1.0.17, sbd 1.0.19.
# Seen on 2026-11-30: both ports of sentencex and sentence-splitter cut after "1." and after "2.", in
#   English and in Hebrew, so "Please try this: 1." is the first sentence and each step has the next
#   one's number behind it or none. pysbd and sbd keep each number with its step, sbd leaves the
#   words before the list in front of the first. "Your case no. 12345 is open." stays whole in all.
# Why it matters: support's answers come so from forms and chats that fold lines; who shows or
#   translates them sentence by sentence shows five steps where there are three.
# We instead: cut a line at its own run of numbers (1., 2., 3.) before it is cut at full stops.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
python3 -m venv venv
venv/bin/pip install -qq sentencex==1.0.32 sentence-splitter==1.4 pysbd==0.3.4
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts sentencex@1.0.17 sbd@1.0.19

venv/bin/python - <<'PY'
import warnings

warnings.simplefilter("ignore")
import pysbd
import sentencex
from sentence_splitter import SentenceSplitter

CUTS = {
    "sentencex": lambda text: sentencex.segment("en", text),
    "sentence-splitter": SentenceSplitter(language="en").split,
    "pysbd": pysbd.Segmenter(language="en", clean=False).segment,
}
TEXTS = {
    "Please try this: 1. Sign out of all devices. 2. Clear the cookies. 3. Sign in again.": (6, 6, 4),
    "נסו כך: 1. התנתקו מכל המכשירים. 2. נקו את העוגיות.": (4, 4, 3),
    "Your case no. 12345 is open. Please reply.": (2, 2, 2),
}
for text, expected in TEXTS.items():
    seen = {name: [one.strip() for one in cut(text)] for name, cut in CUTS.items()}
    print(*seen.items(), sep="\n")
    assert tuple(map(len, seen.values())) == expected
    if expected[0] == 6:
        assert seen["sentencex"][1:3] == ["Sign out of all devices.", "2."]
        assert seen["pysbd"][1] == "1. Sign out of all devices."
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import sbd from "sbd";
import * as sentencex from "sentencex";
const segment = sentencex.segment ?? sentencex.default.segment ?? sentencex.default;
const text = "Please try this: 1. Sign out of all devices. 2. Clear the cookies. 3. Sign in again.";
const one = [...segment("en", text)].map((part) => part.trim());
const other = sbd.sentences(text);
console.log(one, other);
assert.deepEqual([one.length, other.length], [6, 3]);
JS
node ask.mjs
