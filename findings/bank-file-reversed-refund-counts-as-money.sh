#!/usr/bin/env bash
# The bank takes a refund back, and in the reader of its file the refund comes a second time.
#
# What: PyPI mt-940 5.1.1 and npm mt940-js 1.0.0 on one MT940 file (the mark of field 61: D, C, RD
#   is a debit that was reversed and so comes in, RC a credit that was reversed and so goes out);
#   control: PyPI bankstatementparser 0.0.29 and the balances in the file itself.
# Seen on 2026-12-01: mt-940 gives an RC of 20.00 as +20.00, like a C. The file says 1000.00 before
#   and 980.00 after; the amounts of mt-940 end at 1020.00, and the library has read both balances
#   and does not compare. Its option reversal_sign, off unless one asks, gives -20.00. mt940-js has
#   amounts without a sign and calls the RC "isCredit" and the RD not, the wrong way round for
#   whoever adds them; nothing in it says "reversed". bankstatementparser has -20.00 as it comes.
# Why it matters: a refund that is given and taken back is what a dispute is about, and the file is
#   the proof of it. In a file without reversals, as one tries it with, all agree.
# Our rule: no sums over somebody's statement; the person says the amount.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq mt-940==5.1.1 bankstatementparser==0.0.29
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts mt940-js@1.0.0 tslib@2.8.1

cat > statement.sta <<'MT'
:20:REFERENCE
:25:IL620108000000099999999
:28C:1/1
:60F:C260301ILS1000,00
:61:2603020302D79,90NTRFNONREF
:86:plan
:61:2603030303RD79,90NTRFNONREF
:86:plan, debit reversed
:61:2603040304RC20,00NTRFNONREF
:86:refund, credit reversed
:62F:C260304ILS980,00
-
MT
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import library from "mt940-js";

const [{ transactions }] = await library.read(readFileSync("statement.sta"));
const seen = transactions.map(({ isCredit, amount }) => [isCredit, amount]);
console.log("mt940-js", seen);
assert.deepEqual(seen, [[false, 79.9], [false, 79.9], [true, 20]]);
assert.doesNotMatch(JSON.stringify(transactions.map(({ description, ...rest }) => rest)), /revers|"R[CD]"/i);
JS
node ask.mjs
venv/bin/python - <<'PY'
from pathlib import Path

import mt940
from bankstatementparser import Mt940Parser

text = Path("statement.sta").read_text()
read = mt940.parse(text)
asked = mt940.parse(text, options=mt940.Options(reversal_sign=True))
marks = [(one.data["status"], float(one.data["amount"].amount)) for one in read]
before, after = (float(read.data[f"final_{name}_balance"].amount.amount) for name in ("opening", "closing"))
other = [float(amount) for amount in Mt940Parser("statement.sta").parse()["amount"]]
print("mt-940", marks, before, after, "| bankstatementparser", other)
assert marks == [("D", -79.9), ("RD", 79.9), ("RC", 20.0)]
assert (before, after) == (1000.0, 980.0)
assert before + sum(amount for _, amount in marks) == 1020.0
assert float(asked[2].data["amount"].amount) == -20.0
assert before + sum(other) == after
PY
