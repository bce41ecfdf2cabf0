#!/usr/bin/env bash
# 1,234.50 shekels, read aloud in Hebrew: "one, two hundred thirty four. fifty"; and minus five is
# silence.
#
# What: numbers to Hebrew words for speech: PyPI hebrew-num2words 0.1.0 (normalize_numbers), num2heb
#   0.1.14 (number_to_words); control: PyPI heb-tts-normalizer 0.2.0 (normalize).
# Seen on 2026-12-01: hebrew-num2words reads 1,234.50 as three numbers round a comma and a dot,
#   79.90 as "seventy nine ninety", and leaves the signs where they were; 5.5 and "2 payments" are
#   right, the date 01/03/2026 is "one/three/two thousand twenty six". num2heb gives the empty text
#   for -5, where 5 and 0 are words. heb-tts-normalizer has shekels and
#   agorot.
# Why it matters: a blind person hears the amount, and cannot see that the thousand was left out. An
#   amount that was paid back, with its minus, is not heard at all.
# Our rule: amounts stay in digits, in text that has its language; the screen reader reads them.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq hebrew-num2words==0.1.0 num2heb==0.1.14 heb-tts-normalizer==0.2.0
"$lab/venv/bin/python" - <<'PY'
from heb_tts_normalizer import normalize
from hebrew_num2words import normalize_numbers
from num2heb import number_to_words

EXPECTED = {
    "1,234.50 ₪": ("אחת,מאתיים שלושים וארבע.חמישים ₪", "אלף מאתיים שלושים וארבעה שקלים וחמישים אגורות"),
    '79.90 ש"ח': ('שבעים ותשע תשעים ש"ח', "שבעים ותשעה שקלים ותשעים אגורות"),
    "2 חיובים": ("שני חיובים", "שני חיובים"),
}
for text, (expected, control) in EXPECTED.items():
    print(text, "|", normalize_numbers(text), "|", normalize(text))
    assert normalize_numbers(text) == expected
    assert normalize(text) == control
assert normalize_numbers("01/03/2026") == "אחת/שלוש/אלפיים עשרים ושש", normalize_numbers("01/03/2026")
assert normalize_numbers("גרסה 5.5") == "גרסה חמש וחצי"
print([number_to_words(number) for number in (5, 0, -5)])
assert number_to_words(-5) == ""
assert number_to_words(5) == "חמישה"
assert number_to_words(0) == "אפס"
PY
