"""What kind of answer it is: what its words speak for, as a whole and in their plainest sentence.

A trap is one whatever else its words say: that is decided by rules (`guide.sender_check`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from guide.ids import ReplyKind
from guide.reading.kind_model import KindModel, Shares
from guide.reading.lines import Remark

_SENTENCE = 0.5  # What the plainest sentence counts beside the whole.
_ASKS, _STEPS = 0.2, 0.15  # What it counts that something is asked, that there is a step.
_ENDS = 15  # Remarks at the beginning and at the end that are weighed one by one.
_LETTERS = 12  # Characters of a remark that says anything.


@dataclass(frozen=True, slots=True)
class Hints:
    """What rules have found in an answer: a trap, something asked for, something to try."""

    trap: bool
    asks: bool
    steps: bool


def kind(model: KindModel, body: str, remarks: Sequence[Remark], hints: Hints) -> ReplyKind:
    """Return what kind of answer it is."""
    if hints.trap:
        return "suspicious"
    whole = model.shares(body)
    if not whole:
        return "unclear"
    some = remarks if len(remarks) <= 2 * _ENDS else (*remarks[:_ENDS], *remarks[-_ENDS:])
    each = [found for one in some if (found := _of(model, one))]

    hinted = {"asks_details": _ASKS * hints.asks, "suggests_steps": _STEPS * hints.steps}

    def weight(one: ReplyKind) -> float:
        plainest = max((found[one] for found in each), default=0.0)
        return whole[one] + _SENTENCE * plainest + hinted.get(one, 0.0)

    return max(whole, key=weight)


def plainest(model: KindModel, remarks: Sequence[Remark], of: ReplyKind) -> int | None:
    """Return which remark speaks most for a kind, None where none does."""
    shares = [_of(model, one).get(of, 0.0) for one in remarks]
    best = max(shares, default=0.0)
    return shares.index(best) if best else None


def _of(model: KindModel, remark: Remark) -> Shares:
    return model.shares(remark.text) if len(remark.text) >= _LETTERS else {}
