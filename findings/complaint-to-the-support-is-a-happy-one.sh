#!/usr/bin/env bash
# "Dear Support, I cancelled and you still charge me. Please help" is a happy letter to four
# libraries.
#
# What: PyPI vaderSentiment 3.3.2, afinn 0.1; npm sentiment 5.0.2, wink-sentiment 5.0.2; sums of the
#   feelings of single words, above zero is good.
# Seen on 2026-12-01: "I cancelled Plus and you still charge me" is below zero in all four. With
#   "Dear Support" before it and "Please help" behind it is far above: 6 in three, 0.81 of 1 in
#   VADER. The word "Support" alone is worth more than the charge. A complaint in Hebrew is 0, in
#   the middle, as if it had been weighed. "I was charged twice." is below zero (the control).
# Why it matters: mails to a support are ordered by such sums, the unhappy first. A polite complaint
#   to "Support" goes to the end, and a Hebrew one is always in the middle.
# Our rule: what is urgent follows from what happened, never from the tone.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq vaderSentiment==3.3.2 afinn==0.1
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts sentiment@5.0.2 wink-sentiment@5.0.2

cat > ask.mjs <<'JS'
import Sentiment from "sentiment";
import wink from "wink-sentiment";

const sums = JSON.parse(process.argv[2]).map((text) => [new Sentiment().analyze(text).score, wink(text).score]);
console.log(JSON.stringify(sums));
JS
venv/bin/python - <<'PY'
import json
import subprocess

from afinn import Afinn
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

WORDS = "I cancelled Plus and you still charge me"
TEXTS = [f"{WORDS}.", f"Dear Support, {WORDS}. Please help.", "I was charged twice.", "Support", "חויבתי פעמיים, זה נורא."]
others = json.loads(subprocess.check_output(["node", "ask.mjs", json.dumps(TEXTS)]))
for text, other in zip(TEXTS, others):
    sums = [SentimentIntensityAnalyzer().polarity_scores(text)["compound"], Afinn().score(text), *other]
    print(text, sums)
    sign = {TEXTS[0]: -1, TEXTS[1]: 1, TEXTS[2]: -1, TEXTS[3]: 1, TEXTS[4]: 0}[text]
    assert [(one > 0) - (one < 0) for one in sums] == [sign] * 4
    if text == TEXTS[1]:
        assert sums == [0.8074, 6, 6, 6]
PY
