#!/usr/bin/env bash
# "Which site is this host of?" Five public-suffix libraries, and few hosts on which all agree.
#
# What: PyPI tldextract 5.4.0 (its own list), publicsuffix2 2.20191221, publicsuffixlist
#   1.1.2.20261023; npm psl 1.15.0, tldts 7.6.0; each as it comes, without a network.
# Seen on 2026-11-29: a.vercel.app is a site of its own to two and vercel.app to three;
#   b.unknowntld is a site to three, "unknowntld" to one, nothing to one. publicsuffix2 has a list
#   of 2019: of a Hebrew name it gives back the suffix alone (ישראל for מדריך.ישראל). Of
#   "openai.com:443" tldextract and tldts say openai.com, psl nothing, the others a site with the
#   port in it; 1.2.3.4 is the site 3.4 to two.
# Why it matters: "is this really their site" hangs on it: a stranger's page on a hosting domain
#   is either its own site or the host's, by the library's default.
# Our rule: port and user come off first, addresses in numbers are no site, and the endings that
#   we judge by are data of our own.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq tldextract==5.4.0 publicsuffix2==2.20191221 publicsuffixlist==1.1.2.20261023
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts psl@1.15.0 tldts@7.6.0

cat > ask.mjs <<'JS'
import psl from "psl";
import { getDomain } from "tldts";
console.log(JSON.stringify(JSON.parse(process.argv[2]).map((host) => [psl.get(host), getDomain(host)])));
JS
venv/bin/python - <<'PY'
import json
import subprocess

import publicsuffix2
import publicsuffixlist
import tldextract

extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
old, new = publicsuffix2.PublicSuffixList(), publicsuffixlist.PublicSuffixList()
EXPECTED = {  # tldextract, publicsuffix2, publicsuffixlist, psl, tldts.
    "help.openai.com": ("openai.com", "openai.com", "openai.com", "openai.com", "openai.com"),
    "a.vercel.app": ("vercel.app", "vercel.app", "a.vercel.app", "a.vercel.app", "vercel.app"),
    "a.b.unknowntld": ("", "unknowntld", "b.unknowntld", "b.unknowntld", "b.unknowntld"),
    "מדריך.ישראל": ("מדריך.ישראל", "ישראל", "מדריך.ישראל", "מדריך.ישראל", "מדריך.ישראל"),
    "openai.com:443": ("openai.com", "com:443", "openai.com:443", None, "openai.com"),
    "1.2.3.4": ("", "4", "3.4", "3.4", None),
}
npm = json.loads(subprocess.check_output(["node", "ask.mjs", json.dumps(list(EXPECTED))]))
for host, answers in zip(EXPECTED, npm):
    seen = extract(host).top_domain_under_public_suffix, old.get_sld(host), new.privatesuffix(host), *answers
    print(host, "->", seen)
    assert seen == EXPECTED[host]
PY
