#!/usr/bin/env bash
# The text of a Hebrew PDF, read by Chromium's library: GPT-4o is "o-4GPT", and an address runs
# backwards.
#
# What: PyPI pypdfium2 5.15.2 (PDFium), pypdf 7.1.1 and pymupdf 2.0 on a Hebrew page that typst
#   0.14.4 and one that fpdf2 2.8.9 wrote, in DejaVu Sans (npm dejavu-fonts-ttf 2.37.3).
# Seen on 2026-11-30: in typst's file PDFium reads AB-12 as -12AB, GPT-4o as o-4GPT,
#   support@example.com as com.example@support, v1.2.3 as 1.2.3v, and "(twice)" with its brackets
#   the wrong way round. Dates, hours, amounts and telephone numbers are right, and so is a line of
#   Hebrew alone. In fpdf2's file AB-12 is -12AB as well, but the address is whole, and all the
#   words round it come in the opposite order. What Chromium 156 itself prints reads -12AB, too
#   (tried by hand). pypdf and pymupdf keep such words whole; instead pypdf reads "שלום עולם" in
#   typst's file as "עולםשלום", pymupdf glues a Hebrew word to the Latin one.
#   By the Unicode Bidirectional Algorithm (W7, N1) a mark between two left-to-right letters goes with
#   them; PDFium counts the hyphen, the dot and the @ to the Hebrew.
# Why it matters: a case number and an address out of a receipt look like ones, and are
#   somebody else's or nobody's. What is right in one writer's files is wrong in another's, so a
#   test with one file proves little.
# Our rule: text copied out of a PDF is prose. A number or an address is taken only in the form that
#   the product knows, and is shown before it is used.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
python3 -m venv venv
venv/bin/pip install -qq pypdfium2==5.15.2 pypdf==7.1.1 pymupdf==2.0 typst==0.14.4 fpdf2==2.8.9 uharfbuzz==0.57.0
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts dejavu-fonts-ttf@2.37.3

cat > ask.py <<'PY'
import re

import pymupdf
import pypdf
import pypdfium2
import typst
from fpdf import FPDF

FONTS = "node_modules/dejavu-fonts-ttf/ttf"
EXPECTED = {  # The line as typed, then as PDFium reads it in the file of typst and in that of fpdf2.
    "שלום עולם": ("שלום עולם", "שלום עולם"),
    "טלפון 03-1234567 בבוקר": ("טלפון 03-1234567 בבוקר", "טלפון 03-1234567 בבוקר"),
    "ביום 2026-11-29 בשעה 12:30": ("ביום 2026-11-29 בשעה 12:30", "ביום 2026-11-29 בשעה 12:30"),
    "חויבתי $20.50 פעמיים": ("חויבתי $20.50 פעמיים", "חויבתי $20.50 פעמיים"),
    "מספר פנייה AB-12 מיום שני": ("מספר פנייה -12AB מיום שני", "מספר פנייה -12AB מיום שני"),
    "הדגם GPT-4o נפסק": ("הדגם o-4GPT נפסק", "נפסק GPT-4o הדגם"),
    "כתבו אל support@example.com היום": ("כתבו אל com.example@support היום", "היום support@example.com אל כתבו"),
    "גרסה v1.2.3 של היום": ("גרסה 1.2.3v של היום", "גרסה 1.2.3v של היום"),
    "חויבתי (פעמיים) השבוע": ("חויבתי )פעמיים( השבוע", "חויבתי )פעמיים( השבוע"),
}


def lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


page = '#set page(width: 16cm, height: 24cm)\n#set text(font: "DejaVu Sans", lang: "he", dir: rtl)\n'
page += "\n\n".join(re.sub(r"([$@\-/])", r"\\\1", line) for line in EXPECTED)
typst.compile(page.encode(), output="typst.pdf", font_paths=[FONTS])
pdf = FPDF()
pdf.add_page()
pdf.add_font("DejaVu", fname=f"{FONTS}/DejaVuSans.ttf")
pdf.set_font("DejaVu", size=12)
pdf.set_text_shaping(use_shaping_engine=True, direction="rtl", script="hebr", language="heb")
for line in EXPECTED:
    pdf.cell(0, 10, line, align="R", new_x="LMARGIN", new_y="NEXT")
pdf.output("fpdf2.pdf")

for column, name in enumerate(("typst.pdf", "fpdf2.pdf")):
    seen = lines(pypdfium2.PdfDocument(name)[0].get_textpage().get_text_range())
    for typed, read in zip(EXPECTED, seen, strict=True):
        print(name, repr(typed), "->", repr(read))
    assert seen == [expected[column] for expected in EXPECTED.values()]
    others = [pypdf.PdfReader(name).pages[0].extract_text(), pymupdf.open(name)[0].get_text()]
    assert all(word in text for text in others for word in ("AB-12", "GPT-4o", "support@example.com", "v1.2.3"))
assert "עולםשלום" in pypdf.PdfReader("typst.pdf").pages[0].extract_text()
assert "פנייהAB-12" in pymupdf.open("typst.pdf")[0].get_text()
PY
venv/bin/python ask.py
