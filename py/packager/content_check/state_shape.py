"""The shape of what is stored, as plain data, so that a change of it can be seen."""

import dataclasses
import re
from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Any, Literal, TypeAliasType, Union, get_args, get_origin, get_type_hints

type Shape = dict[str, dict[str, str]]
"""By record, then by field: the field's type, and its default if it has one."""

CHOICES = re.compile(r"one of ((?: ?[a-z_0-9]+)+)")


def shape_of(record: type) -> Shape:
    """Return the shape of a record and of all records in it."""
    shape: Shape = {}
    _add(record, shape)
    return shape


def _add(record: type, shape: Shape) -> None:
    if record.__name__ in shape:
        return
    hints = get_type_hints(record)
    shape[record.__name__] = {
        field.name: _named(hints[field.name]) + _default(field)
        for field in dataclasses.fields(record)
    }
    for inner in (one for hint in hints.values() for one in _records(hint)):
        _add(inner, shape)


def _default(field: "dataclasses.Field[Any]") -> str:
    default = field.default
    if default is dataclasses.MISSING:
        return ""
    # What such a record holds is told in its own place.
    kind = type(default)
    whole = dataclasses.is_dataclass(default) and default == kind()
    return f" = {kind.__name__}()" if whole else f" = {default!r}"


def _bare(hint: object) -> object:
    return _bare(hint.__value__) if isinstance(hint, TypeAliasType) else hint


def _records(hint: object) -> Iterator[type]:
    hint = _bare(hint)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        yield hint
    for argument in get_args(hint):
        yield from _records(argument)


def _named(hint: object) -> str:
    hint = _bare(hint)
    if get_origin(hint) is Literal:
        return "one of " + " ".join(sorted(map(str, get_args(hint))))
    names = [_named(one) for one in get_args(hint)]
    if get_origin(hint) in {Union, UnionType}:
        return " | ".join(names)
    if names:
        return f"{getattr(get_origin(hint), '__name__', '')}[{', '.join(names)}]"
    if hint in {Ellipsis, NoneType}:
        return "..." if hint is Ellipsis else "None"
    return str(getattr(hint, "__name__", hint))


def breaks(old: Shape, new: Shape) -> list[str]:
    """Return what makes a state stored in the old shape another thing to a reader of the new one.

    Gone or changed fields, and new ones without a default. More choices are no break, fewer are.
    """
    gone = [
        f"{record}.{field}: was {was!r}, is {new.get(record, {}).get(field, 'gone')!r}"
        for record, fields in old.items()
        for field, was in fields.items()
        if not _takes(new.get(record, {}).get(field, ""), was)
    ]
    needed = [
        f"{record}.{field}: is new and has no default"
        for record, fields in new.items()
        if record in old
        for field, now in fields.items()
        if field not in old[record] and " = " not in now
    ]
    return gone + needed


def _takes(now: str, was: str) -> bool:
    """Tell whether a reader of `now` takes all that was written as `was`."""
    if CHOICES.sub("str", was) == now:
        return True  # A text may be any of the choices; that choices are not any text is a break.
    (frame_now, choices_now), (frame_was, choices_was) = _apart(now), _apart(was)
    return frame_now == frame_was and choices_was <= choices_now


def _apart(name: str) -> tuple[str, set[str]]:
    """Return the type without its choices, and the choices."""
    found = CHOICES.search(name)
    return CHOICES.sub("one of", name), set(found[1].split()) if found else set()
