#!/usr/bin/env bash
# An answer written with Python's email names the mail that it answers in encoded words, and no
# longer belongs to it.
#
# What: Python's email.message.EmailMessage with its policy for SMTP; npm nodemailer 10.6.1 as the
#   control; read by npm postal-mime 4.0.0 and mailparser 3.14.2.
# Seen on 2026-11-30 (Python 3.13): an In-Reply-To whose id is longer than the line is written as
#   two words of "=?utf-8?q?=3C...=40...?=", though it is plain ASCII, and so is a List-Unsubscribe
#   with a long address. A short id stays as it is, and so does Message-ID itself at any length.
#   postal-mime and mailparser decode the words all the same; email.message_from_bytes, as it comes,
#   does not, and gives an id that was never sent. nodemailer keeps the id whole. RFC 2047, 5 (3):
#   in a structured field an encoded word may stand in a phrase or a comment alone; ids have
#   neither.
# Why it matters: a reader that compares the id as it stands, and it need not decode there, finds no
#   mail that is answered: a new conversation, a new ticket. Tests with short ids see nothing.
# We instead: write text alone; the mail program of the person sends it and keeps the thread.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  nodemailer@10.6.1 postal-mime@4.0.0 mailparser@3.14.2

cat > write.py <<'PY'
import email
import email.policy
from email.message import EmailMessage
from pathlib import Path

for name, length in (("short", 20), ("long", 70)):
    mail = EmailMessage(policy=email.policy.SMTP)
    number = f"<{'x' * length}@mail.example.org>"
    mail["From"], mail["Message-ID"], mail["In-Reply-To"] = "a@example.org", number, number
    mail["List-Unsubscribe"] = f"<https://example.org/{'y' * length}>"
    mail.set_content("hi")
    text = mail.as_bytes().decode()
    Path(f"{name}.eml").write_bytes(mail.as_bytes())
    print(text.partition("Content-Type")[0])
    assert f"Message-ID: {number}" in text
    assert (f"In-Reply-To: {number}" in text) == (name == "short")
    assert ("In-Reply-To: =?utf-8?q?=3Cxxx" in text) == (name == "long")
    read = email.message_from_bytes(mail.as_bytes())["In-Reply-To"]
    print("read again:", read)
    assert (read == number) == (name == "short")
    assert ("List-Unsubscribe: =?utf-8?q?=3Chttps=3A" in text) == (name == "long")
PY
cat > read.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { simpleParser } from "mailparser";
import nodemailer from "nodemailer";
import PostalMime from "postal-mime";

const answered = async (raw) => [(await PostalMime.parse(raw)).inReplyTo, (await simpleParser(raw)).inReplyTo];
const number = (length) => `<${"x".repeat(length)}@mail.example.org>`;
assert.deepEqual(await answered(readFileSync("short.eml")), [number(20), number(20)]);
const seen = await answered(readFileSync("long.eml"));
console.log(seen);
assert.deepEqual(seen, [number(70), number(70)]);

const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
const { message } = await transport.sendMail({ from: "a@example.org", inReplyTo: number(70), text: "hi" });
assert.deepEqual(await answered(message), [number(70), number(70)]); // The control.
JS
python3 write.py
node read.mjs
