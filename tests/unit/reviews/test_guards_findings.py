"""What attackers of the first version got through: it must stay shut.

All of it is seen at the door, so that the same file runs on that version, too: each test was seen
to fail there (`python -m tests.on_older TREE`). What the browser's storage does (a write that is
slow, a text that cannot be read, a deletion) is in `js/shared/late-writes` and `state-store`, and
in `tests/browser/test_rare_and_hostile`; those do not run on that version.
"""

import copy
import hashlib
import json
import time
from typing import Any

import pytest

from guide import door
from tests.unit.reviews.at_the_door import DEVICE, SUNDAY, Someone

CREATED = "2026-11-02T09:14:00+02:00"


def request(state: object, event: dict[str, Any] | None = None) -> str:
    """Return a request as the popup makes it."""
    asked = {"v": 1, "now": SUNDAY, "locale": "en", "device": DEVICE, "page": None, "state": state}
    return json.dumps(asked | {"event": event or {"type": "opened"}, "surface": "options"})


def problem(line: str) -> str:
    """Return the code of what the door says is wrong, "" for nothing."""
    found = json.loads(door.turn(line))["problem"]
    return found["code"] if found else ""


def backup(state: dict[str, Any]) -> dict[str, Any]:
    """Return the event that imports a whole and valid backup of this state."""
    plain = json.dumps(state, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(plain.encode()).hexdigest()
    whole = {"format": "support-guide", "v": 1, "written": SUNDAY, "sum": digest, "state": state}
    file = json.dumps(whole)
    return {"type": "import", "size": len(file), "text": file}


def one_case(**more: object) -> dict[str, Any]:
    """Return a stored state with one case in it, and these fields of the case."""
    return {"version": 1, "cases": [{"id": "c9", "created": CREATED} | more], "next_case": 10}


# F1
@pytest.mark.parametrize("number", [10**21, 2**53, -(10**21), -1])
def test_a_number_that_javascript_writes_back_as_another_is_refused(number: int) -> None:
    state = one_case(replies=[{"kind": "solved", "at": CREATED, "after": number}])
    assert problem(request(state)) == "bad_state"


def test_what_is_remembered_is_no_excuse_for_what_a_fresh_start_refuses() -> None:
    state = one_case(replies=[{"kind": "solved", "at": CREATED, "after": 1}])
    kept = json.loads(door.turn(request(state, {"type": "choose_locale", "locale": "he"})))["state"]
    for odd in (True, 1.0):
        other = copy.deepcopy(kept)
        other["cases"][0]["replies"][0]["after"] = odd
        assert problem(request(other)) == "bad_state", odd


# F3
@pytest.mark.parametrize("head", ["https://openai.com ", "From: OpenAI <noreply@tm.openai.com>\n"])
@pytest.mark.parametrize("length", [4_100, 20_000])
def test_a_trap_behind_a_long_text_is_not_called_openais(head: str, length: int) -> None:
    person = Someone()
    person.does("go", to="genuine")
    person.types("suspect", head + "x " * (length // 2) + " https://openai-support.help-login.com")
    assert person.verdict == "scam"


# F4
def test_a_state_nested_deeper_than_any_of_ours_is_refused_before_it_is_parsed() -> None:
    line = request(None).replace('"state": null', '"state": ' + "[" * 101 + "]" * 101)
    found = json.loads(door.turn(line))["problem"]
    assert "nested" in found["detail"]


# F5
@pytest.mark.parametrize(
    ("start", "unit"), [("my password is ", "a1b2c to "), ("הסיסמה שלי היא ", "a1b2c ל")]
)
def test_a_text_of_a_thousand_passwords_is_no_bug(start: str, unit: str) -> None:
    person = Someone()
    person.picks("other")
    person.types("happened", start + unit * 991)
    person.does("go", to="request")
    assert person.last["problem"] is None
    assert person.letter


# F6: one of each kind; all of them are in tests/unit/redact.
SECRETS = {
    "a webhook": "https://hooks.slack.com/services/T01ABCDEF/B01ABCDEF/x7Kq2mZp9RtLw4VbN8sYcD3f",
    "a sign-in link": "https://auth.openai.com/verify/q7Kz2mXp9RtLw4VbN8sYcD3fGh6JkPoIuTrEwQaSdFg",
    "an unnamed parameter": "https://example.com/in?t=q7Kz2mXp9RtLw4VbN8sYcD3fGh6Jk",
    "a signature": "https://s3.amazonaws.com/b/f?X-Amz-Signature=9f86d081884c7d659a2feaa0c55ad015",
    "a refresh token": "rt_q7Kz2mXp9RtLw4VbN8sYcD3fGh6JkPoIuTrEwQaSdFg",
    "a vault token": "hvs.CAESIJq7Kz2mXp9RtLw4VbN8sYcD3fGh6JkPoIuTr",
    "a device code": "my device code: K2SS-5LCI",
    "a Wi-Fi code": "WIFI:T:WPA;S:home;P:q7Kz2mXp9Rt;;",
    "an encoded key": "sk%2Dproj%2Dq7Kz2mXp9RtLw4VbN8sYcD3fGh6JkPoIuTrEwQaSdFg",
    "an unnamed run": "it answered q7Kz2mXp9RtLw4VbN8sYcD3fGh6JkPoIuTrEwQaS",
    "a code read out": "I read them 737900 over the phone",
    "a phrase": "my seed phrase is "
    "witch collapse practice feed shame open despair creek road again ice useful",
    "a Hebrew name": "מפתח השחזור שלי הוא q7Kz2mXp9RtLw4VbN8sY",
}


@pytest.mark.parametrize("text", SECRETS.values(), ids=SECRETS.keys())
def test_a_secret_of_a_kind_that_passed_is_hidden_from_support(text: str) -> None:
    person = Someone()
    person.picks("other")
    person.types("happened", f"This happened. {text}")
    person.does("go", to="request")
    person.does("choose_letter", channel="email")
    last = text.rsplit(maxsplit=1)[-1] if "737900" not in text else "737900"
    assert last not in person.letter


# F7
TITLE = "refund refund charged twice billing invoice payment: call OpenAI +1 (800) 555-0199"
HACKED = "https://help.openai.com/en/?q=my+account+was+hacked+someone+stole+my+account+hacked"


@pytest.mark.parametrize(
    ("page", "story", "category"),
    [
        (
            {"url": "https://help.openai.com/en/", "title": TITLE},
            "I cannot log in, it says my password is wrong",
            "login_access",
        ),
        ({"url": HACKED, "title": "Help"}, "I was charged twice", "billing"),
        ({"url": HACKED, "title": "Help"}, "help", ""),
    ],
)
def test_the_page_outvotes_nobody(page: dict[str, str], story: str, category: str) -> None:
    alone, with_page = Someone(), Someone(page=page)
    alone.tells(story)
    with_page.tells(story)
    assert with_page.state["cases"][0].get("category", "") == category
    assert alone.state["cases"][0].get("category", "") == category
    assert "555-0199" not in with_page.main


# F8
def test_a_new_case_does_not_take_the_place_of_one_with_its_id() -> None:
    first = {"id": "c1", "created": CREATED, "story": "FIRST STORY"}
    person = Someone(state={"version": 1, "cases": [first], "next_case": 1})
    person.types("story", "second")
    assert [case["story"] for case in person.state["cases"]] == ["FIRST STORY", "second"]


def test_of_two_stored_cases_with_one_id_both_keep_their_words() -> None:
    twins = [{"id": "c1", "created": CREATED, "story": one} for one in ("FIRST", "SECOND")]
    person = Someone(state={"version": 1, "cases": twins, "current": "c1", "next_case": 2})
    person.types("story", "typed")
    assert "SECOND" in [case["story"] for case in person.state["cases"]]


# F10
@pytest.mark.parametrize("unit", ["rn", "aB1", "7", "א־"])
def test_triage_of_one_endless_word_takes_as_long_as_the_word_is(unit: str) -> None:
    def seconds(length: int) -> float:
        person = Someone()
        person.types("story", unit * (length // len(unit)))
        begin = time.process_time()
        person.does("describe")
        return time.process_time() - begin

    seconds(1_000)  # What is loaded once.
    # Ten times the length; the square of it took eighty times as long.
    assert seconds(50_000) < 20 * seconds(5_000) + 0.05


def test_an_imported_text_has_the_limit_of_a_typed_one() -> None:
    state = one_case(replies=[{"kind": "unclear", "at": CREATED, "text": "password " * 100_000}])
    response = json.loads(door.turn(request(None, backup(state))))
    kept = (response["state"] or {}).get("cases", [])
    assert not [case for case in kept if len(case["replies"][0].get("text", "")) > 50_000]


# F11
def test_a_file_is_refused_by_its_size_where_no_browser_could_store_it_beside_its_copy() -> None:
    assert problem(request(None, backup(one_case()) | {"size": 6_500_000})) == "import_too_large"
    assert problem(request(None, backup(one_case()))) == ""
