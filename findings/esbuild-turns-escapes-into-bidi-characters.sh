#!/usr/bin/env bash
# An escape that was written to be seen comes out of the bundler as the unseen character itself.
#
# What: npm esbuild 0.28.2, --charset=utf8 and its default (ASCII); rollup 4.60.4 leaves the text
#   alone.
# Seen on 2026-11-29: with --charset=utf8 the sources' "\u202e" and "\u200f" stand in the bundle
#   as raw bidi characters, minified or not, while "\u2028" stays an escape. With the default,
#   which is said to be ASCII, strings are escaped, and so are names, but a regular expression
#   keeps its Hebrew letters: /[א-ת]+/u is not ASCII.
# Why it matters: Hebrew sources want --charset=utf8; then a reviewer's editor shows lines in
#   another order than they run, and a check for unseen characters finds them in our code. And a
#   bundle that is served as Latin-1 because "it is ASCII" has a broken expression in it.
# We instead: join the modules with rollup, which copies literals as they stand in the source.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts esbuild@0.28.2 @rollup/wasm-node@4.60.4

cat > source.js <<'JS'
globalThis.marks = ["\u202e", "\u200f", "\u2028"];
globalThis.word = "שלום";
globalThis.letters = /[א-ת]+/u;
JS
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { build } from "esbuild";
import { rollup } from "@rollup/wasm-node";

async function esbuild(options) {
  const made = await build({ entryPoints: ["source.js"], bundle: true, format: "iife", write: false, ...options });
  return made.outputFiles[0].text;
}
const seen = {
  ascii: await esbuild({}),
  utf8: await esbuild({ charset: "utf8" }),
  minified: await esbuild({ charset: "utf8", minify: true }),
  rollup: (await (await rollup({ input: "source.js" })).generate({ format: "iife" })).output[0].code,
};
for (const [name, code] of Object.entries(seen)) {
  const raw = { override: code.includes("\u202e"), mark: code.includes("\u200f"), separator: code.includes("\u2028") };
  console.log(name, raw, "Hebrew in a string:", code.includes('"שלום"'), "in an expression:", code.includes("[א-ת]"));
  const expected = name === "utf8" || name === "minified";
  assert.deepEqual(raw, { override: expected, mark: expected, separator: false });
  assert.equal(code.includes('"שלום"'), name !== "ascii");
  assert.ok(code.includes("[א-ת]"));
}
JS
node ask.mjs
