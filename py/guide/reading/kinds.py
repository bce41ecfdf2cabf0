"""What kind of answer it is, by a flat policy over what its remarks say.

A remark counts for a kind where its words stand as a fact: not as a wish, a condition or a denial.
The first rule of POLICY that applies decides; the last one always does.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from guide.ids import ReplyKind
from guide.reading.asks import Asked
from guide.reading.lines import Remark
from guide.reading.phrases import Stretch

_BEFORE, _AFTER = 5, 6  # Words around a phrase in which another one turns its meaning.
_MANY = 2


@dataclass(frozen=True)
class Gist:
    """What an answer says: its remarks, what it asks, how many steps it has, if it is a trap.

    `dated` are the texts of remarks on closing that name a day to come.
    """

    remarks: tuple[Remark, ...]
    asked: tuple[Asked, ...]
    steps: tuple[str, ...]
    dated: frozenset[str]
    trap: bool

    @cached_property
    def wanted(self) -> int:
        """How many things are asked for, whatever comes of the steps."""
        return sum(not one.perhaps for one in self.asked)

    @cached_property
    def solved(self) -> bool:
        """Whether something was put right."""
        return self._says("solved", "not_yet", after=0)

    @cached_property
    def refused(self) -> bool:
        """Whether something is denied for good."""
        return self._says("refused", "unless", before=0, after=_AFTER)

    @cached_property
    def refused_softly(self) -> bool:
        """Whether something cannot be had, which may be beside the point."""
        return self._says("refused_softly", "unless", before=0, after=_AFTER)

    @cached_property
    def passed(self) -> bool:
        """Whether somebody else has it now, or looks at it."""
        return self._says("passed", "refrain", after=0) and not self._all_conditional("passed")

    @cached_property
    def looked_at(self) -> bool:
        """Whether somebody looks at it."""
        return self._says("looked_at", "refrain", after=0)

    @cached_property
    def closed(self) -> bool:
        """Whether the case is closed, and not only will be one day."""
        return any(
            one.has("closed") and not one.has("conditional") and not self._is_to_come(one)
            for one in self.remarks
            if not one.asks
        )

    def _is_to_come(self, one: Remark) -> bool:
        return one.text in self.dated and one.has("deadline", "promise")

    def has(self, label: str) -> bool:
        """Tell whether a remark has this label."""
        return any(one.has(label) for one in self.remarks)

    def _all_conditional(self, label: str) -> bool:
        return all(
            any(start == 0 for start, _ in one.found.get("conditional", ()))
            for one in self.remarks
            if one.has(label)
        )

    def _says(self, label: str, turned: str, before: int = _BEFORE, after: int = 0) -> bool:
        return any(
            not one.asks and self._stands(one, label, turned, before, after) for one in self.remarks
        )

    @staticmethod
    def _stands(one: Remark, label: str, turned: str, before: int, after: int) -> bool:
        """Tell whether one of the label's phrases stands in a remark, and nothing turns it."""
        turns = one.found.get(turned, ())

        def is_turned(span: Stretch) -> bool:
            return any(span[0] - before <= start < span[1] + after for start, _ in turns)

        return any(not is_turned(span) for span in one.found.get(label, ()))


type Predicate_ = Callable[[Gist], bool]


def is_trap(gist: Gist) -> bool:
    """It asks for what support never needs, or leads away from OpenAI."""
    return gist.trap


def is_solved(gist: Gist) -> bool:
    """Something was put right, and nothing is asked."""
    return gist.solved and gist.wanted < _MANY and not gist.refused


def is_closed(gist: Gist) -> bool:
    """The case is closed."""
    return gist.closed and not (gist.wanted or gist.refused or gist.solved)


def is_automatic(gist: Gist) -> bool:
    """A program confirms that the message came."""
    return gist.has("automatic") and gist.has("ack") and gist.wanted < _MANY


def is_refused(gist: Gist) -> bool:
    """They say no, and want nothing that could change it."""
    return gist.refused and gist.wanted < _MANY


def asks(gist: Gist) -> bool:
    """Something is asked for, whatever else is said."""
    return gist.wanted > 0


def is_passed_on(gist: Gist) -> bool:
    """Somebody else has it now."""
    return gist.passed


def is_received(gist: Gist) -> bool:
    """The message came, and there is nothing to try."""
    return gist.has("automatic") or (gist.has("ack") and not gist.steps)


def is_looked_at(gist: Gist) -> bool:
    """They look at it, and leave nothing to do."""
    return gist.looked_at and not gist.steps


def has_steps(gist: Gist) -> bool:
    """There is something to try."""
    return bool(gist.steps)


def is_refused_softly(gist: Gist) -> bool:
    """Something cannot be had, and nobody else looks at it."""
    return gist.refused_softly and not gist.looked_at


def is_greeted(gist: Gist) -> bool:
    """They thank for the message and promise an answer, and that is all."""
    return gist.has("ack") or (gist.has("thanks") and gist.has("promise"))


def is_advice(gist: Gist) -> bool:
    """It says what one can do, and nothing else."""
    return any(one.has("advice") and not one.has("step_idle", "promise") for one in gist.remarks)


def always(_: Gist) -> bool:
    """Hold for every answer."""
    return True


POLICY: tuple[tuple[ReplyKind, Predicate_], ...] = (
    ("suspicious", is_trap),
    ("closed", is_closed),
    ("solved", is_solved),
    ("auto_ack", is_automatic),
    ("refused", is_refused),
    ("asks_details", asks),
    ("passed_on", is_passed_on),
    ("refused", is_refused_softly),
    ("auto_ack", is_received),
    ("passed_on", is_looked_at),
    ("suggests_steps", has_steps),
    ("auto_ack", is_greeted),
    ("suggests_steps", is_advice),
    ("unclear", always),
)


def kind(gist: Gist) -> ReplyKind:
    """Return what kind of answer it is."""
    return next(kind for kind, holds in POLICY if holds(gist))
