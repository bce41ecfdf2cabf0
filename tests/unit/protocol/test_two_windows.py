"""Two windows share one state: what is typed in one never lands on what the other has open."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.unit.conftest import Person


def stories(person: "Person") -> dict[str, str]:
    return {case["id"]: case.get("story", "") for case in person.state["cases"]}


def two_cases(person: "Person") -> None:
    """Leave `c1` and `c2`, the second open."""
    person.types("story", "first")
    person.does("new_case")
    person.types("story", "second")


def test_words_typed_for_one_case_go_there_though_another_is_open(person: "Person") -> None:
    """Seen to fail without `case` in the event: the words replaced those of `c2`."""
    two_cases(person)
    response = person.does("typed", field="story", value="first, and more", case="c1")
    assert response["problem"] is None
    assert stories(person) == {"c1": "first, and more", "c2": "second"}
    assert person.state["current"] == "c2"


def test_words_typed_where_no_case_was_make_one_of_their_own(person: "Person") -> None:
    two_cases(person)
    person.does("typed", field="story", value="third", case="")
    assert stories(person) == {"c1": "first", "c2": "second", "c3": "third"}
    assert person.state["current"] == "c3"
    assert person.screen == "start"


def test_words_for_a_case_that_the_other_window_deleted_are_a_case(person: "Person") -> None:
    two_cases(person)
    person.does("delete_case", case="c1")
    person.does("typed", field="goal", value="money back", case="c1")
    answers: list[dict[str, Any]] = person.case["answers"]
    assert answers == [{"field": "goal", "value": "money back"}]
    assert stories(person)["c2"] == "second"


def test_taking_away_words_of_a_deleted_case_makes_none(person: "Person") -> None:
    two_cases(person)
    person.does("delete_case", case="c1")
    person.does("typed", field="goal", value="", case="c1")
    assert stories(person) == {"c2": "second"}


def test_what_belongs_to_no_case_asks_for_none(person: "Person") -> None:
    two_cases(person)
    person.does("typed", field="suspect", value="x.com", case="c1")
    assert person.state["suspect"] == "x.com"
    assert len(person.state["cases"]) == 2
