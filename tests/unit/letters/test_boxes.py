"""A letter for a form: one text for each of its fields, in its order, each copied by itself."""

import json
import re
from typing import Any

import pytest

from guide.letters import boxes
from guide.letters.boxes import Box
from tests.languages import LOCALES
from tests.unit.conftest import Person
from tests.unit.letter_cases import case_of, write

APPEAL = case_of(
    "content_moderation",
    goal="Please review this decision.",
    account_email="noa@example.com",
    product="chatgpt",
    notice_date="2026-11-18",
    error_text="Access deactivated.",
    why_error="These were biology exercises.",
    normal_use="Lesson plans.",
)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_appeal_form_is_filled_field_by_field(locale: str) -> None:
    """Seen to fail on 7192c95: one text for the whole form."""
    found = boxes.boxes(write(APPEAL, "appeal", "appeal_form", locale).body, form=True)
    assert [(box.heading, box.choice) for box in found[:3]] == [
        ("Account Email", False),
        ("What would you like to do?", True),
        ("Which OpenAI product is affected?", True),
    ]
    assert [box.text for box in found[:3:2]] == ["noa@example.com", "ChatGPT"]
    *_, own = found
    assert own.heading
    assert not own.choice
    for fact in ("> Access deactivated.", "These were biology exercises.", "Lesson plans."):
        assert fact in own.text
    assert "noa@example.com" not in own.text, "it has a box of its own"
    assert "ChatGPT" not in own.text


PARTS = {
    "no form": ("[A]\none\n* * *\ntwo", False, (Box("[A]\none"), Box("two"))),
    "a box": ("[A]\none", True, (Box("one", "A"),)),
    "a choice": ("(•) B?\none", True, (Box("one", "B?", choice=True),)),
    "no heading": ("one\n[A]", True, (Box("one\n[A]"),)),
    "an empty box": ("[A]\n\n* * *\n\nx", True, (Box("", "A"), Box("x"))),
}


@pytest.mark.parametrize(("body", "form", "found"), PARTS.values(), ids=PARTS.keys())
def test_headings_are_read_where_there_is_a_form(
    body: str, found: tuple[Box, ...], *, form: bool
) -> None:
    assert boxes.boxes(body, form=form) == found


def copies(page: str) -> list[dict[str, Any]]:
    found = re.findall(r"id=\"copy-body[^>]*data-effect='([^']*)'", page)
    return [json.loads(one.replace("&#34;", '"').replace("&#39;", "'")) for one in found]


def test_each_box_has_its_copy_button_and_a_choice_has_none(person: "Person") -> None:
    person.picks("content_moderation")
    for answer in APPEAL.answers:
        person.types(answer.field, answer.value)
    page = person.does("go", to="request")["html"]
    own = copies(page)
    assert [one.get("number", 1) for one in own] == [1, 2]
    assert own[0]["text"] == "noa@example.com"
    assert "[" not in own[1]["text"].split("\n")[0]
    assert "What would you like to do?" in page
    assert "next-copy-body-1" in person.last["html"]
    person.does("copied", part="body", number=1, mark=own[0]["mark"])
    assert "next-open" in person.last["html"], "a clipboard holds one of them"
    person.does("open", address="appeal_form")
    assert "next-copy-body-2" in person.last["html"]
    person.does("copied", part="body", number=2, mark=own[1]["mark"])
    assert "next-sent" in person.last["html"]


def test_of_a_form_it_is_kept_what_was_chosen_and_what_was_copied(person: "Person") -> None:
    person.picks("content_moderation")
    for answer in APPEAL.answers:
        person.types(answer.field, answer.value)
    own = copies(person.does("go", to="request")["html"])
    person.does("copied", part="body", number=1, mark=own[0]["mark"])
    person.does("sent")
    person.does("sent", went="copied")
    (sent,) = person.case["sent"]
    assert own[0]["text"] in sent["text"]
    assert own[1]["text"] not in sent["text"]
    assert "(•) What would you like to do?" in sent["text"]


def test_what_is_hidden_in_a_box_is_no_heading(person: "Person") -> None:
    """Seen to fail with headings that are read from the text as it goes out alone."""
    person.picks("content_moderation")
    person.does("go", to="request")
    person.types("body", "4111 1111 1111 1111\nis my card, and this is what I say.")
    (own,) = copies(person.does("go", to="request")["html"])
    assert "4111" not in own["text"]
    assert own["text"].startswith("[")


def test_an_appeal_for_which_the_form_does_not_open_goes_another_way(person: "Person") -> None:
    """Seen to fail on 7192c95: any other way made a plain message of it."""
    person.picks("content_moderation")
    assert 'id="form-failed"' in person.does("go", to="request")["html"]
    page = person.does("form_failed")["html"]
    assert (person.case["kind"], person.case.get("channel", "")) == ("appeal", "")
    assert re.search("did not open on 22 November 2026|לא נפתח ב־22 בנובמבר 2026", page)
    assert 'id="form-failed"' not in page
    person.does("choose_letter", channel="email")
    assert (person.case["kind"], person.case["channel"]) == ("appeal", "email")
    person.does("sent")
    person.does("go", to="request")
    assert person.case["kind"] == "first_request", "an appeal goes once"
