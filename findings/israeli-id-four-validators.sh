#!/usr/bin/env bash
# Four checkers of Israeli identity numbers, four rules round the same check digit.
#
# What: PyPI python-stdnum 2.2; npm stdnum 1.12.0, validator 13.15.35, israeli-id-validator 1.0.1.
# Seen on 2026-11-29: nine zeros are an ID to all but python-stdnum. An ID without its leading
#   zero, as people type it, is one to all but validator, and so is the single number 18. A hyphen
#   before the check digit, as on old forms, and full-width digits pass in the two stdnums alone.
# Why it matters: whether a number is masked or refused depends on the library; a test that takes
#   one library as the oracle of another fails on numbers that the check digit itself accepts.
# We instead: ask for a word that says "identity number" near it, and use python-stdnum as the
#   tests' oracle for nine plain digits.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq python-stdnum==2.2
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts stdnum@1.12.0 validator@13.15.35 israeli-id-validator@1.0.1

cat > ask.mjs <<'JS'
import israeliId from "israeli-id-validator";
import { stdnum } from "stdnum";
import validator from "validator";
const asked = JSON.parse(process.argv[2]);
console.log(JSON.stringify(asked.map((id) => [
  stdnum.IL.idnr.validate(id).isValid, validator.isIdentityCard(id, "he-IL"), israeliId(id),
])));
JS
venv/bin/python - <<'PY'
import json
import subprocess

from stdnum.il import idnr

EXPECTED = {  # Made-up numbers: PyPI python-stdnum, npm stdnum, validator, israeli-id-validator.
    "027182815": [True, True, True, True],
    "27182815": [True, True, False, True],
    "000000018": [True, True, True, True],
    "18": [True, True, False, True],
    "000000000": [False, True, True, True],
    "02718281-5": [True, True, False, False],
    "\uff10\uff12\uff17\uff11\uff18\uff12\uff18\uff11\uff15": [True, True, False, False],
    "027182816": [False, False, False, False],
}
npm = json.loads(subprocess.check_output(["node", "ask.mjs", json.dumps(list(EXPECTED))]))
for number, answers in zip(EXPECTED, npm):
    seen = [idnr.is_valid(number), *answers]
    print(number, "->", seen)
    assert seen == EXPECTED[number], number
PY
