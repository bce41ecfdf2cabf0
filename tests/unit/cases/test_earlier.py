"""A letter before the guide was met, told by the story: what it leads to, through the door."""

from typing import TYPE_CHECKING

import pytest

from tests.unit.conftest import Person

if TYPE_CHECKING:
    from collections.abc import Mapping

NOW = "2026-12-01T10:00:00+02:00"
CHARGED = {
    "en": "I was charged twice on Plus. I emailed support on 14 November, case 04512789, no answer",
    "he": "חויבתי פעמיים על פלוס. שלחתי מייל לתמיכה ב-14 בנובמבר, מספר פנייה 04512789, ואין מענה",
}
UNDATED = {
    "en": "I was charged twice on Plus. I wrote to support, nobody answered",
    "he": "חויבתי פעמיים על פלוס. כתבתי לתמיכה ואף אחד לא ענה",
}
BANNED = {
    "en": "My account was deactivated. I wrote to support two weeks ago, no answer",
    "he": "החשבון שלי הושבת. כתבתי לתמיכה לפני שבועיים ואין מענה",
}


@pytest.fixture
def person(person: Person) -> Person:
    """Return a person in December."""
    person.now = NOW
    return person


def tells(person: Person, story: "Mapping[str, str]", category: str, topic: str) -> None:
    """Say what happened, and which problem it is."""
    person.types("story", story[person.locale])
    person.does("pick_category", category=category)
    person.does("pick_topic", topic=topic)


def letter(person: Person) -> str:
    """Return the letter as it goes out."""
    person.does("choose_letter", kind="follow_up", locale="en")
    return str(person.last["html"])


def test_who_wrote_before_is_asked_once_and_led_to_a_reminder(person: Person) -> None:
    tells(person, CHARGED, "billing", "charged_twice")
    assert person.state["place"] == {"screen": "sent", "item": "earlier"}
    assert 'value="2026-11-14"' in person.last["html"]
    assert 'value="04512789"' in person.last["html"]
    assert '<option value="email" selected>' in person.last["html"]
    assert person.advice == "follow_up"
    assert person.case["kind"] == "follow_up"
    person.does("pick_topic", topic="refund_wanted")
    assert person.screen == "first"


def test_the_reminder_says_when_how_and_under_which_number_they_wrote(person: Person) -> None:
    tells(person, CHARGED, "billing", "charged_twice")
    said = letter(person)
    assert "First message 14 November 2026 (by email)." in said
    assert "Case: 04512789" in said
    assert "What is the status" in said
    # The first message is none of the guide's, so the reminder says what it was about.
    assert CHARGED[person.locale].split(".")[0] in said
    assert person.case["channel"] == "email"


def test_a_day_that_is_not_told_is_asked_and_the_reminder_is_next_without_it(
    person: Person,
) -> None:
    tells(person, UNDATED, "billing", "charged_twice")
    assert 'id="field-sent_on" type="date" data-field="sent_on" value=""' in person.last["html"]
    assert person.advice == "follow_up"
    person.types("sent_on", "2026-11-30")
    person.types("sent_channel", "help_chat")
    assert person.advice == "check_spam"
    assert "First message 30 November 2026 (in the Help Center chat)." in letter(person)


def test_what_they_corrected_stays_when_the_story_is_read_again(person: Person) -> None:
    tells(person, UNDATED, "billing", "charged_twice")
    person.types("sent_on", "2026-11-20")
    person.does("go", to="start")
    person.does("describe")
    assert person.case["sent"][0]["at"] == "2026-11-20"


def test_who_has_not_written_after_all_begins_with_a_first_request(person: Person) -> None:
    tells(person, CHARGED, "billing", "charged_twice")
    assert 'id="not-written"' in person.last["html"]
    person.does("deny", advice="already_wrote")
    assert person.screen == "first"
    assert "sent" not in person.case
    assert person.case.get("kind", "first_request") == "first_request"
    person.does("go", to="start")
    person.does("describe")
    assert "sent" not in person.case


def test_a_story_that_no_longer_tells_of_it_leaves_nothing_sent(person: Person) -> None:
    tells(person, CHARGED, "billing", "charged_twice")
    person.types("story", "I was charged twice")
    person.does("describe")
    assert "sent" not in person.case


def test_steps_that_cannot_wait_come_before_the_reminder(person: Person) -> None:
    tells(person, BANNED, "content_moderation", "account_deactivated")
    assert person.screen == "sent"
    assert person.advice == "ban_before_appeal"
    assert person.case["kind"] == "appeal"
    person.does("go", to="first")
    assert 'id="deny-already_wrote"' not in person.last["html"]


def test_a_letter_to_a_false_support_is_none(person: Person) -> None:
    tells(person, BANNED, "security_compromise", "fake_support_contact")
    assert "sent" not in person.case
