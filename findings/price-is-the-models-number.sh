#!/usr/bin/env bash
# "GPT-4: $20" costs four dollars.
#
# What: PyPI price-parser 0.5.1, Price.fromstring on lines as they stand in receipts and
#   complaints.
# Seen on 2026-11-29: "GPT-4: $20" and "GPT-4o $20" are 4 dollars, "o3 is $2" is 3, "Plus (2
#   seats) $40" is 2: the first number and the first sign of a currency, wherever they stand.
#   "-$20" is 20. "$20/month", "20 ₪" and "٢٠ $" are right; "20 שקל" and '20 ש"ח' have an amount
#   and no currency.
# Why it matters: the amount that a refund is asked for comes out of the product's name, and a
#   credit looks like a charge.
# Our rule: an amount is a number that touches its currency; where there are two, both are shown.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq price-parser==0.5.1

"$lab/venv/bin/python" - <<'PY'
from price_parser import Price

EXPECTED = {
    "GPT-4: $20": (4, "$"),
    "GPT-4o $20": (4, "$"),
    "o3 is $2": (3, "$"),
    "Plus (2 seats) $40": (2, "$"),
    "-$20": (20, "$"),
    "$20/month": (20, "$"),
    "20 ₪": (20, "₪"),
    "٢٠ $": (20, "$"),
    "20 שקל": (20, None),
    '20 ש"ח': (20, None),
}
for text, expected in EXPECTED.items():
    price = Price.fromstring(text)
    print(text, "->", price.amount, price.currency)
    assert (price.amount, price.currency) == expected
PY
