"""Names that are put together: words of which meanings name a thing where they stand together.

    words   meaning -> its words, of all languages     mail = ["inbox", "mailbox"]
    names   thing -> meanings that name it together    account_email = ["mail join"]

"Which inbox you used when you joined" -> account_email: in any order, within one clause.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from operator import attrgetter

from guide.reading.phrases import PhraseBook, Stretch, TextWords, meet
from guide.text.phrases import folded

_REACH = 9  # Words from the first to the last of a name.
# Finds «, » and «; », not the «-» of «e-mail» nor the «'» of «it's».
_ENDS = re.compile(r"[,;:()\[\]?!|•،؛؟\n]|\s[-–—]\s|\.\s")
# Finds «and», and «והסכום», «والمبلغ», where it is glued to the next word.
_JOINS = re.compile(
    r"(?:and|but|e|et|o|oder|or|ou|plus|sowie|then|und|y|и|или)$"
    r"|ו(?!ידאו|יזה|ינדוס|ואטס|אטס)[א-ת]{2}|و\w{3}"
)


@dataclass(frozen=True, slots=True)
class _Match:
    """A name and where it stands: with how many meanings, and how many words of them."""

    label: str
    span: Stretch
    meanings: int
    words: int

    @property
    def order(self) -> tuple[int, int, int, int]:
        """The key by which the name that says most, and most closely, comes first."""
        start, end = self.span
        return -self.meanings, -self.words, end - start, start


class JoinedNames:
    """What is named by words of several meanings together; made once, of all languages."""

    def __init__(
        self, words: Mapping[str, Iterable[str]], names: Mapping[str, Iterable[str]]
    ) -> None:
        """File every name under the first of its meanings. "mail|login join" are two names."""
        self._book = PhraseBook(words)
        self._names: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for label, rules in names.items():
            for rule in rules:
                for first, *rest in product(*(one.split("|") for one in rule.split())):
                    self._names.setdefault(first, []).append((label, tuple(rest)))

    def find(
        self, text: str, words: TextWords, is_free: Callable[[str, Stretch], bool]
    ) -> Iterator[tuple[str, Stretch]]:
        """Yield labels and where they stand, if free; of those that meet that of most meanings."""
        found = self._book.find(words)
        if not any(set(rest) <= found.keys() for one in found for _, rest in self._of(one)):
            return  # Most texts: what stands in which clause need not be known.
        kept: list[Stretch] = []
        for match in sorted(self._matches(found, _clauses(text, words)), key=attrgetter("order")):
            taken = any(meet(match.span, span) for span in kept)
            if not taken and is_free(match.label, match.span):
                kept.append(match.span)
                yield match.label, match.span

    def _of(self, meaning: str) -> Sequence[tuple[str, tuple[str, ...]]]:
        return self._names.get(meaning, ())

    def _matches(
        self, found: Mapping[str, Sequence[Stretch]], clauses: Sequence[int]
    ) -> Iterator[_Match]:
        for first, spans in found.items():
            for label, rest in self._of(first):
                if all(one in found for one in rest):
                    for span in spans:
                        places = _together(span, [found[one] for one in rest], clauses)
                        if places:
                            yield _matched(label, places)


def _matched(label: str, places: Sequence[Stretch]) -> _Match:
    span = min(start for start, _ in places), max(end for _, end in places)
    return _Match(label, span, len(places), sum(end - start for start, end in places))


def _together(
    first: Stretch, rest: Sequence[Sequence[Stretch]], clauses: Sequence[int]
) -> list[Stretch]:
    """Return a place and the nearest one of each other meaning in its clause, none if one lacks."""
    taken = [first]
    for spans in rest:
        free = [
            span
            for span in spans
            if clauses[span[0]] == clauses[first[0]] and not any(meet(span, one) for one in taken)
        ]
        if not free:
            return []
        taken.append(min(free, key=lambda span: abs(span[0] - first[0])))
    reach = max(end for _, end in taken) - min(start for start, _ in taken)
    return taken if reach <= _REACH else []


def _clauses(text: str, words: TextWords) -> list[int]:
    """Return the number of the clause that each word is in."""
    numbers, number, before = [], 0, 0
    for start, end in words.places:
        word = folded(text[start:end])
        number += bool(_ENDS.search(text[before:start]) or _JOINS.match(word))
        numbers.append(number)
        before = end
    return numbers
