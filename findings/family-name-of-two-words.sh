#!/usr/bin/env bash
# Ben David and Bar Lev are family names; three libraries give them back in three ways.
#
# What: PyPI nameparser 2.6.0, npm humanparser 2.7.0, parse-full-name 1.2.7, as they come.
# Seen on 2026-11-30: nameparser keeps Bar Lev and, in Hebrew, בן גוריון together, yet makes of
#   Ben David, in Latin letters, a middle name and a last name. humanparser does the reverse: Ben
#   David is one name, Bar Lev and בן גוריון are two. parse-full-name knows a Ben as a middle name
#   and Bar Lev as one name. So no two agree on all three, and ד"ר is a title in nameparser alone: a
#   first name in parse-full-name, and in humanparser "ד" is one.
# Why it matters: a letter begins "Dear Ms David", and whoever looks the account up by family name
#   finds nobody.
# We instead: ask for the name as it stands in the account, in one field, and never take it apart.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
python3 -m venv venv
venv/bin/pip install -qq nameparser==2.6.0
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts humanparser@2.7.0 parse-full-name@1.2.7

venv/bin/python - <<'PY'
from nameparser import HumanName

EXPECTED = {
    "Dana Ben David": ("Ben", "David"),
    "Tal Bar Lev": ("", "Bar Lev"),
    "דוד בן גוריון": ("", "בן גוריון"),
    "Dana Cohen": ("", "Cohen"),
}
for name, expected in EXPECTED.items():
    seen = HumanName(name)
    print("nameparser", name, (seen.middle, seen.last))
    assert (seen.middle, seen.last) == expected
assert HumanName('ד"ר שרה לוי').title == 'ד"ר'
PY
cat > ask.cjs <<'JS'
const assert = require("node:assert/strict");
const { parseName } = require("humanparser");
const { parseFullName } = require("parse-full-name");
const EXPECTED = { // Middle and last name, in humanparser and in parse-full-name.
  "Dana Ben David": [["", "Ben David"], ["Ben", "David"]],
  "Tal Bar Lev": [["Bar", "Lev"], ["", "Bar Lev"]],
  "דוד בן גוריון": [["בן", "גוריון"], ["בן", "גוריון"]],
  "Dana Cohen": [["", "Cohen"], ["", "Cohen"]],
};
for (const [name, expected] of Object.entries(EXPECTED)) {
  const one = parseName(name);
  const other = parseFullName(name);
  const seen = [[one.middleName ?? "", one.lastName], [other.middle, other.last]];
  console.log(name, JSON.stringify(seen));
  assert.deepEqual(seen, expected);
}
assert.equal(parseName('ד"ר שרה לוי').firstName, "ד");
assert.equal(parseFullName('ד"ר שרה לוי').first, 'ד"ר');
JS
node ask.cjs
