#!/usr/bin/env bash
# A pseudo-localiser that translates the names of the places, too.
#
# What: npm pseudo-localization 2.4.0, both of its strategies.
# Seen on 2026-11-29: "Hi $NAME$, pay {amount}" becomes "Ħī $ȠȦȦḾḖḖ$, ƥȧȧẏ {ȧȧḿǿǿŭŭƞŧ}", "%s"
#   becomes "%ş", <b> is <ƀ>. With strategy "bidi" the text is put between U+202E and U+202C and
#   the letters are turned round: {amount} is "{ɐɯonuʇ}".
# Why it matters: the trial run shows "{ȧȧḿǿǿŭŭƞŧ}" on the screen or fails on a missing message,
#   and people switch it off; or the override marks stay in a file that is shipped.
# We instead: compare the places of all languages at the build, and look at the real second
#   language, which is written from right to left.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pseudo-localization@2.4.0

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { createRequire } from "node:module";
const { localize } = createRequire(import.meta.url)("pseudo-localization");

const text = "Hi $NAME$, pay {amount} of %s <b>now</b>";
const [accented, bidi] = [localize(text), localize(text, { strategy: "bidi" })];
console.log(accented, "|", JSON.stringify(bidi));
for (const place of ["$NAME$", "{amount}", "<b>"]) {
  assert.ok(!accented.includes(place), place);
  assert.ok(!bidi.includes(place), place);
}
assert.ok(!accented.includes("%s"));
assert.equal(bidi.at(0), "\u202e");
assert.equal(bidi.at(-1), "\u202c");
JS
node ask.mjs
