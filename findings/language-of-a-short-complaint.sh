#!/usr/bin/env bash
# "I was charged twice" is Quechua, and a plea in Russian is Macedonian, Bulgarian or Ukrainian.
#
# What: npm franc 6.2.0, tinyld 1.3.4; PyPI langdetect 1.0.9, py3langid 0.4.0.
# Seen on 2026-11-29: franc says Quechua (quz), Danish for "refund please", Macedonian for
#   "Верните деньги" (give the money back), nothing for "החזר כספי" (refund). py3langid says
#   Bulgarian and Ukrainian for two of the Russian lines, tinyld has all six right. langdetect
#   gives different answers to the same word in one process. A Hebrew line of three words is right
#   in all.
# Why it matters: a request is short. A screen that changes its language by such a guess, or a
#   hint "this is not English", is wrong for the people who wrote the shortest.
# We instead: tell scripts apart by their letters, and leave the language to the person's own
#   choice.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq langdetect==1.0.9 py3langid==0.4.0
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts franc@6.2.0 tinyld@1.3.4

cat > ask.mjs <<'JS'
import { franc } from "franc";
import { detect } from "tinyld";
console.log(JSON.stringify(JSON.parse(process.argv[2]).map((text) => [franc(text), detect(text)])));
JS
venv/bin/python - <<'PY'
import json
import subprocess

import py3langid
from langdetect import detect

EXPECTED = {  # franc, tinyld, py3langid.
    "I was charged twice": ("quz", "en", "en"),
    "refund please": ("dan", "en", "en"),
    "Верните деньги": ("mkd", "ru", "bg"),
    "Не могу войти в аккаунт": ("ukr", "ru", "uk"),
    "החזר כספי": ("und", "he", "he"),
    "לא מצליח להיכנס": ("heb", "he", "he"),
}
npm = json.loads(subprocess.check_output(["node", "ask.mjs", json.dumps(list(EXPECTED))]))
for text, answers in zip(EXPECTED, npm):
    seen = *answers, str(py3langid.classify(text)[0])
    print(text, "->", seen)
    assert seen == EXPECTED[text]

many = {detect("cancel") for _ in range(100)}
print("langdetect, 'cancel', a hundred times:", sorted(many))
assert len(many) > 1
assert "en" not in many
PY
