#!/usr/bin/env bash
# A mail with a picture in the middle: what stands below the picture is lost, or glued to what
# stands above.
#
# What: multipart/mixed of text, an inline picture, text, as mail programs write it when a
#   screenshot is dropped between two paragraphs. Python's email (get_body), npm eml-format 0.6.1
#   and eml-parse-js 1.1.15; controls: npm postal-mime 4.0.0, mailparser 3.14.2, letterparser 0.1.8
#   and PyPI mail-parser 4.8.0. RFC 2046, 5.1.3: the parts are bundled in a given order.
# Seen on 2026-11-30: above the picture "I paid 20", below it "30 were taken". get_body() is the
#   first part alone, and the second one is among iter_attachments(), without a name. eml-format
#   gives the first and makes an attachment without a name of the second. eml-parse-js gives "I paid
#   2030 were taken". The four controls give both, a line apart.
# Why it matters: whoever sends a screenshot explains it below. Just that sentence is missing, and
#   nothing tells the reader so; glued, two amounts become a third one.
# We instead: take the text that the person pastes, whole.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq mail-parser==4.8.0
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  eml-format@0.6.1 eml-parse-js@1.1.15 postal-mime@4.0.0 mailparser@3.14.2 letterparser@0.1.8

cat > ask.py <<'PY'
import email
import email.policy
from pathlib import Path

import mailparser

ABOVE, BELOW = "I paid 20", "30 were taken"
parts = (
    f"Content-Type: text/plain; charset=utf-8\n\n{ABOVE}",
    "Content-Type: image/png; name=screen.png\nContent-Disposition: inline; filename=screen.png\n"
    "Content-Transfer-Encoding: base64\n\nAAAA",
    f"Content-Type: text/plain; charset=utf-8\n\n{BELOW}",
)
head = "From: dana@example.org\nSubject: s\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=cut\n\n"
text = head + "".join(f"--cut\n{part}\n" for part in parts) + "--cut--\n"
raw = text.replace("\n", "\r\n").encode()
Path("mail.eml").write_bytes(raw)

mail = email.message_from_bytes(raw, policy=email.policy.default)
rest = [(part.get_content_type(), part.get_filename()) for part in mail.iter_attachments()]
print("Python:", mail.get_body().get_content(), rest)
assert mail.get_body().get_content() == ABOVE
assert rest == [("image/png", "screen.png"), ("text/plain", None)]
assert mailparser.parse_from_bytes(raw).text_plain == [ABOVE, BELOW]
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import emlFormat from "eml-format";
import { readEml } from "eml-parse-js";
import { extract } from "letterparser";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";

const raw = readFileSync("mail.eml", "utf8");
emlFormat.read(raw, (error, mail) => {
  console.log("eml-format:", mail.text, mail.attachments.map((one) => one.name));
  assert.equal(mail.text.trim(), "I paid 20");
  assert.deepEqual(mail.attachments.map((one) => one.name), ["screen.png", undefined]);
});
console.log("eml-parse-js:", readEml(raw).text);
assert.equal(readEml(raw).text.trim(), "I paid 2030 were taken");
for (const { text } of [await PostalMime.parse(raw), await simpleParser(raw), extract(raw)]) {
  assert.match(text, /^I paid 20\s*\n\s*30 were taken\s*$/);
}
JS
venv/bin/python ask.py
node ask.mjs
