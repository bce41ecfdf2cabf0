"""What an event leads to, and how a state goes to another place."""

from dataclasses import dataclass, replace

from guide.model import Notice, Place, ScreenId, State
from guide.protocol import wire

MAX_TRAIL = 20  # Steps back that are kept.


@dataclass(frozen=True, slots=True)
class Change:
    """What an event leads to: the next state, effects for the shell, a notice for the person.

    `problem` is a key of the words' `problems`: what the person should know could not be done.
    """

    state: State
    effects: tuple[wire.Effect, ...] = ()
    notice: Notice | None = None
    problem: str = ""


def to(state: State, screen: ScreenId, item: str = "") -> State:
    """Return the state at another place, with the way back kept."""
    here = Place(screen, item)
    if here == state.place:
        return state
    return replace(state, place=here, trail=(*state.trail, state.place)[-MAX_TRAIL:])
