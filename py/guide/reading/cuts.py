"""What of a pasted answer is not support's own text: shown as cut, and put back on wish.

    text -> lines -> head | quoted | signature | footer, and the body that is left

From a person's own words nothing is cut: a line must have the whole shape that mail programs give
it. Where nothing stands before what would be cut, or a word or two that pass it on ("FYI, see
below"), it is the answer that was pasted.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from guide.reading import chats, heads
from guide.reading.chats import TurnPart
from guide.reading.phrases import TextWords
from guide.reading.rules import AnswerRules
from guide.text.phrases import folded

type CutKind = Literal["head", "quoted", "signature", "footer"]

_SIGNED = 6  # Lines of a signature.
_SHORT = 60  # Characters of a line in one.
_PRINTED = 2_000  # Characters of a line that may have small print in it.
_LINES = 3  # Lines that the line above a quotation may take.
_UNSEEN = dict.fromkeys((0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0xFEFF))
# Finds «-----Original Message-----», «Begin forwarded message:».
_DRAWN = re.compile(r"[-_=*>\s]*(.*?)[-_=*:\s]*")
# Finds «Bye. », not «19.99».
_SENTENCE_END = re.compile(r"[.!?]+(?:\s+|$)")
_RULE = re.compile(r"\s*_{5,}\s*")
# Finds the « (newest first)», « 14.12.2026» of a line that a help desk has drawn.
_ADDED = re.compile(r"\s*\([^()]*\)|[\s\d./:,-]+$")


_OF_TURNS: dict[TurnPart | None, CutKind] = {"label": "head", "person": "quoted"}


@dataclass(frozen=True, slots=True)
class Cut:
    """Something that was left out: what it is, and its text."""

    kind: CutKind
    text: str


def cut(rules: AnswerRules, text: str, kept: Collection[str] = ()) -> tuple[str, tuple[Cut, ...]]:
    """Return the body of an answer and what was left out; kinds in `kept` stay in the body."""
    lines = heads.unquoted(rules, text.translate(_UNSEEN).splitlines())
    lines = [part for line in lines for part in _parts(rules, line)]
    chat = chats.read(rules, lines)
    turns = [*chat.turns(lines)] if chat else [(line, None) for line in lines]
    lines = [line for line, _ in turns]
    kinds = _kinds(rules, lines, [_OF_TURNS.get(turn) for _, turn in turns])
    body: list[str] = []
    left: dict[CutKind, list[str]] = {}
    for line, kind in zip(lines, kinds, strict=True):
        if kind and kind not in kept:
            left.setdefault(kind, []).append(line)
        else:
            body.append(line)
    cuts = (Cut(kind, "\n".join(some).strip("\n")) for kind, some in left.items())
    return "\n".join(body).strip(), tuple(one for one in cuts if one.text.strip())


def _parts(rules: AnswerRules, line: str) -> list[str]:
    """Return a line, cut before small print that goes on in it after a sentence."""
    if len(line) > _PRINTED or not rules.footers.find(TextWords.of(line)):
        return [line]
    for end in _SENTENCE_END.finditer(line):
        if not rules.footers.find(TextWords.of(line[: end.end()])):
            continue
        start = next(
            (e.end() for e in reversed([*_SENTENCE_END.finditer(line, 0, end.start())])), 0
        )
        return [line[:start], line[start:]] if start else [line]
    return [line]


def _kinds(
    rules: AnswerRules, lines: Sequence[str], known: Sequence[CutKind | None]
) -> list[CutKind | None]:
    """Return what each line is, None for the body's; of some that is `known`."""
    found = [*known]
    at, empty, headed = 0, True, False
    while at < len(lines):
        if known[at] or not lines[at].strip():
            headed = headed or known[at] == "head"
            at += 1
            continue
        if not empty and not headed and _is_sent_on(rules, lines, found, at):
            found[:at] = [kind or "head" for kind in found[:at]]  # Who asks about it wrote those.
            empty = headed = True
        kind, end = _cut_at(rules, lines, at, empty=empty)
        found[at:end] = [kind] * (end - at)
        headed = headed or kind == "head"
        empty = empty and kind is not None
        at = end
    return found


def _cut_at(
    rules: AnswerRules, lines: Sequence[str], at: int, *, empty: bool
) -> tuple[CutKind | None, int]:
    """Return what begins at a line, and the line after it; `empty` where no body stands before."""
    if heads.QUOTE_MARK.match(lines[at]):
        return "quoted", at + 1
    if end := _above_quote(rules, lines, at, first=empty):
        return ("head", end) if empty else ("quoted", len(lines))
    if not empty and lines[at].rstrip() == "--":
        return "signature", next(_ends(rules, lines, at + 1), len(lines))
    if not empty and folded(lines[at].strip(" ,.!*")) in rules.closings:
        return "signature", _signed(rules, lines, at + 1)
    if len(lines[at]) <= _PRINTED and rules.footers.find(TextWords.of(lines[at])):
        return "footer", at + 1
    return None, at + 1


def _ends(rules: AnswerRules, lines: Sequence[str], at: int) -> Iterator[int]:
    """Yield the lines from `at` on above which a quotation begins."""
    return (i for i in range(at, len(lines)) if _above_quote(rules, lines, i))


def _signed(rules: AnswerRules, lines: Sequence[str], at: int) -> int:
    """Return the line after a signature: its lines are short, and ask and list nothing."""
    for end in range(at, min(len(lines), at + _SIGNED)):
        line = lines[end].strip()
        if len(line) > _SHORT or line.endswith(("?", ":")) or _above_quote(rules, lines, end):
            return end
        if end > at + 1 and not lines[end - 1].strip() and line.endswith((".", "!")):
            return end
    return min(len(lines), at + _SIGNED)


def _above_quote(rules: AnswerRules, lines: Sequence[str], at: int, *, first: bool = False) -> int:
    """Return the line after what stands above a quotation, 0 where nothing such begins here."""
    line = lines[at].strip()
    if not line or len(line) > heads.LONGEST:
        return 0
    drawn = _DRAWN.fullmatch(line)
    name = _drawn_name(drawn) if drawn else ""
    if name in rules.mail.markers.quoted or name in rules.mail.markers.forwarded:
        head = heads.read(rules, lines, heads.filled(lines, at + 1))
        return head.end if head else at + 1
    at_head = heads.filled(lines, at + 1) if _RULE.fullmatch(line) else at
    if head := heads.read(rules, lines, at_head, first=first):
        return head.end
    return _reply_line(rules, lines, at)


def _drawn_name(drawn: re.Match[str]) -> str:
    return _ADDED.sub("", folded(drawn[1]))


def _is_sent_on(
    rules: AnswerRules, lines: Sequence[str], found: Sequence[CutKind | None], at: int
) -> bool:
    """Tell whether a mail of support begins here, which somebody has forwarded.

    What somebody has signed is an answer, and no note, unless a mark says so.
    """
    drawn = _DRAWN.fullmatch(lines[at].strip()[: heads.LONGEST])
    name = _drawn_name(drawn) if drawn else ""
    marked = name in rules.mail.markers.forwarded
    start = heads.filled(lines, at + 1) if marked or name in rules.mail.markers.quoted else at
    sent_on = heads.is_sent_on(rules, lines, start, marked=marked)
    return sent_on and (marked or "signature" not in found[:at])


def _reply_line(rules: AnswerRules, lines: Sequence[str], at: int) -> int:
    """Return the line after "On 3 March ... wrote:", which may take three; 0 where none is."""
    whole = ""
    for end in range(at, min(len(lines), at + _LINES)):
        if len(lines[end]) > heads.LONGEST:
            return 0
        whole = f"{whole} {lines[end].strip()}".strip()
        if any(_is_reply_line(whole, one.starts, one.ends) for one in rules.mail.quoted):
            return end + 1
    return 0


def _is_reply_line(line: str, starts: tuple[str, ...], ends: tuple[str, ...]) -> bool:
    return line.startswith(starts) and line.endswith(ends) and any(map(str.isdigit, line))
