#!/usr/bin/env bash
# Five days in Hebrew are "one day", in English: two converters of translations write a form that
# the reader never asks for.
#
# What: a Hebrew .po file (one, two, more) through npm gettext-converter 1.3.4 (po2i18next) and
#   i18next-conv 16.0.0 (gettextToI18next), each asked for the "v4" form of today's i18next, then
#   npm i18next 26.7.2; controls: English, and the third form under the name that Intl gives it.
# Seen on 2026-12-01: both name the third form "many", by an older table of CLDR. i18next asks Intl,
#   which has one, two and other for Hebrew. For 1 and 2 the page is right; for 5 and 20 it shows
#   the key, "one day", in English. With the form named "other" it is right, and so is English.
# Why it matters: a time limit of five days is shown as one, and in the other language; who tries
#   the page with one and two days sees no fault. The .po file is right, and so is i18next.
# Our rule: the form is chosen by one rule of our own, tried with 1, 2, 5 and 20 in each language.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  gettext-converter@1.3.4 i18next-conv@16.0.0 i18next@26.7.2

cat > he.po <<'PO'
msgid ""
msgstr ""
"Language: he\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=3; plural=(n == 1) ? 0 : (n == 2) ? 1 : 2;\n"

msgid "one day"
msgid_plural "{{count}} days"
msgstr[0] "יום"
msgstr[1] "יומיים"
msgstr[2] "{{count}} ימים"
PO
sed -e 's/Language: he/Language: en/' -e 's/nplurals=3.*;\\n/nplurals=2; plural=(n != 1);\\n/' -e '/msgstr\[2\]/d' \
  -e 's/יומיים/{{count}} days/' -e 's/יום/one day/' he.po > en.po
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import po2i18next from "gettext-converter/po2i18next";
import i18next from "i18next";
import { gettextToI18next } from "i18next-conv";

async function shown(language, translation) {
  const instance = i18next.createInstance();
  await instance.init({ lng: language, resources: { [language]: { translation } } });
  return [1, 2, 5, 20].map((count) => instance.t("one day", { count }));
}
for (const language of ["en", "he"]) {
  const file = readFileSync(`${language}.po`, "utf8");
  const first = po2i18next(file, { compatibilityJSON: "v4" });
  const second = JSON.parse(await gettextToI18next(language, file, { compatibilityJSON: "v4" }));
  assert.deepEqual(first, second);
  const seen = await shown(language, first);
  console.log(language, first, seen);
  assert.equal(seen[2], language === "he" ? "one day" : "5 days");
  if (language === "he") {
    const { "one day_many": more, ...rest } = first;
    assert.deepEqual(new Intl.PluralRules("he").resolvedOptions().pluralCategories.sort(), ["one", "other", "two"]);
    assert.deepEqual(seen, ["יום", "יומיים", "one day", "one day"]);
    assert.deepEqual(await shown("he", { ...rest, "one day_other": more }), ["יום", "יומיים", "5 ימים", "20 ימים"]);
  }
}
JS
node ask.mjs
