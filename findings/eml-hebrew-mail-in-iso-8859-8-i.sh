#!/usr/bin/env bash
# A Hebrew mail with the label that Hebrew mails have: an error, question marks, or Chinese.
#
# What: charset=iso-8859-8-i, the label of RFC 1556 for Hebrew in logical order, also in the
#   Encoding Standard of the browsers. Python's email and PyPI mail-parser 4.8.0, eml-parser 4.4.0;
#   npm eml-format 0.6.1, eml-parse-js 1.1.15; controls: npm postal-mime 4.0.0, mailparser 3.14.2.
# Seen on 2026-11-30 (Python 3.13): the two controls read subject and body. In Python the body is a
#   LookupError ("unknown encoding") and the subject four replacement characters, without an error.
#   mail-parser gives an empty subject and four of those characters; eml-parser a body of two
#   Chinese characters, guessed from the bytes; eml-format an error for the whole mail; eml-parse-js
#   "ùìåí" for the subject. The same mail as "iso-8859-8", which is the same letters at the same
#   bytes, Python and its two libraries read well.
# Why it matters: it is the label that the RFC gives such mail, and older programs write it; a
#   subject that is silently empty looks like a mail that had none, and no test with UTF-8 shows it.
# We instead: read no mail files; what a person pastes came through the browser, which knows it.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq mail-parser==4.8.0 eml-parser==4.4.0
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  eml-format@0.6.1 eml-parse-js@1.1.15 postal-mime@4.0.0 mailparser@3.14.2

cat > ask.py <<'PY'
import base64
import codecs
import email
import email.policy
from pathlib import Path

import eml_parser
import mailparser

WORD = base64.b64encode("שלום".encode("iso-8859-8")).decode()
LOST = "\N{REPLACEMENT CHARACTER}" * 4


def mail(charset: str) -> bytes:
    head = f"From: a@example.org\r\nSubject: =?{charset}?B?{WORD}?=\r\nContent-Type: text/plain; charset={charset}\r\n"
    return f"{head}Content-Transfer-Encoding: base64\r\n\r\n{WORD}\r\n".encode()


def read(raw: bytes) -> dict[str, tuple[str, str]]:
    own = email.message_from_bytes(raw, policy=email.policy.default)
    try:
        body = own.get_content()
    except LookupError as error:
        body = str(error)
    one = mailparser.parse_from_bytes(raw)
    other = eml_parser.EmlParser(include_raw_body=True).decode_email_bytes(raw)
    return {
        "email": (own["subject"], body), "mail-parser": (one.subject, one.body),
        "eml-parser": (other["header"]["subject"], other["body"][0]["content"]),
    }


Path("mail.eml").write_bytes(mail("iso-8859-8-i"))
seen = read(mail("iso-8859-8-i"))
print(seen)
assert seen["mail-parser"] == ("", LOST)
assert seen["eml-parser"] == (LOST, "\u76d2\u5b7c")
assert seen["email"] == (LOST, "unknown encoding: iso-8859-8-i")
assert set(read(mail("iso-8859-8")).values()) == {("שלום", "שלום")}
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import emlFormat from "eml-format";
import { readEml } from "eml-parse-js";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";

const text = readFileSync("mail.eml", "utf8");
for (const reader of [(raw) => PostalMime.parse(raw), simpleParser]) {
  const { subject, text: body } = await reader(text);
  assert.deepEqual([subject, body.trim()], ["שלום", "שלום"]);
}
emlFormat.read(text, (error) => {
  console.log("eml-format:", error.message, "| eml-parse-js:", readEml(text).subject);
  assert.match(error.message, /Encoding not recognized: 'iso88598i'/);
});
assert.equal(readEml(text).subject, "ùìåí");
JS
venv/bin/python ask.py
node ask.mjs
