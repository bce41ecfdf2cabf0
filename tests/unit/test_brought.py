"""What a person brings from a page: shown first, secrets masked, used as they say."""

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.pages import reading
from tests.unit.markup import parsed

if TYPE_CHECKING:
    from tests.unit.conftest import Person

STATUS = "https://status.openai.com/"
CHAT = "https://chatgpt.com/c/1"
STATUS_TEXT = """Subscribe to updates
Some systems are experiencing issues
ChatGPT
Degraded performance
We have identified that some users see errors
About this site"""
PAGE_TEXT = """New chat
Search chats
Something went wrong. If this issue persists please contact us.
Request ID: req_0123456789abcdef
Terms"""


def field_of(person: "Person") -> str:
    """Return what stands in the field of what was brought."""
    return parsed(person.last["html"]).one("field-brought").text.strip()


def brings(person: "Person", use: str, text: str, **more: object) -> dict[str, Any]:
    return person.does("bring", use=use, text=text, **more)


def test_what_was_brought_is_only_shown_until_the_person_says_what_it_is(person: "Person") -> None:
    """Seen to fail with words that went into the case at once."""
    brings(person, "happened", "Error 429 at login", url=CHAT)
    assert (person.screen, person.state.get("cases", [])) == ("brought", [])
    assert "chatgpt.com" in parsed(person.last["html"]).one("brought-lead").text
    person.types("brought", "Error 429, at every login")
    person.does("use_brought", use="happened")
    assert (person.screen, person.case["story"]) == ("start", "Error 429, at every login")
    assert person.state.get("brought") is None


def test_what_is_not_wanted_leaves_no_trace(person: "Person") -> None:
    person.does("go", to="guide")
    brings(person, "happened", "Error 429")
    person.does("drop_brought")
    assert (person.screen, person.state.get("brought")) == ("guide", None)


def test_words_are_added_below_what_was_said_and_nothing_is_lost(person: "Person") -> None:
    """Seen to fail with an answer that took the place of the older one."""
    person.types("story", "I was charged twice")
    person.picks("billing")
    person.types("happened", "Two charges")
    brings(person, "happened", "Error 429")
    person.does("use_brought", use="happened")
    said = {answer["field"]: answer["value"] for answer in person.case["answers"]}
    assert (person.screen, said["happened"]) == ("details", "Two charges\n\nError 429")


def test_a_closed_case_gets_no_words_more(person: "Person") -> None:
    person.types("story", "I was charged twice")
    person.does("close_case", case="c1", outcome="solved")
    brings(person, "happened", "Error 429")
    person.does("use_brought", use="happened")
    assert [case.get("story", "") for case in person.state["cases"]] == [
        "I was charged twice",
        "Error 429",
    ]


def test_an_answer_goes_to_the_case_that_waits_for_one(person: "Person") -> None:
    """Seen to fail with the answer in the case that happened to be open."""
    person.types("story", "I was charged twice")
    person.picks("billing")
    person.does("go", to="request")
    person.does("sent")
    person.does("new_case")
    person.types("story", "Another thing")
    brings(person, "reply", "Please send the invoice number.")
    person.does("use_brought", use="reply")
    assert (person.screen, person.state["current"]) == ("reply", "c1")
    assert person.case["reply_text"] == "Please send the invoice number."


def test_an_answer_to_what_the_guide_never_saw_makes_a_case_of_its_own(person: "Person") -> None:
    brings(person, "reply", "Please send the invoice number.")
    person.does("use_brought", use="reply")
    assert (person.screen, len(person.case["sent"])) == ("reply", 1)


def test_a_link_is_judged_by_where_it_leads_not_by_what_it_says(person: "Person") -> None:
    """Seen to fail with the words alone, which are OpenAI's."""
    brings(person, "check", "help.openai.com", target="https://help.xn--penai-181b.com/x?y=1#z")
    page = parsed(person.last["html"])
    assert (person.screen, page.one("field-suspect").text.split()[0]) == (
        "genuine",
        "https://help.xn--penai-181b.com/x?y=1#z",
    )
    assert "verdict-scam" in person.last["html"]


SECRETS = ("my password is Tiger2024!", "sk-proj-" + "a1B2" * 12)


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_is_masked_before_it_is_stored(person: "Person", secret: str) -> None:
    """Seen to fail without the mask."""
    brings(person, "happened", f"Error 429. {secret}", url=CHAT)
    assert secret.rsplit(maxsplit=1)[-1] not in str(person.state)
    assert 'id="brought-masked"' in person.last["html"]


def test_the_status_page_becomes_a_dated_line(person: "Person") -> None:
    """Seen to fail with the host read from the text, and with the whole page."""
    brings(person, "look", STATUS_TEXT, url=STATUS, selected=False)
    text = field_of(person)
    assert "2026-11-22 10:00 (UTC+02:00)" in text
    assert "Some systems are experiencing issues\nDegraded performance" in text
    assert "Subscribe" not in text
    person.does("use_brought", use="happened")
    assert "status.openai.com" in person.case["story"]


LIARS = (
    "https://status.openai.com.evil.example/",
    "http://status.openai.com/",
    "https://evil.example/status.openai.com/",
    "https://status.openai.com@evil.example/",
    "javascript:'https://status.openai.com/'",
)


@pytest.mark.parametrize("url", LIARS)
def test_a_page_that_says_it_is_the_status_page_is_not_believed(person: "Person", url: str) -> None:
    """Seen to fail with an address that is looked for anywhere in the URL."""
    assert not reading.is_status_page(url)
    brings(person, "look", STATUS_TEXT, url=url, selected=False)
    if person.screen == "brought":
        assert "OpenAI" not in field_of(person)


def test_of_a_page_the_error_is_taken_with_its_time_place_and_request_id(person: "Person") -> None:
    brings(person, "look", PAGE_TEXT, url=CHAT, selected=False)
    text = field_of(person)
    for word in ("Something went wrong", "req_0123456789abcdef", "chatgpt.com", "2026-11-22 10:00"):
        assert word in text
    assert "Search chats" not in text


def test_what_was_selected_comes_whole(person: "Person") -> None:
    brings(person, "look", "only these words", url=CHAT)
    assert field_of(person).endswith("only these words")


def test_a_page_without_an_error_and_one_that_cannot_be_read_are_said(person: "Person") -> None:
    brings(person, "look", "Hello\nTerms", url=CHAT, selected=False)
    assert (person.screen, person.state.get("brought")) == ("start", None)
    assert "toast-failed" in person.last["html"]
    person.does("bring_failed")
    assert "toast-failed" in person.last["html"]


def test_what_another_window_has_used_cannot_be_used_again(person: "Person") -> None:
    brings(person, "happened", "Error 429")
    person.does("use_brought", use="happened")
    person.types("brought", "late words")
    person.does("use_brought", use="happened")
    assert (person.problem, person.case["story"]) == ("bad_turn", "Error 429")


def test_hostile_words_are_words(person: "Person") -> None:
    """Script, an order that is not the text's, and a megabyte."""
    brings(person, "happened", "<script>alert(1)</script>\u202egpj.exe " + "x" * 900_000)
    html = person.last["html"]
    assert "<script>alert" not in html
    assert "\u202e" not in html
    assert len(person.state["brought"]["text"]) <= 20_000


@given(text=st.text(max_size=400), url=st.text(max_size=80))
def test_any_page_can_be_read(text: str, url: str) -> None:
    assert isinstance(reading.status(text), str)
    assert len(reading.trouble(text).splitlines()) <= reading.MOST_LINES
    assert reading.is_status_page(url) in {True, False}
