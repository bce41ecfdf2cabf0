#!/usr/bin/env bash
# The browser writes minus five in Hebrew, and the library of the same CLDR says that it is no
# number.
#
# What: PyPI Babel 2.19.0; npm @internationalized/number 3.6.9 and numbro 2.5.0, as readers of what
#   Node's Intl writes for -1234.5.
# Seen on 2026-11-30: Intl writes U+200E "-1,234.5" in Hebrew, Arabic and Urdu, U+2212 in Swedish.
#   Babel knows both (get_minus_sign_symbol gives them), but format_decimal, format_percent and
#   format_currency write a bare hyphen, and parse_decimal raises NumberFormatError for the sign
#   of its own data; so does "+5" with the mark. numbro gives undefined. @internationalized/number
#   reads what Intl and what Babel wrote in each of them. English and Russian, whose sign is the
#   hyphen, go round without a fault.
#   UTS 35, Part 3: the hyphen in a pattern is replaced by the locale's sign (Number Patterns), and
#   a reader takes every character that can be one, from the data of all locales (Parsing Numbers).
# Why it matters: a refund that was copied from the page back into a field is "not a valid decimal
#   number", while a sum without a minus is read, so nobody notices until then. On the screen the
#   two look alike.
# Our rule: a sum is read as digits and a currency, without a sign; whether it was paid or given
#   back, the words say.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
python3 -m venv venv
venv/bin/pip install -qq Babel==2.19.0
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts @internationalized/number@3.6.9 numbro@2.5.0

cat > ask.mjs <<'JS'
import { NumberParser } from "@internationalized/number";
import numbro from "numbro";

const asked = JSON.parse(process.argv[2]); // Of each language: what Babel wrote.
const answers = Object.entries(asked).map(([locale, babel]) => {
  const intl = new Intl.NumberFormat(locale).format(-1234.5);
  const plus = new Intl.NumberFormat(locale, { signDisplay: "always" }).format(5);
  const read = [intl, babel].map((text) => String(new NumberParser(locale).parse(text)));
  return [locale, { intl, plus, read, numbro: String(numbro.unformat(intl)) }];
});
console.log(JSON.stringify(Object.fromEntries(answers)));
JS
cat > ask.py <<'PY'
import json
import subprocess

from babel.numbers import NumberFormatError, format_currency, format_decimal, format_percent, get_minus_sign_symbol, parse_decimal


def read(text, locale):
    try:
        return str(parse_decimal(text, locale=locale))
    except NumberFormatError:
        return "no number"


EXPECTED = {  # The sign in Babel's data; Babel's reading of Intl's number; @internationalized's of both.
    "he": ("\u200e-", "no number", ["-1234.5", "-1234.5"]),
    "ar": ("\u200e-", "no number", ["-1234.5", "-1234.5"]),
    "ur": ("\u200e-", "no number", ["-1234.5", "-1234.5"]),
    "sv": ("\u2212", "no number", ["-1234.5", "-1234.5"]),
    "en": ("-", "-1234.5", ["-1234.5", "-1234.5"]),
    "ru": ("-", "-1234.5", ["-1234.5", "-1234.5"]),
}
written = {locale: format_decimal(-1234.5, locale=locale) for locale in EXPECTED}
answers = json.loads(subprocess.check_output(["node", "ask.mjs", json.dumps(written)]))
for locale, (sign, babel, others) in EXPECTED.items():
    answer = answers[locale]
    seen = (get_minus_sign_symbol(locale), read(answer["intl"], locale), answer["read"])
    print(locale, ascii(answer["intl"]), "Babel writes", ascii(written[locale]), "and reads", seen[1], "| the others", answer["read"], answer["numbro"])
    assert seen == (sign, babel, others)
    assert answer["intl"].startswith(sign)
    assert written[locale].startswith("-")
    assert read(written[locale], locale) == "-1234.5"
    assert (read(answer["plus"], locale) == "5") == (locale in ("sv", "en", "ru"))
assert [answers[locale]["numbro"] for locale in ("he", "sv")] == ["undefined", "undefined"]
assert [format_percent(-0.2, locale="he"), format_currency(-20, "ILS", locale="he")] == ["-20%", "\u200f-20.00\u00a0\u200f₪"]
PY
venv/bin/python ask.py
