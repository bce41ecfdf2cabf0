#!/usr/bin/env bash
# The same slugify call gives another slug as soon as Unidecode is installed for somebody else.
#
# What: PyPI python-slugify 9.2.0, alone (it brings text-unidecode) and then with Unidecode 1.4.0
#   as well.
# Seen on 2026-11-29: slugify("בקשה לזיכוי") is "bqshh-lzykvy" alone and "bkshh-lzykhvy" with it;
#   "סוף־שבוע" is "svpshbv" (maqaf gone) alone and "svp-shbv" with it. With allow_unicode=True the
#   pointed שָׁלוֹם is cut into ש-לו-ם both times, and the plain word stays whole.
# Why it matters: addresses, anchors and file names are made from titles; a dependency of a
#   dependency that comes or goes changes them all, with no word in the lock file's diff that says
#   so.
# We instead: make no name from a title: letters and texts are found by keys that stand in the
#   content.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq python-slugify==9.2.0 text-unidecode==1.3

cat > "$lab/ask.py" <<'PY'
import sys

from slugify import slugify

EXPECTED = {  # Alone, with Unidecode, keeping Unicode.
    "בקשה לזיכוי": ("bqshh-lzykvy", "bkshh-lzykhvy", "בקשה-לזיכוי"),
    "סוף־שבוע": ("svpshbv", "svp-shbv", "סוף-שבוע"),
    "שלום": ("shlvm", "shlvm", "שלום"),
    "שָׁלוֹם": ("shalvom", "shalvom", "ש-לו-ם"),
}
with_unidecode = sys.argv[1] == "with"
for title, (alone, together, kept) in EXPECTED.items():
    seen = slugify(title)
    print(sys.argv[1], "Unidecode:", title, "->", seen, slugify(title, allow_unicode=True))
    assert seen == (together if with_unidecode else alone), seen
    assert slugify(title, allow_unicode=True) == kept
PY
"$lab/venv/bin/python" "$lab/ask.py" without
"$lab/venv/bin/pip" install -qq Unidecode==1.4.0
"$lab/venv/bin/python" "$lab/ask.py" with
