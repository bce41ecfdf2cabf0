#!/usr/bin/env bash
# A bom-ref that two components share is replaced in one of them by a random one, without a word.
#
# What: PyPI cyclonedx-python-lib 11.12.0, writing JSON 1.6.
# Seen on 2026-11-29: of two components with bom_ref="shared" the first by name keeps it, the
#   other gets "BomRef.<digits>.<digits>", new in each run; the list of dependencies has the
#   shared one alone. Two equal components are one; equal but for the bom_ref, they are two.
# Why it matters: a vendored library that is in two packages easily gets one reference twice. The
#   bill stays valid, its bytes change from build to build, and a tool that follows the reference
#   finds the wrong component.
# We instead: name each part's reference by owner and part, and compare the bytes of two builds.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq cyclonedx-python-lib==11.12.0

"$lab/venv/bin/python" - <<'PY'
import json

from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component
from cyclonedx.output.json import JsonV1Dot6


def written(*parts: tuple[str, str]) -> list[tuple[str, str]]:
    bill = Bom(components=[Component(name=name, version="1", bom_ref=ref) for name, ref in parts])
    read = json.loads(JsonV1Dot6(bill).output_as_string())
    assert all(one["ref"] in {"shared", *(ref for _, ref in parts)} for one in read["dependencies"])
    return [(part["name"], part["bom-ref"]) for part in read["components"]]


first, second = written(("zlib", "shared"), ("musl", "shared")), written(("zlib", "shared"), ("musl", "shared"))
print(first, second, sep="\n")
assert dict(first)["musl"] == "shared"
assert dict(first)["zlib"].startswith("BomRef.")
assert dict(first)["zlib"] != dict(second)["zlib"]
assert len(written(("zlib", "one"), ("zlib", "one"))) == 1
assert len(written(("zlib", "one"), ("zlib", "two"))) == 2
PY
