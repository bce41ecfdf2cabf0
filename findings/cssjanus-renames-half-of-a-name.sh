#!/usr/bin/env bash
# A mirror for style sheets turns "left" round in a name where it is set, and not where it is used.
#
# What: npm cssjanus 2.3.1 and rtlcss 4.3.0, the two usual ways from a left-to-right sheet to a
#   right-to-left one.
# Seen on 2026-11-30: of "--space-left: 8px; padding-left: var(--space-left)" cssjanus makes
#   "--space-right: 8px; padding-right: var(--space-left)": the padding is gone. "animation:
#   from-left" becomes from-right, and @keyframes keeps its name: nothing moves. content: "left"
#   becomes the word "right". rtlcss leaves all three alone. Both turn "direction: ltr" round, which
#   stands there for addresses and numbers, and leave "inset: 0 1px 2px 3px", "translate: 10px" and
#   clip-path as they are; cssjanus alone turns scroll-margin and the cursor round, rtlcss alone
#   linear-gradient(to right ...).
# Why it matters: only the Hebrew page breaks, and nobody who reads the sheet sees why; the names
#   are the usual ones.
# We instead: write one sheet with logical properties, and set dir on every address and number.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts cssjanus@2.3.1 rtlcss@4.3.0

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import cssjanus from "cssjanus";
import rtlcss from "rtlcss";

const SAME = null;
const ROWS = [ // Declarations, cssjanus's, rtlcss's.
  ["--space-left:8px;padding-left:var(--space-left)",
    "--space-right:8px;padding-right:var(--space-left)", "--space-left:8px;padding-right:var(--space-left)"],
  ["animation:from-left 1s", "animation:from-right 1s", SAME],
  ["content:'left'", "content:'right'", SAME],
  ["direction:ltr", "direction:rtl", "direction:rtl"],
  ["inset:0 1px 2px 3px", SAME, SAME],
  ["translate:10px", SAME, SAME],
  ["clip-path:inset(0 1px 2px 3px)", SAME, SAME],
  ["scroll-margin:0 1px 2px 3px", "scroll-margin:0 3px 2px 1px", SAME],
  ["cursor:e-resize", "cursor:w-resize", SAME],
  ["background:linear-gradient(to right,red,blue)", SAME, "background:linear-gradient(to left,red,blue)"],
  // The control: what both turn round.
  ["margin:0 1px 2px 3px", "margin:0 3px 2px 1px", "margin:0 3px 2px 1px"],
  ["padding-inline-start:9px", SAME, SAME],
];
for (const [declarations, ...expected] of ROWS) {
  const rule = `.a{${declarations}}`;
  const made = [cssjanus.transform(rule), rtlcss.process(rule)];
  const seen = made.map((css) => (css === rule ? SAME : css.slice(3, -1)));
  console.log(declarations, "->", seen.map((one) => one ?? "the same").join(" | "));
  assert.deepEqual(seen, expected);
}
assert.match(cssjanus.transform("@keyframes from-left{from{left:9px}}"), /^@keyframes from-left\{from\{right/);
JS
node ask.mjs
