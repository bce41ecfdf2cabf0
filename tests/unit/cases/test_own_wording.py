"""A wording of the person's own for one place, seen from another: said there, and taken along."""

import pytest

from tests.tables import each_row
from tests.unit.conftest import Person
from tests.unit.letter_cases import CATALOG
from tests.unit.markup import parsed

MINE = "Mine.\n\n* * *\n\nAll mine."


@pytest.fixture
def editor(person: Person) -> Person:
    """Somebody who has put the letter for the chat into words of their own."""
    person.types("story", "The page shows an error")
    person.picks("technical_error")
    person.does("go", to="request")
    person.does("choose_letter", channel="help_chat", locale="en")
    person.types("body", MINE)
    return person


def said(person: Person) -> str:
    """Return what the screen says of a wording for another place."""
    words = CATALOG.words[person.locale]
    name = words["channels"]["help_chat"]["name"]
    return str(words["ui"]["request"]["own_elsewhere"].format(name=name))


def test_beside_another_place_it_is_said_where_the_own_wording_is(editor: Person) -> None:
    """Seen to fail on 64a0694b: the guide's wording stood there without a word."""
    page = editor.does("choose_letter", channel="email")["html"]
    assert said(editor) in parsed(page).one("own-elsewhere").text
    assert "own-elsewhere" not in editor.does("choose_letter", channel="help_chat")["html"]


@each_row(
    ("channel", "text"),
    [("email", "Mine.\n\nAll mine."), ("in_app", MINE)],
)
def test_the_own_wording_is_taken_along(editor: Person, channel: str, text: str) -> None:
    """Seen to fail on 64a0694b: it had to be typed again."""
    editor.does("choose_letter", channel=channel)
    page = editor.does("take_wording")["html"]
    own = {one["channel"]: one["text"] for one in editor.case["edits"] if one["part"] == "body"}
    assert own == {"help_chat": MINE, channel: text}
    assert "own-elsewhere" not in page
    editor.does("drop_edits")


def test_what_is_for_support_is_not_taken_to_where_all_can_read_it(editor: Person) -> None:
    editor.state["cases"][0]["sent"] = [
        {"kind": "first_request", "channel": "email", "at": "2026-10-01T10:00:00+02:00"}
    ]
    page = editor.does("choose_letter", channel="forum")["html"]
    assert said(editor) in parsed(page).one("own-elsewhere").text
    assert "take-wording" not in page
    before = editor.state
    editor.does("take_wording")
    assert editor.state == before


def test_another_letter_or_language_has_no_wording_from_elsewhere(editor: Person) -> None:
    assert "own-elsewhere" not in editor.does("choose_letter", channel="email", locale="he")["html"]
