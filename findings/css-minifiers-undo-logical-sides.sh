#!/usr/bin/env bash
# "padding: 1px; padding-inline-start: 9px; padding-top: 2px", and after minifying the 9px are gone.
#
# What: npm cssnano 7.1.9, csso 5.0.5, clean-css 5.3.3 (level 2), esbuild-wasm 0.28.2, lightningcss
#   1.33.0. CSS Logical Properties 1, section 4: both kinds are one value, by the cascade, so the
#   later declaration holds (Chromium 156 read the rules below as this script does).
# Seen on 2026-11-30: cssnano and csso make "padding-inline-start:9px;padding:2px 1px 1px" of it.
#   Of left and right, then the start, then top and bottom, clean-css makes the same; cssnano sorts
#   inset-inline-start before left by the alphabet; csso joins .a and .b across a rule that changes
#   .a's start side. Where the start stands between right and left, esbuild joins, too, and only
#   the right-to-left page loses its 9px. lightningcss keeps every value.
# Why it matters: the page is right while one works on it and wrong when it is built, with no word
#   of the tool; in the last case only Hebrew and Arabic readers have the wrong page.
# We instead: write logical properties alone and ship the style sheets as they stand in the source.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts cssnano@7.1.9 csso@5.0.5 clean-css@5.3.3 esbuild-wasm@0.28.2 lightningcss@1.33.0 postcss@8.5.33

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import CleanCSS from "clean-css";
import cssnano from "cssnano";
import { minify } from "csso";
import { transform as build } from "esbuild-wasm";
import { transform } from "lightningcss";
import postcss from "postcss";

const tools = {
  cssnano: async (css) => (await postcss([cssnano()]).process(css, { from: undefined })).css,
  csso: (css) => minify(css).css,
  "clean-css": (css) => new CleanCSS({ level: 2 }).minify(css).styles,
  esbuild: async (css) => (await build(css, { loader: "css", minify: true })).code.trim(),
  lightningcss: (css) => transform({ filename: "a.css", code: Buffer.from(css), minify: true }).code.toString(),
};

/** The value at the start side of .a, as a browser has it: what is declared later holds. */
function start(css, side) {
  let seen;
  postcss.parse(css).walkDecls((declaration) => {
    const { prop, value } = declaration;
    if (!declaration.parent.selectors.includes(".a")) return;
    const values = value.split(" "); // Of a shorthand: top, right, bottom, left, with the usual omissions.
    if (prop === "padding") seen = (side === "left" ? values[3] : undefined) ?? values[1] ?? values[0];
    else if (["padding-inline-start", "inset-inline-start", `padding-${side}`, side].includes(prop)) seen = value;
  });
  return seen;
}
const both = (css) => `${start(css, "left")} ${start(css, "right")}`; // From left to right, from right to left.

const [KEPT, LOST] = ["9px 9px", "1px 1px"];
const EXPECTED = [ // As it is written, then of each tool.
  [".a{padding:1px;padding-inline-start:9px;padding-top:2px}", [KEPT, LOST, LOST, KEPT, KEPT, KEPT]],
  [".a{padding-left:1px;padding-right:1px;padding-inline-start:9px;padding-top:1px;padding-bottom:1px}", [KEPT, LOST, LOST, LOST, KEPT, KEPT]],
  [".a{left:1px;right:1px;inset-inline-start:9px}", [KEPT, LOST, KEPT, KEPT, KEPT, KEPT]],
  [".a{padding:1px}.a{padding-inline-start:9px}.b{padding:1px}", [KEPT, KEPT, LOST, KEPT, KEPT, KEPT]],
  [".a{padding-top:1px;padding-right:1px;padding-inline-start:9px;padding-bottom:1px;padding-left:1px}", ["1px 9px", LOST, LOST, LOST, LOST, "1px 9px"]],
  [".a{padding-top:1px;padding-right:1px;padding-bottom:1px;padding-left:1px;padding-inline-start:9px}", Array(6).fill(KEPT)], // The control.
];
for (const [css, expected] of EXPECTED) {
  const seen = [both(css)];
  console.log(css, "->", seen[0]);
  for (const [name, tool] of Object.entries(tools)) {
    const made = await tool(css);
    seen.push(both(made));
    console.log("  ", name, made, "->", seen.at(-1));
  }
  assert.deepEqual(seen, expected);
}
JS
node ask.mjs
