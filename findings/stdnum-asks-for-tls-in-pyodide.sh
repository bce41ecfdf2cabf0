#!/usr/bin/env bash
# A library of check digits, pure Python, cannot be imported in the browser: it wants TLS.
#
# What: PyPI python-stdnum 2.2 and email-validator 2.4.0 in Pyodide 0.29.5 (npm), from their
#   wheels.
# Seen on 2026-11-29: "import stdnum.luhn" raises ModuleNotFoundError: No module named 'ssl' (its
#   helper for asking tax offices imports it at the top). With an empty module put in the place of
#   ssl everything works. validate_email as it comes raises NoResolverConfiguration, since there
#   is no /etc/resolv.conf; with check_deliverability=False it works.
# Why it matters: "py3-none-any" says nothing of whether a library runs there; the tests on the
#   host are green, and the first import in the browser fails.
# We instead: compute the check digits that we need ourselves, with python-stdnum as the tests'
#   oracle.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5
python3 -m pip download -qq --no-deps -d wheels python-stdnum==2.2 email-validator==2.4.0 dnspython==2.9.2 idna==3.20

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const python = await loadPyodide();
for (const wheel of readdirSync("wheels")) python.unpackArchive(new Uint8Array(readFileSync(`wheels/${wheel}`)), "wheel");
function outcome(code) {
  try {
    return String(python.runPython(code));
  } catch (error) {
    const last = error.message.trim().split("\n").filter((line) => /^[\w.]+: /.test(line)).at(-1);
    return last.slice(0, last.indexOf("ssl") > 0 ? last.indexOf("ssl") + 4 : last.indexOf(":"));
  }
}
const stdnum = "import stdnum.luhn; stdnum.luhn.is_valid('4242424242424242')";
const mail = "from email_validator import validate_email; validate_email('a@example.com'";
const EXPECTED = [
  [stdnum, "ModuleNotFoundError: No module named 'ssl'"],
  [`${mail}).normalized`, "dns.resolver.NoResolverConfiguration"],
  [`${mail}, check_deliverability=False).normalized`, "a@example.com"],
  [`import sys, types; sys.modules['ssl'] = types.ModuleType('ssl'); ${stdnum}`, "true"],
];
for (const [code, expected] of EXPECTED) {
  const seen = outcome(code);
  console.log(code, "->", seen);
  assert.equal(seen, expected);
}
JS
node ask.mjs
