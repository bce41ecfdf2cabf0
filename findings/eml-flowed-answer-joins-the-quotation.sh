#!/usr/bin/env bash
# In a reply written as "format=flowed", a mail reader takes the answer into the line it answers.
#
# What: npm postal-mime 4.0.0 against mailparser 3.14.2, on Hebrew replies of text/plain;
#   format=flowed. RFC 3676, 4.5: the quote marks come off before lines are joined, and a
#   paragraph ends where their number changes; 4.4: a space after the mark is no text.
# Seen on 2026-11-30: mailparser gives "> נשיב לכם בתוך 14 ימים." and the answer on a line of its
#   own; postal-mime one line, "> נשיב לכם > בתוך 14 ימים. לא קיבלתי תשובה.": a ">" in the middle of
#   the sentence, and the person's own words behind a quote mark. An empty quoted line ("> ") is
#   glued to the next, "> > נשיב", which looks like a quotation within one. Without quotes, and
#   with the signature's "-- ", both agree.
# Why it matters: who cuts quotations off by their marks loses just the answer: "I had no answer"
#   is then something that support wrote. Mail programs that send such text are in common use.
# We instead: read no mail files; what was pasted is kept, and a part that is left out can be read
#   after all.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts postal-mime@4.0.0 mailparser@3.14.2

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";

const EXPECTED = [ // The lines as sent, then as mailparser and as postal-mime read them.
  [["> נשיב לכם ", "> בתוך 14 ימים. ", "לא קיבלתי תשובה."],
    ["> נשיב לכם בתוך 14 ימים. ", "לא קיבלתי תשובה."],
    ["> נשיב לכם > בתוך 14 ימים. לא קיבלתי תשובה."]],
  [["> שלום,", "> ", "> נשיב מחר.", "תודה."],
    ["> שלום,", "> ", "> נשיב מחר.", "תודה."],
    ["> שלום,", "> > נשיב מחר.", "תודה."]],
  [[">> מתי? ", "> מחר. ", "תודה."],
    [">> מתי? ", "> מחר. ", "תודה."],
    [">> מתי? > מחר. תודה."]],
  [["אני מבקש ", "החזר.", "", "-- ", "דנה"], ["אני מבקש החזר.", "", "-- ", "דנה"], ["אני מבקש החזר.", "", "-- ", "דנה"]],
  [["> שלום,", "> נשיב מחר.", "תודה."], ["> שלום,", "> נשיב מחר.", "תודה."], ["> שלום,", "> נשיב מחר.", "תודה."]],
];
for (const [lines, ...expected] of EXPECTED) {
  const mail = ["From: a@example.com", "To: b@example.com", "Subject: x", "Date: Mon, 30 Nov 2026 12:00:00 +0200", "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8; format=flowed", "Content-Transfer-Encoding: 8bit", "", ...lines, ""].join("\r\n");
  const seen = [(await simpleParser(mail)).text, (await PostalMime.parse(mail)).text].map((text) => text.replace(/\n$/, "").split("\n"));
  console.log(lines, "->", seen);
  assert.deepEqual(seen, expected);
}
JS
node ask.mjs
