"""Where the labels of a message stand, to be asked for by ranges of its words."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from guide.sender_check.phrases import ORDERS, WordRange
from guide.sender_check.plain import Message, Sentence

_JOINS = frozenset({"or", "and", "nor", "או"})
_ITEMS = 3  # Words of the last items of a list.
_CLAUSE = 14  # Words that a clause may have before the word that matters.

_CARDS = frozenset({"card", "card_word", "card_too"})


def _words(message: Message, label: str) -> set[int]:
    return {word for span in message.found.get(label, ()) for word in range(*span)}


class Labels:
    """The labels of a message by the words they begin at."""

    def __init__(self, message: Message, objects: frozenset[str] = frozenset()) -> None:
        """Index what was found, without `objects` of harmless things, and cards that are gifts."""
        self.message = message
        harmless = _words(message, "harmless")
        cards = harmless | _words(message, "gift")
        self._spans: Mapping[str, list[WordRange]] = {
            label: [s for s in spans if not hidden.issuperset(range(*s))]
            for label, spans in message.found.items()
            for hidden in (
                cards if label in _CARDS else harmless if label in objects else frozenset(),
            )
        }

    def between(self, label: str, first: int, stop: int) -> list[WordRange]:
        """Return where a label begins among these words."""
        spans = self._spans.get(label, [])
        at = bisect_left(spans, (first, 0))
        return spans[at : bisect_left(spans, (stop, 0))]

    def within(self, labels: Iterable[str], first: int, stop: int) -> bool:
        """Tell whether one of the labels begins among these words."""
        for label in labels:
            spans = self._spans.get(label, [])
            at = bisect_left(spans, (first, 0))
            if at < len(spans) and spans[at][0] < stop:
                return True
        return False

    def clause(self, sentence: Sentence, at: int) -> int:
        """Return where the clause of a word begins: after a comma, or "but", "so", "instead".

        A comma in a list begins none: "nobody from A, B or C will".
        """
        furthest = max(sentence.start, at - _CLAUSE)
        turns = self.between("turn", furthest, at)
        start = turns[-1][1] if turns else furthest
        plain, spans = self.message.plain, self.message.spans
        for word in range(at, start, -1):
            gap = plain[spans[word - 1][1] : spans[word][0]]
            if any(c in gap for c in ":—–(") or ("," in gap and not self._is_listed(word, at)):
                return word
        return start

    def _is_listed(self, first: int, stop: int) -> bool:
        """Tell whether a list goes on here: "B or C will", "codes or card numbers"."""
        joined = any(word in _JOINS for word in self.message.words[first:stop])
        things = stop - first <= _ITEMS and not self.within(ORDERS, first, stop + 1)
        return joined and (things or self.within(("will",), first, stop))

    def shown(self, span: WordRange) -> str:
        """Return the words as the message has them."""
        spans = self.message.spans
        return self.message.plain[spans[span[0]][0] : spans[span[1] - 1][1]]
