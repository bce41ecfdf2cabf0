"""My cases: what a row says in words, also in another language than the guide's."""

import re

from guide import compiled_content
from tests.unit.conftest import Person
from tests.unit.markup import parsed

CATALOG = compiled_content.load().catalog
TITLE = "Why was I charged 20.00 USD?"
LATE = "2026-12-20T10:00:00+02:00"


def sent(person: Person) -> None:
    person.types("story", TITLE)
    person.picks("billing")
    person.does("go", to="request")
    person.does("sent")


def test_a_title_keeps_its_own_direction(person: Person) -> None:
    """Seen to fail on the guide before: in Hebrew the mark at its end stood at its beginning."""
    sent(person)
    assert f"<bdi>{TITLE}</bdi></h1>" in person.does("open_case", case="c1")["html"]
    assert f"<b><bdi>{TITLE}</bdi></b>" in person.does("go", to="cases")["html"]


def test_what_is_late_has_its_ways_in_words(person: Person) -> None:
    """Seen to fail on the guide before: a tick and a clock, named for screen readers only."""
    sent(person)
    person.now = LATE
    page = parsed(person.does("go", to="cases")["html"])
    said = CATALOG.words[person.locale]["reminders"]
    for id_, words in (("settle-c1", said["settle"]), ("later-c1", said["later_all"])):
        assert re.sub(r"\s+", " ", page.one(id_).text.strip()) == f"{words}: {TITLE}"
        (unseen,) = [
            one for one in page.elements if one.parent is page.one(id_) and one.tag == "span"
        ]
        assert unseen.text == f": {TITLE}", "all but the title is in sight"
