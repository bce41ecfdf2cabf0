"""What went out is not asked for again, and an answer is answered where it came."""

from typing import TYPE_CHECKING, Any

import pytest

from guide.ids import LetterKind
from tests.states import with_cases
from tests.tables import each_row
from tests.unit.letter_cases import CATALOG
from tests.unit.markup import parsed

if TYPE_CHECKING:
    from tests.unit.conftest import Person

CHARGES = {
    "account_email": "noa.levi@example.com",
    "bought_where": "web",
    "charge_date": "2026-11-18",
    "second_charge_date": "2026-11-20",
    "amount": "20 USD",
}
ASKS = "Hello,\nPlease send us:\n- the charge date\n- the amount\n- a screenshot of the charge\n"


@pytest.fixture
def charged(person: "Person") -> "Person":
    """Somebody charged twice, at the message."""
    return with_answers(person, "billing", "charged_twice", CHARGES)


def with_answers(
    person: "Person", category: str, topic: str, told: dict[str, str], **more: object
) -> "Person":
    """Return a person at the message of such a case."""
    state = with_cases("A story", current="c1")
    answers = [{"field": field, "value": value} for field, value in told.items()]
    known: dict[str, Any] = {"category": category, "category_by": "person", "topic": topic}
    state["cases"][0] |= known | {"answers": answers} | more
    person.state = state | {"place": {"screen": "request"}}
    person.does("opened")
    return person


def answered(person: "Person", text: str) -> "Person":
    """Send the message, and come to the one that answers support's answer."""
    person.does("sent")
    person.does("go", to="reply")
    person.types("reply_text", text)
    person.does("replied", kind="asks_details")
    return person


def ids(person: "Person", begin: str) -> set[str]:
    """Return the ids of the screen that begin so."""
    every = (one.attrs["id"] or "" for one in parsed(person.last["html"]).having("id"))
    return {one for one in every if one.startswith(begin)}


def test_what_was_attached_is_not_ticked_again(charged: "Person") -> None:
    """Seen to fail: the receipt stood there to tick, and the reply said it was attached to it."""
    charged.does("attach", attachment="receipt", on=True)
    answered(charged, ASKS)
    assert ids(charged, "attach-") == {"attach-charge_screenshot", "attach-had"}
    assert ids(charged, "had-") == {"had-receipt"}
    page = parsed(charged.last["html"])
    said = CATALOG.words[charged.locale]["letters"]
    assert f"{said['attached']}: " not in page.one("letter").text
    assert said["attached_names"]["receipt"] in page.one("letter").text


def test_what_is_attached_to_the_reply_went_with_the_reply(charged: "Person") -> None:
    """Seen to fail: nothing was kept of what went with which letter."""
    charged.does("attach", attachment="receipt", on=True)
    answered(charged, ASKS).does("attach", attachment="charge_screenshot", on=True)
    charged.does("sent")
    went = [sent.get("attached", []) for sent in charged.case["sent"]]
    assert went == [["receipt"], ["charge_screenshot"]]


@pytest.mark.parametrize("kind", ["follow_up", "clarification"])
def test_nothing_is_attached_to_what_only_reminds_or_asks(
    charged: "Person", kind: LetterKind
) -> None:
    """Seen to fail: "what do you attach? The message names it", and it named nothing."""
    charged.does("sent")
    charged.does("choose_letter", kind=kind)
    assert charged.case["kind"] == kind
    assert not ids(charged, "attach")


def test_the_full_message_again_has_all_of_it(charged: "Person") -> None:
    charged.does("attach", attachment="receipt", on=True)
    charged.does("sent")
    charged.does("choose_letter", kind="second_request")
    page = parsed(charged.last["html"])
    assert "checked" in page.one("attach-receipt").attrs
    names = CATALOG.words[charged.locale]["letters"]["attached_names"]
    assert names["receipt"] in page.one("letter").text


def test_of_two_charges_a_question_for_the_date_is_one_for_each(person: "Person") -> None:
    """Seen to fail: one box, and it did not say for which of them."""
    told = {name: CHARGES[name] for name in ("account_email", "bought_where")}
    with_answers(person, "billing", "charged_twice", told)
    person.does("sent")
    person.does("go", to="reply")
    person.types("reply_text", ASKS)
    page = parsed(person.last["html"])
    fields = CATALOG.words[person.locale]["fields"]
    labels = {one.attrs.get("for"): one.text.strip() for one in page.all("label")}
    assert labels["field-charge_date"] == fields["charge_date"]["several"]["label"]
    assert labels["field-second_charge_date"] == fields["second_charge_date"]["label"]
    assert labels["field-amount"] == fields["amount"]["several"]["label"]


def test_the_answer_tells_the_dates_of_both_charges(charged: "Person") -> None:
    """Seen to fail: that of the first alone, as the charge date."""
    answered(charged, ASKS)
    letter = parsed(charged.last["html"]).one("letter").text
    fields = CATALOG.words[charged.locale]["fields"]
    assert f"{fields['charge_date']['several']['letter']}: " in letter
    assert f"{fields['second_charge_date']['letter']}: " in letter


def test_one_charge_is_just_the_charge(person: "Person") -> None:
    with_answers(person, "billing", "refund_wanted", CHARGES | {"second_charge_date": ""})
    person.does("sent")
    person.does("go", to="reply")
    person.types("reply_text", ASKS)
    assert "field-second_charge_date" not in person.last["html"]


def test_an_answer_to_an_appeal_is_answered_by_mail(person: "Person") -> None:
    """Seen to fail: in the chat, which knows nothing of it."""
    told = {"account_email": "noa.levi@example.com", "error_text": "Deactivated"}
    appeal = {"kind": "appeal", "channel": "appeal_form"}
    with_answers(person, "content_moderation", "account_deactivated", told, **appeal)
    answered(person, ASKS)
    assert (person.case["kind"], person.case["channel"]) == ("reply", "email")


def test_who_posts_in_public_waits_for_no_support(person: "Person") -> None:
    """Seen to fail: "now wait for support's answer", and a field for a case number."""
    letter = {"kind": "first_request", "channel": "forum", "at": person.now}
    state = with_cases("It is slow", current="c1")
    state["cases"][0] |= {"category": "technical_error", "sent": [letter]}
    person.state = state | {"place": {"screen": "sent"}}
    page = person.does("opened")["html"]
    assert person.screen == "sent"
    assert CATALOG.words[person.locale]["ui"]["sent"]["lead"] not in page
    assert 'data-field="case_number"' not in page


# Where it went, and which of two parts -> what is said of it.
IN_PART = [
    ("help_chat", 1, {"en": "message 1 of 2", "he": "הודעה 1 מתוך 2"}),
    ("email", 1, {"en": "the subject", "he": "הנושא"}),
    ("email", 2, {"en": "the text", "he": "הטקסט"}),
]


@each_row(("channel", "part", "said"), IN_PART)
def test_the_timeline_says_which_part_went_out(
    person: "Person", channel: str, part: int, said: dict[str, str]
) -> None:
    """Seen to fail: it said that the message was sent."""
    letter = {"kind": "first_request", "channel": channel, "at": person.now}
    state = with_cases("A story", current="c1")
    state["cases"][0] |= {"category": "billing", "sent": [letter | {"parts": [part], "of": 2}]}
    person.state = state | {"place": {"screen": "sent"}}
    page = parsed(person.does("opened")["html"])
    assert said[person.locale] in page.one("partly").text
    assert f"({said[person.locale]})" in person.does("open_case", case="c1")["html"]
