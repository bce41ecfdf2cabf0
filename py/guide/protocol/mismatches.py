"""All that is wrong with a value, where `codec.decode` stops at the first.

The wire wants to know that something is wrong; who writes content wants to know what, all of it.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAliasType, get_args, get_origin, get_type_hints

from guide.protocol.codec import Mismatch, decode, needed

type Part = tuple[str, Any, object]
"""A part of a value: its name, the shape it should have, and what it is."""


def mismatches(shape: Any, value: object) -> Iterator[Mismatch]:  # noqa: ANN401  # Any shape.
    """Yield every mismatch of `value` with `shape`, by its place; none if `decode` reads it."""
    hint = shape.__value__ if isinstance(shape, TypeAliasType) else shape
    if dataclasses.is_dataclass(hint) and isinstance(value, dict):
        yield from _of_record(hint, value)
    elif get_origin(hint) in {Mapping, dict} and isinstance(value, dict):
        of_key, of_item = get_args(hint)
        yield from _of_parts((name, of_key, name) for name in value)
        yield from _of_parts((name, of_item, item) for name, item in value.items())
    elif get_origin(hint) is tuple and isinstance(value, list):
        yield from _of_parts((str(at), get_args(hint)[0], one) for at, one in enumerate(value))
    else:
        yield from _of_whole(hint, value)


def _of_record(hint: Any, value: dict[str, object]) -> Iterator[Mismatch]:  # noqa: ANN401
    known = get_type_hints(hint)
    for name in value.keys() - known.keys():
        yield Mismatch(f"is not known; known are {', '.join(sorted(known))}", (name,))
    for name in sorted(needed(hint) - value.keys()):
        yield Mismatch("is missing", (name,))
    yield from _of_parts((name, known[name], one) for name, one in value.items() if name in known)


def _of_parts(parts: Iterable[Part]) -> Iterator[Mismatch]:
    for name, hint, value in parts:
        yield from (found.under(name) for found in mismatches(hint, value))


def _of_whole(hint: Any, value: object) -> Iterator[Mismatch]:  # noqa: ANN401  # As above.
    try:
        decode(hint, value)
    except Mismatch as mismatch:
        yield mismatch
