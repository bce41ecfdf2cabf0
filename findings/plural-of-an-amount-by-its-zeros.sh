#!/usr/bin/env bash
# One shekel in the plural and no shekels in the singular: Hebrew amounts in three libraries.
#
# What: PyPI Babel 2.19.0, npm globalize 1.7.1 (with cldr-core and cldr-numbers-full 48.2.0) and
#   Node's Intl, all of them CLDR: an amount with the name of its currency, a number of days.
# Seen on 2026-11-30: for 1 Intl writes "1.00 שקלים חדשים", the other two "1.00 שקל חדש"; for 0 it
#   writes "0.00 שקל חדש", the other two "0.00 שקלים חדשים". Babel changes sides with the type:
#   Decimal("1.00") and Decimal("0.00") read as in Intl, 1 and 1.0 do not, though all print as
#   "1.00". In English the same: "1.00 Israeli new shekels" and "shekel". With one decimal and two
#   days Intl writes "2.0 ימים" and Babel "יומיים": the number is gone. For 0.5, 1.5 and 5 all agree.
#   UTS 35, Part 3, Language Plural Rules: it is the digits as they are shown that count ("1.0" and
#   "1.00" are different source numbers), and Hebrew's "one" is "i = 1 and v = 0 or i = 0 and
#   v != 0". So Intl is right, odd as 0.00 in the singular may sound.
# Why it matters: the letter that Python wrote and the one that the browser wrote name an amount
#   otherwise, and a sum that came from a file as float and from a database as Decimal do so in one
#   program. A search or a test for the words misses one of them.
# Our rule: a sum is written as digits and the currency's code, never with its name.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
python3 -m venv venv
venv/bin/pip install -qq Babel==2.19.0
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  globalize@1.7.1 cldr-core@48.2.0 cldr-numbers-full@48.2.0

cat > ask.cjs <<'JS'
const Globalize = require("globalize");
for (const part of ["likelySubtags", "plurals", "currencyData", "numberingSystems"]) Globalize.load(require(`cldr-core/supplemental/${part}.json`));
const answers = {};
for (const locale of ["he", "en"]) {
  Globalize.load(...["numbers", "currencies"].map((part) => require(`cldr-numbers-full/main/${locale}/${part}.json`)));
  const shekels = new Intl.NumberFormat(locale, { style: "currency", currency: "ILS", currencyDisplay: "name" });
  const days = new Intl.NumberFormat(locale, { style: "unit", unit: "day", unitDisplay: "long", minimumFractionDigits: 1 });
  const named = new Globalize(locale).currencyFormatter("ILS", { style: "name" });
  answers[locale] = [0, 0.5, 1, 1.5, 2, 5].map((n) => [shekels.format(n), named(n), days.format(n)]);
}
console.log(JSON.stringify(answers));
JS
cat > ask.py <<'PY'
import json
import subprocess
from decimal import Decimal

from babel.numbers import format_currency
from babel.units import format_unit

answers = json.loads(subprocess.check_output(["node", "ask.cjs"]))


def shekels(amount, locale):
    return format_currency(amount, "ILS", locale=locale, format_type="name")


ONE, MANY = {"he": "שקל חדש", "en": "Israeli new shekel"}, {"he": "שקלים חדשים", "en": "Israeli new shekels"}
for locale, rows in answers.items():
    for amount, (intl, globalize, _) in zip((0, 0.5, 1, 1.5, 2, 5), rows, strict=True):
        plain, exact = shekels(amount, locale), shekels(Decimal(f"{amount:.2f}"), locale)
        print(locale, amount, {"Intl": intl, "globalize": globalize, "Babel": plain, "Babel, Decimal": exact})
        assert exact == intl
        assert plain == globalize
        assert (plain == intl) == (amount not in ((0, 1) if locale == "he" else (1,)))
    assert rows[2][0] == f"1.00 {MANY[locale]}"
    assert rows[2][1] == shekels(1.0, locale) == f"1.00 {ONE[locale]}"
assert (answers["he"][0][0], shekels(0, "he")) == (f"0.00 {ONE['he']}", f"0.00 {MANY['he']}")

assert [row[2] for row in answers["he"]][1:5] == ["0.5 יום", "1.0 ימים", "1.5 ימים", "2.0 ימים"]
assert [format_unit(n, "day", locale="he", format="0.0") for n in (0.5, 1, 1.5, 2)] == ["0.5 יום", "1.0 יום", "1.5 ימים", "יומיים"]
PY
venv/bin/python ask.py
