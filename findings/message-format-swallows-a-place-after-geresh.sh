#!/usr/bin/env bash
# A Hebrew abbreviation in front of a place, and the name is not filled in.
#
# What: npm intl-messageformat (FormatJS) 12.1.5 and @messageformat/core 3.4.1, both "ICU
#   MessageFormat".
# Seen on 2026-11-29: "גב'{name}" (Mrs., with an ASCII apostrophe, no space) is "גב{name}" in
#   FormatJS: the apostrophe before "{" begins a quotation, and both it and the name are lost,
#   without an error; @messageformat/core gives "גב'דנה". With a space, or the real geresh
#   (U+05F3), both fill it in. "<b>{name}</b>" is text to one and a missing function to the other.
#   A "many" branch for Hebrew is ignored by FormatJS and is an error in the other; minus one day
#   is "one day" in FormatJS.
# Why it matters: translators type the apostrophe that is on the keyboard; the build is green and
#   the person reads "{name}".
# We instead: have whole sentences with named places and no quoting at all; the build compares the
#   places of the languages.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts intl-messageformat@12.1.5 @messageformat/core@3.4.1

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { IntlMessageFormat } from "intl-messageformat";
import { createRequire } from "node:module";
const core = createRequire(import.meta.url)("@messageformat/core");
const MessageFormat = core.default ?? core;

function answer(make) {
  try {
    return make();
  } catch (error) {
    return error.constructor.name;
  }
}
const values = { name: "דנה", n: -1 };
const seen = (message) => [
  answer(() => new IntlMessageFormat(message, "he").format(values)),
  answer(() => new MessageFormat("he").compile(message)(values)),
];
const day = "{n, plural, one {יום אחד} other {# ימים}}";
const many = "{n, plural, one {יום אחד} many {# יום} other {# ימים}}";
const EXPECTED = [
  ["שלום גב'{name}", "שלום גב{name}", "שלום גב'דנה"],
  ["שלום גב' {name}", "שלום גב' דנה", "שלום גב' דנה"],
  ["שלום גב׳{name}", "שלום גב׳דנה", "שלום גב׳דנה"],
  ["<b>{name}</b>", "MissingValueError", "<b>דנה</b>"],
  [day, "יום אחד", "\u200e-1 ימים"],
  [many, "יום אחד", "ParseError"],
];
for (const [message, ...expected] of EXPECTED) {
  console.log(message, "->", seen(message));
  assert.deepEqual(seen(message), expected);
}
JS
node ask.mjs
