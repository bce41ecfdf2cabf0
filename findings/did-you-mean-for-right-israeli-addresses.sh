#!/usr/bin/env bash
# "Did you mean ...?" sends the mail of Israel's universities and providers somewhere else.
#
# What: npm mailcheck 1.1.1, @zootools/email-spell-checker 1.12.0, as they come, on right addresses.
# Seen on 2026-11-30: for dana@technion.ac.il both propose technion.co.il, for netvision.net.il
#   netvision.net, for zahav.net.il zahav.net: other domains, that others can own. mailcheck also
#   turns proton.me into proton.de and pm.me into gmx.de. co.il is an ending that they know, ac.il
#   and net.il are not, and the nearest known one wins; walla.co.il and gmail.com stay. In a mistyped
#   gmial.com they find gmail.com.
# Why it matters: the form's proposal looks like help; who takes it sends their case, name and
#   receipts to an address that is not theirs, or never gets the code.
# We instead: propose nothing for a domain; the address as typed is shown before anything is sent.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts mailcheck@1.1.1 @zootools/email-spell-checker@1.12.0

cat > ask.cjs <<'JS'
const assert = require("node:assert/strict");
const checkers = [require("mailcheck"), require("@zootools/email-spell-checker")];
const EXPECTED = {
  "technion.ac.il": ["technion.co.il", "technion.co.il"],
  "netvision.net.il": ["netvision.net", "netvision.net"],
  "zahav.net.il": ["zahav.net", "zahav.net"],
  "proton.me": ["proton.de", undefined],
  "pm.me": ["gmx.de", undefined],
  "walla.co.il": [undefined, undefined],
  "gmail.com": [undefined, undefined],
  "gmial.com": ["gmail.com", "gmail.com"],
};
for (const [domain, expected] of Object.entries(EXPECTED)) {
  const seen = checkers.map((checker) => checker.run({ email: `dana@${domain}` })?.domain);
  console.log(domain, "->", ...seen.map(String));
  assert.deepEqual(seen, expected);
}
JS
node ask.cjs
