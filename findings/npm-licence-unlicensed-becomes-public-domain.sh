#!/usr/bin/env bash
# A corrector of licence names turns "UNLICENSED", npm's word for "no rights", into the Unlicense.
#
# What: npm spdx-correct 3.2.0, the corrector that validate-npm-package-license is built on.
# Seen on 2026-11-29: "UNLICENSED" -> "Unlicense", which gives everything to the public domain;
#   "GPL" -> "GPL-3.0-or-later" and "LGPL" -> "LGPL-3.0-or-later", though no version was named;
#   "BSD" -> "BSD-2-Clause"; "MIT/Apache-2.0" -> "Apache-2.0", the choice gone.
# Why it matters: a bill of materials that "cleans" licences through it says of private code that
#   anyone may take it, and names texts that nobody granted.
# We instead: write each component's licence by hand, from its release, as an SPDX expression.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts spdx-correct@3.2.0 spdx-expression-parse@4.0.0

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import correct from "spdx-correct";
import parse from "spdx-expression-parse";

const EXPECTED = {
  UNLICENSED: "Unlicense",
  GPL: "GPL-3.0-or-later",
  LGPL: "LGPL-3.0-or-later",
  BSD: "BSD-2-Clause",
  "MIT/Apache-2.0": "Apache-2.0",
  "SEE LICENSE IN TERMS.txt": null,
};
for (const [said, expected] of Object.entries(EXPECTED)) {
  console.log(JSON.stringify(said), "->", correct(said));
  assert.equal(correct(said), expected);
}
// The parser it is built on knows better: it takes none of these for an expression.
for (const said of ["UNLICENSED", "GPL", "BSD", "MIT/Apache-2.0"]) assert.throws(() => parse(said), said);
JS
node ask.mjs
