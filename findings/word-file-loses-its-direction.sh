#!/usr/bin/env bash
# A Hebrew letter from a Word file comes out of the converter without its direction, and says so to
# nobody.
#
# What: PyPI python-docx 1.2.0 (writes), mammoth 1.13.0, npm mammoth 1.13.0 (read).
# Seen on 2026-11-30: paragraphs marked right to left (w:bidi, w:rtl), a table whose columns run from
#   the right (w:bidiVisual), and no dir attribute, class or message in what either port gives: the
#   bytes are those of the same letter written without any mark. Shown in a page, the sentence that
#   ends in "(Plus)." has its full stop at the left's far side, and the first column is the left one.
# Why it matters: a help desk that shows attached letters shows amounts and brackets in another
#   order; who compares texts sees no fault.
# We instead: put dir="auto" on each block of text that somebody wrote, and read no Word files.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
python3 -m venv venv
venv/bin/pip install -qq python-docx==1.2.0 mammoth==1.13.0
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts mammoth@1.13.0

venv/bin/python - <<'PY'
import docx
import mammoth
from docx.oxml import OxmlElement


def write(path, *, marked):
    letter = docx.Document()
    paragraph = letter.add_paragraph()
    run = paragraph.add_run("שולם 20$ ל-OpenAI (Plus).")
    table = letter.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "תאריך", "סכום"
    if marked:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
        table._tbl.tblPr.append(OxmlElement("w:bidiVisual"))
    letter.save(path)


seen = []
for path, marked in (("marked.docx", True), ("plain.docx", False)):
    write(path, marked=marked)
    with open(path, "rb") as file:
        found = mammoth.convert_to_html(file)
    print(path, found.value, found.messages)
    assert "dir" not in found.value and not found.messages
    seen.append(found.value)
assert seen[0] == seen[1]
PY
cat > ask.cjs <<'JS'
const assert = require("node:assert/strict");
const mammoth = require("mammoth");
(async () => {
  const [marked, plain] = await Promise.all(
    ["marked.docx", "plain.docx"].map((path) => mammoth.convertToHtml({ path })),
  );
  assert.equal(marked.value, plain.value);
  assert.ok(!marked.value.includes("dir") && marked.messages.length === 0);
  console.log("npm the same:", marked.value.slice(0, 40));
})();
JS
node ask.cjs
