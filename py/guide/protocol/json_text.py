"""JSON as text, strictly: what can be read can be written back, and browsers read it, too."""

import json
import math
from collections.abc import Callable

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
    """Return the value in JSON. Raises ValueError or RecursionError."""
    return _STRICT.decode(text)


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
