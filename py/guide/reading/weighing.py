"""An answer weighed by the words of its kinds: the whole, and remark by remark, each once."""

from collections.abc import Sequence
from functools import cached_property

from guide.reading.kind_model import KindModel, Shares
from guide.reading.lines import Remark

_LETTERS = 12  # Characters of a remark that says anything.


class Weighed:
    """How likely each kind is by the words of an answer; a remark is weighed when it is asked for."""

    def __init__(self, model: KindModel, body: str, remarks: Sequence[Remark]) -> None:
        """Keep what is to be weighed."""
        self._model, self._body, self.remarks = model, body, remarks
        self._each: dict[int, Shares] = {}

    @cached_property
    def whole(self) -> Shares:
        """The shares of the whole answer; none where the model knows no word of it."""
        return self._model.shares(self._body)

    def of(self, at: int) -> Shares:
        """Return the shares of remark number `at`; none where it is too short to say anything."""
        if at not in self._each:
            text = self.remarks[at].text
            self._each[at] = self._model.shares(text) if len(text) >= _LETTERS else {}
        return self._each[at]
