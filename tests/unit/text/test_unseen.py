"""Which characters are let in, and what becomes of hostile text on its way through the guide."""

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guide import door
from guide.protocol.wire import MAX_NAME, MAX_TITLE, MAX_URL
from guide.text.unseen import honest, line
from guide.warm_up import first_request
from tests import naughty
from tests.unit.conftest import Person

NAUGHTY = naughty.read()
ANY = st.text(st.characters(codec=None), max_size=80)
DECEIVING = re.compile("[\x00-\x08\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
WHITE = "\t\n\v\f\r\x85\u2028\u2029"
each = pytest.mark.parametrize("one", NAUGHTY, ids=lambda one: one.name)


class Screen(HTMLParser):
    """What a browser makes of a screen: its elements, and the texts to be copied."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.copies: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        effect = json.loads(dict(attrs).get("data-effect") or "{}")
        # What is next to be copied has a second button.
        if effect.get("kind") == "copy" and effect["text"] not in self.copies:
            self.copies.append(effect["text"])


def request_of(person: Person, text: str) -> Screen:
    """Say something in all the places of an e-mail about a charge, and return the screen of it."""
    person.does("pick_category", category="billing")
    person.types("goal", text)
    person.types("happened", text)
    person.does("choose_letter", channel="email", kind="first_request")
    return Screen(person.last["html"])


TAGS = set(request_of(Person(locale="he"), "A refund").tags)


@each
def test_a_naughty_text_is_kept_shown_and_copied_as_it_is(one: naughty.Naughty) -> None:
    """Seen to fail: with `honest` that lets all in, and with a `| safe` at the letter's pieces."""
    person = Person(locale="he")
    screen = request_of(person, one.typed)
    kept = {answer["field"]: answer["value"] for answer in person.case["answers"]}
    assert kept["happened"] == kept["goal"] == one.kept
    subject, body, as_markdown = screen.copies
    assert not DECEIVING.search(as_markdown)
    assert one.copied in body
    assert len(subject.splitlines()) == 1
    assert set(screen.tags) == TAGS
    assert not DECEIVING.search(person.last["html"])


@each
def test_a_naughty_text_of_one_s_own_wording_goes_out_clean(one: naughty.Naughty) -> None:
    """Seen to fail: with the edited text copied as it was typed."""
    person = Person(locale="en")
    request_of(person, "A refund")
    person.types("subject", one.typed)
    person.types("body", f"Hello,\n{one.typed}\nBye")
    subject, body, as_markdown = Screen(person.last["html"]).copies
    assert not DECEIVING.search(as_markdown)
    assert body == f"Hello,\n{one.copied}\nBye"
    assert subject == " ".join(one.copied.split())
    assert next(edit["text"] for edit in person.case["edits"]) == one.kept


@each
def test_what_the_page_calls_itself_is_one_short_line(one: naughty.Naughty) -> None:
    """It is shown where it made triage think so. Seen to fail: with the title as it came."""
    title = f"Refund {one.typed}\nrequest a refund for a double charge " + "x" * 5_000
    person = Person(page={"url": "https://help.openai.com/en/", "title": title, "query": title})
    person.types("story", "hello there")
    person.does("describe")
    screen, html = Screen(person.last["html"]), person.last["html"]
    assert not DECEIVING.search(html)
    assert "x" * (MAX_TITLE + 1) not in html
    assert not {"script", "img"} & set(screen.tags)


def test_what_the_browser_says_of_itself_is_one_short_line() -> None:
    request = first_request("en") | {"event": {"type": "pick_category", "category": "api"}}
    hostile = "Chrom\u202eium\n\x00" + "y" * 5_000
    request["device"] = dict.fromkeys(("browser", "os", "language", "timezone"), hostile)
    request["event"] = {"type": "pick_category", "category": "technical_error"}
    (case,) = json.loads(door.turn(json.dumps(request)))["state"]["cases"]
    told = {answer["value"] for answer in case["answers"]}
    # A zone that is none is not repeated; the moment is told by its offset.
    moment = "2026-01-01 00:00 (UTC+00:00)"
    assert told == {("Chromium " + "y" * 5_000)[:MAX_NAME], moment}


@example("a" * 9_000)
@example("x" * 299 + " y")
@given(ANY)
def test_a_line_is_one_short_and_the_same_when_made_again(text: str) -> None:
    for most in (MAX_URL, MAX_TITLE, MAX_NAME, 3):
        made = line(text, most)
        assert len(made) <= most
        assert made == made.strip()
        assert len(made.splitlines()) <= 1
        assert line(made, most) == made


@example("a\u2066\U0001f3f4\U000e0067\U000e007f\U000e0067")
@given(ANY)
def test_honest_text_is_a_part_of_the_text_and_stays_as_it_is(text: str) -> None:
    made = honest(text)
    assert honest(made) == made
    assert not DECEIVING.search(made)
    rest = iter(text)
    assert all(character in rest for character in made)
    assert [c for c in made if c.isalnum()] == [c for c in text if c.isalnum()]
    assert [c for c in made if c in WHITE] == [c for c in text if c in WHITE]


def test_a_secret_that_a_hidden_character_cuts_in_two_is_found(person: Person) -> None:
    """Seen to fail: with `honest` that puts a sign in the place of what it takes out."""
    key = "sk-proj-aBcDeFgHiJkLmNo\x00PqRsTu\ud800VwXyZ0123\u202e456789"
    screen = request_of(person, f"my key {key} leaked")
    assert "aBcDeF" not in " ".join(screen.copies)
    assert "456789" not in " ".join(screen.copies)


def test_a_stored_text_is_read_as_a_typed_one_is(person: Person) -> None:
    """An old or imported state is no way round. Seen to fail: with `honest` in `typed` alone."""
    request_of(person, "A refund")
    person.state = json.loads(
        json.dumps(person.state).replace("A refund", "A \\u202erefund\\u0000")
    )
    person.does("opened")
    assert {answer["value"] for answer in person.case["answers"]} >= {"A refund"}
    assert not DECEIVING.search(json.dumps(person.last, ensure_ascii=False))
