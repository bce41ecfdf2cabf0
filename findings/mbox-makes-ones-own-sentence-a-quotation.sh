#!/usr/bin/env bash
# "From my card you took 20 dollars": put into a mailbox file and taken out again, the sentence is a
# quotation, and the finder of the answer throws it away.
#
# What: Python's mailbox.mbox (add, then read) and then PyPI email-reply-parser 0.5.12 and
#   mail-parser-reply 1.36; controls: the same mail without the mailbox, and in a Maildir.
# Seen on 2026-12-01: the file marks a line that begins with "From " by a ">" (else it would begin a
#   mail); to read does not take the mark off. The line is now ">From my card ...", by the look of
#   it a quotation, and neither library has the sentence in the answer any more. "Hello" and "Please
#   refund one of them" stay. As it was sent, and out of a Maildir, the answer is whole.
# Why it matters: each half is known by itself and harmless to the eye; together they lose the one
#   sentence that says what happened. Archives and exports of mail are such files.
# Our rule: a person's words come from the box in which they were typed, and nothing is taken off.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq email-reply-parser==0.5.12 mail-parser-reply==1.36
cd "$lab"
venv/bin/python - <<'PY'
import mailbox
from email.message import EmailMessage

from email_reply_parser import EmailReplyParser
from mailparser_reply import EmailReplyParser as Other

SENTENCE = "From my card you took 20 dollars twice."
mail = EmailMessage()
mail["From"] = "dana@example.com"
mail.set_content(f"Hello,\n\n{SENTENCE}\n\nPlease refund one of them.\n")


def carried(box: mailbox.Mailbox) -> str:
    key = box.add(mail)
    box.flush()
    return box[key].get_payload()


def answers(text: str) -> list[bool]:
    """Return whether the sentence is in what each library takes for the person's own words."""
    read = EmailReplyParser.parse_reply(text), Other(languages=["en"]).parse_reply(text)
    return [SENTENCE in words.splitlines() for words in read]


for name, text in {
    "as sent": mail.get_payload(),
    "maildir": carried(mailbox.Maildir("folder")),
    "mbox": carried(mailbox.mbox("file.mbox")),
}.items():
    print(name, answers(text), text.splitlines()[2])
    assert answers(text) == [name != "mbox"] * 2
    assert "Please refund" in EmailReplyParser.parse_reply(text)
PY
