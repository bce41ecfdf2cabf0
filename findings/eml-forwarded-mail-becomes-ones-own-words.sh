#!/usr/bin/env bash
# A forwarded mail, enclosed as it should be, and its words become those of the person who forwards
# it.
#
# What: a message/rfc822 part behind a text/plain one, with and without "Content-Disposition:
#   attachment". PyPI mail-parser 4.8.0, eml-parser 4.4.0; npm letterparser 0.1.8, postal-mime
#   4.0.0; controls: Python's email (get_body), npm mailparser 3.14.2, eml-format 0.6.1.
# Seen on 2026-11-30: the mail says "See below.", the mail in it "Your refund was refused."
#   mail-parser, eml-parser and letterparser give both sentences as the text of the outer mail, also
#   where the enclosed one is an attachment with a file name, and with no mark of whose is whose;
#   the enclosed mail's own From and Subject are gone. postal-mime writes a line and the inner head
#   between them, and leaves a real attachment alone. The controls give "See below." both times. RFC
#   2046, 5.2.1: the part is a message of its own.
# Why it matters: "forward as attachment" is what support asks for. A classifier, a search or a
#   summary then reads the support's answer as the complaint.
# We instead: ask for the person's own words and for the answer in two fields.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq mail-parser==4.8.0 eml-parser==4.4.0
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  letterparser@0.1.8 postal-mime@4.0.0 mailparser@3.14.2 eml-format@0.6.1

cat > ask.py <<'PY'
import email
import email.policy
from email.message import EmailMessage
from pathlib import Path

import eml_parser
import mailparser

for file in ("bare", "attached"):
    inner, outer = EmailMessage(), EmailMessage()
    inner["From"], inner["Subject"] = "support@example.org", "Inner"
    inner.set_content("Your refund was refused.")
    outer["From"], outer["Subject"] = "dana@example.org", "Outer"
    outer.set_content("See below.")
    outer.add_attachment(inner, **({"filename": "answer.eml"} if file == "attached" else {}))
    enclosed = outer.get_payload()[1]
    if file == "bare":
        del enclosed["Content-Disposition"]
    raw = outer.as_bytes(policy=email.policy.SMTP)
    Path(f"{file}.eml").write_bytes(raw)
    one = mailparser.parse_from_bytes(raw)
    other = eml_parser.EmlParser(include_raw_body=True).decode_email_bytes(raw)
    own = email.message_from_bytes(raw, policy=email.policy.default).get_body().get_content().strip()
    seen = (one.text_plain, [part["content"].strip() for part in other["body"]], own)
    print(file, seen)
    both = ["See below.", "Your refund was refused."]
    assert ([text.strip() for text in seen[0]], seen[1], seen[2]) == (both, both, "See below.")
    assert "support@example.org" not in str(other["header"]["from"]) + str(one.from_)
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import emlFormat from "eml-format";
import { extract } from "letterparser";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";

const refused = /Your refund was refused/;
const said = (text) => [refused.test(text), /From: +support@example\.org/.test(text)];
for (const [file, postal] of [["bare", [true, true]], ["attached", [false, false]]]) {
  const raw = readFileSync(`${file}.eml`, "utf8");
  const letter = extract(raw).text;
  console.log(file, JSON.stringify(letter), said((await PostalMime.parse(raw)).text));
  assert.deepEqual(said(letter), [true, false]);
  assert.deepEqual(said((await PostalMime.parse(raw)).text), postal);
  assert.equal((await simpleParser(raw)).text.trim(), "See below.");
  emlFormat.read(raw, (error, mail) => assert.equal(mail.text.trim(), "See below."));
}
JS
venv/bin/python ask.py
node ask.mjs
