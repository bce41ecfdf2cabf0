#!/usr/bin/env bash
# 1,234.50 forints are 1,234 or 1,235, and one library's minor units are a hundredth of another's.
#
# What: decimals of currencies: Node's Intl and PyPI Babel 2.19.0 (both CLDR) against npm
#   currency-codes 2.2.0 and @dinero.js/currencies 2.0.0-alpha.15, PyPI iso4217 1.16.20260101 (ISO
#   4217, as the payment companies count).
# Seen on 2026-11-30 (Node with CLDR 48): for HUF, COP, IDR, LBP and ALL the ISO tables say 2, Intl
#   and Babel 0; for IQD 3 and 0. PKR is 2 in Babel and 0 in Intl. So Intl shows 1234.5 forints as
#   1,235 and Babel, which rounds halves to even, as 1,234. JPY, CLP, ILS, USD and KWD are alike in
#   all.
# Why it matters: who divides the provider's minor units by Intl's maximumFractionDigits shows a
#   charge in forints or rupiah a hundred times too high (dinars of Iraq: a thousand), and the
#   tests with dollars, shekels and yen pass. A cent is lost in the letter that asks it back.
# We instead: keep an amount as the text says it, and know which currencies are paid without
#   hundredths ("seventy-nine ninety forints" are 7,990); a test compares that list with Babel's.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq Babel==2.19.0 iso4217==1.16.20260101
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  currency-codes@2.2.0 @dinero.js/currencies@2.0.0-alpha.15

cat > ask.mjs <<'JS'
import * as dinero from "@dinero.js/currencies";
import codes from "currency-codes";

const shown = (currency) => new Intl.NumberFormat("en", { style: "currency", currency });
const rows = process.argv.slice(2).map((code) => [code, {
  Intl: shown(code).resolvedOptions().maximumFractionDigits, text: shown(code).format(1234.5),
  "currency-codes": codes.code(code).digits, dinero: dinero[code].exponent,
}]);
console.log(JSON.stringify(Object.fromEntries(rows)));
JS
venv/bin/python - <<'PY'
import json
import subprocess

from babel.numbers import format_currency, get_currency_precision
from iso4217 import Currency

EXPECTED = {  # ISO 4217 (three tables), Intl, Babel.
    "HUF": (2, 0, 0), "COP": (2, 0, 0), "IDR": (2, 0, 0), "LBP": (2, 0, 0), "ALL": (2, 0, 0),
    "IQD": (3, 0, 0), "PKR": (2, 0, 2),
    "JPY": (0, 0, 0), "CLP": (0, 0, 0), "ILS": (2, 2, 2), "USD": (2, 2, 2), "KWD": (3, 3, 3),
}
asked = json.loads(subprocess.check_output(["node", "ask.mjs", *EXPECTED]))
for code, expected in EXPECTED.items():
    row = asked[code]
    iso = {row["currency-codes"], row["dinero"], Currency(code).exponent}
    babel = get_currency_precision(code)
    text = format_currency(1234.5, code, locale="en")
    print(code, "ISO", iso, "Intl", row["Intl"], row["text"], "Babel", babel, text)
    assert (iso, row["Intl"], babel) == ({expected[0]}, *expected[1:])
assert asked["HUF"]["text"].endswith("1,235")
assert format_currency(1234.5, "HUF", locale="en").endswith("1,234")
PY
