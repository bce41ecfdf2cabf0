#!/usr/bin/env bash
# The contact of "Cohen & Co., lawyers": five readers of the same valid card, five answers.
#
# What: single lines of vCard 4 (RFC 6350) read by PyPI vobject 0.9.9, npm ical.js 2.2.1, vcf 2.1.2,
#   vcard4 4.0.5 and vcard4-ts 0.4.1.
# Seen on 2026-11-30: in ORG a comma within the firm's name is written "\,", and ";" stands before
#   the department. vcf gives the backslash to the reader; vcard4-ts makes one text of firm and
#   department, in which that ";" is like any other. In NOTE a ";" may be written with a backslash
#   or without (3.4): ical.js shows the backslash of the first, vcf too, and vcard4 makes a list of
#   the second, a note in two pieces. A line break, "\n", is two characters to vcf. The two kinds
#   TYPE="cell,voice" are one kind "cell,voice" to vobject and vcard4-ts, so no cell phone is found.
#   A name without any of this is alike in all (the control).
# Why it matters: a firm's name with ", lawyers" behind it is ordinary, and a plain name is what one
#   tries a library with. The letter is then addressed to "Cohen & Co\, lawyers;Consumers".
# Our rule: a name is one text for us; nothing is cut at a comma or a semicolon.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq vobject==0.9.9
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  ical.js@2.2.1 vcf@2.1.2 vcard4@4.0.5 vcard4-ts@0.4.1

cat > ask.mjs <<'JS'
import ICAL from "ical.js";
import { parse } from "vcard4";
import { parseVCards } from "vcard4-ts";
import VCard from "vcf";

function ask([card, name]) {
  const [first] = ICAL.parse(card)[1].filter(([key]) => key === name.toLowerCase());
  const second = new VCard().parse(card.trimEnd()).get(name.toLowerCase());
  const third = parse(card).parsedVcard.find(({ property }) => property === name);
  const [fourth] = [parseVCards(card).vCards[0][name]].flat();
  return name === "TEL"
    ? [first[1].type, second.type, third.parameters.TYPE, fourth.parameters.TYPE]
    : [first[3], second.valueOf(), third.value, fourth.value];
}
console.log(JSON.stringify(JSON.parse(process.argv[2]).map(ask)));
JS
venv/bin/python - <<'PY'
import json
import subprocess

import vobject

FIRM, ESCAPED, PLAIN = "כהן ושות, עורכי דין", r"סעיף א\; שורה\nשנייה", "סעיף א; סעיף ב"
EXPECTED = {  # vobject, ical.js, vcf, vcard4, vcard4-ts.
    r"ORG:כהן ושות\, עורכי דין;צרכנות": (
        [FIRM, "צרכנות"], [FIRM, "צרכנות"], r"כהן ושות\, עורכי דין;צרכנות", [FIRM, "צרכנות"], [FIRM + ";צרכנות"]),
    f"NOTE:{ESCAPED}": (
        "סעיף א; שורה\nשנייה", "סעיף א\\; שורה\nשנייה", ESCAPED, "סעיף א; שורה\nשנייה", "סעיף א; שורה\nשנייה"),
    f"NOTE:{PLAIN}": (PLAIN, PLAIN, PLAIN, ["סעיף א", " סעיף ב"], PLAIN),
    'TEL;TYPE="cell,voice";VALUE=uri:tel:+972-50-000-0000': (
        ["cell,voice"], ["cell", "voice"], ["cell", "voice"], ["cell", "voice"], ["cell,voice"]),
    "NOTE:דנה כהן": ("דנה כהן",) * 5,
}
rows = [(line.partition(":")[0].partition(";")[0], line) for line in EXPECTED]
cards = [f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:דנה\r\n{line}\r\nEND:VCARD\r\n" for _, line in rows]
asked = json.loads(subprocess.check_output(["node", "ask.mjs", json.dumps([[card, name] for card, (name, _) in zip(cards, rows)])]))
for card, (name, line), others in zip(cards, rows, asked):
    one = getattr(vobject.readOne(card), name.lower())
    seen = (one.params["TYPE"] if name == "TEL" else one.value, *others)
    print(line, *seen, sep="\n    ")
    assert seen == EXPECTED[line]
PY
