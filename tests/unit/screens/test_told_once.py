"""What a screen says is so, is said in one place, and is shown as a whole."""

from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup as Safe

from guide import compiled_content
from guide.screens.templating.template_env import by_line
from tests.unit.markup import parsed

if TYPE_CHECKING:
    from tests.unit.conftest import Person

CATALOG = compiled_content.load().catalog


# Seen to fail: the message asked OpenAI for a refund that only Apple can give, and nothing said so.
@pytest.mark.parametrize(("bought", "told"), [("apple", 1), ("web", 0), ("", 0)])
def test_a_refund_that_only_apple_gives_is_told_above_the_text(
    person: "Person", bought: str, told: int
) -> None:
    person.picks("billing")
    person.types("bought_where", bought)
    markup = parsed(person.does("go", to="request")["html"])
    ids = [element.attrs["id"] for element in markup.having("id")]
    assert ids[: ids.index("letter")].count("only-apple-refunds") == told


@pytest.mark.parametrize(("outcome", "told"), [("skipped", 1), ("did_not_help", 0)])
@pytest.mark.parametrize(
    ("topic", "advice"),
    [("charge_after_cancelling", "apple_refund"), ("store_refund", "apple_decides")],
)
def test_who_has_asked_apple_is_not_sent_there_first(
    person: "Person", topic: str, advice: str, outcome: str, told: int
) -> None:
    """Seen to fail: "Ask Apple first" stood above a message that says what Apple answered."""
    person.does("pick_category", category="billing")
    person.does("pick_topic", topic=topic)
    person.types("bought_where", "apple")
    while person.advice != advice:
        person.does("followed", advice=person.advice, outcome="skipped")
    person.does("followed", advice=advice, outcome=outcome)
    page = person.does("go", to="request")["html"]
    assert page.count('id="only-apple-refunds"') == told


def test_a_case_is_of_its_topic_and_says_once_what_a_business_day_is(person: "Person") -> None:
    """Seen to fail: four times in a list, and a case about two charges was about "Payments"."""
    words = CATALOG.words[person.locale]
    person.does("pick_category", category="billing")
    person.does("pick_topic", topic="charged_twice")
    person.does("sent")
    page = parsed(person.does("go", to="case")["html"]).one("main").text
    assert words["topics"]["charged_twice"]["name"] in page
    assert page.count(words["reminders"]["week"]) == 1
    days = page.partition(words["ui"]["case"]["days"])[2]
    assert days.count(words["reminders"]["week"].partition(": ")[2].rstrip(".")) == 1


def test_a_sentence_that_was_chosen_is_shown_as_a_whole(person: "Person") -> None:
    """Seen to fail with a field of one line: it showed half of it."""
    person.does("pick_category", category="billing")
    person.does("pick_topic", topic="charged_twice")
    page = parsed(person.does("go", to="details")["html"])
    assert page.one("field-goal").tag == "textarea"


def test_each_line_of_a_letter_finds_its_own_direction() -> None:
    """Seen to fail in Chromium: "ChatGPT [plan]" of a Hebrew line, its brackets turned round."""
    assert by_line("a <b>\nב [ג]") == Safe("a &lt;b&gt;</bdi>\n<bdi>ב [ג]")


def test_a_notice_asks_for_the_whole_name_and_writes_to_an_address(person: "Person") -> None:
    """Seen to fail: "You may leave it empty" at a name that is needed; "Open" before an address."""
    words = CATALOG.words[person.locale]
    person.does("pick_category", category="billing")
    person.does("go", to="legal", item="cancel_il")
    page = parsed(person.last["html"])
    assert page.one("hint-name").text.strip() == words["legal"]["name_hint"]
    mail = words["addresses"]["support_mail"]["name"]
    assert words["ui"]["request"]["write_to"].format(name=mail) in page.one("main").text
