"""The body of an answer as remarks: sentences, and items of lists with the line above them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from guide.reading.phrases import Stretch, TextWords
from guide.reading.rules import ASKED, THING, AnswerRules

MAX_READ = 20_000  # Characters; no answer of a person is longer.
_WRAPPED = 55  # Characters from which on a line without an end goes on in the next.
_LONGEST = 1_000  # Characters of a remark; a longer one is read in pieces.
_ITEM = 120  # Characters of a line that may be an item without a mark.
# Finds «- The date», «2) Your plan», «(a) Your plan», «(iv) The day», «[3] The sum», not «-5».
_BULLET = re.compile(
    r"\s*(?:[-*•–—·▪◦●]|\(?\d{1,2}[.)]|\[\d{1,2}\]|\((?:[a-z]|[ivx]{1,4})\)"
    r"|(?:step|שלב) \d{1,2}[:.])\s+",
    re.IGNORECASE,
)
# Finds the «**» of «**Invoice number**», the «`» of «`req_`».
_EMPHASIS = re.compile(r"\*\*|__(?=\w)|(?<=\w)__|`")
# Finds the marks of «1) your plan 2) the date», «1. Open it. 2. Close it.», «(i) a, (ii) b».
_INLINE = re.compile(
    r"(?:^|(?<=[\s:;,.]))(?:\(?(\d{1,2})[.)]|\[(\d{1,2})\]|\(?([a-j]|[ivx]{1,4})\))\s+(?=\S)",
    re.IGNORECASE,
)
_ORDERS = (
    tuple(map(str, range(1, 21))),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    tuple("abcdefghij"),
)
# Finds the «. » of «(iv) your number. Time does not run», not that of «no. 4».
_AFTER_LIST = re.compile(r"[^.]{3}[.!?]\s+(?=[^\Wa-z\d_])")
# Finds «Why?», «Thanks. », «لماذا؟», not «19.99».
_SENTENCE = re.compile(r"[^.!?؟\n]+(?:[.!?](?!\s|$)[^.!?؟\n]*)*[.!?؟]*")
# Finds the blank of «so sorry 😔 Which», which ends a sentence, not that of «tell me 😊 which».
_AFTER_FACE = re.compile("(?<=[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f])\\s+(?=[^\\Wa-z])")
_ENDED = (".", "!", "?", ":", ";")
_SHORTENED = ("e.g.", "i.e.", "etc.", "no.", "nr.", "mr.", "ms.", "dr.", "approx.", "vs.", "incl.")


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence or an item; `found` has the labels of its phrases, and the words they stand on.

    `under` is the remark above the list that it is an item of.
    """

    text: str
    words: TextWords
    found: Mapping[str, list[Stretch]]
    item: bool = False
    under: "Remark | None" = None

    def has(self, *labels: str) -> bool:
        """Tell whether one of these labels stands in it."""
        return any(label in self.found for label in labels)

    @property
    def asks(self) -> bool:
        """Whether a question mark ends it."""
        return self.text.rstrip(" \"')”").endswith(("?", "؟"))

    @property
    def signals(self) -> tuple[str, ...]:
        """The labels that say what it does, without those of what it names."""
        return tuple(label for label in self.found if not label.startswith((ASKED, THING)))

    @property
    def names(self) -> bool:
        """Whether a field or a thing stands in it."""
        return any(label.startswith((ASKED, THING)) for label in self.found)

    @property
    def leads(self) -> bool:
        """Whether a colon ends it, as above a list."""
        return self.text.rstrip(" *_").endswith(":")


def read(rules: AnswerRules, body: str) -> tuple[Remark, ...]:
    """Return the remarks of a body, in order."""
    return tuple(_remarks(rules, body[:MAX_READ]))


def _remarks(rules: AnswerRules, body: str) -> Iterator[Remark]:
    head: Remark | None = None  # What stands above the list that is being read.
    marks, begun, blank = False, False, False
    for line in _lines(_EMPHASIS.sub("", body)):
        bullet = _BULLET.match(line)
        text = line[bullet.end() :].strip() if bullet else line.strip()
        if not text:
            blank = True
            continue
        # Without marks a list is short lines below each other; with marks it ends where none is.
        plain = not bullet and not marks and len(text) <= _ITEM and not (blank and begun)
        plain = plain and head is not None and head.leads
        blank = False
        if head is not None and (bullet or plain):
            marks, begun = marks or bool(bullet), True
            yield from _items(rules, text, head)
            continue
        head, marks, begun = None, False, False
        for one in _sentences(rules, text, item=bool(bullet)):
            head = one if one.leads or one.has("ask_head", "step_head") else None
            yield one


def _items(rules: AnswerRules, text: str, head: Remark) -> Iterator[Remark]:
    for start in range(0, len(text), _LONGEST):
        yield _remark(rules, text[start : start + _LONGEST], item=True, under=head)


def _sentences(rules: AnswerRules, text: str, *, item: bool) -> Iterator[Remark]:
    whole = ""
    for match in chain.from_iterable(map(_SENTENCE.finditer, _AFTER_FACE.split(text))):
        whole += match[0]
        if whole.lower().endswith(_SHORTENED) and len(whole) < _LONGEST:
            continue
        for start in range(0, len(whole), _LONGEST):
            if piece := whole[start : start + _LONGEST].strip():
                yield _remark(rules, piece, item=item)
        whole = ""
    if whole.strip():
        yield _remark(rules, whole.strip()[:_LONGEST], item=item)


def _remark(rules: AnswerRules, text: str, *, item: bool, under: Remark | None = None) -> Remark:
    words = TextWords.of(text)
    return Remark(text, words, rules.book.find(words), item, under)


def _lines(body: str) -> Iterator[str]:
    """Yield the lines; what a mail program has wrapped is one, a list in a line is several."""
    whole = ""
    for line in body.splitlines():
        goes_on = (
            len(whole) - whole.rfind("\n") >= _WRAPPED
            and whole.rstrip()[-1:] not in ".!?:;"
            and line.strip()
            and not _BULLET.match(line)
        )
        if goes_on:
            whole = f"{whole} {line.strip()}"
            continue
        yield from _unrolled(whole)
        whole = line
    yield from _unrolled(whole)


def _unrolled(line: str) -> Iterator[str]:
    """Yield a line, cut before the marks of a list that runs on in it, and behind the list.

    What stands before the list leads to it, whether a colon ends it or not.
    """
    starts = max((_marks(line, order) for order in _ORDERS), key=len)
    if len(starts) < 2:  # noqa: PLR2004  # One mark makes no list.
        yield line
        return
    if head := line[: starts[0]].rstrip():
        yield head if head.endswith(_ENDED) else f"{head}:"
    for start, end in pairwise(starts):
        yield line[start:end]
    last = line[starts[-1] :]
    after = _AFTER_LIST.search(last)
    yield last[: after.end()] if after else last
    if after:
        yield last[after.end() :]


def _marks(line: str, order: Sequence[str]) -> list[int]:
    """Return where the marks of a list stand that count in this order."""
    starts: list[int] = []
    for mark in _INLINE.finditer(line):
        own = (mark[1] or mark[2] or mark[3]).lower()
        if own in order[len(starts) : len(starts) + 1]:
            starts.append(mark.start())
    return starts
