"""What kind of answer it is: what its words speak for, as a whole and in their plainest sentence.

A trap is one whatever else its words say: that is decided by rules (`guide.sender_check`).
"""

from dataclasses import dataclass

from guide.ids import ReplyKind
from guide.reading.weighing import Weighed

_SENTENCE = 0.65  # What the plainest sentence counts beside the whole.
_ASKS, _STEPS = 0.5, 0.5  # What it counts that something is asked, that there is a step.
_TRAP = -0.1  # Genuine answers warn of traps in the same words; rules find the plain ones.
_ENDS = 15  # Remarks at the beginning and at the end that are weighed one by one.


@dataclass(frozen=True, slots=True)
class Hints:
    """What rules have found in an answer: a trap, something asked for, something to try."""

    trap: bool
    asks: bool
    steps: bool


def kind(weighed: Weighed, hints: Hints) -> ReplyKind:
    """Return what kind of answer it is."""
    if hints.trap:
        return "suspicious"
    whole = weighed.whole
    if not whole:
        return "unclear"
    places = range(len(weighed.remarks))
    some = places if len(places) <= 2 * _ENDS else (*places[:_ENDS], *places[-_ENDS:])
    each = [found for at in some if (found := weighed.of(at))]

    hinted = {
        "asks_details": _ASKS * hints.asks,
        "suggests_steps": _STEPS * hints.steps,
        "suspicious": _TRAP,
    }

    def weight(one: ReplyKind) -> float:
        plainest = max((found[one] for found in each), default=0.0)
        return whole[one] + _SENTENCE * plainest + hinted.get(one, 0.0)

    return max(whole, key=weight)


def plainest(weighed: Weighed, of: ReplyKind) -> int | None:
    """Return which remark speaks most for a kind, None where none does."""
    shares = [weighed.of(at).get(of, 0.0) for at in range(len(weighed.remarks))]
    best = max(shares, default=0.0)
    return shares.index(best) if best else None
