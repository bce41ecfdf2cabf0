"""What fields are filled in with before anybody is asked: the device, the moment of the turn."""

from typing import TYPE_CHECKING, get_args

import pytest

from guide import compiled_content
from guide.cases import fill_in
from guide.catalog.records import FillIn
from guide.compiled_content import find
from guide.model import Audience
from guide.surroundings import Device, Turn

if TYPE_CHECKING:
    from tests.unit.conftest import Person

NOW = "2026-11-22T01:00:00+02:00"
DEVICE = Device(browser="Firefox 150", os="Windows", language="he-IL", timezone="Asia/Jerusalem")
NOWHERE = Device(browser="", os="", language="", timezone="")
KNOWN: dict[FillIn, tuple[str, str]] = {
    "": ("", ""),
    "browser": ("Firefox 150", ""),
    "os": ("Windows", ""),
    "now": ("2026-11-22 01:00 (Asia/Jerusalem)", "2026-11-22 01:00 (UTC+02:00)"),
    "utc": ("2026-11-21 23:00 UTC", "2026-11-21 23:00 UTC"),
}


def turn(device: Device, now: str = NOW) -> Turn:
    return Turn(now=now, locale="he", device=device, page=None)


@pytest.mark.parametrize("source", get_args(FillIn.__value__))
def test_each_source_is_filled_in_where_it_is_known(source: FillIn) -> None:
    known, of_nobody = KNOWN[source]
    assert fill_in.known(turn(DEVICE), source) == known
    assert fill_in.known(turn(NOWHERE), source) == of_nobody


@pytest.mark.parametrize("now", ["", "soon", "9999-12-31T23:59:59-12:00"])
def test_a_turn_without_a_time_fills_none_in(now: str) -> None:
    assert fill_in.known(turn(DEVICE, now), "now") == fill_in.known(turn(DEVICE, now), "utc") == ""


@pytest.mark.parametrize(
    ("category", "field", "value"),
    [
        ("technical_error", "when", "2026-11-22 10:00 (Asia/Jerusalem)"),
        ("api", "utc_time", "2026-11-22 08:00 UTC"),
    ],
)
def test_a_case_is_begun_with_the_moment_as_its_hint_promises(
    person: "Person", category: str, field: str, value: str
) -> None:
    """Seen to fail on the guide before: the fields stayed empty under "We filled in"."""
    person.does("pick_category", category=category)
    answers = {answer["field"]: answer["value"] for answer in person.case["answers"]}
    assert answers[field] == value


def test_what_the_person_said_of_the_time_stays(person: "Person") -> None:
    person.types("when", "yesterday at noon")
    person.does("pick_category", category="technical_error")
    answers = {answer["field"]: answer["value"] for answer in person.case["answers"]}
    assert answers["when"] == "yesterday at noon"


@pytest.mark.parametrize("audience", get_args(Audience.__value__))
def test_the_moment_is_not_taken_for_a_secret(audience: Audience) -> None:
    for source in ("now", "utc"):
        for device in (DEVICE, NOWHERE):
            text = f"Date and time: {fill_in.known(turn(device), source)}"
            assert find(compiled_content.load(), text, audience, (), ()) == ()
