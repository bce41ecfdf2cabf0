"""A letter as a mail draft: a file that mail programs open as a message that is not sent yet.

    X-Unsent, From, To, Subject, Date, MIME headers -> one text part, UTF-8 in base64

Written by the rules of RFC 5322, 2045 and 2047, and by what readers do with them: each encoded word
holds whole letters, the first line of a subject carries its meaning, and a Date is always there.
"""

import binascii
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from guide.ids import Locale

NAME = "support-message.eml"  # In ASCII: readers differ in what they make of other names.
# RFC 2047: a line with an encoded word has at most 76 characters, the name of the header included.
_WORD = 39
_LINE = 57  # Bytes that are 76 characters in base64, RFC 2045.
_PLAIN = 67  # Characters of a subject that fit after its name, in a line of 76.
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
# An address that needs no quoting, so that nothing but an address ever comes into a header.
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9.-]+"
)


@dataclass(frozen=True, slots=True)
class MailDraft:
    """What a draft is made of; `date` is ISO 8601 with an offset, `sender` "" where unknown."""

    to: str
    subject: str
    body: str
    locale: Locale
    date: str
    sender: str = ""


def write(draft: MailDraft) -> str:
    """Return the draft as a file: ASCII, lines ended by CRLF. Raises ValueError for an odd date."""
    return "".join(f"{line}\r\n" for line in (*_headers(draft), "", *_body(draft.body)))


def _headers(draft: MailDraft) -> Iterator[str]:
    yield "X-Unsent: 1"
    # Without an address of theirs the mail program writes From: one of its accounts sends it.
    yield from (f"{name}: {address}" for name, address in _addresses(draft))
    yield f"Subject: {_unstructured(draft.subject)}"
    yield f"Date: {date(draft.date)}"
    yield "MIME-Version: 1.0"
    yield "Content-Type: text/plain; charset=utf-8"
    yield "Content-Transfer-Encoding: base64"
    yield f"Content-Language: {draft.locale}"


def _addresses(draft: MailDraft) -> Iterator[tuple[str, str]]:
    for name, address in (("From", draft.sender), ("To", draft.to)):
        if _ADDRESS.fullmatch(address):
            yield name, address


def _unstructured(text: str) -> str:
    text = " ".join(text.split())
    if text.isascii() and text.isprintable() and len(text) <= _PLAIN and "=?" not in text:
        return text
    return "\r\n ".join(f"=?UTF-8?B?{_base64(part)}?=" for part in _whole_letters(text))


def _whole_letters(text: str) -> Iterator[bytes]:
    """Yield a text in parts of at most `_WORD` bytes, none of which ends inside a letter."""
    part = b""
    for letter in text:
        encoded = letter.encode("utf-8", "replace")
        if len(part) + len(encoded) > _WORD:
            yield part
            part = b""
        part += encoded
    yield part


def _body(text: str) -> Iterator[str]:
    data = "\r\n".join(text.splitlines()).encode("utf-8", "replace") + b"\r\n"
    yield from (_base64(data[at : at + _LINE]) for at in range(0, len(data), _LINE))


def _base64(data: bytes) -> str:
    return binascii.b2a_base64(data, newline=False).decode()


def date(at: str) -> str:
    """Return an ISO 8601 time as RFC 5322 has it, in English everywhere. Raises ValueError."""
    time = dt.datetime.fromisoformat(at)
    return (
        f"{_DAYS[time.weekday()]}, {time.day:02} {_MONTHS[time.month - 1]} {time.year:04} "
        f"{time:%H:%M:%S} {f'{time:%z}' or '+0000'}"
    )
