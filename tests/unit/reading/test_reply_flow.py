"""From a pasted answer to what is next: read at once, confirmed by a click, kept as it was said."""

import html

import pytest

from tests.unit.conftest import Person

LATER = "2026-11-26T10:00:00+02:00"
WORDS = {
    "asks": {
        "en": "Case number: 05871234. Please send the amount, the invoice number, a screenshot of "
        "the statement and the name of the bank.\n\nBest,\nMia\n\nOn 20 Nov Dana wrote:\n> Hello",
        "he": "מספר פנייה: 05871234. נא לשלוח את הסכום, את מספר החשבונית, צילום מסך של הדף ואת שם "
        "הבנק.\n\nבברכה,\nמיה\n\nב-20 בנוב׳ 2026 דנה כתבה:\n> שלום",
    },
    "steps": {
        "en": "Please try the following steps:\n1. Clear the cookies.\n2. Use another browser.",
        "he": "נסו את הצעדים הבאים:\n1. נקו את העוגיות.\n2. השתמשו בדפדפן אחר.",
    },
    "passed": {
        "en": "I've escalated your case to our billing team. They will reply within 48 hours.",
        "he": "העברתי את הפנייה לצוות החיובים. הם יחזרו אליכם תוך 48 שעות.",
    },
    "refused": {
        "en": "We can't refund this charge, because it was made more than 14 days ago.",
        "he": "לא נוכל להחזיר את התשלום, מכיוון שחלפו יותר מ־14 ימים.",
    },
    "solved": {
        "en": "We've issued a full refund. It should appear within 10 days.",
        "he": "ההחזר אושר. הסכום יופיע תוך 10 ימים.",
    },
    "received": {
        "en": "This is an automated message: we have received your request.",
        "he": "זוהי הודעה אוטומטית: פנייתכם התקבלה.",
    },
    "closed": {
        "en": "We are closing this case, since it has been inactive.",
        "he": "אנחנו סוגרים את הפנייה.",
    },
}


def pasted(person: Person, name: str, **answers: str) -> str:
    """Send a first request, paste an answer, and return the screen."""
    person.types("story", "I was charged twice.")
    person.picks("billing")
    for field, value in answers.items():
        person.types(field, value)
    person.does("go", to="request")
    person.does("sent")
    person.does("go", to="reply")
    return html.unescape(person.types("reply_text", WORDS[name][person.locale])["html"])


KINDS = {
    "asks": "asks_details",
    "steps": "suggests_steps",
    "passed": "passed_on",
    "refused": "refused",
    "solved": "solved",
    "received": "auto_ack",
    "closed": "closed",
}


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_the_kind_is_proposed_and_every_other_can_be_chosen(
    person: Person, name: str, kind: str
) -> None:
    """Seen to fail on 1405f11, where nothing was read before the person had chosen."""
    page = pasted(person, name)
    confirm = page[page.index('id="confirm"') :]
    assert f'"kind":"{kind}"' in confirm[: confirm.index(">")].replace(" ", "")
    for other in ("unclear", "not_solved", "suspicious", *KINDS.values()):
        assert f'id="reply-{other}"' in page


def test_what_was_read_is_shown_counted_and_can_be_answered_at_once(person: Person) -> None:
    page = pasted(person, "asks", amount="$20")
    assert "05871234" in page[page.index('id="read"') :]
    assert 'id="field-invoice"' in page
    assert 'id="field-amount"' not in page
    assert 'id="field-asked_3"' in page
    person.types("asked_3", "Bank of Examples")
    person.types("invoice", "ABCD1234-0007")
    person.does("replied", kind="asks_details")
    assert person.screen == "request"
    assert person.case["sent"][-1]["case_number"] == "05871234"
    letter = html.unescape(person.last["html"])
    for told in ("Bank of Examples", "ABCD1234-0007", "$20"):
        assert told in letter


def test_a_box_for_nothing_that_was_asked_is_a_mistake(person: Person) -> None:
    pasted(person, "asks")
    person.types("asked_99", "x")
    assert person.problem == "bad_turn"


def test_what_was_cut_is_shown_and_can_be_read_after_all(person: Person) -> None:
    page = pasted(person, "asks")
    assert 'id="keep-quoted"' in page
    assert 'id="keep-signature"' in page
    page = person.does("keep_cut", part="quoted", on=True)["html"]
    assert 'id="cut-quoted"' in page
    assert 'id="keep-quoted"' not in page
    page = person.does("keep_cut", part="quoted", on=False)["html"]
    assert 'id="keep-quoted"' in page


def test_each_suggested_step_is_an_advice_and_its_result_is_told(person: Person) -> None:
    """Seen to fail on 1405f11: "they suggested something" was no choice."""
    pasted(person, "steps")
    person.does("replied", kind="suggests_steps")
    assert (person.screen, person.advice) == ("first", "suggested")
    first, second = person.case["suggested"]
    assert first in html.unescape(person.last["html"])
    person.does("followed", advice="suggested", outcome="did_not_help")
    assert second in html.unescape(person.last["html"])
    person.does("followed", advice="suggested", outcome="skipped")
    assert person.advice == "ask_review"
    person.does("choose_letter", kind="escalation", channel="email")
    letter = html.unescape(person.last["html"])
    assert first.rstrip(".") in letter
    assert f"“{second.rstrip('.')}”" not in letter
    assert f"״{second.rstrip('.')}״" not in letter


def test_a_suggested_step_that_helped_asks_whether_the_case_is_over(person: Person) -> None:
    pasted(person, "steps")
    person.does("replied", kind="suggests_steps")
    person.does("followed", advice="suggested", outcome="helped")
    assert person.state["place"] == {"screen": "first", "item": "close"}
    person.does("go", to="first")
    assert person.advice not in {"suggested", "answer_reply"}


def test_a_suggested_step_that_takes_days_comes_back(person: Person) -> None:
    pasted(person, "steps")
    person.does("replied", kind="suggests_steps")
    person.does("followed", advice="suggested", outcome="under_way")
    person.does("followed", advice="suggested", outcome="cannot")
    assert person.advice == "under_way"
    person.now = LATER
    person.does("opened")
    assert person.advice == "any_news"


def test_a_promise_is_a_day_of_the_case_and_nothing_is_due_before(person: Person) -> None:
    """Seen to fail on 1405f11, where a reminder came due whatever was promised."""
    pasted(person, "passed")
    person.does("replied", kind="passed_on")
    assert person.screen == "case"
    assert person.case["promised"] == {
        "on": "2026-11-24",
        "at": person.now,
        "source": "reply",
    }
    assert person.advice == "wait"
    person.now = "2026-11-24T10:00:00+02:00"
    person.does("opened")
    assert person.advice == "promise_passed"
    person.does("followed", advice="promise_passed", outcome="under_way")
    assert person.advice == "wait"
    assert person.case["promised"]["on"] == "2026-11-26"


def test_a_case_that_was_passed_on_is_reminded_of_in_its_own_time(person: Person) -> None:
    pasted(person, "passed")
    person.types("reply_text", "I've escalated your case to our billing team.")
    person.now = "2026-11-25T10:00:00+02:00"
    person.does("replied", kind="passed_on")
    person.does("followed", advice="check_spam", outcome="did_not_help")
    assert person.advice in {"wait", "check_spam"}
    person.now = "2026-12-01T10:00:00+02:00"
    person.does("opened")
    assert person.advice == "follow_up"


def test_a_receipt_changes_no_day(person: Person) -> None:
    pasted(person, "received")
    before = person.does("go", to="case")["html"]
    person.does("go", to="reply")
    person.does("replied", kind="auto_ack")
    assert person.screen == "case"
    assert person.advice in {"wait", "check_spam"}
    assert before.count("upcoming") == person.last["html"].count("upcoming")


def test_a_receipt_leaves_the_day_that_is_waited_for(person: Person) -> None:
    """Seen to fail where every answer that names no day took the day away."""
    pasted(person, "received")
    person.types("promised", "2026-11-30")
    person.does("replied", kind="auto_ack")
    assert person.case["promised"]["on"] == "2026-11-30"
    person.does("replied", kind="passed_on")
    assert "promised" not in person.case


def test_a_day_that_is_promised_does_not_hold_up_the_answer_we_owe(person: Person) -> None:
    """Seen to fail where such a day was waited for whatever the answer asked."""
    pasted(person, "asks")
    person.types("reply_text", "Please send the invoice number. We will reply within 48 hours.")
    person.does("replied", kind="asks_details")
    assert "promised" not in person.case
    assert person.advice == "answer_reply"


def test_a_refund_that_is_on_its_way_keeps_the_case_open_until_its_day(person: Person) -> None:
    pasted(person, "solved")
    person.does("replied", kind="solved")
    assert person.case.get("closed") is None
    person.now = "2026-12-03T10:00:00+02:00"
    person.does("opened")
    assert person.advice == "promise_passed"
    person.does("followed", advice="promise_passed", outcome="helped")
    assert person.state["place"] == {"screen": "first", "item": "close"}


def test_a_refusal_keeps_its_reason(person: Person) -> None:
    pasted(person, "refused")
    person.does("replied", kind="refused")
    assert "14" in person.case["replies"][-1]["reason"]


def test_a_closed_case_is_written_to_anew(person: Person) -> None:
    pasted(person, "closed")
    person.does("replied", kind="closed")
    assert (person.screen, person.case["kind"]) == ("request", "second_request")


def test_a_kind_that_is_corrected_is_of_the_same_answer(person: Person) -> None:
    """Seen to fail on 1405f11: each click was another answer."""
    pasted(person, "asks")
    person.does("replied", kind="unclear")
    person.does("back")
    person.does("replied", kind="asks_details")
    (reply,) = person.case["replies"]
    assert reply["kind"] == "asks_details"


def test_the_same_canned_text_again_is_noticed_and_told(person: Person) -> None:
    pasted(person, "refused")
    person.does("replied", kind="not_solved")
    person.does("sent")
    person.now = LATER
    person.does("go", to="reply")
    page = person.types("reply_text", WORDS["refused"][person.locale] + "\n\nBest,\nTom")["html"]
    assert 'id="came-again"' in page
    person.does("replied", kind="not_solved")
    letter = html.unescape(person.last["html"])
    same = {"en": "are the same text", "he": "זהה לתשובה"}
    assert same[person.locale] in letter


def test_a_question_that_was_answered_before_is_answered_with_the_place(person: Person) -> None:
    """Seen to fail on 1405f11, where it was answered as if for the first time."""
    page = pasted(person, "asks", amount="$20", invoice="ABCD1234-0007")
    assert "22 November" in page or "היום" in page or "today" in page
    person.does("replied", kind="asks_details")
    letter = html.unescape(person.last["html"])
    lead = {"en": "I wrote this on 22 November 2026:", "he": "כתבתי את זה ב־22 בנובמבר 2026:"}
    assert lead[person.locale] in letter
    assert "ABCD1234-0007" in letter


def test_the_next_answer_begins_with_an_empty_field(person: Person) -> None:
    pasted(person, "asks")
    person.does("replied", kind="asks_details")
    person.does("sent")
    assert person.case.get("reply_text", "") == ""


def test_the_box_of_what_is_asked_stays_while_somebody_types_in_it(person: Person) -> None:
    """Seen to fail on the guide before: gone with the first letter, which was then sent as all."""
    pasted(person, "asks", amount="20")
    for typed in ("I", "IN", "INV-1"):
        shown = person.types("invoice", typed)["html"]
        assert 'data-field="invoice"' in shown
    assert 'data-field="amount"' not in shown, "what a letter has told needs no box"
