"""JSON as text, strictly: what can be read can be written back, and browsers read it, too."""

import json
import math
import re
from collections.abc import Callable
from itertools import accumulate

from guide.protocol.codec import Json

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def to_json(value: Json) -> bytes:
    """Return compact JSON in UTF-8.

    Hebrew stays as it is: escaped it would be three times as long, on a way taken at each key.
    Lone surrogates have no UTF-8; inside JSON's strings, where alone they are, Python's name for
    them is JSON's own escape.
    """
    return _ENCODER.encode(value).encode("utf-8", "backslashreplace")


def parse(text: str) -> Json:
    """Return the value in JSON. Raises ValueError, TooDeep for one."""
    return _STRICT.decode(shallow(text))


class TooDeep(ValueError):
    """Lists and objects are nested deeper than MAX_DEPTH."""


# Many times what the guide writes. A reader calls itself at each level, and where WebAssembly's own
# stack ends before Python's limit, no exception comes: the interpreter is gone.
MAX_DEPTH = 100
_NO_BRACKETS = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[^"\[\]{}]++', re.DOTALL)
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}


def shallow(text: str) -> str:
    """Return the text, JSON or not, if no reader of it can go too deep. Raises TooDeep."""
    # What has so few is not looked at once more: most texts, and all that come at each key.
    if text.count("[") + text.count("{") > MAX_DEPTH and depth(text) > MAX_DEPTH:
        raise TooDeep(f"is nested deeper than {MAX_DEPTH} levels")
    return text


def depth(text: str) -> int:
    """Return how deep lists and objects are nested in JSON."""
    return max(accumulate(map(_STEPS.__getitem__, _NO_BRACKETS.sub("", text))), default=0)


def cut(text: str) -> str:
    """Return JSON with null for what lies deeper than MAX_DEPTH."""
    kept, at, start = [], 0, 0
    for found in re.finditer(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', text, re.DOTALL):
        step = _STEPS.get(found[0], 0)
        if step > 0 and at == MAX_DEPTH:
            kept.append(text[start : found.start()] + "null")
        at += step
        if step < 0 and at == MAX_DEPTH:
            start = found.end()
    return "".join(kept) + (text[start:] if at <= MAX_DEPTH else "")


def finite(digits: str) -> float:
    """Return the number; NaN and infinities are no JSON, and could not be written back.

    Raises ValueError.
    """
    if not math.isfinite(number := float(digits)):
        raise ValueError(f"{digits} is no JSON number")
    return number


def decoder(constant: Callable[[str], Json] = finite) -> json.JSONDecoder:
    """Return a reader; `constant` says what NaN and the infinities are."""
    return json.JSONDecoder(parse_float=finite, parse_constant=constant)


_STRICT = decoder()
