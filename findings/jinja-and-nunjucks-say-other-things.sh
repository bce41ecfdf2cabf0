#!/usr/bin/env bash
# The same template, valid in Jinja and in its JavaScript twin, says something else, silently.
#
# What: PyPI Jinja2 3.1.6 and npm nunjucks 3.2.4, autoescape on in both, no variables.
# Seen on 2026-11-29: an empty list is false in one and true in the other; "for ... if" prints
#   nothing in nunjucks; a variable set in a loop lives on after it; 3 > 2 > 1 is false; 7 % -3 is
#   1 instead of -2; the last letter by [-1] is nothing; the 2.5 that Jinja rounds to 2.0 is 3; 1
#   == "1"; None is printed as nothing; urlize shows its own markup as text. No error in any of
#   them.
# Why it matters: letters that are previewed in a page and written by Python are not the same
#   letters: an empty list of findings shows its heading, a filtered list is empty.
# We instead: render everything with one Jinja, in Python, on the build and in the browser; the
#   templates use no round, title or urlize.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq Jinja2==3.1.6 MarkupSafe==3.0.4
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts nunjucks@3.2.4

cat > render.mjs <<'JS'
import nunjucks from "nunjucks";
const environment = new nunjucks.Environment(null, { autoescape: true });
const asked = JSON.parse(process.argv[2]);
console.log(JSON.stringify(asked.map((template) => environment.renderString(template, {}))));
JS
venv/bin/python - <<'PY'
import json
import subprocess

from jinja2 import Environment

EXPECTED = {  # Jinja, nunjucks.
    "{% if [] %}found{% else %}nothing{% endif %}": ("nothing", "found"),
    "{% for n in [1, 2] if n > 1 %}{{ n }}{% endfor %}": ("2", ""),
    "{% set a = 1 %}{% for n in [1] %}{% set a = 2 %}{% endfor %}{{ a }}": ("1", "2"),
    "{{ 3 > 2 > 1 }}": ("True", "false"),
    "{{ 7 % -3 }}": ("-2", "1"),
    "{{ 'שלום'[-1] }}": ("ם", ""),
    "{{ 2.5|round }}": ("2.0", "3"),
    "{{ 1 == '1' }}": ("False", "true"),
    "{{ none }}": ("None", ""),
    "{{ 'a.example'|length }}{{ 'one two three'|truncate(7) }}": ("9one...", "9one two..."),
    "{{ 'https://a.com'|urlize }}": (
        '<a href="https://a.com" rel="noopener">https://a.com</a>',
        "&lt;a href=&quot;https://a.com&quot;&gt;https://a.com&lt;/a&gt;",
    ),
}
jinja = Environment(autoescape=True)
npm = json.loads(subprocess.check_output(["node", "render.mjs", json.dumps(list(EXPECTED))]))
for template, other in zip(EXPECTED, npm):
    seen = jinja.from_string(template).render(), other
    print(template, "->", seen)
    assert seen == EXPECTED[template]
PY
