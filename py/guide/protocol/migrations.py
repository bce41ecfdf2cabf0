"""Stored states of older versions, taken up one version at a time, before they are read.

    version 1 -> MIGRATIONS[1] -> version 2 -> MIGRATIONS[2] -> ... -> the shape of state.State

A field that may be missing needs no version: readers take its default, and a guide that does not
know it yet says that a newer one wrote it. Anything else that is stored (a field gone, renamed, of
another type, with another default or without one) raises `State.version` by one, and adds here the
function that makes the new shape of the old, and in tests/fixtures/states a state of the new
version. Fixtures of old versions stay for ever.
"""

from collections.abc import Callable, Mapping

from guide.errors import BadState, NewerState
from guide.protocol.codec import Json
from guide.state import State

type JsonObject = dict[str, Json]
type Migration = Callable[[JsonObject], JsonObject]


def _honest_steps(old: JsonObject) -> JsonObject:
    """Version 1 kept "helped" or not; "No, go on" was tapped untried, so it claims nothing."""
    return old | {"cases": [_honest_case(case) for case in _items(old, "cases")]}


def _honest_case(case: JsonObject) -> JsonObject:
    tried = [_honest_step(**step) for step in _items(case, "tried")]
    return case | {"tried": tried} if tried else case


def _honest_step(advice: Json, helped: Json, at: Json) -> Json:
    if not isinstance(helped, bool):
        raise TypeError("tried.helped should be true or false")
    return {"advice": advice, "outcome": "helped" if helped else "skipped", "at": at}


# What was asked twice is asked once: an answer to the one joins that to the other.
_JOINED = {"outcome": "goal", "expected": "happened", "done_about_it": "tried"}
# These categories say what is wanted in another field than the goal.
_INSTEAD_OF_GOAL = {"feature_question": "want_to_do", "data_privacy": "happened"}
_LINE = frozenset({"goal"})  # A field of one line; the others take several.


def _asked_once(old: JsonObject) -> JsonObject:
    """Version 2 asked some things twice; every answer joins the field that is left."""
    new = old | {"cases": [_case_asked_once(case) for case in _items(old, "cases")]}
    undo = old.get("undo")
    if isinstance(undo, dict) and isinstance(before := undo.get("case"), dict):
        new |= {"undo": undo | {"case": _case_asked_once(before)}}
    return new


def _case_asked_once(case: JsonObject) -> JsonObject:
    answers = _items(case, "answers")
    category = case.get("category")
    joined = dict(_JOINED)
    if isinstance(category, str) and category in _INSTEAD_OF_GOAL and not case.get("topic"):
        # The old outcome joins what the goal joins.
        joined |= dict.fromkeys(("goal", "outcome"), _INSTEAD_OF_GOAL[category])
    kept = [dict(answer) for answer in answers if answer["field"] not in joined]
    for answer in answers:
        if answer["field"] in joined and answer["value"]:
            _join(kept, joined[str(answer["field"])], answer)
    return case | {"answers": list(kept)} if answers else case


def _join(kept: list[JsonObject], field: str, answer: JsonObject) -> None:
    there = next((one for one in kept if one["field"] == field), None)
    if there is None:
        kept.append(answer | {"field": field})
    elif not there["value"]:
        there |= answer | {"field": field}
    else:
        between = " " if field in _LINE else "\n"
        # What the person wrote must not be read anew from the story.
        there |= {"value": f"{there['value']}{between}{answer['value']}", "source": "person"}


def _items(value: JsonObject, name: str) -> list[JsonObject]:
    items = value.get(name, [])
    if not isinstance(items, list) or not all(isinstance(one, dict) for one in items):
        raise TypeError(f"{name} should be a list of objects")
    return [one for one in items if isinstance(one, dict)]


MIGRATIONS: Mapping[int, Migration] = {1: _honest_steps, 2: _asked_once}
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
