#!/usr/bin/env bash
# Hebrew host names: what one side of the program refuses, the other side opens.
#
# What: PyPI idna 3.20, Python's own idna codec, and Node's URL (the browsers' rules).
# Seen on 2026-11-29: שלום1.co.il, which IDNA 2008 allows, is an error in the codec and fine in
#   the other two. A name with maqaf (U+05BE) is refused by idna alone. One with the ASCII
#   quotation mark of an abbreviation, צה"ל, is refused by idna, and the others make
#   xn--"-7hcz1b.co.il of it, with the mark in the host name; the apostrophe of ג' is refused by
#   all three. A name that begins with a digit opens in URL alone.
# Why it matters: a check in Python says "no such name can exist" while the browser goes there, or
#   refuses a real Israeli name that ends in a digit.
# We instead: decode the punycode of a name as it stands and judge its letters; none is ever
#   encoded.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq idna==3.20
cd "$lab"

cat > ask.mjs <<'JS'
console.log(JSON.stringify(JSON.parse(process.argv[2]).map((host) => {
  try {
    return new URL(`https://${host}`).hostname;
  } catch (error) {
    return null;
  }
})));
JS
venv/bin/python - <<'PY'
import json
import subprocess

import idna


def encoded(encode):
    try:
        return encode().decode()
    except UnicodeError:
        return None


EXPECTED = {  # idna, the codec, URL.
    "שלום.co.il": ("xn--9dbne9b.co.il",) * 3,
    "שלום1.co.il": ("xn--1-9hcuf1d.co.il", None, "xn--1-9hcuf1d.co.il"),
    "1שלום.co.il": (None, None, "xn--1-bicuf1d.co.il"),
    "שלום־עולם.co.il": (None, "xn--mdb9bbzddd1b8c.co.il", "xn--mdb9bbzddd1b8c.co.il"),
    'צה"ל.co.il': (None, 'xn--"-7hcz1b.co.il', 'xn--"-7hcz1b.co.il'),
    "ג'.co.il": (None, None, None),
}
urls = json.loads(subprocess.check_output(["node", "ask.mjs", json.dumps(list(EXPECTED))]))
for host, url in zip(EXPECTED, urls):
    seen = encoded(lambda: idna.encode(host)), encoded(lambda: host.encode("idna")), url
    print(host, "->", seen)
    assert seen == EXPECTED[host]
PY
