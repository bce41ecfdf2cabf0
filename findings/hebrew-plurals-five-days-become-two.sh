#!/usr/bin/env bash
# Five days in Hebrew are shown as two: a reader of translations knows the language better than
# its file.
#
# What: PyPI Babel 2.19.0 writes a Hebrew catalogue, npm node-gettext 3.0.1 with gettext-parser
#   10.0.0 reads it.
# Seen on 2026-11-29: Babel gives Hebrew three forms (one, two, more) and writes that into the
#   head, Plural-Forms: nplurals=3. node-gettext takes no notice of the head; its own table says
#   two forms, and the second is that for two: ngettext says יומיים for 2, 5 and 20. Python's
#   gettext reads the same file rightly. For "iw" node-gettext throws a TypeError.
# Why it matters: a time limit of five days reads as two days, and no tool reports a fault: each
#   of them is right by its own table.
# Our rule: the form is chosen by one rule of our own, tried with 0, 1, 2, 5 and 20 in each
#   language.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq Babel==2.19.0
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts node-gettext@3.0.1 gettext-parser@10.0.0

cat > write.py <<'PY'
import gettext

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

catalogue = Catalog(locale="he")
catalogue.add(("one day", "{n} days"), ("יום", "יומיים", "{n} ימים"))
with open("he.po", "wb") as file:
    write_po(file, catalogue)
with open("he.mo", "wb") as file:
    write_mo(file, catalogue)
with open("he.mo", "rb") as file:
    said = gettext.GNUTranslations(file)
seen = [said.ngettext("one day", "{n} days", n) for n in (1, 2, 5, 20)]
print("python", catalogue.plural_forms, seen)
assert catalogue.num_plurals == 3
assert seen == ["יום", "יומיים", "{n} ימים", "{n} ימים"]
PY
cat > read.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { po } from "gettext-parser";
import Gettext from "node-gettext";

const catalogue = po.parse(readFileSync("he.po"));
function reader(locale) {
  const gettext = new Gettext();
  gettext.addTranslations(locale, "messages", catalogue);
  gettext.setLocale(locale);
  return (n) => gettext.ngettext("one day", "{n} days", n);
}
const seen = [1, 2, 5, 20].map(reader("he"));
console.log("node-gettext", catalogue.headers["Plural-Forms"] ?? catalogue.headers["plural-forms"], seen);
assert.deepEqual(seen, ["יום", "יומיים", "יומיים", "יומיים"]);
assert.throws(() => reader("iw")(5), TypeError);
JS
venv/bin/python write.py
node read.mjs
