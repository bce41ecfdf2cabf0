#!/usr/bin/env bash
# ש"ח, the shekel as every bill writes it, is three tokens, one of them a closing quotation mark.
#
# What: PyPI nltk 3.10.4, its Treebank, NLTK, Toktok and word-and-mark tokenizers, which want no
#   downloaded data.
# Seen on 2026-11-30: with the quotation mark of the keyboard, which is how nearly all write it, all
#   four cut דו"ח and ש"ח in three, and the first two write the mark anew as two apostrophes,
#   so the sentence cannot be put together again. With the Hebrew mark (gershayim) both stay whole
#   in these, not in wordpunct_tokenize. ג'ורג', a name with two of the other mark, loses its last
#   one in the first two and is four pieces in the others.
# Why it matters: amounts, reports, lawyers (עו"ד) and armies are written so; counts of words, lists
#   of stop words and whatever was learned from the tokens know "ש" and "ח".
# We instead: count both kinds of marks between two Hebrew letters as part of the word.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq nltk==3.10.4
"$lab/venv/bin/python" - <<'PY'
from nltk.tokenize import NLTKWordTokenizer, ToktokTokenizer, TreebankWordTokenizer, wordpunct_tokenize

CUTS = [TreebankWordTokenizer().tokenize, NLTKWordTokenizer().tokenize, ToktokTokenizer().tokenize, wordpunct_tokenize]
TWO = [["דו", "''", "ח"], ["דו", "''", "ח"], ["דו", '"', "ח"], ["דו", '"', "ח"]]
EXPECTED = {
    'דו"ח': TWO,
    "דו״ח": [["דו״ח"], ["דו״ח"], ["דו״ח"], ["דו", "״", "ח"]],
    '20 ש"ח': [["20", "ש", *one[1:2], "ח"] for one in TWO],
    "ג'ורג'": [["ג'ורג", "'"], ["ג'ורג", "'"], ["ג", "'", "ורג", "'"], ["ג", "'", "ורג", "'"]],
    "חשבון": [["חשבון"]] * 4,
}
for text, expected in EXPECTED.items():
    seen = [cut(text) for cut in CUTS]
    print(text, seen)
    assert seen == expected, seen
PY
