"""What an event leads to, how a state goes to another place, and which languages there are."""

from dataclasses import dataclass, replace

from guide.errors import BadTurn
from guide.events.events import Notice
from guide.ids import Locale, ScreenId
from guide.protocol import wire
from guide.situation import Advice, Situation
from guide.state import Place, State

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
    advice: Advice | None = None  # What the next state is advised, where that was asked already.


def saving(state: State, name: str, text: str) -> Change:
    """Return what saves a file, and says so: where it lands, only the browser shows."""
    return Change(state, (wire.Download("download", name, text),), Notice("saving"))


def to(state: State, screen: ScreenId, item: str = "") -> State:
    """Return the state at another place, with the way back kept."""
    here = Place(screen, item)
    if here == state.place:
        return state
    return replace(state, place=here, trail=(*state.trail, state.place)[-MAX_TRAIL:])


def spoken(situation: Situation, locale: Locale) -> Locale:
    """Return the language if it is one of the guide's. Raises BadTurn."""
    if locale not in (known := situation.catalog.languages.ids):
        raise BadTurn(f"event.locale: should be one of {', '.join(known)}")
    return locale
