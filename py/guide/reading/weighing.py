"""An answer weighed by the words of its kinds: the whole, and remark by remark, each once.

Besides words the phrases count that stand in it, whichever they are: "@passed", "@refrain".
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from guide.reading.kind_model import KindModel, Shares
from guide.reading.lines import Remark

_LETTERS = 12  # Characters of a remark that says anything.
_LONG = 9  # Pairs of remarks; a longer answer is as one of so many.


class Weighed:
    """How likely each kind is by the words of an answer; a remark is weighed when asked for."""

    def __init__(self, model: KindModel, body: str, remarks: Sequence[Remark]) -> None:
        """Keep what is to be weighed."""
        self._model, self._body, self.remarks = model, body, remarks
        self._each: dict[int, Shares] = {}

    @cached_property
    def whole(self) -> Shares:
        """The shares of the whole answer; none where the model knows no word of it."""
        return self._model.shares(self._body, signals(self.remarks))

    def of(self, at: int) -> Shares:
        """Return the shares of remark number `at`; none where it is too short to say anything."""
        if at not in self._each:
            one = self.remarks[at]
            long = len(one.text) >= _LETTERS
            self._each[at] = self._model.shares(one.text, _signals(one)) if long else {}
        return self._each[at]


def signals(remarks: Sequence[Remark]) -> tuple[str, ...]:
    """Return the features of an answer besides its words: what its remarks do, and how many."""
    each = (signal for remark in remarks for signal in _signals(remark))
    length = (f"@n{min(_LONG, len(remarks) // 2)}",) if remarks else ()
    return (*dict.fromkeys(each), *length)


def _signals(remark: Remark) -> Iterator[str]:
    yield from (f"@{label}" for label in remark.signals)
    if len(remark.signals) < len(remark.found):
        yield "@names"
    if remark.asks:
        yield "@?"
