#!/usr/bin/env bash
# One valid licence expression: an expression, a mere name, or an error, depending on who reads
# it.
#
# What: PyPI cyclonedx-python-lib 11.12.0, license-expression 30.4.4, packaging 26.4.
# Seen on 2026-11-29: "MIT AND LicenseRef-Ours" is valid SPDX. packaging takes it; the factory of
#   CycloneDX files it as the *name* of a single licence; license-expression calls the key
#   unknown. "GPL-2.0" stays so in two and becomes "GPL-2.0-only" in one. "mit or apache-2.0" is
#   put right by two; CycloneDX writes it into the bill as it came, while it corrects "mit" alone.
# Why it matters: what a tool lists under "name" no policy check can read; two tools in one
#   pipeline say that a component's licence changed when only the reader did.
# We instead: write each expression by hand, in its exact spelling and without a LicenseRef, and
#   check the bill against the official schema.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq cyclonedx-python-lib==11.12.0 license-expression==30.4.4 packaging==26.4

"$lab/venv/bin/python" - <<'PY'
from cyclonedx.contrib.license.factories import LicenseFactory
from license_expression import ExpressionError, get_spdx_licensing
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression


def bill(text):
    made = LicenseFactory().make_from_string(text)
    for kind in ("value", "id", "name"):
        if getattr(made, kind, None):
            return f"{kind}: {getattr(made, kind)}"


def expression(text):
    try:
        return str(get_spdx_licensing().parse(text, validate=True))
    except ExpressionError as error:
        return str(error)


def package(text):
    try:
        return canonicalize_license_expression(text)
    except InvalidLicenseExpression as error:
        return str(error)


EXPECTED = {
    "MIT AND LicenseRef-Ours": ("name: MIT AND LicenseRef-Ours", "Unknown license key(s): LicenseRef-Ours", "MIT AND LicenseRef-Ours"),
    "GPL-2.0": ("id: GPL-2.0", "GPL-2.0-only", "GPL-2.0"),
    "mit or apache-2.0": ("value: mit or apache-2.0", "MIT OR Apache-2.0", "MIT OR Apache-2.0"),
    "mit": ("id: MIT", "MIT", "MIT"),
    "MIT OR Apache-2.0": ("value: MIT OR Apache-2.0", "MIT OR Apache-2.0", "MIT OR Apache-2.0"),
}
for text, expected in EXPECTED.items():
    seen = bill(text), expression(text), package(text)
    print(text, "->", *seen, sep="\n    ")
    assert seen == expected
PY
