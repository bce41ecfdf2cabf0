#!/usr/bin/env bash
# One package, two package URLs: a dot in a PyPI name, a capital in an npm scope, a plus in a
# version.
#
# What: PyPI packageurl-python 0.17.6 and packaging 26.4; npm packageurl-js 2.0.1.
# Seen on 2026-11-29: PyPI holds jaraco.text and jaraco-text for one name (packaging makes
#   jaraco-text of both), the package URLs stay two, though "_" becomes "-". Of
#   pkg:npm/%40Scope/Name Python makes %40Scope/name and JavaScript %40scope/name; of the version
#   1.0+local Python writes 1.0%2Blocal and JavaScript 1.0+local.
# Why it matters: bills of materials are merged and looked up by comparing these as text: the same
#   component stands twice, or a known weakness of it is not found.
# Our rule: one place makes these URLs, from normalised names, and nothing is looked up by them.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq packageurl-python==0.17.6 packaging==26.4
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts packageurl-js@2.0.1

cat > ask.mjs <<'JS'
import { PackageURL } from "packageurl-js";
console.log(JSON.stringify(JSON.parse(process.argv[2]).map((text) => PackageURL.fromString(text).toString())));
JS
venv/bin/python - <<'PY'
import json
import subprocess

from packageurl import PackageURL
from packaging.utils import canonicalize_name

EXPECTED = {  # Python, JavaScript.
    "pkg:pypi/jaraco.text@1": ("pkg:pypi/jaraco.text@1", "pkg:pypi/jaraco.text@1"),
    "pkg:pypi/Jaraco_Text@1": ("pkg:pypi/jaraco-text@1", "pkg:pypi/jaraco-text@1"),
    "pkg:npm/%40Scope/Name@1": ("pkg:npm/%40Scope/name@1", "pkg:npm/%40scope/name@1"),
    "pkg:pypi/a@1.0+local": ("pkg:pypi/a@1.0%2Blocal", "pkg:pypi/a@1.0+local"),
}
npm = json.loads(subprocess.check_output(["node", "ask.mjs", json.dumps(list(EXPECTED))]))
for text, other in zip(EXPECTED, npm):
    seen = PackageURL.from_string(text).to_string(), other
    print(text, "->", seen)
    assert seen == EXPECTED[text]
assert canonicalize_name("jaraco.text") == canonicalize_name("Jaraco_Text") == "jaraco-text"
PY
