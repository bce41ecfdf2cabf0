#!/usr/bin/env bash
# A Message-ID on a line of its own, and the mail comes from the Message-ID.
#
# What: folded heads (RFC 5322, 2.2.3: to unfold is to take out the line break alone, so the blank
#   that follows it stays) in npm eml-format 0.6.1, eml-parse-js 1.1.15 and PyPI mail-parser 4.8.0;
#   controls: npm postal-mime 4.0.0 and mailparser 3.14.2, Python's email.
# Seen on 2026-11-30: "Message-ID:", a line break and " <x@example.org>" stand after "From:
#   dana@example.org". eml-format has no Message-ID then and says that the sender is x@example.org,
#   named dana@example.org: the second line went to the field before. Of a subject that is folded
#   between "late" and "again" eml-parse-js makes "lateagain"; eml-format and mail-parser leave the
#   line break in it. The controls read all fields.
# Why it matters: an id too long for the line goes to the next one, so the sender is wrong in one
#   mail and right in the next from the same person; a word that is glued is not found.
# We instead: read no mail files; the sender that is shown is the one that the person named.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq mail-parser==4.8.0
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  eml-format@0.6.1 eml-parse-js@1.1.15 postal-mime@4.0.0 mailparser@3.14.2

cat > ask.py <<'PY'
import email
import email.policy
from pathlib import Path

import mailparser

SUBJECT = "The second refund is late again"

head = "From: dana@example.org\nMessage-ID:\n <x@example.org>\nSubject: The second refund is late\n again\n"
raw = f"{head}Content-Type: text/plain; charset=utf-8\n\nhi\n".replace("\n", "\r\n").encode()
Path("mail.eml").write_bytes(raw)
own = email.message_from_bytes(raw, policy=email.policy.default)
assert (own["from"], own["message-id"].strip(), own["subject"]) == ("dana@example.org", "<x@example.org>", SUBJECT)
assert mailparser.parse_from_bytes(raw).subject.endswith("late\r\n again")
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import emlFormat from "eml-format";
import { readEml } from "eml-parse-js";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";

const raw = readFileSync("mail.eml", "utf8");
emlFormat.read(raw, (error, { from, subject, headers }) => {
  console.log("eml-format:", from, JSON.stringify(subject.slice(-12)), headers["Message-ID"]);
  assert.deepEqual({ ...from }, { name: "dana@example.org", email: "x@example.org" });
  assert.match(subject, /late\r\n *again$/);
});
const { from, subject } = readEml(raw);
console.log("eml-parse-js:", from, subject.slice(-12));
assert.equal(from.email, "dana@example.org");
assert.match(subject, / lateagain$/);
const controls = [await PostalMime.parse(raw), await simpleParser(raw)];
assert.equal(controls[0].from.address, "dana@example.org");
assert.equal(controls[1].from.value[0].address, "dana@example.org");
for (const one of controls) {
  assert.match(one.subject, / late again$/);
  assert.equal(one.messageId, "<x@example.org>");
}
JS
venv/bin/python ask.py
node ask.mjs
