"""Whichever way a letter is taken along, what must not go out is not in it.

Copied, as Markdown, as a mail draft, translated, with the original below, edited by hand.
"""

import email
import email.policy
import html
import json
import re
from collections.abc import Iterator
from email.message import EmailMessage

import pytest

from tests.unit.conftest import Person

# Made up; each is found in a support letter, whatever the language around it.
SECRETS = {
    "a password": "my password is Tr0ub4dor&3x",
    "a card": "4111 1111 1111 1111",
    "an API key": "sk-proj-" + "aB3dE5gH7jK9mN1pQ2" * 3,
    "a code": "the verification code is 482913",
}
NEVER = ("Tr0ub4dor", "4111 1111", "4111111111111111", "aB3dE5gH7jK9mN1pQ2", "482913")
CHANNELS = ("email", "help_chat", "forum", "social_dm", "privacy_email")


def ways(page: str) -> Iterator[tuple[str, str]]:
    """Yield the text of each way out on a screen, by what it is."""
    for one in re.findall(r"data-effect='([^']*)'", page):
        effect = json.loads(html.unescape(one))
        if effect["kind"] == "copy":
            yield "copy", effect["text"]
        if effect["kind"] == "translate":
            yield "translate", json.dumps(effect, ensure_ascii=False)
        if effect["kind"] == "download":
            draft = email.message_from_string(effect["text"], policy=email.policy.default)
            assert isinstance(draft, EmailMessage)
            yield "draft", f"{draft['Subject']}\n{draft.get_content()}"


def look(person: Person, seen: set[str]) -> None:
    for way, text in ways(person.does("opened")["html"]):
        seen.add(way)
        assert [one for one in NEVER if one in text] == [], way


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS.keys())
def test_what_is_hidden_is_hidden_on_every_way_out(person: Person, secret: str) -> None:
    """Seen to fail: each way with the text of the letter as it is before `cover.hide`."""
    person.translates = True
    seen: set[str] = set()
    person.types("story", "חויבתי פעמיים על אותו מנוי ואני רוצה את הכסף בחזרה")
    person.picks("billing")
    person.types(
        "happened",
        f"חויבתי פעמיים על אותו מנוי בחודש הזה, {secret}, ואף אחד מהתמיכה לא עונה לי כבר שבועיים",
    )
    person.types("goal", f"להחזיר לי את הכסף על החיוב הכפול של החודש שעבר, {secret}")
    person.does("go", to="request")
    for channel in CHANNELS:
        person.does("choose_letter", locale="en", channel=channel)
        look(person, seen)
        for way, text in ways(person.last["html"]):
            if way == "translate":
                effect = json.loads(text)
                passages = [
                    # A translator that keeps what stands for the secret, and nothing else.
                    one
                    | {"text": "Charged twice " + " ".join(re.findall(r"\[.*?\]", one["original"]))}
                    for one in effect["passages"]
                ]
                person.does("translated", case="c1", passages=passages)
                look(person, seen)
        person.does("keep_originals", on=True)
        look(person, seen)
        # The person's hand is the last: what it adds is hidden, too.
        person.types("translation.goal", f"Money back, {secret}")
        look(person, seen)
        person.does("edit_letter", on=True)
        person.types("body", f"Hello,\n\n{secret}\n")
        person.types("subject", secret)
        look(person, seen)
        person.does("drop_edits")
        person.does("drop_translations")
    assert seen == {"copy", "draft", "translate"}


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS.keys())
def test_what_is_hidden_is_hidden_in_each_field_of_a_form(person: Person, secret: str) -> None:
    seen: set[str] = set()
    person.types("story", f"החשבון שלי הושבת בטעות, {secret}, ואני מבקש לערער על זה")
    person.picks("content_moderation")
    for field in ("happened", "why_error", "normal_use", "notice_text", "goal"):
        person.types(field, f"לא עשיתי שום דבר אסור בחשבון הזה, {secret}, ואני צריך אותו לעבודה")
    person.does("go", to="request")
    for locale in ("en", "he"):
        person.does("choose_letter", locale=locale, channel="appeal_form")
        assert person.case["channel"] == "appeal_form"
        look(person, seen)
    assert seen == {"copy"}


def test_what_was_edited_comes_back_after_a_slip(person: Person) -> None:
    """Seen to fail on 56923d1: the person's own wording was gone for good."""
    person.types("story", "I was charged twice.")
    person.picks("billing")
    person.does("go", to="request")
    person.does("edit_letter", on=True)
    person.types("body", "My own wording of it")
    page = person.does("drop_edits")["html"]
    assert "My own wording of it" not in page
    assert 'id="take-back"' in page
    assert "My own wording of it" in person.does("take_back")["html"]
