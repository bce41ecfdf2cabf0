"""Whatever comes through the door, in whatever order: an answer goes out, and nothing is lost."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from guide import door
from guide.cases import typed_fields
from guide.catalog import loading
from guide.events.events import Event
from guide.protocol import state_cache
from guide.protocol.codec import decode, encode
from guide.protocol.wire import Response
from guide.state import State
from guide.text.unseen import honest
from guide.warm_up import first_request
from tests import naughty
from tests.unit.shapes import ANY_TEXT, values_of

CATALOG = loading.load()
# Names that mean something to the guide, more often than noise: hostile is what nearly fits.
NAMES = (
    *("c1", "c2", "c3", "", "email", "billing", "2026-11-20", "2026-02-31", "help_search"),
    *("goal", "happened", "account_email", "plan", *typed_fields.OWN),
    *("read_refunds", "check_status", "prerequisites"),
)
TEXTS = st.sampled_from((*NAMES, *(one.typed for one in naughty.read()))) | ANY_TEXT
# Anything that JSON has; what it lacks, NaN and infinities, test_main.py and test_door.py send.
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
JUNK = st.recursive(
    st.none() | st.booleans() | NUMBERS | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
    max_leaves=6,
)
HONEST = ANY_TEXT.map(honest)
EVENTS = values_of(Event, TEXTS).map(encode)
NEARLY = st.builds(lambda event, key, value: event | {key: value}, EVENTS, TEXTS, JUNK)


def turned(state: object, event: object) -> dict[str, Any]:
    """Take one turn and return its response, after seeing that it is whole."""
    request = first_request("he") | {"state": state, "event": event}
    response: dict[str, Any] = json.loads(door.turn(json.dumps(request)))
    decode(Response, response)
    assert response["html"]
    return response


def told(state: Any) -> dict[str, dict[str, Any]]:  # noqa: ANN401  # JSON is any.
    """Return what a person has said, by case: what must never be lost."""
    return {
        case["id"]: {
            key: case[key]
            for key in ("story", "answers", "edits", "replies", "sent")
            if key in case
        }
        for case in state.get("cases", [])
    }


@settings(max_examples=20, deadline=None)
@given(st.lists(EVENTS | NEARLY | JUNK, max_size=10))
def test_no_event_in_any_order_loses_what_was_said(events: list[Any]) -> None:
    """Seen to fail: with a `new_case` that drops the others, and a refusal that keeps nothing."""
    state = turned(None, {"type": "pick_category", "category": "billing"})["state"]
    state = turned(state, {"type": "typed", "field": "story", "value": "first words"})["state"]
    for event in events:
        response = turned(state, event)
        kind = event.get("type") if isinstance(event, dict) else None
        if response["problem"]:
            assert response["state"] == state
        before, after = told(state), told(response["state"])
        touched = {state.get("current"), event.get("case")} if isinstance(event, dict) else set()
        for case in before.keys() - (touched if kind == "delete_case" else set()):
            if kind != "start_fresh":
                assert case in after
                assert case in touched or before[case] == after[case]
        state = response["state"]


@settings(max_examples=30, deadline=None)
@given(JUNK | st.builds(lambda key, value: {"version": 1, key: value}, TEXTS, JUNK))
def test_a_stored_state_of_any_shape_is_read_or_goes_back_untouched(state: object) -> None:
    response = turned(state, {"type": "opened"})
    if response["problem"]:
        assert response["state"] == state
    else:
        state_cache.read(response["state"])


def test_what_is_told_of_a_problem_is_one_short_line() -> None:
    """Seen to fail: with the detail as it came."""
    hostile = "evil\u202e\x00\n" + "x" * 9_000
    for event in (
        {"type": "typed", "field": hostile, "value": ""},
        {hostile: 1},
        {"type": hostile},
    ):
        response = turned(None, event)
        assert len(response["problem"]["detail"]) <= door.MAX_DETAIL
        assert "\u202e" not in json.dumps(response, ensure_ascii=False)
    response = turned({"version": 1, hostile: 1}, {"type": "opened"})
    assert len(response["problem"]["detail"]) <= door.MAX_DETAIL


@settings(max_examples=25, deadline=None)
@given(values_of(State, HONEST))
def test_a_state_that_is_written_is_read_back_the_same(state: State) -> None:
    """Seen to fail: with `encode` that leaves out every empty list, and every False."""
    assert decode(State, json.loads(json.dumps(encode(state)))) == state


@settings(max_examples=40, deadline=None)
@given(values_of(Event, HONEST))
def test_an_event_that_is_written_is_read_back_the_same(event: Any) -> None:  # noqa: ANN401  # One of many.
    assert decode(Event, json.loads(json.dumps(encode(event)))) == event  # type: ignore[arg-type]  # A union.
