"""What somebody deactivated, somebody who was phoned, and everybody met: it must stay mended.

The other half of `test_screens_findings`, which says how these were seen to fail.
"""

import pytest

from tests.unit.reviews.at_the_door import Someone, bar, copies_next, writing

LATER = ("2026-11-26", "2026-12-04", "2026-12-20")


# ---- Somebody's account was deactivated ----

DRAFT = "I started to write: Dear Trust & Safety, I never wrote anything against the rules."


def test_words_that_go_into_an_appeal_are_in_sight_where_it_is_prepared() -> None:
    person = Someone()
    person.tells(f"OpenAI deactivated my account and I want to appeal. {DRAFT}")
    person.does("go", to="details")
    assert "happened" in person.needed
    assert DRAFT in person.value("happened")


def test_what_can_be_sent_once_is_not_copied_with_facts_missing_without_a_word() -> None:
    person = writing({}, "content_moderation")
    assert "Send it once" in bar(person)
    assert '"to":"details"' in bar(person).partition('class="primary"')[2].split(">")[0]
    copies_next(person)
    assert "Send it once" not in bar(person)


@pytest.mark.parametrize("day", LATER)
def test_no_second_letter_follows_an_appeal(day: str) -> None:
    person = writing({}, "content_moderation")
    person.does("sent")
    person.now = f"{day}T20:00:00+02:00"
    person.does("open_case", case="c1")
    assert not person.can("choose_letter")
    person.does("go", to="reply")
    person.does("replied", kind="refused")
    assert "data-copy-source" not in person.html
    assert "asked" not in person.main


# ---- Somebody phoned, and got card and password ----

PHONED = {
    "en": "Someone phoned me and said he is from OpenAI. I gave my card number and the password.",
    "he": "התקשר אליי מישהו שאמר שהוא מ־OpenAI ומסרתי לו את מספר הכרטיס ואת הסיסמה",
}


@pytest.mark.parametrize(
    ("locale", "headline", "said"),
    [
        ("en", "That was not OpenAI", ("block the card", "new passwords", "police", "call again")),
        ("he", "זו לא הייתה OpenAI", ("לחסום", "סיסמאות", "משטרה", "יתקשרו שוב")),
    ],
)
def test_after_a_scam_the_first_card_is_the_bank_with_a_checklist(
    locale: str, headline: str, said: tuple[str, ...]
) -> None:
    person = Someone(locale=locale)
    person.tells(PHONED[locale])
    assert headline in person.main
    assert [words for words in said if words not in person.main] == []
    assert 'type="checkbox"' in person.html


def test_done_is_not_kept_as_no_help() -> None:
    person = Someone()
    person.tells("someone is in my account", "security_compromise")
    person.answers("done")
    person.does("go", to="case")
    assert "did not help" not in person.main


def test_who_was_phoned_is_not_asked_what_was_seen() -> None:
    person = Someone()
    person.tells(PHONED["en"])
    person.does("go", to="details")
    assert "what_was_seen" not in person.needed
    assert "what_given" in person.needed or "What did they get?" in person.main


@pytest.mark.parametrize(
    "words",
    [
        "He phoned me and asked for my card number and the SMS code",
        "They called and wanted the password",
        "A man from support wants to connect to my computer with AnyDesk",
        "התקשר אליי מישהו וביקש קוד",
        "ביקשו ממני בטלפון את מספר הכרטיס",
    ],
)
def test_what_nobody_from_support_asks_for_is_a_scam_and_leads_on(words: str) -> None:
    person = Someone()
    person.does("go", to="genuine")
    person.types("suspect", words)
    assert person.verdict == "scam"
    assert person.can("gave_away")


def test_the_answer_that_looks_wrong_is_what_is_checked_and_nothing_older() -> None:
    person = Someone()
    person.does("go", to="genuine")
    person.types("suspect", "noreply@tm.openai.com")
    person.picks("billing")
    person.does("go", to="request")
    person.does("sent")
    person.does("go", to="reply")
    person.types("reply_text", "Call us on WhatsApp at +1 808 555 0100 and tell us the code")
    person.does("replied", kind="suspicious")
    assert person.verdict == "scam"


def test_a_domain_of_openais_is_not_called_genuine() -> None:
    person = Someone()
    person.does("go", to="genuine")
    person.types("suspect", "noreply@tm.openai.com")
    assert person.verdict == "openai_domain"
    assert "can still be faked" in person.main


# ---- Everybody ----


@pytest.mark.parametrize("locale", ["en", "he"])
def test_who_already_wrote_is_asked_about_what_and_gets_out_of_the_circle(locale: str) -> None:
    person = Someone(locale=locale)
    person.does("already_wrote")
    assert "sent_about" in person.fields
    person.now = "2026-12-15T10:00:00+02:00"
    person.does("open_case", case="c1")
    person.does("choose_letter", kind="follow_up")
    assert person.can("pick_category", category="billing")
    person.picks("billing")
    person.does("choose_letter", kind="follow_up")
    assert person.letter


@pytest.mark.parametrize(("locale", "said"), [("en", "Advice 2 of 3"), ("he", "עצה 2 מתוך 3")])
def test_the_next_advice_takes_the_focus_and_is_announced(locale: str, said: str) -> None:
    person = Someone(locale=locale)
    person.picks("technical_error")
    person.answers("skipped")
    assert {"kind": "focus", "target": "title"} in person.last["effects"]
    assert said in person.html.split('id="live"')[1].split("</div>")[0]


def test_a_second_click_skips_no_advice_that_was_not_read() -> None:
    person = Someone()
    person.picks("technical_error")
    event = next(one for one in person.events if one["type"] == "followed")
    person.presses(event)
    after = person.advice
    person.presses(event)
    assert person.advice == after
    assert person.last["problem"] is None
    person.does("go", to="case")
    assert person.main.count(person.main.split("“")[1].split("”")[0]) == 1
