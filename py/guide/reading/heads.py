"""Heads of mails in a pasted text: From, Sent, To, Subject, as programs of any language draw them.

Above an answer that somebody has forwarded stands one of support, and often a note of who asks
about it; below an answer the head of what it quotes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guide.reading.rules import AnswerRules
from guide.text.phrases import folded

LONGEST = 300  # Characters of a line that a mail program has drawn.
_FIELDS = 3  # Of a head, one with an address, or the first one says who wrote.
_FEW_FIELDS = 2  # Enough where nothing stands before, or where it says who wrote and then when.
_NOTE = 200  # Characters of a note above a mail that is not marked as forwarded.
# Finds «From: x», «*Sent:* x», «Cc:», not «Note that: x».
_FIELD = re.compile(r"[>*\s]*([^\s:*][^:*\n]{0,30}?)\s?\*?:\*?(?:\s+(\S.*))?\s*")
# Finds «Message-ID», «X-Ticket-Id», which only programs read.
_TECHNICAL = re.compile(r"(?:[A-Z][A-Za-z]*-)+[A-Z][A-Za-z]*|Received")
# Finds «>» at the beginning of a line, with the blank that belongs to it.
QUOTE_MARK = re.compile(r"\s*> ?")


@dataclass(frozen=True, slots=True)
class Head:
    """A head of a mail: the line after it, and its fields with their values, without technical."""

    end: int
    fields: tuple[tuple[str, str], ...]

    def is_of_support(self, rules: AnswerRules) -> bool:
        """Tell whether support wrote that mail."""
        return any(
            name in rules.mail.head.writers
            and any(word in folded(value) for word in rules.mail.head.support)
            for name, value in self.fields
        )


def read(rules: AnswerRules, lines: Sequence[str], at: int, *, first: bool = False) -> Head | None:
    """Return the head of a mail that begins at a line, None where none does.

    Where it is the `first` of a text, two fields are enough.
    """
    fields: list[tuple[str, str]] = []
    start = at
    while at < len(lines) and len(lines[at]) <= LONGEST:
        match = _FIELD.fullmatch(lines[at])
        name = match[1].strip() if match else ""
        if match and folded(name) in rules.mail.head.fields and (match[2] or fields):
            fields.append((folded(name), match[2] or ""))
        elif not (_TECHNICAL.fullmatch(name) or _goes_on(lines, at, start)):
            break
        at += 1
    return Head(at, tuple(fields)) if _is_head(rules, fields, first=first) else None


def _goes_on(lines: Sequence[str], at: int, start: int) -> bool:
    """Tell whether a line is the rest of a field above: mail programs wrap long ones."""
    return at > start and lines[at][:1] in {" ", "\t"} and bool(lines[at].strip())


def _is_head(rules: AnswerRules, fields: Sequence[tuple[str, str]], *, first: bool) -> bool:
    if len(fields) < _FEW_FIELDS:
        return False
    (one, who), (other, when), *_ = fields
    writes = one in rules.mail.head.writers
    if len(fields) >= _FIELDS and (writes or any("@" in value for _, value in fields)):
        return True
    if first and any(name in rules.mail.head.writers for name, _ in fields):
        return True
    # "From: 3 May, date: 2 June" does not say who wrote, and then when.
    return (
        writes
        and other in rules.mail.head.days
        and ("@" in who or not any(map(str.isdigit, who)))
        and any(map(str.isdigit, when))
    )


def filled(lines: Sequence[str], at: int) -> int:
    """Return the first line from `at` on that is not empty."""
    return next((i for i in range(at, len(lines)) if QUOTE_MARK.sub("", lines[i]).strip()), at)


def is_sent_on(rules: AnswerRules, lines: Sequence[str], at: int, *, marked: bool) -> bool:
    """Tell whether a mail of support, which somebody has forwarded, has its head at a line.

    Without a mark above it what stands there may be an answer that quotes an earlier one.
    """
    head = read(rules, lines, at)
    is_support = head is not None and head.is_of_support(rules)
    return is_support and (marked or _passes_on(rules, lines[:at]))


def _passes_on(rules: AnswerRules, note: Sequence[str]) -> bool:
    """Tell whether these are somebody's few words above a mail: "FYI", "Fwd: x", "what?"."""
    begun = [folded(line.strip()) for line in note if line.strip()]
    return sum(map(len, note)) <= _NOTE and any(
        line.startswith(rules.mail.markers.covers) or line.endswith("?") for line in begun
    )


def unquoted(rules: AnswerRules, lines: Sequence[str]) -> list[str]:
    """Return the lines without the marks of a quotation that is the answer itself, forwarded."""
    marks = (at for at, line in enumerate(lines) if QUOTE_MARK.match(line))
    start = next(marks, len(lines))
    rest = [line for line in lines[start:] if line.strip()]
    whole = not any(line.strip() for line in lines[:start]) and all(map(QUOTE_MARK.match, rest))
    if rest and (whole or is_sent_on(rules, lines, start, marked=False)):
        return [*lines[:start], *(QUOTE_MARK.sub("", line, count=1) for line in lines[start:])]
    return list(lines)
