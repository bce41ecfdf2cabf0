#!/usr/bin/env bash
# A reader of .eml cuts a subject that is written by the rules, and reads one that breaks them.
#
# What: npm nodemailer 10.6.1 and mimetext 3.0.28 write a long Hebrew subject; eml-format 0.6.1,
#   postal-mime 4.0.0 and mailparser 3.14.2 read it.
# Seen on 2026-11-29: nodemailer writes four encoded words of at most 75 characters, as RFC 2047
#   asks; eml-format gives back the first one, "בקשה לזיכוי על ח", and no error. mimetext writes
#   one word of 164 characters and a Hebrew body as "7bit", and every reader reads it. In
#   mimetext's file the line ends are those of the writing computer: LF here.
# Why it matters: a case number at the end of a subject is gone in a tool that works on tests made
#   with its friend; and a file that such tests pass may be refused or broken by a mail server.
# Our rule: the first words of a subject carry its meaning, encoded words hold whole letters, and
#   a file is read again with more than one reader.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts nodemailer@10.6.1 mimetext@3.0.28 eml-format@0.6.1 postal-mime@4.0.0 mailparser@3.14.2

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { promisify } from "node:util";
import eml from "eml-format";
import { simpleParser } from "mailparser";
import { createMimeMessage } from "mimetext";
import nodemailer from "nodemailer";
import PostalMime from "postal-mime";

const subject = "בקשה לזיכוי על חיוב כפול במנוי של חודש נובמבר, מספר הזמנה 12345678";
const [from, to] = ["dana@example.org", "support@example.org"];

const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "windows" });
const byRule = String((await transport.sendMail({ from, to, subject, text: "שלום" })).message);
const message = createMimeMessage();
message.setSender(from);
message.setRecipient(to);
message.setSubject(subject);
message.addMessage({ contentType: "text/plain", data: "שלום" });
const against = message.asRaw();

async function subjects(raw) {
  const read = await promisify(eml.read)(raw);
  return [read.subject, (await PostalMime.parse(raw)).subject, (await simpleParser(raw)).subject];
}
const longest = (raw) => Math.max(...raw.match(/=\?utf-8\?[BQ]\?[^?]*\?=/gi).map((word) => word.length));
for (const [name, raw] of Object.entries({ byRule, against })) {
  console.log(name, "longest word:", longest(raw), await subjects(raw));
}
assert.ok(longest(byRule) <= 75);
assert.deepEqual(await subjects(byRule), ["בקשה לזיכוי על ח", subject, subject]);
assert.ok(longest(against) > 75);
assert.deepEqual(await subjects(against), [subject, subject, subject]);
assert.match(against, /Content-Transfer-Encoding: 7bit\r?\n\r?\nשלום/);
JS
node ask.mjs
