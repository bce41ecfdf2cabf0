#!/usr/bin/env bash
# In Pyodide the Hebrew or German locale is set, says so, and changes nothing.
#
# What: Pyodide 0.29.5 (npm) in Node, locale.setlocale and what depends on it.
# Seen on 2026-12-01: setlocale takes he_IL.UTF-8, de_DE.UTF-8 and any other name (xx_YY.UTF-8 is a
#   language of nobody, "no-such-locale" no name at all) and gives it back; getlocale repeats it.
#   Dates, the thousands, the decimal sign, the currency and the order of words stay those of "C",
#   to the letter; only getencoding goes from ASCII to UTF-8. CPython on the same computer refuses
#   xx_YY.UTF-8 with "unsupported locale setting" (the control).
# Why it matters: on a computer without the locale there is an error, and a program that goes back
#   to its own tables then never does so here. The page says "Sunday" and "1234.50" where it was to
#   say יום ראשון or 1.234,50.
# Our rule: names of days and the form of amounts are data of the product, in each language.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { loadPyodide } from "pyodide";

const python = await loadPyodide();
const asked = JSON.parse(python.runPython(`
import datetime, json, locale

def shown():
    day = datetime.date(2026, 3, 1).strftime("%A %d %B, %x")
    amount = locale.format_string("%.2f", 1234.5, grouping=True)
    return [day, amount, locale.localeconv(), sorted(["a", "B", "ä", "z"], key=locale.strxfrm)]

json.dumps({name: [locale.setlocale(locale.LC_ALL, name), locale.getlocale()[0], shown(), locale.getencoding()]
            for name in ("C", "he_IL.UTF-8", "de_DE.UTF-8", "xx_YY.UTF-8")})
`));
for (const name of ["he_IL.UTF-8", "de_DE.UTF-8", "xx_YY.UTF-8"]) {
  const [said, got, shown, encoding] = asked[name];
  console.log(said, got, shown[0], shown[1], encoding);
  assert.equal(said, name);
  assert.equal(got, name.slice(0, 5));
  assert.deepEqual(shown, asked.C[2]);
  assert.equal(encoding, "UTF-8");
}
assert.equal(asked.C[2][0], "Sunday 01 March, 03/01/26");
assert.equal(asked.C[2][1], "1234.50");
assert.equal(asked.C[3], "ASCII");
assert.equal(python.runPython('locale.setlocale(locale.LC_ALL, "no-such-locale")'), "no-such-locale");
JS
node ask.mjs
python3 - <<'PY'
import locale

try:
    locale.setlocale(locale.LC_ALL, "xx_YY.UTF-8")
except locale.Error as error:
    print("CPython here:", error)
else:
    raise AssertionError("taken")
PY
