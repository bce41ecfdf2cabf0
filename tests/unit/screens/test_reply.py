"""Support's answer: what it asks for is looked at the moment it is pasted."""

import html
from typing import Any

import pytest

from tests.unit.conftest import Person

SECRETS = {
    "en": (
        "Please send us your password so that we can check.",
        "Please reply with the verification code that we sent you.",
        "To refund you, please send the full card number and the CVV.",
    ),
    "he": (
        "נא לשלוח לנו את הסיסמה שלכם.",
        "אנא שלחו את קוד האימות שקיבלתם.",
        "כדי להחזיר את הכסף, שלחו את מספר הכרטיס המלא.",
    ),
}
HARMLESS = {
    "en": (
        "Please share the amount and the last four digits of the card.",
        "Never share your password. Please provide the request ID.",
        "Which error code do you see?",
    ),
    "he": (
        "נא לציין את הסכום ואת ארבע הספרות האחרונות של הכרטיס.",
        "לעולם אל תשתפו את הסיסמה. נא לציין את מזהה הבקשה.",
    ),
}


def pasted(person: "Person", text: str) -> dict[str, Any]:
    person.types("story", "I was charged twice.")
    person.picks("billing")
    person.does("go", to="request")
    person.does("sent")
    person.does("go", to="reply")
    return person.types("reply_text", text)


@pytest.mark.parametrize("at", range(3))
def test_an_answer_that_asks_for_a_secret_is_told_at_once(person: "Person", at: int) -> None:
    """Seen to fail on 1405f11: a pasted answer that asks for a password raised nothing."""
    page = html.unescape(pasted(person, SECRETS[person.locale][at])["html"])
    assert 'id="asks-for-secrets"' in page
    assert '"kind": "suspicious"' in page or '"kind":"suspicious"' in page


@pytest.mark.parametrize("at", range(2))
def test_an_answer_that_asks_for_what_support_may_need_is_not(person: "Person", at: int) -> None:
    assert 'id="asks-for-secrets"' not in pasted(person, HARMLESS[person.locale][at])["html"]


def test_words_in_another_language_than_the_letter_are_told_at_the_switch(
    person: "Person",
) -> None:
    """Seen to fail on 1405f11: told only before the first sending, below what is missing."""
    person.types("story", "אתמול חויבתי פעמיים על אותו מנוי, ואני מבקש החזר על השני.")
    person.picks("billing")
    person.does("go", to="request")
    person.does("sent")
    page = person.does("choose_letter", locale="en")["html"]
    assert 'id="other-language"' in page
    assert 'id="other-language"' not in person.does("choose_letter", locale="he")["html"]
