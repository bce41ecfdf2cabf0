#!/usr/bin/env bash
# Three imitations of an extension's storage for tests, and a change that nobody saved is saved.
#
# What: npm @webext-core/fake-browser 2.0.1 (WXT's own), jest-webextension-mock 4.2.0 (with
#   jest-mock 30.5.2), mem-storage-area 1.0.3: set, then get, of storage.local.
# Seen on 2026-11-30: with fake-browser and jest-webextension-mock, what is pushed onto a list that
#   get() returned is in the store without a set(). A stored null is the default to fake-browser,
#   and its answer has a key that was never stored. A Date is a Date again from
#   jest-webextension-mock, an ISO text from the two others. Chromium 156, tried by hand: the list
#   is as it was saved, null stays null, no such key, and the Date is {}. Of the three only
#   mem-storage-area does the same, but for the Date.
# Why it matters: "read the cases, add one, forget to write" is green and loses the case on the
#   person's computer; "no answer yet", kept as null, is another answer in the test.
# We instead: keep the state as text (JSON), and try the saving and reading in real browsers.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts @webext-core/fake-browser@2.0.1 jest-webextension-mock@4.2.0 jest-mock@30.5.2 mem-storage-area@1.0.3

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { fakeBrowser } from "@webext-core/fake-browser";

const require = createRequire(import.meta.url);
globalThis.jest = require("jest-mock");
require("jest-webextension-mock");
const areas = [fakeBrowser.storage.local, globalThis.browser.storage.local, require("mem-storage-area").local];

const questions = {
  async "pushed onto what get() gave"(area) {
    await area.set({ cases: ["a"] });
    const { cases } = await area.get("cases");
    cases.push("b");
    return (await area.get("cases")).cases;
  },
  async "pushed onto what set() was given"(area) {
    const cases = ["a"];
    await area.set({ cases });
    cases.push("b");
    return (await area.get("cases")).cases;
  },
  async "null, with a default"(area) {
    await area.set({ answer: null });
    return (await area.get({ answer: "none" })).answer;
  },
  "keys of what is missing": async (area) => Object.keys(await area.get("missing")),
  async "a Date"(area) {
    await area.set({ due: new Date(0) });
    return (await area.get("due")).due;
  },
};
const EXPECTED = [ // Of fake-browser, jest-webextension-mock and mem-storage-area.
  [["a", "b"], ["a", "b"], ["a"]],
  [["a"], ["a", "b"], ["a"]],
  ["none", null, null],
  [["missing"], [], []],
  ["1970-01-01T00:00:00.000Z", new Date(0), "1970-01-01T00:00:00.000Z"],
];
for (const [index, [question, ask]] of Object.entries(questions).entries()) {
  const seen = [];
  for (const area of areas) seen.push(await ask(area));
  console.log(question, "->", seen);
  assert.deepEqual(seen, EXPECTED[index]);
}
JS
node ask.mjs
