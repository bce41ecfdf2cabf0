#!/usr/bin/env bash
# The Hebrew year 5787: written with fourteen tavs, and read back as 787, 792, 5787 or no number.
#
# What: numbers in Hebrew letters: npm gematriya 2.0.0 and gematry 1.0.2, PyPI hebrew 0.8.1,
#   gematriapy 0.3.0 and python-hebrew-numbers 0.2.3.
# Seen on 2026-11-30: gematriya writes 5787 with the five in front, as a calendar does; gematry and
#   hebrew write all five thousand in tavs (400 each), the other two raise an error from 1000 on.
#   gematriya cannot read what it writes: it puts the Hebrew marks (U+05F4) and takes quotation
#   marks alone, so that 15 comes back as NaN. A year with its thousands after a geresh is 5787 in
#   one library, 792 in three (five is added), NaN in gematriya; with ASCII marks this says 792, and
#   5787 with order: true, which makes 4340 of 344 in another order of its letters. 270 and 304 are
#   written in two orders: one library avoids the words "evil" and "demon".
# Why it matters: an age, a date or a document's year is 5,000 years out, without an error; who
#   tests with 15 and 16 (which all write well) sees nothing. A number goes out of one library and
#   into the other as another number.
# Our rule: years are written in digits, and a date in Hebrew letters stays the text that it is.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq hebrew==0.8.1 gematriapy==0.3.0 python-hebrew-numbers==0.2.3
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts gematriya@2.0.0 gematry@1.0.2

cat > ask.mjs <<'JS'
import gematriya from "gematriya";
import { toLetters, toNumber } from "gematry";

const ask = (one) => (typeof one === "number" ? [gematriya(one), toLetters(one)]
  : [gematriya(one), gematriya(one, { order: true }), toNumber(one)]); // NaN becomes null.
console.log(JSON.stringify(JSON.parse(process.argv[2]).map(ask)));
JS
venv/bin/python - <<'PY'
import json
import subprocess

import gematriapy
from hebrew import Hebrew
from hebrew_numbers import gematria_to_int, int_to_gematria


def written(writer, number):
    try:
        return writer(number)
    except (KeyError, ValueError):
        return None


WRITTEN = {  # gematriya, gematry, hebrew, gematriapy, python-hebrew-numbers.
    15: ("ט״ו", "טו", "ט״ו", "טו", "ט״ו"), 787: ("תשפ״ז", "תשפז", "תשפ״ז", "תשפז", "תשפ״ז"),
    270: ("ר״ע", "רע", "ר״ע", "רע", "ע״ר"), 304: ("ש״ד", "שד", "ש״ד", "שד", "ד״ש"),
    5787: ("התשפ״ז", 14 * "ת" + "קפז", 14 * "ת" + "קפ״ז", None, None),
}
READ = {  # gematriya, the same with order: true, gematry, hebrew, gematriapy, the fifth.
    "ט״ו": (None, None, 15, 15, 15, 15), "תשפ״ז": (None, None, 787, 787, 787, 787),
    'תשפ"ז': (787,) * 6, "ה׳תשפ״ז": (None, None, 792, 792, 792, 5787),
    "ה'תשפ\"ז": (792, 5787, 792, 792, 792, 5787), "שדמ": (344, 4340, 344, 344, 344, 344),
}
asked = json.loads(subprocess.check_output(["node", "ask.mjs", json.dumps([*WRITTEN, *READ])]))
for one, answers in zip([*WRITTEN, *READ], asked):
    if isinstance(one, int):
        answers += [str(Hebrew.from_number(one)), written(gematriapy.to_hebrew, one), written(int_to_gematria, one)]
    else:
        answers += [Hebrew(one).gematria(), gematriapy.to_number(one), gematria_to_int(one)]
    print(one, "->", answers)
    assert tuple(answers) == {**WRITTEN, **READ}[one]
PY
