"""JSON is measured before it is read: no text ends the interpreter that reads it."""

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide import door
from guide.protocol import json_text, state_cache
from guide.warm_up import first_request

FAR = json_text.MAX_DEPTH + 1
DEEP = {
    "lists": "[" * FAR + "]" * FAR,
    "objects": '{"":' * FAR + "0" + "}" * FAR,
    "both": '[{"":' * FAR + "0" + "}]" * FAR,
    "lists without an end": "[" * FAR,
    "lists after a text with an escaped quote": '["\\"", ' + "[" * FAR,
    "lists after a text that ends in a backslash": '["' + "\\\\" + '", ' + "[" * FAR,
    "lists in far too many": "[" * 100_000,
}
SHALLOW = {
    "as deep as is read": "[" * (FAR - 1) + "]" * (FAR - 1),
    "side by side": "[" + "[]," * 999 + "[]]",
    "in a text": json.dumps("[" * 999),
    "in a text after a quote": json.dumps('"' + "[" * 999),
    "in a text after a backslash": json.dumps("\\" + "[" * 999),
    "in a name": json.dumps({"{" * 999: 1}),
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
def test_what_is_nested_too_deep_is_refused_before_it_is_read(text: str) -> None:
    """Seen to fail, each, with a `parse` that does not measure."""
    with pytest.raises(json_text.TooDeep):
        json_text.parse(text)


@pytest.mark.parametrize("text", SHALLOW.values(), ids=SHALLOW.keys())
def test_brackets_that_nest_nothing_are_no_depth(text: str) -> None:
    assert json_text.parse(text) == json.loads(text)


@given(st.recursive(st.text(), lambda one: st.lists(one) | st.dictionaries(st.text(), one)))
def test_the_depth_is_what_is_nested(value: Any) -> None:  # noqa: ANN401  # JSON is any.
    def deep(one: object) -> int:
        inner = one.values() if isinstance(one, dict) else one if isinstance(one, list) else None
        return 0 if inner is None else 1 + max(map(deep, inner), default=0)

    assert json_text.depth(json.dumps(value)) == deep(value)
    assert json_text.cut(json.dumps(value)) == json.dumps(value)


@pytest.mark.parametrize("piece", ['"\\', '\\"', "[", '["', '"', "{]"])
def test_measuring_takes_as_long_as_the_text_is(piece: str) -> None:
    """Seen to fail with a pattern that needs the closing quote: minutes."""
    begun = time.process_time()
    json_text.depth(piece * 300_000)
    assert time.process_time() - begun < 2


def test_a_stored_state_that_is_too_deep_cannot_be_read_and_stays() -> None:
    """Seen to fail with a depth that makes the whole request unreadable: no way on was offered."""
    state_cache.fresh()
    request = json.dumps(first_request("en") | {"state": "HERE"})
    deep = '{"version":1,"cases":' + "[" * 500 + "]" * 500 + "}"
    response = json.loads(door.turn(request.replace('"HERE"', deep)))
    assert (response["problem"]["code"], response["state"]) == ("bad_state", None)
    assert 'id="restore"' in response["html"]


def test_an_event_that_is_too_deep_is_no_state_that_cannot_be_read() -> None:
    state_cache.fresh()
    request = json.dumps(first_request("en") | {"event": "HERE"})
    response = json.loads(door.turn(request.replace('"HERE"', "[" * FAR + "]" * FAR)))
    assert response["problem"]["code"] == "bad_turn"
