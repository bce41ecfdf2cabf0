"""What changes under the fingers is said in the live region, which is there before it.

Seen to fail, all of them, on the guide before: an answer was read in silence, and the other
sentences came with a region of their own, of which a screen reader need not tell.
"""

import pytest

from guide import compiled_content
from tests.unit.conftest import Person
from tests.unit.markup import Markup, parsed

CATALOG = compiled_content.load().catalog
KEY = "sk-proj-aB3dE5fGh1JkLmN0pQrS7uVwXyZ"
ANSWER = "Please send the last four digits of the card. Your case number is 07712345."


def _at_the_answer(person: Person) -> None:
    person.types("story", "I was charged twice.")
    person.picks("billing")
    person.does("go", to="request")
    person.does("sent")
    person.does("go", to="reply")


def _at_the_details(person: Person) -> None:
    person.picks("api")
    person.does("go", to="details")


def _at_the_check(person: Person) -> None:
    person.does("go", to="genuine")


def _at_the_start(person: Person) -> None:
    person.does("opened")


HEARD = {
    "an answer that is read": (_at_the_answer, "reply_text", ANSWER, "replies.asks_details.name"),
    "one that asks for a code": (
        _at_the_answer,
        "reply_text",
        "Please reply with the verification code that we sent you.",
        "ui.reply.secrets",
    ),
    "a verdict": (_at_the_check, "suspect", "support@openai-help.example.com", "ui.genuine.scam"),
    "a key in the story": (_at_the_start, "story", f"My key is {KEY}", "ui.exposed.key"),
    "a key in an answer": (_at_the_details, "happened", f"I used {KEY}", "ui.exposed.key"),
}


def live(person: Person) -> Markup:
    return parsed(person.last["html"])


@pytest.mark.parametrize("what", HEARD)
def test_it_is_said_where_a_screen_reader_listens_already(person: Person, what: str) -> None:
    arrive, field, text, key = HEARD[what]
    arrive(person)
    assert live(person).one("live").text.strip() == ""
    person.types(field, text)
    regions = [one for one in live(person).having("role") if one.attrs["role"] == "status"]
    assert [one.attrs["id"] for one in regions] == ["live"], "nothing is said twice"
    assert words(person, key) in " ".join(regions[0].text.split())


def words(person: Person, key: str) -> str:
    """Return the words of a dotted key in the person's language."""
    found = CATALOG.words[person.locale]
    for part in key.split("."):
        found = found[part]
    return str(found)
