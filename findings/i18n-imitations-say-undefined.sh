#!/usr/bin/env bash
# "You paid undefined on undefined": two imitations of an extension's getMessage for tests.
#
# What: one messages.json in npm sinon-chrome 3.0.1 (its I18nPlugin) and webextensions-api-fake
#   1.3.0, against what Chromium 156 gave for the same file on the same day (the first column; a
#   browser is not asked again by this script).
# Seen on 2026-11-30: names and places have no case in the browser. sinon-chrome wants $AMOUNT$ and
#   "amount" spelt alike, else it writes "undefined" into the sentence, and so it does for a place
#   with a fixed word, for a name in other case and for one that is missing ("" in the browser).
#   "$1" straight in the message stays, the words round it in a place ("$1 shekels") go, and a
#   message whose only place is a fixed word keeps "$BRAND$". The second is right in these, but
#   fills "$1" and a place the first time alone, and leaves $amount$ in small letters. Neither makes
#   "$" of "$$", and neither knows @@bidi_dir.
# Why it matters: a test that compares with the library's sentence passes and the person reads
#   another one, or one gives up the usual spelling ("amount" in the file, $AMOUNT$ in the sentence)
#   because of a test. A missing name, the one mistake a test should find, is a word in one of them.
# We instead: ask a browser, with the real extension in it; what the files hold is checked as data.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  sinon-chrome@3.0.1 webextensions-api-fake@1.3.0

cat > ask.cjs <<'JS'
const assert = require("node:assert/strict");
const first = require("sinon-chrome");
const { I18nPlugin } = require("sinon-chrome/plugins");
const { default: fake } = require("webextensions-api-fake");

const BRAND = { content: "OpenAI" };
const FILE = {
  appName: { message: "Support Guide" },
  paid: {
    message: "You paid $AMOUNT$ on $DAY$ ($$5 off $amount$)",
    placeholders: { amount: { content: "$1 shekels" }, day: { content: "$2" } },
  },
  upper: { message: "You paid $AMOUNT$ to $BRAND$", placeholders: { AMOUNT: { content: "$1 shekels" }, BRAND } },
  brand: { message: "Ask $BRAND$", placeholders: { BRAND } },
  direct: { message: "Hi $1, bye $2, $1" },
};
const ROWS = [ // What is asked, Chromium, sinon-chrome, webextensions-api-fake.
  [["appName"], "Support Guide", "Support Guide", "Support Guide"],
  [["APPNAME"], "Support Guide", "undefined", ""],
  [["missing"], "", "undefined", ""],
  [["paid", ["20", "Monday"]], "You paid 20 shekels on Monday ($5 off 20 shekels)",
    "You paid undefined on undefined ($$5 off 20)", "You paid 20 shekels on Monday ($$5 off $amount$)"],
  [["upper", ["20"]], "You paid 20 shekels to OpenAI", "You paid 20 to undefined", "You paid 20 shekels to OpenAI"],
  [["brand"], "Ask OpenAI", "Ask $BRAND$", "Ask OpenAI"],
  [["direct", ["a", "b"]], "Hi a, bye b, a", "Hi $1, bye $2, $1", "Hi a, bye b, $1"],
  [["@@bidi_dir"], "ltr", "undefined", ""],
];
first.registerPlugin(new I18nPlugin(FILE));
const second = fake({ locales: { en: FILE }, default_locale: "en" });
for (const [asked, browser, ...expected] of ROWS) {
  const seen = [first, second].map((imitation) => imitation.i18n.getMessage(...asked));
  console.log(...asked, "->", [browser, ...seen].map((text) => JSON.stringify(text)).join(" | "));
  assert.deepEqual(seen, expected);
}
JS
node ask.cjs
