"""A secret in what is typed is told at once below its field."""

import pytest

from tests.unit.conftest import Person

KEY = "sk-proj-aB3dE5fGh1JkLmN0pQrS7uVwXyZ"
TOLD = (
    # (what is typed, what is said in English, and whether there is a way to the keys page)
    (f"I pasted {KEY} into the chat", "looks like a key", True),
    ("my password is Tiger2024", "looks like a password", False),
    ("I told the caller 834512", "looks like a code", False),
    ("It printed 9f2a7c1de4b58a06c3d2e1f09b8a7c6d", "looks like a key", False),
    ("I was charged twice, order 4839201746", "", False),
    ("", "", False),
)


@pytest.mark.parametrize(("story", "sentence", "way"), TOLD)
def test_a_secret_in_the_story_is_told_below_it(story: str, sentence: str, *, way: bool) -> None:
    """Seen to fail: without the line, a pasted key was first seen on the request's screen."""
    person = Person(locale="en")
    person.types("story", story)
    html = person.last["html"]
    assert ('id="exposed-story"' in html) is bool(sentence)
    assert sentence in html
    assert ('id="revoke-story"' in html) is way


def test_a_secret_in_a_long_answer_is_told_below_it() -> None:
    person = Person(locale="he")
    person.picks("api")
    person.does("go", to="details")
    person.types("happened", f"המפתח {KEY} לא עובד")
    assert 'id="exposed-happened"' in person.last["html"]
    assert "כדאי לבטל אותו עכשיו" in person.last["html"]
