"""An update and a way back lose nothing: states as other versions have stored them.

tests/released.py has made these, each by the guide of its commit.
"""

import json
from typing import Any

import pytest

from guide import door
from guide.state import State
from guide.warm_up import first_request
from tests import released
from tests.states import made_by, words_of
from tests.tables import each_row

KEPT = ("answers", "tried", "edits", "shown", "sent", "replies", "reply_text", "closed")


def opened(state: Any) -> Any:  # noqa: ANN401  # JSON is any.
    return json.loads(door.turn(json.dumps(first_request("he") | {"state": state})))


def test_every_version_of_the_state_is_among_them() -> None:
    """Seen to fail without those of version 2."""
    there = {path.stem for path in released.FOLDER.glob("*.json")}
    assert there == released.VERSIONS.keys()
    versions = {made_by(commit)["version"] for commit in released.VERSIONS}
    assert versions == set(range(1, State().version + 1))


@pytest.mark.parametrize("commit", released.VERSIONS)
def test_what_an_older_version_has_stored_is_read_to_the_last_word(commit: str) -> None:
    """Seen to fail with a migration that joins no answers, and one that drops `replies`."""
    stored = made_by(commit)
    response = opened(stored)
    assert response["problem"] is None
    now = response["state"]
    # A word may stand in a longer text now: what was asked twice is asked once.
    all_of_it = json.dumps(words_of(now), ensure_ascii=False)
    assert [
        one
        for one in words_of(stored)
        if json.dumps(one, ensure_ascii=False)[1:-1] not in all_of_it
    ] == []
    for old, new in zip(stored["cases"], now["cases"], strict=True):
        assert [name for name in KEPT if name in old and name not in new] == []
        for name in ("tried", "edits", "sent", "replies"):
            assert len(new.get(name, ())) == len(old.get(name, ()))
    assert (now["current"], now["place"]) == (stored["current"], stored["place"])
    assert opened(now)["state"] == now


TOMORROW: dict[str, tuple[dict[str, Any], str]] = {
    "a key of the state": ({"colours": ["red"]}, "newer_state"),
    "a key of the settings": ({"settings": {"voice": True}}, "newer_state"),
    "a key of a case": ({"cases": [{"id": "c1", "created": "", "mood": "good"}]}, "newer_state"),
    "a screen": ({"place": {"screen": "atlas"}}, "newer_state"),
    "a kind of letter": ({"cases": [{"id": "c1", "created": "", "kind": "ode"}]}, "newer_state"),
    "cases that are apart, to a guide from before": (
        {"apart": [["c1", "811c9dc5"]]},
        "newer_state",
    ),
    "nothing new, but another type": ({"place": {"screen": 7}}, "bad_state"),
    "nothing new, but a key is gone": ({"cases": [{"id": "c1"}]}, "bad_state"),
}


@each_row(("more", "code"), TOMORROW.values())
def test_what_a_newer_guide_of_the_same_version_stores_is_said_to_be_newer(
    more: dict[str, Any], code: str
) -> None:
    """Else the last good copy would be offered, which is older. Seen to fail without `Unheard`."""
    state = {"version": State().version} | more
    response = opened(state)
    assert (response["problem"]["code"], response["state"]) == (code, state)
    assert ('"restore"' in response["html"]) is (code == "bad_state")


def test_an_old_version_knows_all_of_its_own_keys() -> None:
    """So what is unheard of there is damage. Seen to fail with every unheard key called newer."""
    assert opened({"version": 1, "colours": []})["problem"]["code"] == "bad_state"
