"""What one turn leaves for the next: the state it wrote, as values, as plain values and as JSON.

    request ──── the last state's JSON is found in it ──── only what stands around it is parsed
    state ────── cases that did not change ─────────────── are neither read nor written again

A popup sends back the state it was given, at every key, and a person with many cases has hundreds
of kilobytes of it. Reading and writing are pure, so remembering changes no response: it spares
the work. Anything that is not byte for byte what was written is read like a stranger's.
"""

import json
import math
from dataclasses import replace

from guide.model import Case, State
from guide.protocol.codec import Json, Mismatch, decode, encode

# Stands for the last state in a request; JSON itself knows no such number.
HOLE = "-Infinity"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def to_json(value: Json) -> bytes:
    """Return compact JSON in UTF-8.

    Hebrew stays as it is: escaped it would be three times as long, on a way taken at each key.
    Lone surrogates have no UTF-8; inside JSON's strings, where alone they are, Python's name for
    them is JSON's own escape.
    """
    return _ENCODER.encode(value).encode("utf-8", "backslashreplace")


def _finite(digits: str) -> float:
    # NaN and infinities are no JSON, and could not be written back.
    if not math.isfinite(number := float(digits)):
        raise ValueError(f"{digits} is no JSON number")
    return number


_STRICT = json.JSONDecoder(parse_float=_finite, parse_constant=_finite)


def parse(text: str) -> Json:
    """Return the value in JSON. Raises ValueError or RecursionError."""
    return _STRICT.decode(text)


class Memory:
    """The state that was written last. Without one, everything is read and written whole."""

    def __init__(self) -> None:
        """Remember nothing."""
        self._filling = json.JSONDecoder(parse_float=_finite, parse_constant=self._fill)
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self._state: State | None = None
        self._plain: Json = None
        self._json = b""
        self._cases: dict[str, tuple[Case, Json, bytes]] = {}
        self._filled = 0

    def parse(self, data: bytes) -> Json:
        """Return the value in JSON. Raises ValueError or RecursionError."""
        before, found, after = data.partition(self._json) if self._json else (data, b"", b"")
        rest = (before + HOLE.encode() + after).decode() if found else ""
        # A hole that somebody else has made would be filled, too.
        if rest.count(HOLE) == 1:
            self._filled = 0
            try:
                value = self._filling.decode(rest)
            except (ValueError, RecursionError):
                return parse(data.decode())  # Once more, for the place in the whole.
            if self._filled:
                return value
        return parse(data.decode())

    def _fill(self, name: str) -> Json:
        if name != HOLE:
            return _finite(name)
        self._filled += 1
        return self._plain

    def read(self, value: dict[str, Json]) -> State:
        """Read a state, going only through the cases that are not known. Raises Mismatch."""
        if self._state is not None and value is self._plain:
            return self._state
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
        return known[0] if known and known[1] == item else None

    def write(self, state: State) -> Json:
        """Return the state as plain values, and remember it and no other."""
        if state is self._state:
            return self._plain
        entries = [self._entry(case) for case in state.cases]
        plain: dict[str, Json] = encode(replace(state, cases=()))
        written = to_json(plain)
        if entries:
            plain["cases"] = [plain_case for _, plain_case, _ in entries]
            written = written[:-1] + b',"cases":[' + b",".join(e[2] for e in entries) + b"]}"
        self._state, self._plain, self._json = state, plain, written
        self._cases = {entry[0].id: entry for entry in entries}
        return plain

    def _entry(self, case: Case) -> tuple[Case, Json, bytes]:
        known = self._cases.get(case.id)
        if known and known[0] is case:
            return known
        plain = encode(case)
        return case, plain, to_json(plain)

    def json_of(self, plain: Json) -> bytes:
        """Return the JSON of a plain state."""
        known = self._state is not None and plain is self._plain
        return self._json if known else to_json(plain)
