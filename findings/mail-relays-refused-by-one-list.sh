#!/usr/bin/env bash
# Addresses that a browser or a mail firm makes to protect its owner are "invalid" to one library.
#
# What: npm mailchecker 6.0.21 (isValid), disposable-email-domains 1.0.62; PyPI
#   disposable-email-domains 0.0.293 (another project of that name): which domains they refuse.
# Seen on 2026-11-30: mailchecker refuses duck.com, mozmail.com (Firefox Relay), simplelogin.com,
#   addy.io, anonaddy.me and passmail.net (Proton Pass), lasting addresses whose mail reaches the
#   person, with the same "false" as for a throw-away box or for a text that is no address. Apple's
#   privaterelay.appleid.com passes. Both disposable-email-domains refuse none of them, and all three
#   refuse mailinator.com.
# Why it matters: a form behind that check tells somebody whose account has such an address that
#   their address is wrong; who then gives another one is not found by support.
# We instead: look at the form of an address alone, and never at whose domain it is.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
python3 -m venv venv
venv/bin/pip install -qq disposable-email-domains==0.0.293
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts mailchecker@6.0.21 disposable-email-domains@1.0.62

cat > ask.cjs <<'JS'
const assert = require("node:assert/strict");
const { isValid } = require("mailchecker");
const listed = require("disposable-email-domains");
const relays = ["duck.com", "mozmail.com", "simplelogin.com", "addy.io", "anonaddy.me", "passmail.net"];
for (const domain of [...relays, "privaterelay.appleid.com", "mailinator.com"]) {
  const seen = [!isValid(`dana@${domain}`), listed.includes(domain)];
  console.log(domain, "refused by mailchecker, disposable-email-domains:", ...seen);
  const expected = domain === "mailinator.com" ? [true, true] : [relays.includes(domain), false];
  assert.deepEqual(seen, expected);
}
assert.equal(isValid("dana@example.org"), true);
assert.equal(isValid("not an address"), false);
JS
node ask.cjs
venv/bin/python - <<'PY'
from disposable_email_domains import blocklist

relays = {"duck.com", "mozmail.com", "simplelogin.com", "addy.io", "anonaddy.me", "passmail.net"}
print("in the Python list:", sorted(relays & blocklist))
assert not relays & blocklist and "mailinator.com" in blocklist
PY
