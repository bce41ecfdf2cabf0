#!/usr/bin/env bash
# Cohen and Levi, written in Hebrew, sound alike to four libraries that match names.
#
# What: sound codes of כהן, לוי and אברהמי in PyPI jellyfish 1.3.0 (metaphone, match rating) and
#   Metaphone 0.6, npm double-metaphone 2.0.1 and talisman 1.1.4; Cohen and Levi as the control.
# Seen on 2026-12-01: every metaphone of a Hebrew name is the empty text, in all four packages, so
#   any two names have the same code. jellyfish's match_rating_comparison says outright that כהן and
#   לוי sound alike (True). In Latin letters all of them tell Cohen from Levi. None raises an error,
#   though jellyfish has the answer None for "cannot be compared".
# Why it matters: such a code is the key by which lists of customers are searched for doubles. With
#   Hebrew names all people of a list fall into one, and "the same name" is what the program shows.
# Our rule: two names are the same if their letters are.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq jellyfish==1.3.0 Metaphone==0.6
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts double-metaphone@2.0.1 talisman@1.1.4

cat > ask.cjs <<'JS'
const assert = require("node:assert/strict");
const talisman = require("talisman/phonetics/double-metaphone");

import("double-metaphone").then(({ doubleMetaphone }) => {
  for (const code of [talisman, doubleMetaphone]) {
    const [cohen, levi, avrahami, latin, other] = ["כהן", "לוי", "אברהמי", "Cohen", "Levi"].map((name) => String(code(name)));
    console.log([cohen, levi, avrahami, latin, other]);
    assert.equal(cohen, levi);
    assert.equal(cohen, avrahami);
    assert.match(cohen, /^,?$/);
    assert.notEqual(latin, other);
  }
});
JS
node ask.cjs
venv/bin/python - <<'PY'
import jellyfish
from metaphone import doublemetaphone

for code in (jellyfish.metaphone, lambda name: "".join(doublemetaphone(name))):
    seen = [code(name) for name in ("כהן", "לוי", "אברהמי", "Cohen", "Levi")]
    print(seen)
    assert seen[:3] == ["", "", ""]
    assert seen[3] != seen[4]
same = jellyfish.match_rating_comparison
print("match rating", same("כהן", "לוי"), same("Cohen", "Levi"))
assert same("כהן", "לוי") is True
assert same("Cohen", "Levi") is False
assert same("כהן", "אברהמי") is None
PY
