"""A mail draft, read back by two programs of other people: Python's email and postal-mime."""

import base64
import datetime as dt
import email
import email.policy
import json
import re
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.letters import mail_draft, prose
from guide.letters.mail_draft import MailDraft

NODE = Path(sys.executable).parent / "node"
READER = Path(__file__).parent / "read_mail.mjs"
AT = "2026-11-22T10:00:00+02:00"


def draft(subject: str, body: str = "Hello", to: str = "support@openai.com", **more: str) -> str:
    return mail_draft.write(MailDraft(to, subject, body, "en", AT, **more))


def read(text: str) -> EmailMessage:
    found = email.message_from_string(text, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


BODY_HE = "שלום,\n\nחויבתי פעמיים (20$).\nמספר פנייה: 01234567\n\nתודה"
LONG = "חיוב כפול על ChatGPT Plus בנובמבר ועוד דברים שכדאי לספר עליהם באריכות"
DRAFTS: dict[str, tuple[str, str]] = {
    "English": ("Refund of a duplicate charge: Plus, 20 USD", "Hello,\n\nPlease refund it.\n"),
    "Hebrew": ("החזר על חיוב כפול", BODY_HE),
    "a long subject": (LONG, BODY_HE),
    "a long subject in English": ("word " * 40, "Hello"),
    "letters of four bytes": ("🙈🙉🙊" * 9 + "סוף", "🙈\n.\n..\nFrom me\n" + "x" * 3000),
    "what looks encoded": ("=?UTF-8?B?QUJD?= is what I see", "=?UTF-8?B?QUJD?=\n=20\n"),
    "nothing": ("", ""),
    "an injection": ("Refund\r\nBcc: other@example.com\r\n\r\nbody", "a\r\nb\rc"),
    "accents": ("Rückerstattung für März", "Grüße\n-- \nDana"),
}
each = pytest.mark.parametrize(("subject", "body"), DRAFTS.values(), ids=DRAFTS.keys())


def shown(text: str) -> list[str]:
    """Return a text by its lines; no reader promises the spaces and blank lines at its end."""
    return [line.rstrip() for line in text.rstrip().splitlines()]


@each
def test_python_s_email_reads_what_was_written(subject: str, body: str) -> None:
    """Seen to fail: without X-Unsent, and with addresses as they are."""
    found = read(draft(subject, body, sender="noa.levi@example.com"))
    assert found.defects == []
    assert str(found["Subject"]) == " ".join(subject.split())
    assert (found["X-Unsent"], found["To"], found["From"]) == (
        "1",
        "support@openai.com",
        "noa.levi@example.com",
    )
    assert found["Date"].datetime == dt.datetime.fromisoformat(AT)
    assert found["Bcc"] is None
    assert shown(found.get_content()) == shown(body)


def test_postal_mime_reads_what_was_written(tools: Path) -> None:
    """Seen to fail as above."""
    written = json.dumps([draft(*one) for one in DRAFTS.values()])
    done = subprocess.run(
        [NODE, READER, tools], input=written, capture_output=True, encoding="utf-8", check=True
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    for (subject, body), one in zip(DRAFTS.values(), found, strict=True):
        assert one["subject"] == " ".join(subject.split())
        assert (one["unsent"], one["to"], one["from"]) == ("1", ["support@openai.com"], "")
        assert dt.datetime.fromisoformat(one["date"]) == dt.datetime.fromisoformat(AT)
        assert (one["bcc"], one["attachments"]) == (0, 0)
        assert shown(one["text"]) == shown(body)


@each
def test_a_draft_is_ascii_in_short_lines_that_end_as_mail_s_do(subject: str, body: str) -> None:
    text = draft(subject, body)
    assert text.isascii()
    lines = text.split("\r\n")
    assert all(len(line) <= 76 and "\r" not in line and "\n" not in line for line in lines)


def test_each_encoded_word_holds_whole_letters() -> None:
    """Two readers break otherwise. Seen to fail with words that are cut at 39 bytes."""
    words = re.findall(r"=\?UTF-8\?B\?(.*?)\?=", draft("🙈" + LONG))
    assert len(words) > 2
    assert "".join(base64.b64decode(word).decode() for word in words) == "🙈" + LONG


def test_the_first_line_of_a_subject_carries_its_meaning() -> None:
    """One reader shows no more. Seen to fail with words of 24 bytes."""
    first = next(line for line in draft(LONG).split("\r\n") if line.startswith("Subject"))
    assert str(read(f"{first}\r\n\r\n")["Subject"]).startswith(LONG[:20])


@pytest.mark.parametrize(
    "address",
    ["", "no address", "a@b\r\nBcc: c@d", "Noa <noa@example.com>", "a@b, c@d", "נועה@example.com"],
)
def test_what_is_no_plain_address_becomes_no_header(address: str) -> None:
    """Seen to fail with addresses as they are."""
    found = read(draft("Refund", sender=address))
    assert (found["From"], found["Bcc"], found["To"]) == (None, None, "support@openai.com")


@given(st.text(), st.text())
def test_any_text_comes_back_whole(subject: str, body: str) -> None:
    subject, body = prose.one_line(prose.clean(subject)), prose.clean(body)
    found = read(draft(subject, body))
    assert str(found["Subject"]) == subject
    assert shown(found.get_content()) == shown(body)
