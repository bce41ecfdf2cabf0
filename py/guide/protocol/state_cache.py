"""The stored state, from JSON to JSON: all that is known of how it is read and written.

    parse    a request's JSON -> its value, in which the state is read: StoredState
    read     a stored value   -> State: taken up from its version, then decoded
    write    State            -> its JSON
    changes  State            -> the JSON of what differs from the state that is kept

A person with many cases has hundreds of kilobytes of state, and a popup has a turn at every key. So
the state that was written last is kept, under the name that its request has given it. The next
request says that name in the place of the state, and gets back what has changed. A popup that has
just been opened knows no name; then `parse` finds the kept state's JSON in the request, byte for
byte, and parses only what stands around it. Where it is another state, because another window
stored one since, cases that did not change are still neither read nor written again.

Reading and writing are pure, so this changes no response: it spares the work. The one order that
matters is that of turns: a state must be written before the next request is parsed.
"""

from dataclasses import dataclass, replace
from types import NoneType

from guide.errors import BadState, NewerState
from guide.model import Case
from guide.protocol import case_ids, json_text
from guide.protocol.codec import Json, Mismatch, Unheard, decode, encode
from guide.protocol.json_text import to_json
from guide.protocol.migrations import migrate
from guide.state import State

# Stands for the last state in a request; JSON itself knows no such number.
HOLE = "-Infinity"


type Entry = tuple[Case, bytes]
"""A case and its JSON."""


@dataclass(frozen=True, slots=True)
class StoredState:
    """What was stored: as it came, and the state that it is, or why it cannot be read."""

    raw: Json  # The State itself where it was known again.
    state: State | BadState


class StateCache:
    """The state that was written last. Without one, everything is read and written whole."""

    def __init__(self) -> None:
        """Know nothing."""
        self._filling = json_text.decoder(self._fill)
        self.fresh()

    def fresh(self) -> None:
        """Know nothing, as in a new process."""
        self._state: State | None = None
        self._name = ""
        self._json = b""  # Joined when it is asked for.
        self._rest = b""  # The same without the cases.
        self._length = 0
        self._entries: list[Entry] = []
        self._cases: dict[str, Entry] = {}

    def parse(self, data: bytes) -> Json:
        """Return a request's value, its state read. Raises ValueError.

        What is no request comes back as it is: to refuse it is its reader's part.
        """
        value = self._around_the_last(data)
        if value is None:
            value = _parsed(data.decode())
        if isinstance(value, dict) and not isinstance(value.get("state"), (StoredState, NoneType)):
            value["state"] = self._stored(value["state"])
        elif self._name and isinstance(value, dict) and value.get("base") == self._name:
            value["state"] = self._stored(self._state)
        return value

    def _around_the_last(self, data: bytes) -> dict[str, Json] | None:
        """Return the value of a request with the last state in it, None where that is not it."""
        # A request that names the state is shorter than its JSON, which need not be joined then.
        last = self._whole() if self._state is not None and len(data) > self._length else b""
        before, found, after = data.partition(last) if last else (data, b"", b"")
        rest = (before + HOLE.encode() + after).decode() if found else ""
        # A hole that somebody else has made would be filled, too.
        if rest.count(HOLE) != 1:
            return None
        try:
            value = self._filling.decode(json_text.shallow(rest))
        except ValueError:
            return None  # It is parsed once more, for the place of the fault in the whole.
        # The state's JSON may stand where no state does.
        return value if isinstance(value, dict) and value.get("state") is self._state else None

    def _fill(self, name: str) -> Json:
        return self._state if name == HOLE else json_text.finite(name)

    def _stored(self, raw: Json) -> StoredState:
        try:
            return StoredState(raw, self.read(raw))
        except BadState as error:
            return StoredState(raw, error)

    def read(self, stored: Json) -> State:
        """Read a stored state; None is a new one. Raises BadState, or NewerState.

        A version may learn new keys and choices without a new number: see migrations.py. So what
        of this number has some that are unheard of here was written by a guide that is newer.
        """
        if stored is None:
            return State()
        if isinstance(stored, State):
            return stored
        if not isinstance(stored, dict):
            raise BadState("state: should be an object")
        try:
            return case_ids.distinct(self._decode(migrate(stored)))
        except Unheard as error:
            newer = stored["version"] == State().version
            raise (NewerState if newer else BadState)(f"state.{error}") from error
        except Mismatch as error:
            raise BadState(f"state.{error}") from error

    def _decode(self, value: dict[str, Json]) -> State:
        """Read a state, going only through the cases that are not known. Raises Mismatch."""
        raw = value.get("cases", [])
        if not isinstance(raw, list):
            return decode(State, value)
        found = [self._case(item) for item in raw]
        unknown = [item for item, case in zip(raw, found, strict=True) if case is None]
        try:
            state = decode(State, value | {"cases": unknown})
        except Mismatch:
            return decode(State, value)  # Once more, for the place as it is in the whole.
        fresh = iter(state.cases)
        return replace(state, cases=tuple(case or next(fresh) for case in found))

    def _case(self, item: Json) -> Case | None:
        name = item.get("id") if isinstance(item, dict) else None
        known = self._cases.get(name) if isinstance(name, str) else None
        # Not by `==`, to which 1, 1.0 and True are one.
        return known[0] if known and known[1] == to_json(item) else None

    def write(self, state: State, name: str = "") -> bytes:
        """Return the state's JSON, and keep this state and no other, under this name."""
        self._keep(state, name)
        return self._whole()

    def changes(self, state: State, name: str) -> bytes:
        """Return JSON of what the state has and the kept one has not, and keep this one instead.

        It is Changed: all but the cases, the ids of all cases in order, and those that differ.
        """
        known = self._cases
        self._keep(state, name)
        order = to_json([case.id for case, _ in self._entries])
        fresh = [entry[1] for entry in self._entries if known.get(entry[0].id) is not entry]
        return b'{"rest":%b,"order":%b,"cases":[%b]}' % (self._rest, order, b",".join(fresh))

    def _keep(self, state: State, name: str) -> None:
        self._name = name
        if state is self._state:
            return
        known = self._cases
        self._entries = [
            entry
            if (entry := known.get(case.id)) is not None and entry[0] is case
            else (case, to_json(encode(case)))
            for case in state.cases
        ]
        self._cases = {entry[0].id: entry for entry in self._entries}
        self._state, self._json = state, b""
        self._rest = to_json(encode(replace(state, cases=())))
        self._length = len(self._rest) + sum([len(entry[1]) for entry in self._entries])

    def _whole(self) -> bytes:
        """Return the JSON of the state that is kept."""
        if not self._json:
            cases = b",".join([json for _, json in self._entries])
            self._json = self._rest[:-1] + b',"cases":[' + cases + b"]}" if cases else self._rest
        return self._json


def _parsed(text: str) -> Json:
    """Return a request's value. Raises ValueError.

    A state that is nested too deep is one that cannot be read. It is not here to go back as it
    came: None is nothing to store, so it stays where it is.
    """
    try:
        return json_text.parse(text)
    except json_text.TooDeep as error:
        value = json_text.parse(json_text.cut(text))
        stored = value.get("state") if isinstance(value, dict) else None
        if json_text.depth(to_json(stored).decode()) < json_text.MAX_DEPTH - 1:
            raise
        return value | {"state": StoredState(None, BadState(f"state: {error}"))}


# One a process: an engine answers one popup after another.
_CACHE = StateCache()
parse, read, write, fresh = _CACHE.parse, _CACHE.read, _CACHE.write, _CACHE.fresh
changes = _CACHE.changes
