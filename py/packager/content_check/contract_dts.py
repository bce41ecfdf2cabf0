"""The door's types for the shell: extension/contract.d.ts, made from the types of py/guide.

`build.py --renew` writes it, and `--check` says when the committed file is stale.
"""

import dataclasses
import importlib
import pkgutil
import types
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAliasType, Union, get_args, get_origin, get_type_hints

import guide.events
from guide import ids, surroundings
from guide.protocol import outside, wire

HEADER = """\
// The door between the shell and the guide: JSON text both ways.
// Made from events/ and protocol/ of py/guide by `uv run build.py --renew`; do not edit.
"""
# Of the values only ids go through the door as they are. A state does, too; the shell
# does not look in.
AREAS = sorted(item.name for item in pkgutil.iter_modules(guide.events.__path__, "guide.events."))
MODULES = (ids, surroundings, *map(importlib.import_module, AREAS), outside, wire)
BASIC = {str: "string", int: "number", bool: "boolean", object: "unknown", types.NoneType: "null"}


def declarations() -> str:
    """Return the text of contract.d.ts."""
    aliases = [alias for module in MODULES for alias in _aliases(module)]
    records = [r for module in MODULES[1:] for r in _records_of(module)]
    return "\n".join([HEADER, *map(_alias, aliases), *map(_record, records)])


def _aliases(module: types.ModuleType) -> Iterable[TypeAliasType]:
    return (
        value
        for value in vars(module).values()
        if isinstance(value, TypeAliasType) and value.__module__ == module.__name__
    )


def _records_of(module: types.ModuleType) -> Iterable[type]:
    return (
        value
        for value in vars(module).values()
        if dataclasses.is_dataclass(value)
        and isinstance(value, type)
        and value.__module__ == module.__name__
    )


def _alias(alias: TypeAliasType) -> str:
    options = _ts(alias.__value__).split(" | ")
    return f"export type {alias.__name__} =\n" + "\n".join(f"  | {o}" for o in options) + ";\n"


def _value(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def _record(shape: Any) -> str:  # noqa: ANN401  # A record is any dataclass.
    hints = get_type_hints(shape)
    bases = [base for base in shape.__bases__ if dataclasses.is_dataclass(base)]
    there = {field.name for base in bases for field in dataclasses.fields(base)}
    lines = [
        f"  {field.name}{_mark(shape, field)}: {_ts(hints[field.name])};"
        for field in dataclasses.fields(shape)
        if field.name not in there
    ]
    about = (shape.__doc__ or "").splitlines()[0]
    name = " extends ".join(one.__name__ for one in (shape, *bases))
    return f"/** {about} */\nexport interface {name} {{\n" + "\n".join(lines) + "\n}\n"


def _mark(shape: type, field: dataclasses.Field[Any]) -> str:
    # A field with a default may be left out on the way in; a response always has all.
    given = (field.default, field.default_factory) == (dataclasses.MISSING, dataclasses.MISSING)
    optional = not given and shape is not wire.Response
    return "?" if optional else ""


def _ts(hint: Any) -> str:  # noqa: ANN401  # A type hint is any.
    if hint in BASIC:
        return BASIC[hint]
    if isinstance(hint, TypeAliasType) or dataclasses.is_dataclass(hint):
        return str(hint.__name__)  # type: ignore[union-attr]  # A class has a name.
    return _compound(get_origin(hint), get_args(hint))


def _compound(origin: Any, arguments: tuple[Any, ...]) -> str:  # noqa: ANN401
    if origin is Literal:
        return " | ".join(map(_value, arguments))
    if origin is tuple:
        return f"{_ts(arguments[0])}[]"
    if origin is Mapping:
        return f"Record<{_ts(arguments[0])}, {_ts(arguments[1])}>"
    if origin in {Union, types.UnionType}:
        return " | ".join(map(_ts, arguments))
    raise TypeError(f"contract: no TypeScript for {origin}")
