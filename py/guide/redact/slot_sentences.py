"""Sentences that name a secret, and their neighbours: where a password or a code may stand.

text -> sentences -> those beside a name, each with its words and what is said around it
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from guide.redact.lexicon import Mention, SecretWords, has
from guide.redact.nearby import TextRead
from guide.redact.other_codes import is_other_code
from guide.redact.slot_words import COMPOUND, SlotWord, words_in

ANSWER, PASSWORD, CODE, LOGIN = "answer", "password", "code", "login"
_KIND_OF_ROLE = {
    "password": PASSWORD,
    "answer": ANSWER,
    "strong_code": CODE,
    "pairing": CODE,
    "code": CODE,
    "gift": CODE,
    "to_go_on": CODE,
    "login": LOGIN,
}
_STRONG = frozenset({"strong_code", "pairing", "gift"})
_SIGNING_IN = frozenset({"login", "to_go_on"})
_NAMELESS = frozenset({"login", "to_go_on", "device_code", "told", "sent", "phone", "account_id"})
# Finds «a. b», not «a.b».
_END = re.compile(r"[.!?](?<!\bno\.)(?<!\bז\.)[\"'`)\]]*\s+|\n\s*")
# Finds «That's », not «The ».
_POINTS = re.compile(r"(?:that|this|it)(?:'s| is| was)\b|(?:זו|זה|זאת|היא)\s", re.IGNORECASE)
# Finds «- a» and «2. a», not «a».
_BULLET = re.compile(r"[-*•] |\d{1,2}[.)] ")
_ASKING = ("?", ":", "!", "..", "…")
_LONGEST_LIST = 12
_LONGEST_WORD = 40
_LONGEST = 500  # Characters: a longer sentence is read in parts, so that time stays linear.


@dataclass(frozen=True, eq=False)
class SlotSentence:
    """The words of a sentence, which secrets it names, and how its neighbours speak of them."""

    words: tuple[SlotWord, ...]
    names: tuple[int, ...]  # Which of the words name a secret.
    heads: tuple[int, ...]  # Of these, those that name it alone: no "password manager".
    kinds: frozenset[str]
    strong: bool  # A code that one signs in with, and not only a "code".
    carried: bool  # The sentence before names the secret.
    asked: bool  # And it asks, or ends in a colon.
    leads: bool  # The sentence after names it.
    pointed: bool  # And begins with "that is".
    others: bool  # It names a code of another kind.
    logs: bool  # It tells of signing in, or of what a password is like.

    @property
    def tells(self) -> bool:
        """Whether it speaks of a secret itself, or goes on from a sentence that does."""
        return bool(self.names) or self.carried or self.logs


@dataclass(frozen=True, slots=True)
class _Parts:
    """A text in sentences, and the mentions in each."""

    reading: TextRead
    bounds: list[int]
    named: Mapping[int, list[Mention]]

    def text(self, first: int, stop: int) -> str:
        """Return the sentences [first, stop)."""
        last = len(self.bounds) - 1
        start, end = max(0, min(first, last)), max(0, min(stop, last))
        return self.reading.folded.text[self.bounds[start] : self.bounds[end]]

    def mentions(self, index: int) -> list[Mention]:
        """Return the names in a sentence, without codes of orders, of errors and in JSON."""
        found = self.named.get(index)
        if not found:
            return []
        technical = '":' in self.text(index, index + 1)
        return [
            m
            for m in found
            if not is_other_code(self.reading, m)
            and not (technical and "code" in m.roles and "strong_code" not in m.roles)
        ]

    def head(self, index: int) -> int:
        """Return the sentence before this one, or before the list that it is an item of."""
        head = index - 1
        while head > 0 and index - head < _LONGEST_LIST and self.is_item(head):
            head -= 1
        return head

    def is_item(self, index: int) -> bool:
        """Tell whether a sentence is an item of a list."""
        return bool(_BULLET.match(self.reading.folded.text, self.bounds[index]))


def near_names(
    reading: TextRead, mentions: Iterable[Mention]
) -> Iterator[tuple[int, tuple[str, ...], _Parts, int]]:
    """Yield where each sentence beside a name begins, its surroundings, and what `read` wants.

    Where the surroundings are the same, so is the sentence that `read` returns.
    """
    told = [m for m in mentions if any(role in _KIND_OF_ROLE for role in m.roles)]
    if not told:
        return
    bounds = _bounds(reading)
    named: dict[int, list[Mention]] = {}
    for mention in told:
        named.setdefault(bisect_right(bounds, mention.start) - 1, []).append(mention)
    parts = _Parts(reading, bounds, named)
    for index in _beside(parts):
        head = parts.head(index)
        around = parts.text(index - 1, index), parts.text(index, index + 1)
        beyond = parts.text(index + 1, index + 3), parts.text(head, head + 1)
        yield bounds[index], (*around, *beyond), parts, index


def _bounds(reading: TextRead) -> list[int]:
    """Return where sentences begin, and the text's end."""
    text = reading.folded.text
    ends = [end.end() for end in _END.finditer(text) if _is_end(reading.words, end)]
    bounds = [0]
    for start, end in pairwise([0, *ends, len(text)]):
        while end - bounds[-1] > _LONGEST:
            cut = text.rfind(" ", bounds[-1] + 1, bounds[-1] + _LONGEST)
            bounds.append(cut if cut > start else bounds[-1] + _LONGEST)
        if end > bounds[-1]:
            bounds.append(end)
    return bounds


def _is_end(words: SecretWords, end: re.Match[str]) -> bool:
    """Tell whether a sentence ends there: "!" after letters only, or a password ends in it."""
    if end[0][0] != "!":
        return True
    after = end.string[end.end() : end.end() + _LONGEST_WORD].split(maxsplit=1)[:1]
    if "\n" not in end[0] and after and (after[0][:1].islower() or has(words.links, after[0])):
        return False  # "... horse green! is my password".
    before = end.string[max(0, end.start() - _LONGEST_WORD) : end.start()].split()
    return not before or before[-1].strip("\"'(").isalpha()


def _beside(parts: _Parts) -> list[int]:
    """Return the sentences beside those that name a secret, and the items of lists below them."""
    found = {i for n in parts.named for i in (n - 1, n, n + 1)}
    found |= {n - 2 for n in parts.named if ":" in parts.text(n - 2, n - 1)}  # "Typed: 482913".
    last = len(parts.bounds) - 1
    for name in parts.named:
        item = name + 1
        while item < last and item - name <= _LONGEST_LIST and parts.is_item(item):
            found.add(item)
            item += 1
    return sorted(i for i in found if 0 <= i < last)


def read(parts: _Parts, index: int) -> SlotSentence:
    """Return a sentence with what it and its neighbours say."""
    own, before, after = _said(parts, index)
    real = [m for m in own if not _SIGNING_IN.issuperset(m.roles)]
    around = real or [*own, *(before or after)]  # "I log in" names no secret: the next one may.
    spots = [(m.start, m.end) for m in own if not _NAMELESS.issuperset(m.roles)]
    start, end = parts.bounds[index], parts.bounds[index + 1]
    words = tuple(words_in(parts.reading, start, end, spots))
    names = tuple(i for i, word in enumerate(words) if word.named)
    roles = frozenset(role for m in around for role in m.roles)
    head = parts.head(index)
    return SlotSentence(
        words=words,
        names=names,
        heads=tuple(i for i in names if not (is_compound(words, i) or _is_any(parts, words, i))),
        kinds=frozenset(_KIND_OF_ROLE[role] for role in roles if role in _KIND_OF_ROLE),
        strong=not _STRONG.isdisjoint(roles),
        carried=bool(before),
        asked=bool(before) and parts.text(head, head + 1).rstrip().endswith(_ASKING),
        leads=bool(after) and not real,
        pointed=bool(after) and bool(_POINTS.match(parts.reading.folded.text, end)),
        others=len(own) < len(parts.named.get(index, ())),
        logs=any(not _SIGNING_IN.isdisjoint(m.roles) for m in own),
    )


def _is_any(parts: _Parts, words: tuple[SlotWord, ...], name: int) -> bool:
    """Tell whether a name speaks of no one secret: "every wrong password is ..."."""
    return name > 0 and words[name - 1].shown.lower() in parts.reading.words.every


def is_compound(words: tuple[SlotWord, ...], name: int) -> bool:
    """Tell whether a name is only the first part of another's: "password manager"."""
    after = name + 1
    while after < len(words) and words[after].named:
        after += 1
    whole = after < len(words) and not words[after - 1].after
    return whole and bool(words[after].does & COMPOUND)


def _said(parts: _Parts, index: int) -> tuple[list[Mention], list[Mention], list[Mention]]:
    """Return the names in a sentence, in the one before, and in those after."""
    own, head = parts.mentions(index), parts.head(index)
    if not own and parts.named.get(index):  # Of another kind: what follows is that one's.
        return own, [], []
    before = parts.mentions(head) or parts.mentions(index - 1)
    last = parts.text(head, index)
    said = last.rstrip()
    if "\n" in last[len(said) :] and said[-1:] in (".", "!", "}", ")"):
        before = []  # A line that is whole.
    ends_line = "\n" in parts.text(index, index + 1)
    return own, before, parts.mentions(index + 1) + parts.mentions(index + 2) * ends_line
