"""What an answer may ask for, in pieces: each with what it names, and the features of its place.

    remark -> things by words of request, and what it names besides -> features for the ask model

Features are stems and pairs of the piece, "#" what the piece itself says, "%" what it names, "<"
and ">" what stands before and behind it, and those of its place (`contexts`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guide.reading import contexts, requests
from guide.reading.answering_fields import Named, named_by, named_in
from guide.reading.lines import Remark
from guide.reading.rules import ASKED, THING, AnswerRules

STILL = f"{THING}still_needed"
_MANY = 3  # Things that one piece names; more are no more.
# Finds where one piece ends: «, », « and », « - », « וכן ».
_APART = re.compile(
    r"[;\n()]|,\s+|\s[-–—+]\s|\b(?:and|plus|as well as|along with|then|but)\b"
    r"|\bor\b(?= (?:a|the|your)\b)"
    r"|(?<=[א-ת])\s(?=ו(?:את|גם|כן|ה|ב?איז|מ|כמ|ש)[א-ת]*|אבל|אלא|אז\b)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{4}")
# Finds «number is 07712345», not «charge of 2026».
_GIVEN = re.compile(r"\d{5}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of remark number `at` that may ask for something, by words of request or not."""

    text: str
    at: int
    by_words: bool
    named: Named
    features: tuple[str, ...]


def read(rules: AnswerRules, remarks: Sequence[Remark]) -> Iterator[Piece]:
    """Yield the pieces of an answer, in its order."""
    before = head = None
    above: tuple[str, ...] = ()
    runs = contexts.runs(remarks)
    for at, remark in enumerate(remarks):
        if remark.under is not head:  # One line may stand above many items.
            head = remark.under
            items = [one for one in remarks[at:] if one.under is head]
            above = (*contexts.of_head(head), *contexts.of_list(items)) if head else ()
        said = [*contexts.of_remark(remark, before), *above, *runs[at]]
        after = remarks[at + 1] if at + 1 < len(remarks) else None
        for text, by_words, named in (*_chased(remark, after), *_pieces(rules, remark)):
            own = _own(remark, text, named, by_words=by_words)
            yield Piece(text, at, by_words, named, (*said, *own))
        before = remark


def _pieces(rules: AnswerRules, remark: Remark) -> Iterator[tuple[str, bool, Named]]:
    """Yield what a remark asks for by its words, then what else it names, where that stands."""
    known: set[str] = set()
    begun: list[int] = []
    for text in requests.asked_in(rules, remark):
        named = named_in(rules, text)
        if named.unneeded and not remark.asks:
            continue
        known.update(named.starts)
        known.update(one for label in named.starts for one in rules.over.get(label, ()))
        begun.append(remark.text.find(text.strip(" ?")))
        yield text, True, named
    names = named_by(rules, remark.text, remark.words, remark.found).starts
    for start, end in _parts(remark.text):
        if any(start < at < end for at in begun):
            continue  # "Please send us": the words of request themselves name nothing more.
        text = remark.text[start:end]
        if _GIVEN.search(text):  # "Your case number is 07712345" tells, and asks nothing.
            continue
        own = named_in(rules, text)
        if own.unneeded:  # "A screenshot isn't needed".
            continue
        here = {name for name, at in names.items() if start <= at < end}
        labels = (here | own.starts.keys()) - known
        if any(label.startswith((ASKED, THING)) for label in labels):
            known.update(labels)
            fields = tuple(field for field in rules.fields if ASKED + field in labels)
            yield (
                text.strip(),
                False,
                Named(dict.fromkeys(sorted(labels), 0), fields, courtesy=False),
            )


def _chased(remark: Remark, after: Remark | None) -> Iterator[tuple[str, bool, Named]]:
    """Yield "do you still need help?" where the case is closed without an answer.

    Else that is a courtesy.
    """
    ends = remark.has("deadline") or (after is not None and after.has("deadline"))
    if remark.asks and ends and STILL in remark.found:
        yield remark.text, True, Named({STILL: 0}, (), courtesy=False)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _APART.finditer(text):
        if text[start : mark.start()].strip():
            yield start, mark.start()
        start = mark.end()
    if text[start:].strip():
        yield start, len(text)


def _own(remark: Remark, text: str, named: Named, *, by_words: bool) -> Iterator[str]:
    """Yield the features of a piece and of its place."""
    yield from contexts.stems(text)
    start = max(0, remark.text.find(text.strip(" ?")))
    end = start + len(text)
    yield from (f"%{label}" for label in named.starts)
    yield from contexts.near(remark.text[:start], remark.text[end:])
    if by_words:
        yield "@words"
        yield f"@words{'?' if remark.asks else '.'}{min(_MANY, len(named.starts))}"
    for label in remark.signals:
        places = [remark.words.places[first][0] for first, _ in remark.found[label]]
        if any(start <= place < end for place in places):
            yield f"#{label}"
        else:
            yield f"<{label}" if any(place < start for place in places) else f">{label}"
    yield from ("@first",) if not start else ()
    yield from ("#digits",) if _NUMBER.search(text) else ()
    yield f"#{min(_MANY, len(named.starts))}"
