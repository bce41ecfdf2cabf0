#!/usr/bin/env bash
# A mail to "Levi, Ron", in Hebrew, goes to two people: one of them has no address.
#
# What: npm letterparser 0.1.8 and eml-parse-js 1.1.15 against postal-mime 4.0.0, mailparser 3.14.2
#   and Python's email, on names that are written as encoded words. RFC 2047, 6.2: a field is cut
#   into its parts first, and each encoded word is decoded afterwards, so that a comma in the
#   decoded name separates nothing.
# Seen on 2026-11-30: =?utf-8?B?...?= <ron@example.org>, whose name is "לוי, רון", is one addressee
#   to the three controls. eml-parse-js makes two of it: "לוי" with an empty address, and "רון";
#   letterparser, too, and "לוי" is the address itself there. The name in ASCII, in quotation marks,
#   they read alike.
# Why it matters: "family name, given name" is how directories of companies write people, and Hebrew
#   names in a mail's head are encoded words; the tests with English names pass. A reply to all goes
#   to "לוי", and the list of who was written to has one person too many.
# We instead: read no mail files; a letter goes to an address that stands in the content.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  letterparser@0.1.8 eml-parse-js@1.1.15 postal-mime@4.0.0 mailparser@3.14.2

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readEml } from "eml-parse-js";
import { extract } from "letterparser";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";

const word = (text) => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
const message = (to) => `From: a@example.org\r\nTo: ${to}\r\nSubject: s\r\nContent-Type: text/plain\r\n\r\nhi\r\n`;
const pair = ({ name, address, email }) => `${name ?? ""}|${address ?? email}`;
const readers = {
  "postal-mime": async (text) => (await PostalMime.parse(text)).to,
  mailparser: async (text) => (await simpleParser(text)).to.value,
  letterparser: async (text) => extract(text).to,
  "eml-parse-js": async (text) => readEml(text).to,
};
const ask = async (reader, to) => [await readers[reader](message(to))].flat().map(pair);

const one = `${word("לוי, רון")} <ron@example.org>`;
const two = `${one}, b@example.org`;
const right = ["לוי, רון|ron@example.org"];
const expected = {
  "postal-mime": [right, [...right, "|b@example.org"]],
  mailparser: [right, [...right, "|b@example.org"]],
  letterparser: [["|לוי", "רון|ron@example.org"], ["|לוי", "רון|ron@example.org", "|b@example.org"]],
  "eml-parse-js": [["לוי|", "רון|ron@example.org"], ["לוי|", "רון|ron@example.org", "|b@example.org"]],
};
for (const [reader, answers] of Object.entries(expected)) {
  const seen = [await ask(reader, one), await ask(reader, two)];
  console.log(reader, JSON.stringify(seen));
  assert.deepEqual(seen, answers, reader);
  const english = await ask(reader, '"Levi, Ron" <ron@example.org>, b@example.org'); // The control.
  assert.deepEqual(english, ["Levi, Ron|ron@example.org", "|b@example.org"], reader);
}
console.log(two);
JS
node ask.mjs | tee answers.txt
python3 - <<'PY'
import email
import email.policy
from pathlib import Path

to = Path("answers.txt").read_text("utf-8").splitlines()[-1]
read = email.message_from_string(f"To: {to}\n\nhi\n", policy=email.policy.default)["to"].addresses
print("Python", [(one.display_name, one.addr_spec) for one in read])
assert [one.display_name for one in read] == ["לוי, רון", ""]
PY
