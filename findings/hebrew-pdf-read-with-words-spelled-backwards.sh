#!/usr/bin/env bash
# The text of a Hebrew PDF, read by a library: every word is spelled from its end, the numbers are
# not.
#
# What: npm dejavu-fonts-ttf 2.37.3 for letters, PyPI fpdf2 2.8.9 (writes), pypdf 7.1.1 (reads);
#   controls: pypdf's own extraction_mode="layout", PyPI pdfminer.six 20260107, a line in English.
# Seen on 2026-12-01: extract_text() as it comes gives שלום from its last letter to its first, and a
#   line of words the same way. In a line with an amount each Hebrew piece is turned round where it
#   stands, blanks go to the other side of it, 79.90 and GPT-4o stay, and both brackets come first.
#   With "layout", and with pdfminer.six, the same file gives the line as it was written.
# Why it matters: a search for a word in the text finds nothing, and a list of words has only words
#   that do not exist, while the page looks right and the amounts are there.
# Our rule: no words are taken out of a PDF; the person types or pastes what matters.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq fpdf2==2.8.9 pypdf==7.1.1 pdfminer.six==20260107
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts dejavu-fonts-ttf@2.37.3
venv/bin/python - <<'PY'
from io import BytesIO
from pathlib import Path

from fpdf import FPDF
from pdfminer.high_level import extract_text
from pypdf import PdfReader

(FONT,) = Path("node_modules/dejavu-fonts-ttf").rglob("DejaVuSans.ttf")


def read(text: str, **options) -> list[str]:
    """Return the text of a page with one line, as pypdf and as pdfminer read it."""
    pdf = FPDF()
    pdf.add_page()
    pdf.add_font("letters", fname=FONT)
    pdf.set_font("letters", size=14)
    pdf.cell(text=text)
    file = bytes(pdf.output())
    return [PdfReader(BytesIO(file)).pages[0].extract_text(**options).strip(), extract_text(BytesIO(file)).strip()]


ENGLISH, WORD, LINE = "Paid 79.90 for GPT-4o", "שלום", "שילמתי 79.90 על GPT-4o (פעמיים)"
for text, expected in {ENGLISH: ENGLISH, WORD: WORD[::-1], LINE: "יתמליש79.90  לעGPT-4o ()םיימעפ"}.items():
    seen, other = read(text)
    print(text, "| pypdf", seen, "| pdfminer", other)
    assert seen == expected
    assert other == text
    assert read(text, extraction_mode="layout")[0] == text
PY
