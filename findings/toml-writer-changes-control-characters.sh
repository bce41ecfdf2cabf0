#!/usr/bin/env bash
# A TOML writer that turns DEL into "x7f", drops None, and writes the word "None" into lists.
#
# What: the PyPI package toml 0.10.2, its output read again with tomli 2.5.0.
# Seen on 2026-11-29: "a\x7fb" is written as "ax7fb", U+0085 as "x85", NUL as "x00": ordinary
#   letters in the file, no error. {"k": None} is written as nothing, [1, None] as [1, "None"],
#   and [1, "a", {"b": 1}], valid since TOML 1.0, raises TypeError. tomli-w 1.2.0 writes the first
#   as an escape and refuses None.
# Why it matters: text that people paste has such characters (U+0085 is a line break of old
#   systems); what was stored is not what is read back, and no check of the file notices.
# We instead: read TOML with tomllib, write it with tomli-w in tests alone, and keep what a person
#   typed as JSON.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq toml==0.10.2 tomli-w==1.2.0 tomli==2.5.0

"$lab/venv/bin/python" - <<'PY'
import toml
import tomli
import tomli_w

CASES = {  # What is written: what comes back from toml 0.10.2.
    "a\x7fb": "ax7fb",
    "a\x85b": "ax85b",
    "a\x00b": "ax00b",
    (1, None): [1, "None"],
}
for written, expected in CASES.items():
    value = list(written) if isinstance(written, tuple) else written
    text = toml.dumps({"k": value})
    back = tomli.loads(text)["k"]
    print(f"{value!r} -> {text.strip()} -> {back!r}")
    assert back == expected
    if isinstance(value, str):
        assert tomli.loads(tomli_w.dumps({"k": value})) == {"k": value}

assert toml.dumps({"k": None}) == ""
for write, value in ((toml.dumps, [1, "a", {"b": 1}]), (tomli_w.dumps, None)):
    try:
        write({"k": value})
    except TypeError as error:
        print(f"{write.__module__}, {value!r}: TypeError: {error}")
    else:
        raise AssertionError(value)
PY
