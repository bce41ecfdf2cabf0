#!/usr/bin/env bash
# Two TOML libraries for JavaScript: one writes a file that nobody can read, and both invent a
# date.
#
# What: npm @iarna/toml 3.0.0 and smol-toml 1.9.1, on valid data (and one impossible date).
# Seen on 2026-11-29: @iarna/toml writes 0.0000001 as "1e-7.undefined", which neither library
#   reads, and [{a: 1}, 2] as two tables, the 2 gone. Both write the float 1.0 back as the integer
#   1, and cut microseconds; both read the 30th of February as the 2nd of March (Python's tomllib
#   refuses it). @iarna/toml moves +02:00 to UTC, smol-toml keeps it.
# Why it matters: settings, weights and due dates in TOML do not survive "read, change one,
#   write"; a small learned weight makes the whole file unreadable.
# We instead: write TOML by hand only, read it with Python's tomllib in the build, and give the
#   browser what came of it.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts @iarna/toml@3.0.0 smol-toml@1.9.1

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import iarna from "@iarna/toml";
import * as smol from "smol-toml";

function again(library, text) {
  const written = library.stringify(library.parse(text)).trim();
  console.log(library === smol ? "smol " : "iarna", JSON.stringify(text), "->", JSON.stringify(written));
  return written;
}

const small = iarna.stringify({ k: 1e-7 });
console.log("iarna writes 1e-7 as", JSON.stringify(small));
assert.equal(small, "k = 1e-7.undefined\n");
for (const library of [iarna, smol]) assert.throws(() => library.parse(small));
assert.equal(smol.stringify({ k: 1e-7 }), "k = 1e-7\n");

assert.deepEqual(JSON.parse(JSON.stringify(iarna.parse(iarna.stringify({ k: [{ a: 1 }, 2] })))), { k: [{ a: 1 }, {}] });

for (const library of [iarna, smol]) {
  assert.equal(again(library, "k = 1.0"), "k = 1");
  assert.equal(again(library, "k = 2027-02-30"), "k = 2027-03-02");
  assert.equal(again(library, "k = 2027-03-05T09:00:00.999999Z"), "k = 2027-03-05T09:00:00.999Z");
}
assert.equal(again(iarna, "k = 2027-03-05T09:00:00+02:00"), "k = 2027-03-05T07:00:00.000Z");
assert.equal(again(smol, "k = 2027-03-05T09:00:00+02:00"), "k = 2027-03-05T09:00:00.000+02:00");
JS
node ask.mjs
