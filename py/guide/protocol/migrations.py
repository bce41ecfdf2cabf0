"""Stored states of older versions, taken up one version at a time, before they are read.

    version 1 -> STEPS[1] -> version 2 -> STEPS[2] -> ... -> the shape of model.State

A field that may be missing needs no version: readers take its default. Anything else that is
stored (a field gone, renamed, of another type, with another default or without one) raises
`State.version` by one, and adds here the function that makes the new shape of the old, and in
tests/fixtures/states a state of the new version. Fixtures of old versions stay for ever.
"""

from collections.abc import Callable, Mapping
from typing import Any

from guide.errors import BadState, NewerState
from guide.model import State

type Plain = dict[str, Any]
type Step = Callable[[Plain], Plain]

STEPS: Mapping[int, Step] = {}
"""By version: what makes a state of the next version of one of this. Pure: JSON in, JSON out."""


def migrate(
    value: Plain, steps: Mapping[int, Step] = STEPS, newest: int = State().version
) -> Plain:
    """Return a stored state in the newest shape. Raises BadState, or NewerState."""
    version = _version_of(value)
    if version > newest:
        raise NewerState(f"version: {version}")
    for at in range(version, newest):
        value = _taken(value, at, steps) | {"version": at + 1}
    return value


def _version_of(value: Plain) -> int:
    version = value.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BadState("state.version: is missing, or no version that ever was")
    return version


def _taken(value: Plain, version: int, steps: Mapping[int, Step]) -> Plain:
    try:
        return steps[version](value)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        # A step trusts the shape of its version; what has another shape is kept as it is.
        problem = f"{type(error).__name__}: {error}"
        raise BadState(f"state: is not of version {version} ({problem})") from error
