#!/usr/bin/env bash
# "bill", "problems" and "twice" are words without meaning to a list, and in Hebrew so is "not".
#
# What: PyPI stopwordsiso 0.7.1; npm stopword 3.1.5 (its lists heb and eng, removeStopwords).
# Seen on 2026-11-30: stopwordsiso takes bill, problems, twice, never and second for English stop
#   words: "I was billed twice please cancel the second bill" keeps "billed" and "cancel". stopword
#   keeps those and "not". In Hebrew both take out לא, אין, שוב, אחרי and לפני, so "I did not get the
#   refund" (לא קיבלתי את ההחזר) and "I got the refund" leave the same words behind; the English list of
#   stopword keeps that "not", its Hebrew one does not.
# Why it matters: search, grouping of like cases and whatever learns from such words take opposite
#   complaints for one.
# We instead: have no list of stop words; what says little is weighed little.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
python3 -m venv venv
venv/bin/pip install -qq stopwordsiso==0.7.1
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts stopword@3.1.5

venv/bin/python - <<'PY'
from stopwordsiso import stopwords

EXPECTED = {
    ("en", "i was billed twice please cancel the second bill"): "billed cancel",
    ("en", "i did not get the refund"): "refund",
    ("he", "לא קיבלתי את ההחזר"): "קיבלתי ההחזר",
    ("he", "קיבלתי את ההחזר"): "קיבלתי ההחזר",
}
for (language, text), expected in EXPECTED.items():
    left = " ".join(word for word in text.split() if word not in stopwords(language))
    print("stopwordsiso:", text, "->", left)
    assert left == expected
assert {"bill", "problems", "twice", "never"} <= stopwords("en")
assert {"לא", "אין", "שוב", "אחרי", "לפני"} <= stopwords("he")
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { eng, heb, removeStopwords } from "stopword";
const EXPECTED = [
  [heb, "לא קיבלתי את ההחזר", "קיבלתי ההחזר"],
  [heb, "קיבלתי את ההחזר", "קיבלתי ההחזר"],
  [heb, "חויבתי שוב אחרי ביטול", "חויבתי ביטול"],
  [eng, "i did not get the refund", "not refund"],
];
for (const [list, text, expected] of EXPECTED) {
  const left = removeStopwords(text.split(" "), list).join(" ");
  console.log("stopword:", text, "->", left);
  assert.equal(left, expected);
}
JS
node ask.mjs
