"""A text of the person's own: what is said of it; the words stay theirs."""

import re

import pytest

from tests.unit.conftest import Person

CALM = (
    "I was charged twice. Please refund the second charge of 3 November 2026, USD 20, for "
    "dana@example.com."
)
NOTICED = {
    "calm, and with what is needed": (CALM, ""),
    "angry": ("You thieves! " + CALM, "angry"),
    "shouting": (CALM + " I WANT MY MONEY BACK RIGHT NOW!!!", "shouting"),
    "two problems": (CALM + " By the way, the app crashes.", "several_problems"),
    "short": ("Refund me.", "too_short"),
    "endless": (CALM * 60, "too_long"),
}


def writes(person: Person, text: str) -> str:
    """Put a text in the place of the guide's, and return the page."""
    person.does("own_text")
    person.types("body", text)
    return str(person.does("edit_letter", on=False)["html"])


def told(person: Person) -> None:
    person.does("pick_category", category="billing")
    person.does("pick_topic", topic="charged_twice")
    person.does("choose_letter", channel="email")


@pytest.mark.parametrize(("text", "code"), NOTICED.values(), ids=NOTICED.keys())
def test_tone_and_length_of_ones_own_text_are_looked_at(
    person: "Person", text: str, code: str
) -> None:
    told(person)
    page = writes(person, text)
    section = page[page.index('id="draft"') :]
    section = section[: section.index("</section>")]
    count = section.count("<b>")
    assert count == (1 if code else 0), section


def test_the_words_stay_the_persons_own_and_secrets_are_hidden(person: "Person") -> None:
    told(person)
    page = writes(person, f"{CALM}\nMy card is 4111 1111 1111 1111.")
    letter = re.findall(r'<div class="letter".*?</div>', page, re.DOTALL)[0]
    assert CALM in letter
    assert "4111" not in letter
    assert person.case["edits"][0]["text"].endswith("4111 1111 1111 1111."), "kept as it was typed"


def test_what_the_text_itself_says_is_not_missing(person: "Person") -> None:
    """Seen to fail with the gaps of the fields alone: "Missing: amount" above a text with a sum."""
    told(person)
    before = person.does("go", to="request")["html"]
    assert 'id="gap-amount"' in before
    assert 'id="gap-goal"' in before
    page = writes(person, CALM)
    for field in ("amount", "account_email", "charge_date", "goal"):
        assert f'id="gap-{field}"' not in page, field
    assert 'id="gap-second_charge_date"' in page


def test_what_is_known_and_left_out_is_named(person: "Person") -> None:
    told(person)
    person.types("account_email", "dana@example.com")
    person.types("amount", "USD 20")
    label = {"en": "Email of the account", "he": "המייל של החשבון"}[person.locale]
    assert f"<li>{label}</li>" not in writes(person, CALM)
    assert f"<li>{label}</li>" in writes(person, CALM.replace("dana@example.com", "my account"))


def test_a_text_begins_empty_and_an_empty_one_is_the_guides_again(person: "Person") -> None:
    told(person)
    page = person.does("own_text")["html"]
    area = page[page.index('id="letter-body"') : page.index("</textarea>")]
    assert area.endswith("\n")
    assert 'id="own-text-hint"' in page
    assert {"kind": "focus", "target": "letter-body"} in person.last["effects"]
    page = person.does("edit_letter", on=False)["html"]
    assert not person.case.get("edits")
    assert 'id="draft"' not in page
    assert 'id="own-text"' in page


def test_what_is_attached_is_kept_and_named(person: "Person") -> None:
    told(person)
    page = person.does("attach", attachment="receipt", on=True)["html"]
    assert 'id="attach-receipt"' in page
    assert re.search("Attached: the receipt.|מצורף: הקבלה.", page)
    person.does("attach", attachment="receipt", on=False)
    assert not person.case.get("attached")
    person.does("attach", attachment="notice", on=True)
    assert person.problem == "bad_turn"
