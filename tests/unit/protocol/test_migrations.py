"""What a released version has stored is read by every later one, and nothing of it is lost.

A new version of the state is a function in guide/protocol/migrations.py and a fixture here, made by
that version; the fixtures of the old ones are never touched again.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from guide import door
from guide.errors import BadState, NewerState
from guide.model import Case
from guide.protocol import migrations, state_cache
from guide.state import State
from guide.warm_up import first_request
from packager.content_check.state_shape import Shape, breaks, shape_of
from tests.states import words_of

STATES = Path(__file__).parents[2] / "fixtures" / "states"
SHAPE = STATES / "shape.json"
RELEASED = sorted(STATES.glob("v*.json"))
NEWEST = State().version


def read(path: Path) -> Any:  # noqa: ANN401  # JSON is any.
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_a_state_of_a_released_version_opens_with_all_its_words(path: Path) -> None:
    """Seen to fail with a migration that forgot `sent`, and with a field renamed in the model."""
    stored = read(path)
    request = first_request("en") | {"state": stored}
    response = json.loads(door.turn(json.dumps(request)))
    assert response["problem"] is None
    assert response["state"]["version"] == NEWEST
    kept = words_of(response["state"])
    assert [one for one in words_of(stored) if one not in kept] == []


def test_a_state_of_this_version_comes_out_as_it_went_in() -> None:
    stored = read(STATES / f"v{NEWEST}.json")
    assert json.loads(state_cache.write(state_cache.read(stored))) == stored


def test_every_released_version_has_its_fixture_and_its_step() -> None:
    """Seen to fail with `State.version` raised to 2 and nothing else done."""
    assert [path.stem for path in RELEASED] == [f"v{one}" for one in range(1, NEWEST + 1)]
    assert sorted(migrations.MIGRATIONS) == list(range(1, NEWEST))


def test_the_shape_of_the_state_changes_only_with_its_version() -> None:
    """Seen to fail with a field renamed, one without a default added, and a default changed.

    A default counts, since what holds its default is not written.
    """
    committed, now = read(SHAPE), shape_of(State)
    old: Shape = committed["shape"]
    if committed["version"] == NEWEST:
        told = "raise State.version, and add a step and a fixture: see guide/protocol/migrations.py"
        assert breaks(old, now) == [], told
    told = f"write {SHAPE.name} anew: uv run build.py --renew"
    assert committed == {"version": NEWEST, "shape": now}, told


SHAPES: dict[str, tuple[dict[str, str], dict[str, str], int]] = {
    "no change": ({"a": "str"}, {"a": "str"}, 0),
    "a field gone": ({"a": "str", "b": "str"}, {"a": "str"}, 1),
    "a field renamed": ({"a": "str = ''"}, {"b": "str = ''"}, 1),
    "another type": ({"a": "str"}, {"a": "int"}, 1),
    "another default": ({"a": "bool = False"}, {"a": "bool = True"}, 1),
    "a new field that may be missing": ({"a": "str"}, {"a": "str", "b": "str = ''"}, 0),
    "a new field that must be there": ({"a": "str"}, {"a": "str", "b": "str"}, 1),
    "one more choice": ({"a": "one of x y"}, {"a": "one of w x y"}, 0),
    "one choice less": ({"a": "one of x y"}, {"a": "one of x"}, 1),
    "a choice more or none": (
        {"a": "one of x | None = None"},
        {"a": "one of x y | None = None"},
        0,
    ),
    "choices become a text": ({"a": "one of x y"}, {"a": "str"}, 0),
    "a text becomes choices": ({"a": "str"}, {"a": "one of x y"}, 1),
}


@pytest.mark.parametrize(("old", "new", "count"), SHAPES.values(), ids=SHAPES.keys())
def test_what_breaks_a_stored_state_is_told_from_what_does_not(
    old: dict[str, str], new: dict[str, str], count: int
) -> None:
    assert len(breaks({"State": old}, {"State": new})) == count


def tomorrow() -> dict[int, migrations.Migration]:
    """Return the steps of a guide two versions on: `story` becomes `words`, then gets a date."""
    return {
        1: lambda old: old | {"words": old["story"]},
        2: lambda old: {key: value for key, value in old.items() if key != "story"} | {"on": ""},
    }


def test_a_state_is_taken_up_one_version_at_a_time() -> None:
    old = {"version": 1, "story": "hello"}
    assert migrations.migrate(old, tomorrow(), 3) == {"version": 3, "words": "hello", "on": ""}
    assert old == {"version": 1, "story": "hello"}, "steps are pure"
    between = {"version": 2, "story": "", "words": "hello"}
    assert migrations.migrate(between, tomorrow(), 3)["words"] == "hello"


def test_what_a_step_cannot_take_up_is_unreadable_and_not_half_taken() -> None:
    with pytest.raises(BadState, match="not of version 1"):
        migrations.migrate({"version": 1, "cases": []}, tomorrow(), 3)


@pytest.mark.parametrize("version", [0, -1, True, "1", None, 1.0])
def test_a_version_that_never_was_is_unreadable(version: object) -> None:
    with pytest.raises(BadState) as caught:
        migrations.migrate({"version": version})
    assert not isinstance(caught.value, NewerState)


def test_a_newer_version_is_left_alone() -> None:
    with pytest.raises(NewerState):
        migrations.migrate({"version": NEWEST + 1, "unheard": "of"})


def test_the_fixture_of_this_version_has_something_of_everything() -> None:
    stored = state_cache.read(read(STATES / f"v{NEWEST}.json"))
    cases = stored.cases
    for field in ("sent", "replies", "edits", "tried", "answers", "shown", "closed", "reply_text"):
        assert any(getattr(case, field) for case in cases), field
    assert all(isinstance(case, Case) for case in cases)


ASKED_TWICE: dict[str, tuple[str, dict[str, str], dict[str, str]]] = {
    "the outcome joins the goal": (
        "billing",
        {"goal": "A refund.", "outcome": "Or credit."},
        {"goal": "A refund. Or credit."},
    ),
    "alone it becomes the goal": ("billing", {"outcome": "A refund."}, {"goal": "A refund."}),
    "what was expected joins what happened": (
        "other",
        {"expected": "An email.", "happened": "None came."},
        {"happened": "None came.\nAn email."},
    ),
    "what was done joins what was tried": (
        "security_compromise",
        {"done_about_it": "New password.", "tried": "Another browser."},
        {"tried": "Another browser.\nNew password."},
    ),
    "a question has its goal in what one wants to do": (
        "feature_question",
        {"goal": "Sharing.", "want_to_do": "Share a project."},
        {"want_to_do": "Share a project.\nSharing."},
    ),
    "a privacy request has its goal in what happened": (
        "data_privacy",
        {"goal": "My data.", "outcome": "All of it.", "privacy_request": "export"},
        {"happened": "My data.\nAll of it.", "privacy_request": "export"},
    ),
}


@pytest.mark.parametrize(("category", "old", "new"), ASKED_TWICE.values(), ids=ASKED_TWICE.keys())
def test_what_was_asked_twice_is_joined_and_nothing_is_lost(
    category: str, old: dict[str, str], new: dict[str, str]
) -> None:
    """Seen to fail with version 2: the answers stayed under fields that nobody reads."""
    answers = [{"field": field, "value": value} for field, value in old.items()]
    case = {"id": "c1", "category": category, "answers": answers}
    stored = {"version": 2, "cases": [case], "undo": {"case": case, "place": {}}}
    taken: Any = migrations.migrate(stored)
    for one in (taken["cases"][0], taken["undo"]["case"]):
        assert {answer["field"]: answer["value"] for answer in one["answers"]} == new
    assert case["answers"] == answers, "steps are pure"
