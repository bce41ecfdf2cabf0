#!/usr/bin/env bash
# A device that says "iw" speaks Hebrew; six libraries give it English, or Hebrew left to right.
#
# What: "iw" is the code of Hebrew that BCP 47 keeps as the old name of "he", and that Java before
#   17 and Android write. npm rtl-detect 1.1.2, accept-language-parser 1.5.0, negotiator 1.1.0,
#   @fluent/langneg 0.7.0, bcp-47-match 2.0.3; PyPI Babel 2.19.0. Controls: langcodes 3.5.1 (PyPI),
#   Node's Intl and @formatjs/intl-localematcher 0.10.1.
# Seen on 2026-11-30: of a site in English, Hebrew and Yiddish, "iw" and "iw-IL" get no Hebrew from
#   accept-language-parser, negotiator, langneg and bcp-47-match. Babel's Locale.parse("iw") is
#   he_IL, from right to left, and its negotiate_locale(["iw"], ["en", "he"]) is None. rtl-detect
#   calls iw and ji (Yiddish) left to right, Panjabi in Arabic letters too, and he-Latn, Hebrew in
#   Latin letters, right to left. Intl, formatjs and langcodes take iw for he. With "he-IL"
#   all agree.
# Why it matters: an Israeli with an older phone gets English, or Hebrew lines with the full stop on
#   the wrong side. Nobody sees it who tests with the browser's own "he".
# We instead: list in the languages' own table by which further codes a browser names each.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq Babel==2.19.0 langcodes==3.5.1
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts rtl-detect@1.1.2 \
  accept-language-parser@1.5.0 negotiator@1.1.0 @fluent/langneg@0.7.0 bcp-47-match@2.0.3 \
  @formatjs/intl-localematcher@0.10.1

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { negotiateLanguages } from "@fluent/langneg";
import { match } from "@formatjs/intl-localematcher";
import accept from "accept-language-parser";
import { lookup } from "bcp-47-match";
import Negotiator from "negotiator";
import rtl from "rtl-detect";

const SITE = ["en", "he", "yi"];
const EXPECTED = { // accept-language-parser, negotiator, langneg, bcp-47-match, formatjs; rtl-detect, Intl.
  iw: [null, undefined, "en", undefined, "he", "ltr", "rtl"],
  "iw-IL": [null, undefined, "en", undefined, "he", "ltr", "rtl"],
  ji: [null, undefined, "en", undefined, "yi", "ltr", "rtl"],
  "he-IL": ["he", "he", "he", "he", "he", "rtl", "rtl"],
};
const direction = (tag) => {
  const locale = new Intl.Locale(tag);
  return (locale.getTextInfo?.() ?? locale.textInfo).direction;
};
for (const [tag, expected] of Object.entries(EXPECTED)) {
  const seen = [
    accept.pick(SITE, tag, { loose: true }),
    new Negotiator({ headers: { "accept-language": tag } }).language(SITE),
    negotiateLanguages([tag], SITE, { defaultLocale: "en", strategy: "lookup" })[0],
    lookup(SITE, tag), match([tag], SITE, "en"), rtl.getLangDir(tag), direction(tag),
  ];
  console.log(tag, "->", ...seen);
  assert.deepEqual(seen, expected);
}
assert.deepEqual(["pa-Arab", "he-Latn"].map((tag) => [rtl.getLangDir(tag), direction(tag)]),
  [["ltr", "rtl"], ["rtl", "ltr"]]);
JS
node ask.mjs
venv/bin/python - <<'PY'
import langcodes
from babel import Locale, negotiate_locale

for tag, asked in (("iw", None), ("he", "he")):
    locale, seen = Locale.parse(tag), negotiate_locale([tag], ["en", "he"])
    print("Babel", tag, "->", locale, locale.text_direction, seen, langcodes.closest_match(tag, ["en", "he"]))
    assert (locale.language, locale.text_direction, seen) == ("he", "rtl", asked)
    assert langcodes.closest_match(tag, ["en", "he"])[0] == "he"
PY
