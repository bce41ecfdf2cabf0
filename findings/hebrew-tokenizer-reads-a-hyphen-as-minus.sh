#!/usr/bin/env bash
# "In the 79.90 that I paid" in Hebrew is minus 79.90; the sign of the shekel and the "@" are gone.
#
# What: PyPI hebrew-tokenizer 2.3.0 (tokenize), which names a kind for each piece.
# Seen on 2026-12-01: the hyphen between a Hebrew prefix and a number, as spelling asks for it, is a
#   minus to it: "ה-79.90" is the number -79.90, and "GPT-4o" is GPT, the number -4 and o. Without
#   the prefix it is 79.90 (the control). A thousand is cut off, 1,234.50 is 1 and 234.50. "₪" and
#   "@" are no piece of any kind: they are left out, and dana@example.com is two words and "com".
#   The Hebrew mark of an abbreviation, ״, cuts the word in two and is left out; the quotation mark
#   of the keyboard in its place keeps it whole.
# Why it matters: it is the tokenizer that one finds for Hebrew, and amounts, models and addresses
#   are what a complaint is made of. What is left out is not reported.
# Our rule: addresses and amounts are found first, in the text as it is, and words after that.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq hebrew-tokenizer==2.3.0
"$lab/venv/bin/python" -W ignore - <<'PY'
from hebrew_tokenizer import tokenize

EXPECTED = {
    "79.90": ["NUMBER 79.90"],
    "ה-79.90": ["HEBREW ה", "NUMBER -79.90"],
    "1,234.50": ["NUMBER 1", "PUNCTUATION ,", "NUMBER 234.50"],
    "GPT-4o": ["ENGLISH GPT", "NUMBER -4", "ENGLISH o"],
    "₪79.90": ["NUMBER 79.90"],
    "dana@example.com": ["ENGLISH dana", "ENGLISH example", "PUNCTUATION .", "ENGLISH com"],
    'דוא"ל': ['HEBREW דוא"ל'],
    "דוא״ל": ["HEBREW דוא", "HEBREW ל"],
}
for text, expected in EXPECTED.items():
    seen = [f"{kind} {piece}" for kind, piece, *_ in tokenize(text)]
    print(text, seen)
    assert seen == expected
PY
