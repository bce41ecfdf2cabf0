"""Support's answer: what it asks for is looked at the moment it is pasted."""

import html
import json
from typing import Any

import pytest

from guide import compiled_content
from tests.unit.conftest import Person
from tests.unit.markup import parsed

WORDS = compiled_content.load().catalog.words
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


def test_what_is_asked_and_not_answered_is_said_in_words_and_not_as_nought(
    person: "Person",
) -> None:
    """Seen to fail: "answered so far: 0"."""
    text = {
        "en": "Please send us the amount that was charged.",
        "he": "נא לשלוח לנו את הסכום שחויב.",
    }[person.locale]
    page = html.unescape(pasted(person, text)["html"])
    said = {"en": "Not answered yet", "he": "עוד לא עניתם"}[person.locale]
    assert said in parsed(page).one("read-asked").text


def test_a_letter_that_support_may_not_read_says_so_at_the_switch(person: "Person") -> None:
    """To support only: a forum has its own readers. Seen to fail: said in the README alone."""
    person.types("story", "The answer stops in the middle.")
    person.picks("technical_error")
    person.does("go", to="request")
    assert 'id="language-hint"' in person.does("choose_letter", locale="he")["html"]
    assert 'id="language-hint"' not in person.does("choose_letter", locale="en")["html"]
    person.does("choose_letter", locale="he")
    person.does("sent")
    person.now = "2026-12-30T10:00:00+02:00"
    page = person.does("choose_letter", kind="first_request", channel="forum")["html"]
    assert person.case["channel"] == "forum"
    assert 'id="language-hint"' not in page


def test_an_answer_that_came_is_read_from_where_the_sending_ended(person: "Person") -> None:
    """Seen to fail: who came back to that screen found only the way to the case."""
    person.types("story", "I was charged twice.")
    person.picks("billing")
    person.does("go", to="request")
    page = parsed(person.does("sent")["html"])
    event = json.loads(page.one("answer-came").attrs["data-event"])
    person.does(event.pop("type"), **event)
    assert person.screen == "reply"


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


def test_a_letter_reworded_in_its_own_language_has_no_words_of_another(person: "Person") -> None:
    """Seen to fail: who had put the Hebrew story into English was told to translate it."""
    person.types("story", "אתמול חויבתי פעמיים על אותו מנוי, ואני מבקש החזר על השני.")
    person.picks("billing")
    person.does("go", to="request")
    person.does("choose_letter", locale="en")
    part = "Hello, I was charged twice yesterday."
    person.does("edit_letter", on=True)
    reworded = person.types("body", part)["html"]
    assert 'id="other-language"' not in reworded
    left = person.types("body", f"{part}\n\nאתמול חויבתי פעמיים.")["html"]
    assert 'id="other-language"' in left


ASKED = {"en": "Please send us the invoice number.", "he": "נא לשלוח את מספר החשבונית."}


def test_a_reply_lists_what_is_hidden_in_it_and_not_what_was_in_the_story(
    person: "Person",
) -> None:
    """Seen to fail: the list had all that was hidden on the way to the letter."""
    secret = "hunter2!Blue"  # noqa: S105  # Nobody's.
    person.types("story", f"I was charged twice. My password is {secret}")
    person.picks("billing")
    assert secret in person.does("go", to="request")["html"]
    person.does("sent")
    person.does("go", to="reply")
    person.types("reply_text", ASKED[person.locale])
    letter = person.does("replied", kind="asks_details")
    assert person.screen == "request"
    assert secret not in html.unescape(letter["html"])


def test_a_reply_goes_where_the_first_message_went(person: "Person") -> None:
    """Seen to fail: every text was to be pasted as a first message."""
    words = WORDS[person.locale]["channels"]["help_chat"]
    pasted(person, ASKED[person.locale])
    page = html.unescape(person.does("replied", kind="asks_details")["html"])
    assert words["goes_on"] in page
    assert words["how"] not in page


def test_a_reply_keeps_the_language_of_the_first_message(person: "Person") -> None:
    """Seen to fail: the letter followed the screen."""
    other = {"en": "he", "he": "en"}[person.locale]
    pasted(person, ASKED[person.locale])
    person.does("replied", kind="asks_details")
    person.types("invoice", "INV-1001")
    thanks = WORDS[person.locale]["letters"]["answers_all"]
    assert thanks in html.unescape(person.last["html"])
    page = html.unescape(person.does("choose_locale", locale=other)["html"])
    assert f'lang="{person.locale}"' in page
    assert thanks in page


BESIDES = {
    "en": "Please send the invoice number, the billing address, and a screenshot of the page.",
    "he": "נא לשלוח את מספר החשבונית. מה כתובת החיוב? נא לצרף צילום מסך של הדף.",
}


def test_what_a_reply_leaves_unanswered_is_named_before_it_is_copied(person: "Person") -> None:
    """Seen to fail: "[Not answered yet]" went out in the text, and nobody had asked."""
    pasted(person, BESIDES[person.locale])
    page = parsed(html.unescape(person.does("replied", kind="asks_details")["html"]))
    words = WORDS[person.locale]["ui"]["request"]
    assert page.one("unanswered").text == words["left_out"]
    assert page.one("finish").attrs["class"] == "primary"
    assert page.one("next-copy-body-1").attrs["class"] == "second"
    person.types("invoice", "INV-1001")
    there = person.does("go", to="reply")["html"]
    asked = next(at for at in range(3) if f'id="field-asked_{at}"' in there)
    person.types(f"asked_{asked}", "1 Example Street")
    left = parsed(html.unescape(person.does("go", to="request")["html"]))
    # A picture is ticked, or not, on this very screen.
    assert left.one("next-copy-body-1").attrs["class"] == "primary"
    assert WORDS[person.locale]["ui"]["reply"]["asked_picture"] in left.one("main").text


def test_without_a_translator_the_answer_in_another_language_is_no_riddle(person: Person) -> None:
    """Seen to fail on 64a0694b: nothing was said where the answer is pasted."""
    person.does("already_wrote")
    person.does("go", to="reply")
    own, other = "שלחו לנו בבקשה את מספר החשבונית.", "Please send us the number of the invoice."
    if person.locale == "en":
        own, other = other, own
    said = WORDS[person.locale]["ways"]["translate"]["cannot_reply"]
    assert said not in person.types("reply_text", own)["html"]
    assert said in person.types("reply_text", other)["html"]
    person.translates = True
    assert said not in person.does("opened")["html"]
