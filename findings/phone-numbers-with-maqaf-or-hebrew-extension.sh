#!/usr/bin/env bash
# A phone number with the Hebrew hyphen, or with "extension" in Hebrew, is no number to the
# libraries.
#
# What: phonenumbers 9.0.43 (PyPI) and libphonenumber-js 1.13.16 (npm, min and max metadata), for
#   IL.
# Seen on 2026-11-29: 054־723־4567, with the maqaf (U+05BE) that Hebrew keyboards have, is refused
#   and not found by both, while an en dash passes; "054-723-4567 שלוחה 12" is refused whole by
#   the parsers, number and all, though "ext. 12" works. Letters: 1-888-GPT-0090 is +18884780090
#   to one and nothing to the other. 054-123-4567 is valid to the min metadata and invalid to the
#   max one of the same package.
# Why it matters: a mask for personal data, or a "call them" button, misses what Israelis really
#   type.
# We instead: have patterns of our own, in which maqaf is a dash and Hebrew words may touch the
#   number.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq phonenumbers==9.0.43
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts libphonenumber-js@1.13.16

cat > ask.mjs <<'JS'
import { parsePhoneNumberFromString as max, findPhoneNumbersInText } from "libphonenumber-js/max";
import { parsePhoneNumberFromString as min } from "libphonenumber-js/min";
const asked = JSON.parse(process.argv[2]);
console.log(JSON.stringify(asked.map(([text, region]) => [
  max(text, region)?.number ?? null, max(text, region)?.isValid() ?? false, min(text, region)?.isValid() ?? false,
  findPhoneNumbersInText(text, region).length,
])));
JS
venv/bin/python - <<'PY'
import json
import subprocess

import phonenumbers as phones

MOBILE = "+972547234567"
EXPECTED = {  # PyPI's: number, valid, found; npm's: number, valid (max), valid (min), found.
    ("054-723-4567", "IL"): [MOBILE, True, 1, MOBILE, True, True, 1],
    ("054\u2013723\u20134567", "IL"): [MOBILE, True, 1, MOBILE, True, True, 1],
    ("054\u05be723\u05be4567", "IL"): [None, False, 0, None, False, False, 0],
    ("054-723-4567 ext. 12", "IL"): [MOBILE, True, 1, MOBILE, True, True, 1],
    ("054-723-4567 שלוחה 12", "IL"): [None, False, 1, None, False, False, 1],
    ("1-888-GPT-0090", "US"): ["+18884780090", True, 0, None, False, False, 0],
    ("054-123-4567", "IL"): ["+972541234567", False, 0, "+972541234567", False, True, 0],
}


def seen(text: str, region: str) -> list:
    found = len(list(phones.PhoneNumberMatcher(text, region)))
    try:
        number = phones.parse(text, region)
    except phones.NumberParseException:
        return [None, False, found]
    e164 = phones.format_number(number, phones.PhoneNumberFormat.E164)
    return [e164, phones.is_valid_number(number), found]


asked = json.dumps(list(EXPECTED))
npm = json.loads(subprocess.check_output(["node", "ask.mjs", asked]))
for (text, region), answer in zip(EXPECTED, npm):
    both = seen(text, region) + answer
    print(f"{text} -> {both}")
    assert both == EXPECTED[text, region], both
PY
