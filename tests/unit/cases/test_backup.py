"""All cases as a file and back: nothing is lost or overwritten, and nothing foreign comes in."""

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.cases import backup
from guide.cases.changes import MAX_CASES
from guide.cases.typed_fields import MAX_VALUE
from guide.errors import Refused
from guide.ids import StepOutcome
from guide.model import Answer, Case, Closed, Edit, Reply, SentRequest, Tried
from guide.state import State
from guide.text.unseen import honest
from tests.unit.shapes import values_of

if TYPE_CHECKING:
    from tests.unit.conftest import Person

NOW = "2026-11-22T10:00:00+02:00"

words = st.text(max_size=12).map(honest)  # Any characters that the guide keeps.
times = st.sampled_from(["", NOW, "2026-11-20T08:00:00Z", "never"])
cases_of_any_kind = st.builds(
    Case,
    id=st.integers(1, 40).map(lambda number: f"c{number}"),
    created=times,
    story=words,
    category=st.sampled_from([None, "billing", "api"]),
    answers=st.lists(st.builds(Answer, st.just("goal"), words), max_size=2).map(tuple),
    tried=st.lists(st.builds(Tried, words, values_of(StepOutcome), times, words), max_size=1).map(
        tuple
    ),
    edits=st.lists(
        st.builds(
            Edit,
            st.just("follow_up"),
            st.just("email"),
            st.just("he"),
            st.just("body"),
            words,
        ),
        max_size=1,
    ).map(tuple),
    shown=st.lists(words, max_size=2).map(tuple),
    sent=st.lists(
        st.builds(SentRequest, st.just("first_request"), st.just("email"), times, words), max_size=2
    ).map(tuple),
    replies=st.lists(st.builds(Reply, st.just("unclear"), times, words), max_size=1).map(tuple),
    closed=st.none() | st.builds(Closed, st.just("solved"), times),
)
states = st.lists(cases_of_any_kind, max_size=5, unique_by=lambda case: case.id).map(
    lambda cases: State(cases=tuple(cases), next_case=41)
)


def contents(state: State) -> set[Case]:
    """Return the cases without their ids: what a merge compares."""
    return {replace(case, id="") for case in state.cases}


def read(text: str) -> State:
    return backup.read(len(text.encode("utf-8", "surrogatepass")), text)


@settings(max_examples=60, deadline=None)
@given(states)
def test_what_is_saved_and_brought_into_an_empty_guide_is_all_there(state: State) -> None:
    back, told = backup.merge(State(), read(backup.write(state, NOW)))
    assert contents(back) == contents(state)
    assert told.added == len(contents(state))
    ids = {case.id for case in state.cases}
    assert {case.id for case in back.cases} <= ids  # No id is taken, so each keeps its own.


@settings(max_examples=60, deadline=None)
@given(states, states)
def test_a_merge_loses_nothing_changes_nothing_and_counts_right(one: State, two: State) -> None:
    merged, told = backup.merge(one, two)
    assert merged.cases[: len(one.cases)] == one.cases
    assert contents(merged) == contents(one) | contents(two)
    assert len({case.id for case in merged.cases}) == len(merged.cases)
    assert told.added + told.known == len(two.cases)
    assert len(merged.cases) == len(one.cases) + told.added
    assert all(case.id != f"c{merged.next_case}" for case in merged.cases)
    again, told = backup.merge(merged, two)
    assert (again, told.added) == (merged, 0)


def case(number: int, story: str) -> Case:
    return Case(id=f"c{number}", created=NOW, story=story)


def odd(id_: str) -> Case:
    return Case(id=id_, created=NOW, story="odd")


HERE = (case(1, "one"), case(2, "two"))
MERGES = {
    # the file's cases: what is there then, (added, known, copies)
    "nothing": ((), ["c1 one", "c2 two"], (0, 0, 0)),
    "the same": (HERE, ["c1 one", "c2 two"], (0, 2, 0)),
    "a new one": ((case(3, "three"),), ["c1 one", "c2 two", "c3 three"], (1, 0, 0)),
    "the same under another id": ((case(9, "one"),), ["c1 one", "c2 two"], (0, 1, 0)),
    "another of the same id": ((case(2, "2!"),), ["c1 one", "c2 two", "c3 2!"], (1, 0, 1)),
    "a far id": ((case(70, "far"),), ["c1 one", "c2 two", "c70 far"], (1, 0, 0)),
    "two of one id": (
        (case(5, "a"), case(5, "b")),
        ["c1 one", "c2 two", "c5 a", "c6 b"],
        (2, 0, 1),
    ),
    "twice the same": ((case(5, "a"), case(6, "a")), ["c1 one", "c2 two", "c5 a"], (1, 1, 0)),
    "no id of ours": ((odd("<b>"),), ["c1 one", "c2 two", "c3 odd"], (1, 0, 0)),
    "an empty id": ((odd(""),), ["c1 one", "c2 two", "c3 odd"], (1, 0, 0)),
    "an id in other digits": ((odd("c٣"),), ["c1 one", "c2 two", "c3 odd"], (1, 0, 0)),
    "an id without end": ((odd("c" + "9" * 30),), ["c1 one", "c2 two", "c3 odd"], (1, 0, 0)),
}


@pytest.mark.parametrize(("other", "then", "numbers"), MERGES.values(), ids=MERGES.keys())
def test_a_merge_keeps_what_is_here_and_adds_what_is_not(
    other: tuple[Case, ...], then: list[str], numbers: tuple[int, int, int]
) -> None:
    merged, told = backup.merge(State(cases=HERE, next_case=3), State(cases=other))
    assert [f"{one.id} {one.story}" for one in merged.cases] == then
    assert (told.added, told.known, told.copies) == numbers


FILE = backup.write(State(cases=HERE), NOW)
WHOLE: dict[str, Any] = json.loads(FILE)


def changed(**more: object) -> str:
    return json.dumps(WHOLE | more)


def summed(state: object) -> str:
    """Return a file with the sum that the format prescribes, as anybody can make it."""
    text = json.dumps(state, sort_keys=True, separators=(",", ":"))
    return changed(state=state, sum=hashlib.sha256(text.encode("ascii")).hexdigest())


REPLIED = {"id": "c9", "created": NOW}
SOLVED = {"kind": "solved", "at": NOW}
REFUSED = {
    "nothing": ("", "import_foreign"),
    "no JSON": ("Dear diary", "import_foreign"),
    "some JSON": ('{"a": 1}', "import_foreign"),
    "a list": ("[]", "import_foreign"),
    "a stored state": ('{"v":1,"sum":"00000000","state":{"version":1}}', "import_foreign"),
    "deep": ("[" * 100_000, "import_foreign"),
    "cut short": (FILE[:-9], "import_damaged"),
    "one letter changed": (FILE.replace("two", "twe"), "import_damaged"),
    "no sum": (changed(sum=None), "import_damaged"),
    "no version": (changed(v=None), "import_damaged"),
    "true for a version": (changed(v="1"), "import_damaged"),
    "no state": (changed(state=None), "import_damaged"),
    "a state of another shape": (summed({"version": 1, "cases": "none"}), "import_damaged"),
    "a text for a state": (summed("state"), "import_damaged"),
    "a state without a version": (summed({"cases": []}), "import_damaged"),
    "a number that JavaScript would change": (
        summed({"version": 1, "cases": [REPLIED | {"replies": [SOLVED | {"after": 10**21}]}]}),
        "import_damaged",
    ),
    "brackets at the depth where no reader goes": (
        summed({"version": 1, "cases": json.loads("[" * 101 + "]" * 101)}),
        "import_damaged",
    ),
    "true for a version number": (changed(v=True), "import_damaged"),
    "a text longer than any that is typed": (
        summed({"version": 1, "cases": [REPLIED | {"story": "a" * (MAX_VALUE + 1)}]}),
        "import_damaged",
    ),
    "a newer file": (changed(v=2), "import_newer"),
    "a newer state": (summed({"version": 99, "more": []}), "import_newer"),
}


@pytest.mark.parametrize(("text", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_cannot_be_taken_is_refused_and_changes_nothing(
    person: "Person", text: str, code: str
) -> None:
    person.does("pick_category", category="billing")
    person.surface, before = "options", person.state
    response = person.does("import", size=len(text), text=text)
    assert person.problem == code
    assert (response["state"], person.state, response["effects"]) == (None, before, [])
    assert 'class="toast toast-failed"' in response["html"]


def test_a_file_that_was_only_laid_out_anew_is_whole() -> None:
    assert read(json.dumps(WHOLE, indent=8, sort_keys=True)).cases == HERE


@pytest.mark.parametrize(
    ("size", "text", "code"),
    [
        (backup.MAX_FILE + 1, "{", "import_too_large"),
        (3, None, "import_unread"),
        (3, 7, "import_unread"),
    ],
)
def test_a_file_that_was_not_read_whole_is_refused(size: int, text: object, code: str) -> None:
    with pytest.raises(Refused) as refused:
        backup.read(size, text)
    assert refused.value.code == code


def test_a_file_with_more_cases_than_the_guide_holds_is_refused() -> None:
    many = State(cases=tuple(case(number, str(number)) for number in range(1, MAX_CASES + 1)))
    assert backup.merge(State(), many)[1].added == MAX_CASES
    with pytest.raises(Refused) as refused:
        backup.merge(State(cases=(case(1, "here"),), next_case=2), many)
    assert refused.value.code == "import_too_many"


def test_the_largest_file_comes_through_the_door(person: "Person") -> None:
    """A text of more than a million characters used to be no text to the reader."""
    huge = State(cases=tuple(case(n, f"{n} " + "ב" * 20_000) for n in range(1, 100)), next_case=100)
    text = backup.write(huge, NOW)
    person.surface = "options"
    person.does("import", size=len(text.encode()), text=text)
    assert (person.problem, len(person.state["cases"])) == ("", 99)
