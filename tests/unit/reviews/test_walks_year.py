"""What people met who were walked through a year with the guide, week by week.

Somebody whose passkey went with the phone, and whom support answers three times; a firm that needs
an invoice; an appeal, a child, a forum, a move to another computer. All is seen at the door.
"""

import pytest

from tests.unit.reviews.at_the_door import Someone, copies_next, seen, writing

LOCALES = ["en", "he"]
LATER = "2026-12-02T10:00:00+02:00"


def answered(locale: str, text: str, kind: str) -> Someone:
    """Return somebody who wrote, and ten days later got this answer of that kind."""
    person = writing({}, "other", locale=locale)
    copies_next(person)
    person.does("sent")
    person.now = LATER
    person.does("go", to="reply")
    person.types("reply_text", text)
    person.does("replied", kind=kind)
    return person


def presses_write(person: Someone) -> None:
    """Press the button of the next step, which leads to a letter."""
    person.presses(next(one for one in person.events if one["type"] == "choose_letter"))


# Seen to fail: "Reply with exactly what was asked", and a first message that told of no answer.
@pytest.mark.parametrize(
    ("locale", "still"), [("en", "This is still not solved"), ("he", "הבעיה עדיין לא נפתרה")]
)
def test_what_support_suggested_in_vain_is_in_the_message_that_the_next_step_writes(
    locale: str, still: str
) -> None:
    person = answered(locale, "Please try signing in now.", "suggests_steps")
    person.answers("did_not_help")
    presses_write(person)
    assert still in person.letter
    assert "Please try signing in now" in person.letter.split(still)[1]


# Seen to fail: "Still missing: what did you do of what they advised", above just that.
def test_what_came_of_support_s_steps_is_not_asked_once_more() -> None:
    person = answered("en", "Please try signing in now.", "suggests_steps")
    person.answers("did_not_help")
    presses_write(person)
    assert "it did not help" in person.letter
    assert "What did you do of what they advised" not in person.main
    person.does("go", to="details")
    assert "did_as_told" not in person.needed


# Seen to fail: "Please try signing in now." was all that was read.
@pytest.mark.parametrize(
    ("text", "step"),
    [
        (
            "Please try signing in now. If it does not work, clear your cookies.",
            "If it does not work, clear your cookies.",
        ),
        ("First, sign out on all devices. Then restart the app.", "Then restart the app."),
        ("נסו להתחבר שוב. אם זה לא עובד, נקו את העוגיות.", "אם זה לא עובד, נקו את העוגיות."),
    ],
)
def test_a_step_for_when_the_first_one_fails_is_read_too(text: str, step: str) -> None:
    person = answered("en", text, "suggests_steps")
    person.answers("did_not_help")
    assert step in person.main


# Seen to fail: each said "with exactly what was asked", where nothing had been asked.
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("kind", "advice", "letter"),
    [
        ("asks_details", "answer_reply", "reply"),
        ("unclear", "ask_back", "clarification"),
        ("not_solved", "ask_review", "escalation"),
        ("refused", "ask_review", "escalation"),
        ("closed", "write_anew", "second_request"),
    ],
)
def test_the_next_step_after_an_answer_is_the_letter_that_it_is_owed(
    kind: str, advice: str, letter: str, locale: str
) -> None:
    person = answered(locale, "", kind)
    person.does("go", to="case")
    assert person.can("choose_letter", kind=letter)
    assert person.state["cases"][0]["kind"] == letter
    person.does("go", to="first")
    words = {"answer_reply": "what was asked", "ask_review": "senior", "ask_back": "mean"}
    if locale == "en":
        assert words.get(advice, "closed the case") in person.main


# Seen to fail: the reminder asked for the status alone, though its card tells of the promise.
@pytest.mark.parametrize(
    ("locale", "said"),
    [("en", "it would come by 27 November 2026"), ("he", "שזה יגיע עד 27 בנובמבר 2026")],
)
def test_the_reminder_after_a_promise_names_its_day(locale: str, said: str) -> None:
    person = writing({}, "other", locale=locale)
    person.does("sent")
    person.now = "2026-11-24T10:00:00+02:00"
    person.does("go", to="reply")
    person.types("reply_text", "We passed it on. You will hear from us within 3 business days.")
    person.does("replied", kind="passed_on")
    person.does("choose_letter", kind="follow_up")
    assert said not in person.letter  # Its day has not come.
    person.now = "2026-11-30T10:00:00+02:00"
    person.does("go", to="case")
    assert person.advice == "promise_passed"
    presses_write(person)
    assert said in person.letter


# Seen to fail: "has not answered since" the day of the reminder.
@pytest.mark.parametrize(("locale", "day"), [("en", "22 November"), ("he", "22 בנובמבר")])
@pytest.mark.parametrize("channel", ["social_post", "social_dm"])
def test_silence_is_counted_from_the_first_message_that_got_no_answer(
    locale: str, day: str, channel: str
) -> None:
    person = writing({}, "technical_error", locale=locale)
    person.does("sent")
    person.now = "2026-11-27T10:00:00+02:00"
    person.does("choose_letter", kind="follow_up")
    person.does("sent")
    person.now = LATER
    person.does("choose_letter", kind="follow_up", channel=channel)
    assert day in person.letter


# ---- A firm, a key, a ban, a child ----

KEY = "sk-proj-" + "aG1rWdJ2tYfL4v3hN6Qz8X"
MOTHERS = {
    "en": "My son is 12 and made a ChatGPT account with his school email tom@school.example. "
    "I want it deleted. I am his mother, dana@home.example.",
    "he": "הבן שלי בן 12 ופתח חשבון ב־ChatGPT עם המייל של בית הספר tom@school.example. "
    "אני רוצה שימחקו אותו. אני אמא שלו, dana@home.example.",
}


# Seen to fail: the key stood in the calendar that others share.
def test_a_key_in_the_name_of_a_case_is_in_no_calendar() -> None:
    person = Someone()
    person.tells(f"My key {KEY} was published, write to me at noa@example.com", "api")
    person.does("go", to="request")
    person.does("sent")
    person.does("name_in_calendar", on=True)
    person.does("save_calendar")
    calendar = "".join(effect.get("text", "") for effect in person.last["effects"])
    assert "My key" in calendar
    assert KEY[8:20] not in calendar
    assert "noa@" not in calendar


# Seen to fail: "my mailbox is gone", for the words of an address were taken for the problem.
@pytest.mark.parametrize(
    ("story", "topic"),
    [
        ("I am 34 and got the teen version. My email is ron@mail.example", "taken_for_minor"),
        ("החשבון הועבר לגרסת בני נוער ואני בן 34. המייל שלי ron@mail.example", "taken_for_minor"),
        ("The passkey was on my lost phone. My email is tom@mail.example.", "passkey_lost"),
    ],
)
def test_an_address_that_is_told_is_not_what_the_problem_is_about(story: str, topic: str) -> None:
    person = Someone()
    person.tells(story)
    offered = [event["topic"] for event in person.events if event["type"] == "pick_topic"]
    known = person.state["cases"][0].get("topic", "")
    assert topic in (known, *offered[:3])


# Seen to fail: the parent's account was to be deleted, and the child's was called the parent's.
@pytest.mark.parametrize("locale", LOCALES)
def test_of_two_addresses_the_childs_is_the_one_to_delete(locale: str) -> None:
    person = Someone(locale=locale)
    person.tells(MOTHERS[locale])
    person.does("go", to="details")
    assert person.value("child_email") == "tom@school.example"
    assert person.value("reply_email") == "dana@home.example"
    assert person.value("account_email") == ""


# Seen to fail: "Start from the link in the notice" was the next card.
def test_who_never_got_a_notice_is_not_sent_to_its_link() -> None:
    person = Someone()
    person.does("pick_category", category="content_moderation")
    person.does("pick_topic", topic="account_deactivated")
    assert person.advice == "ban_before_appeal"
    person.answers("cannot")
    while person.advice:
        assert person.advice != "notice_link"
        person.answers("cannot")
    assert person.can("choose_letter") or "appeal" in person.main


# Seen to fail: "Support answered, and it is not solved", before anything was written.
@pytest.mark.parametrize("topic", ["error_message", "files_images_voice", "app_connection"])
def test_no_first_card_links_to_what_comes_after_support_answered(topic: str) -> None:
    person = Someone()
    person.does("pick_category", category="technical_error")
    person.does("pick_topic", topic=topic)
    assert not person.can("go", to="guide", item="not_solved")


# Seen to fail: neither was told, whether or not a box was ticked.
@pytest.mark.parametrize(
    ("locale", "said"), [("en", "usage that is not mine"), ("he", "יש שימוש שאינו שלי")]
)
def test_what_was_seen_of_the_use_of_a_leaked_key_is_told(locale: str, said: str) -> None:
    person = Someone(locale=locale)
    person.does("pick_category", category="api")
    person.does("pick_topic", topic="key_leaked")
    while person.advice:
        person.answers("done" if person.can("followed", outcome="done") else "skipped")
    person.does("go", to="request")
    assert said in person.letter


# Seen to fail: "יום עסקים 1".
def test_one_business_day_is_said_in_hebrew_as_one_says_it() -> None:
    person = writing({}, "other", locale="he")
    person.does("sent")
    person.does("go", to="case")
    assert "יום עסקים 1" not in person.main
    assert "ימי עסקים אחרי זה: 1" in person.main


# Seen to fail: "3" stood with the Latin words, apart from its Hebrew month.
def test_the_day_in_a_hebrew_subject_follows_hebrew() -> None:
    person = writing({"plan": "plus", "amount": "20 USD", "charge_date": "2026-11-03"}, locale="he")
    person.does("choose_letter", channel="email")
    subject = seen(f"<p{person.html.split('data-copy-source="subject"')[1].split('</p>')[0]}")
    assert subject.endswith("3 בנובמבר 2026, Plus, 20 USD")


# Seen to fail: the full stop of an English sentence stood on its other side.
def test_the_words_of_an_answer_keep_their_direction_beside_a_day() -> None:
    person = writing({}, "other", locale="he")
    person.does("sent")
    person.does("go", to="reply")
    person.types("reply_text", "Please reply within 7 days, or this case will be closed.")
    assert "<bdi>Please reply within 7 days, or this case will be closed.</bdi>" in person.html


# Seen to fail: "to come", below the advice to ask for a senior review.
def test_no_step_before_writing_is_said_to_come_after_it() -> None:
    person = answered("en", "Please sign out and in again.", "suggests_steps")
    assert "to come" not in person.main
