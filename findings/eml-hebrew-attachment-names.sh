#!/usr/bin/env bash
# The name of a Hebrew attachment: a blank in the middle of a word, all blanks gone, cut at the
# quotation mark of an abbreviation, or no name.
#
# What: two names, a long one and one with עו"ד in it, written by Python 3.13 (email), npm
#   nodemailer 10.6.1 and mimetext 3.0.28; read by Python, npm postal-mime 4.0.0, mailparser 3.14.2,
#   letterparser 0.1.8, eml-format 0.6.1 and eml-parse-js 1.1.15.
# Seen on 2026-11-30: Python and nodemailer write continuations by RFC 2231, which Python,
#   postal-mime and mailparser read. eml-format has no name for them; letterparser none for
#   Python's, and of nodemailer's it takes the encoded words of the other header and joins them with
#   blanks: "כפו ל מחודש". eml-parse-js leaves a "$" as %24. mimetext writes the letters raw, the
#   mark within the quotation marks unescaped; there postal-mime, mailparser and Python end the name
#   at the mark, "קבלה 20$ (עו", eml-parse-js drops all blanks, and eml-format and letterparser,
#   which fail with the valid ones, are right.
# Why it matters: a receipt without its ".pdf" is a file that nothing opens, and support's tools sort
#   by the ending; the reader that was tried with one writer fails with the next.
# We instead: write no attachments; the names of our files are ASCII.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts nodemailer@10.6.1 mimetext@3.0.28 \
  postal-mime@4.0.0 mailparser@3.14.2 letterparser@0.1.8 eml-format@0.6.1 eml-parse-js@1.1.15

cat > mail.py <<'PY'
import email
import json
import sys
from email.message import EmailMessage
from email.policy import SMTP, default
from pathlib import Path

mail = EmailMessage(policy=SMTP)
mail["From"], mail["To"], mail["Subject"] = "a@example.com", "b@example.com", "x"
mail.set_content("x")
for name in json.loads(sys.argv[1]):
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename=name)
Path("python.eml").write_bytes(bytes(mail))


def read(writer):
    whole = email.message_from_bytes(Path(f"{writer}.eml").read_bytes(), policy=default)
    return [part.get_filename() for part in whole.iter_attachments()]


print(json.dumps({writer: read(writer) for writer in ("python", "nodemailer", "mimetext")}))
PY
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import emlFormat from "eml-format";
import { readEml } from "eml-parse-js";
import { extract } from "letterparser";
import { simpleParser } from "mailparser";
import { createMimeMessage } from "mimetext";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import PostalMime from "postal-mime";

const LONG = "קבלה על חיוב כפול מחודש נובמבר ובקשת זיכוי מלא של הסכום.pdf", SHORT = 'קבלה 20$ (עו"ד).pdf';
const attachments = [LONG, SHORT].map((filename) => ({ filename, content: "%PDF" }));
const composer = new MailComposer({ from: "a@example.com", to: "b@example.com", subject: "x", text: "x", attachments });
writeFileSync("nodemailer.eml", await composer.compile().build());
const mime = createMimeMessage();
mime.setSender("a@example.com"), mime.setRecipient("b@example.com"), mime.setSubject("x");
mime.addMessage({ contentType: "text/plain", data: "x" });
for (const { filename } of attachments) mime.addAttachment({ filename, contentType: "application/pdf", data: "JVBERg==" });
writeFileSync("mimetext.eml", mime.asRaw());

const python = JSON.parse(execFileSync("python3", ["mail.py", JSON.stringify([LONG, SHORT])]));
const READERS = {
  "postal-mime": async (eml) => (await PostalMime.parse(eml)).attachments.map((one) => one.filename),
  mailparser: async (eml) => (await simpleParser(eml)).attachments.map((one) => one.filename),
  letterparser: (eml) => extract(eml).attachments.map((one) => one.filename),
  "eml-format": async (eml) => (await promisify(emlFormat.read)(eml)).attachments.map((one) => one.name),
  "eml-parse-js": (eml) => readEml(eml).attachments.map((one) => one.name),
};
const right = [LONG, SHORT], none = [undefined, undefined], percent = [LONG, SHORT.replace("$", "%24")];
const cut = [LONG, "קבלה 20$ (עו"], glued = right.map((name) => name.replaceAll(" ", ""));
const blanks = ["קבלה על חיוב כפו ל מחודש נובמבר ובקשת זיכוי מלא ש ל הסכום.pdf", SHORT];
const EXPECTED = { // By Python, postal-mime, mailparser, letterparser, eml-format, eml-parse-js.
  python: [right, right, right, none, none, percent],
  nodemailer: [right, right, right, blanks, none, percent],
  mimetext: [cut, cut, cut, right, right, glued],
};
for (const [writer, expected] of Object.entries(EXPECTED)) {
  const eml = readFileSync(`${writer}.eml`, "utf8"), seen = [python[writer]];
  for (const read of Object.values(READERS)) seen.push(await read(eml));
  console.log(writer, seen);
  assert.deepEqual(seen, expected);
}
JS
node ask.mjs
