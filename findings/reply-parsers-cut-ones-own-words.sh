#!/usr/bin/env bash
# Parsers that cut the quoted mail off a reply cut what the person wrote, and leave a Hebrew
# quote.
#
# What: PyPI email-reply-parser 0.5.12 and mail-parser-reply 1.36 (languages en and he).
# Seen on 2026-11-29: "On Monday I paid $20. She wrote:" is taken for the head of a quotation by
#   both: all that follows is gone. "From: the bank I got nothing." ends the text for the first
#   one, and so does a line of underscores. Gmail's Hebrew head line stays in the text in both,
#   with its address, and the second, asked for Hebrew as well, leaves the quoted lines too.
# Why it matters: what support answered, or what the person had said, is lost where it counts, and
#   somebody else's words and address are kept as the person's own.
# Our rule: what was pasted is kept whole; a cut is shown and can be undone.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq email-reply-parser==0.5.12 mail-parser-reply==1.36

"$lab/venv/bin/python" - <<'PY'
from email_reply_parser import EmailReplyParser as First
from mailparser_reply import EmailReplyParser

second = EmailReplyParser(languages=["en", "he"])
STORY = "Hi.\nOn Monday I paid $20. She wrote:\nno refund.\nPlease help.\n"
BANK = "Hello.\nFrom: the bank I got nothing.\nPlease help.\n"
RULE = "Total\n____________\n20\n"
HEAD = "בתאריך יום א׳, 28 בנוב׳ 2027 ב-10:15 מאת Dana <\u202adana@example.org\u202c\u200f>:"
HEBREW = f"תודה.\n\n{HEAD}\n\n> מה מספר ההזמנה?\n"

EXPECTED = {
    STORY: ("Hi.", "Hi."),
    BANK: ("Hello.", BANK.strip()),
    RULE: ("Total", RULE.strip()),
    HEBREW: (f"תודה.\n\n{HEAD}", HEBREW.strip()),
    # The control: the head line they know.
    "Thanks.\n\nOn Sun, Nov 28, 2027 at 10:15 AM Dana <dana@example.org> wrote:\n> what\n": ("Thanks.", "Thanks."),
}
for text, expected in EXPECTED.items():
    seen = First.parse_reply(text), second.parse_reply(text=text)
    print(repr(text), "->", *map(repr, seen), sep="\n    ")
    assert seen == expected
PY
