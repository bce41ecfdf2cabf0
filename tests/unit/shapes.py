"""Hypothesis strategies for whatever the door's types allow, made from the types themselves."""

import dataclasses
from typing import Any, Literal, TypeAliasType, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from guide.ids import Count

ANY_TEXT = st.text(st.characters(codec=None), max_size=12)


def values_of(hint: Any, texts: st.SearchStrategy[str] = ANY_TEXT) -> st.SearchStrategy[Any]:  # noqa: ANN401  # Any type hint.
    """Return a strategy for values of a type; its texts come from `texts`."""
    if isinstance(hint, TypeAliasType):
        counts = st.integers(0, 10**6)
        return counts if hint is Count else values_of(hint.__value__, texts)
    if dataclasses.is_dataclass(hint):
        fields = {name: values_of(one, texts) for name, one in get_type_hints(hint).items()}
        return st.builds(hint, **fields)  # type: ignore[arg-type]  # A class, not an object of it.
    arguments = get_args(hint)
    if get_origin(hint) is Literal:
        return st.sampled_from(arguments)
    if get_origin(hint) is tuple:
        return st.lists(values_of(arguments[0], texts), max_size=2).map(tuple)
    if arguments:
        return st.one_of(*(values_of(one, texts) for one in arguments))
    return {
        str: texts,
        bool: st.booleans(),
        int: st.integers(-3, 10**6),
        type(None): st.none(),
        object: st.none() | texts,  # Read where it is used, and may be anything.
    }[hint]
