"""Plain JSON-like values <-> frozen dataclasses: one strict reader for the wire and for content.

A reader is built once per type, as a closure, because a turn reads thousands of values. Unknown
keys, missing keys and wrong types raise `Mismatch`, which names the place: `cases.2.sent.0.at`.

Texts are read without what no person writes and what deceives who reads: see `unseen.honest`.
"""

import dataclasses
import datetime as dt
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal, TypeAliasType, Union, get_args, get_origin, get_type_hints

from guide.errors import GuideError
from guide.ids import Count
from guide.text.unseen import honest

type Json = Any  # What JSON can say; nothing is known of it until it is decoded.
type Reader = Callable[[Json], Any]

# Far beyond any real text, and small enough that a turn with it still ends.
MAX_TEXT = 1_000_000
# Beyond it JavaScript, which writes our numbers back, says another number than it was given.
MAX_INT = 2**53 - 1


class Mismatch(GuideError):
    """A value does not have the shape it should: `place` is dotted, `problem` a short phrase."""

    code = "bad_turn"

    def __init__(self, problem: str, place: tuple[str, ...] = ()) -> None:
        super().__init__(f"{'.'.join(place) or 'value'}: {problem}")
        self.problem = problem
        self.place = place

    def under(self, name: str) -> "Mismatch":
        """Return the same mismatch, seen from one level further out."""
        return type(self)(self.problem, (name, *self.place))


class Unheard(Mismatch):
    """A key or a choice that this version does not know: a newer one may have written it."""


def decode[T](shape: type[T], value: object) -> T:
    """Read `value` as a `shape`. Raises Mismatch."""
    read: Reader = reader(shape)  # type: ignore[arg-type]  # Every type can be hashed.
    result: T = read(value)
    return result


def encode(value: Any) -> Any:
    """Return dataclasses as dicts without the fields that hold their default, tuples as lists."""
    kind = type(value)
    # Most of what is written lies in records as it is: no call for each of these.
    if kind in _LEAVES:
        return value
    if isinstance(value, (list, tuple)):
        return [item if type(item) in _LEAVES else encode(item) for item in value]
    if isinstance(value, (str, int, float)):
        return value
    if isinstance(value, Mapping):
        return {key: encode(item) for key, item in value.items()}
    return {
        name: item if type(item) in _LEAVES else encode(item)
        for name, default in _defaults(value.__class__).items()
        if (item := getattr(value, name)) is not default and (default is _NONE or item != default)
    }


_LEAVES = frozenset({str, int, float, bool, types.NoneType})
# Tags and versions are written even where they are the default: readers choose by them.
_ALWAYS = frozenset({"type", "kind", "version", "v"})
_NONE = object()  # Stands for the default of a field that has none, or is written anyhow.


@cache
def _defaults(shape: type) -> dict[str, object]:
    return {
        field.name: _NONE
        if field.name in _ALWAYS or field.default is dataclasses.MISSING
        else field.default
        for field in dataclasses.fields(shape)
    }


@cache
def reader(hint: Any) -> Reader:
    """Return the function that reads a value as `hint` says."""
    if hint is Count:
        return _count
    if isinstance(hint, TypeAliasType):
        return reader(hint.__value__)
    if dataclasses.is_dataclass(hint):
        return _record(hint)
    if (make := _BY_ORIGIN.get(get_origin(hint))) is not None:
        return make(get_args(hint))
    return _plain(hint)


def _plain(hint: type) -> Reader:
    def read(value: Any) -> Any:
        if hint is object:
            return value  # Whoever reads it later measures it then.
        # bool is an int to Python, and never one to us.
        if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
            raise Mismatch(f"should be {_NAMES.get(hint, hint.__name__)}")
        if isinstance(value, int) and not -MAX_INT <= value <= MAX_INT:
            raise Mismatch(f"is beyond {MAX_INT}")
        return _text(value) if isinstance(value, str) else value

    return read


def _count(value: Json) -> int:
    number: int = reader(int)(value)
    if number < 0:
        raise Mismatch("should not be below 0")
    return number


def _text(value: str) -> str:
    if len(value) > MAX_TEXT:
        raise Mismatch(f"is longer than {MAX_TEXT} characters")
    return honest(value)


_NAMES = {str: "text", int: "a whole number", bool: "true or false", dt.date: "a date"}


def _record(shape: Any) -> Reader:
    hints = get_type_hints(shape)
    fields = dataclasses.fields(shape)
    readers = {field.name: reader(hints[field.name]) for field in fields}
    must = needed(shape)

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise Mismatch("should be an object")
        for name in value.keys() - readers.keys():
            raise Unheard(f"is not known; known are {', '.join(sorted(readers))}", (str(name),))
        for name in sorted(must - value.keys()):
            raise Mismatch("is missing", (name,))
        found, name = {}, ""
        try:
            for name, item in value.items():
                found[name] = readers[name](item)
        except Mismatch as mismatch:
            raise mismatch.under(name) from None
        return shape(**found)

    return read


def needed(shape: Any) -> frozenset[str]:
    """Return the names of a record's fields that have no default."""
    fields = dataclasses.fields(shape)
    return frozenset(
        f.name for f in fields if f.default is f.default_factory is dataclasses.MISSING
    )


def _at(name: str, read: Reader, value: Any) -> Any:
    try:
        return read(value)
    except Mismatch as mismatch:
        raise mismatch.under(name) from None


def _literal(options: tuple[Any, ...]) -> Reader:
    # With their types: True equals 1, and 1.0, and is neither.
    allowed = frozenset((type(option), option) for option in options)
    types_of = frozenset(map(type, options))

    def read(value: Any) -> Any:
        if not isinstance(value, (str, int)) or (type(value), value) not in allowed:
            kind = Unheard if type(value) in types_of else Mismatch
            raise kind(f"should be one of {', '.join(map(str, options))}")
        return value

    return read


def _sequence(arguments: tuple[Any, ...]) -> Reader:
    read_one = reader(arguments[0])

    def read(value: Any) -> Any:
        if not isinstance(value, (list, tuple)):
            raise Mismatch("should be a list")
        return tuple(_at(str(i), read_one, item) for i, item in enumerate(value))

    return read


def _mapping(arguments: tuple[Any, ...]) -> Reader:
    read_key, read_one = (reader(argument) for argument in arguments)

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise Mismatch("should be an object")
        return {
            _at(str(name), read_key, name): _at(str(name), read_one, item)
            for name, item in value.items()
        }

    return read


def _union(options: tuple[Any, ...]) -> Reader:
    """X | None, or records told apart by the literal in their first field."""
    shapes = [option for option in options if option is not types.NoneType]
    if len(shapes) == 1:
        read_one = reader(shapes[0])
        return lambda value: None if value is None else read_one(value)
    tag = dataclasses.fields(shapes[0])[0].name
    by_tag = {tag_of(shape): reader(shape) for shape in shapes}

    def read(value: Any) -> Any:
        found = value.get(tag) if isinstance(value, dict) else None
        if not isinstance(found, str) or found not in by_tag:
            raise Mismatch(f"should be one of {', '.join(sorted(by_tag))}", (tag,))
        return by_tag[found](value)

    return read


def tag_of(shape: Any) -> str:
    """Return the literal in a record's first field, by which a union knows it."""
    first = dataclasses.fields(shape)[0]
    tag: str = get_args(get_type_hints(shape)[first.name])[0]
    return tag


_BY_ORIGIN: dict[Any, Callable[[tuple[Any, ...]], Reader]] = {
    Literal: _literal,
    tuple: _sequence,
    Mapping: _mapping,
    dict: _mapping,
    Union: _union,
    types.UnionType: _union,
}
