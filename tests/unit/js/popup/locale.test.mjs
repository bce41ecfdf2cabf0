import assert from "node:assert/strict";
import { test } from "node:test";

import { provide } from "../fakes.mjs";

// The build makes it of content/languages.toml.
provide({
  "languages.js": `export const FALLBACK = "en";
    export const LANGUAGES = {
      he: { dir: "rtl", also: ["iw"] }, en: { dir: "ltr", also: [] },
      "zh-Hant": { dir: "ltr", also: [] }, "ar-XB": { dir: "rtl", also: [] },
    };`,
});
const { directionOf, isLocale, nearest } = await import("../../../../extension/popup/locale.js");

const NEAREST = {
  "he-IL": "he", he: "he", "iw-IL": "he", HE: "he", "en-GB": "en", "fr-FR": "en", "": "en",
  "zh-Hant-TW": "zh-Hant", "zh-Hans": "en", "ar-XB": "ar-XB", ar: "en", hebrew: "en",
};

for (const [tag, locale] of Object.entries(NEAREST)) {
  test(`the browser's ${tag || "nothing"} is nearest to ${locale}`, () => assert.equal(nearest(tag), locale));
}

test("a language is one of ours, and no property of every object", () => {
  assert.ok(isLocale("he"));
  for (const other of ["xx", "toString", "", undefined]) assert.ok(!isLocale(other));
});

test("a direction goes with its language", () => {
  assert.deepEqual(["he", "en", "ar-XB"].map(directionOf), ["rtl", "ltr", "rtl"]);
});
