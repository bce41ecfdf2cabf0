#!/usr/bin/env bash
# A language library that reads the folder's .env and writes to standard output when it is loaded,
# and that learns nothing from Hebrew without saying so.
#
# What: npm natural 8.1.1, BayesClassifier and the tokenizers.
# Seen on 2026-11-29: require("natural") alone puts the variables of ./.env into process.env (its
#   stores for Redis, Postgres and others load dotenv) and prints a line with a "tip" for each of
#   them to standard output. A classifier that is given two Hebrew sentences has no document and
#   no class after train(): addDocument drops a text in which it finds no word. WordTokenizer
#   keeps of "שילמתי 20$, refund" the 20 and the refund.
# Why it matters: output that others read as JSON is broken by the first import, settings appear
#   that nobody gave, and the accuracy on Hebrew is that of chance, with no error.
# We instead: have our own tokens for both scripts, and a model whose weights can be read.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts natural@8.1.1
echo 'GREETING=hello' > .env

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { createRequire } from "node:module";

assert.equal(process.env.GREETING, undefined);
const written = [];
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text, ...rest) => (written.push(String(text)), write(text, ...rest));
const natural = createRequire(import.meta.url)("natural");
process.stdout.write = write;
assert.equal(process.env.GREETING, "hello");
assert.ok(written.length > 0);
console.log("lines written by loading it:", written.length);

function classes(...texts) {
  const classifier = new natural.BayesClassifier();
  texts.forEach((text, at) => classifier.addDocument(text, `class ${at}`));
  classifier.train();
  return classifier.getClassifications(texts[0]).map((found) => found.label);
}
console.log("English:", classes("I was charged twice", "I cannot log in"));
console.log("Hebrew:", classes("חויבתי פעמיים על המנוי", "לא מצליח להיכנס לחשבון"));
assert.equal(classes("I was charged twice", "I cannot log in").length, 2);
assert.equal(classes("חויבתי פעמיים על המנוי", "לא מצליח להיכנס לחשבון").length, 0);
assert.deepEqual(new natural.WordTokenizer().tokenize("שילמתי 20$, refund"), ["20", "refund"]);
JS
node ask.mjs
