"""Stored states of older versions, taken up one version at a time, before they are read.

    version 1 -> MIGRATIONS[1] -> version 2 -> MIGRATIONS[2] -> ... -> the shape of model.State

A field that may be missing needs no version: readers take its default. Anything else that is
stored (a field gone, renamed, of another type, with another default or without one) raises
`State.version` by one, and adds here the function that makes the new shape of the old, and in
tests/fixtures/states a state of the new version. Fixtures of old versions stay for ever.
"""

from collections.abc import Callable, Mapping

from guide.errors import BadState, NewerState
from guide.model import State
from guide.protocol.codec import Json

type JsonObject = dict[str, Json]
type Migration = Callable[[JsonObject], JsonObject]

MIGRATIONS: Mapping[int, Migration] = {}
"""By version: what makes a state of the next version of one of this. Pure: JSON in, JSON out."""


def migrate(
    value: JsonObject, known: Mapping[int, Migration] = MIGRATIONS, newest: int = State().version
) -> JsonObject:
    """Return a stored state in the newest shape. Raises BadState, or NewerState."""
    version = _version_of(value)
    if version > newest:
        raise NewerState(f"version: {version}")
    for at in range(version, newest):
        value = _taken(value, at, known) | {"version": at + 1}
    return value


def _version_of(value: JsonObject) -> int:
    version = value.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BadState("state.version: is missing, or no version that ever was")
    return version


def _taken(value: JsonObject, version: int, known: Mapping[int, Migration]) -> JsonObject:
    try:
        return known[version](value)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        # A migration trusts the shape of its version; what has another shape is kept as it is.
        problem = f"{type(error).__name__}: {error}"
        raise BadState(f"state: is not of version {version} ({problem})") from error
