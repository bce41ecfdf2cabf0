#!/usr/bin/env bash
# Twenty dollars in words are "zero dollars, twenty cents" if the twenty was a whole number.
#
# What: PyPI num2words 0.5.14, to="currency", English and Hebrew.
# Seen on 2026-11-29: num2words(20, to="currency", currency="USD") counts cents, num2words(20.0,
#   ...) dollars; so "אפס דולרים ועשרים סנטים" and "עשרים דולרים ואפס סנטים" for one amount. In
#   Hebrew to="ordinal_num" gives back the int itself, and the ordinal of 2027 is masculine and
#   definite.
# Why it matters: a JSON parser makes an int of 20 and a float of 20.5, so a receipt or a letter
#   with amounts in words is right for some amounts and a hundred times too small for round ones.
# We instead: write amounts as the person typed them, in digits, and never in words.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq num2words==0.5.14

"$lab/venv/bin/python" - <<'PY'
import json

from num2words import num2words

EXPECTED = {
    ("20", "en"): "zero dollars, twenty cents",
    ("20.0", "en"): "twenty dollars, zero cents",
    ("20.5", "en"): "twenty dollars, fifty cents",
    ("20", "he"): "אפס דולרים ועשרים סנטים",
    ("20.0", "he"): "עשרים דולרים ואפס סנטים",
    ("20.5", "he"): "עשרים דולרים וחמישים סנטים",
}
for (amount, lang), expected in EXPECTED.items():
    seen = num2words(json.loads(amount), lang=lang, to="currency", currency="USD")
    print(f"{amount} ({lang}) -> {seen}")
    assert seen == expected, seen

assert num2words(3, lang="he", to="ordinal_num") == 3
assert num2words(3, lang="en", to="ordinal_num") == "3rd"
assert num2words(2027, lang="he", to="ordinal") == "האלפיים עשרים ושבעה"
PY
