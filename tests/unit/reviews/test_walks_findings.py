"""What ten people met who were walked through both browsers once more, in both languages.

A mother, a student, a developer, somebody deactivated and somebody who was phoned, as in
`test_screens_findings`; an app that is refused calls, a parent, a purchase through Apple that did
not arrive, a refused appeal, and an old man who read a code to a caller. All is seen at the door.
"""

import pytest

from tests.unit.reviews.at_the_door import Someone, seen, writing

LOCALES = ["en", "he"]
SEEN = {
    "en": "This morning I saw that ChatGPT took money twice, $20 on 3 November and again $20 "
    "the same evening.",
    "he": "הבוקר ראיתי ש־ChatGPT חייב אותי פעמיים, 20 דולר ב־3 בנובמבר ושוב 20 דולר באותו ערב.",
}


# Seen to fail: the letter named a second charge, on the day on which the mother looked.
@pytest.mark.parametrize("locale", LOCALES)
def test_the_day_on_which_a_charge_was_seen_is_not_that_of_another(locale: str) -> None:
    person = Someone(locale=locale)
    person.does("opened")
    person.types("story", SEEN[locale])
    person.does("pick_category", category="billing")
    person.does("pick_topic", topic="charged_twice")
    person.does("go", to="details")
    assert person.value("charge_date") == "2026-11-03"
    assert person.value("second_charge_date") == "2026-11-03"  # The same evening.
    person.does("go", to="request")
    assert "22" not in person.letter


# Seen to fail: "you wrote it on today", "כתבתם את זה ב־היום".
@pytest.mark.parametrize(
    ("locale", "said"), [("en", "you wrote it: today"), ("he", "כבר כתבתם: היום")]
)
def test_a_day_that_is_near_stands_without_a_preposition(locale: str, said: str) -> None:
    person = writing({"charge_date": "2026-11-03"}, locale=locale)
    person.does("sent")
    person.does("go", to="reply")
    person.types("reply_text", "Please send us the date of the charge and the last 4 digits.")
    assert said in person.main


# ---- A parent ----

CHILD = {
    "en": "My son is 12 and opened a ChatGPT account by himself with his school email "
    "tom@school.example. I want the account and all his chats deleted.",
    "he": "הבן שלי בן 12 ופתח לבד חשבון ב־ChatGPT עם המייל של בית הספר tom@school.example. "
    "אני רוצה שהחשבון וכל השיחות שלו יימחקו.",
}


# Seen to fail: "My own account, as a parent: tom@school.example".
@pytest.mark.parametrize("locale", LOCALES)
def test_a_childs_address_is_not_called_the_parents(locale: str) -> None:
    person = Someone(locale=locale)
    person.tells(CHILD[locale])
    person.does("go", to="details")
    assert person.value("child_email") == "tom@school.example"
    assert person.value("account_email") == ""
    person.does("go", to="request")
    assert person.letter.count("tom@school.example") == 2  # In the story, and as the child's.


# Seen to fail: "How old is your child?" was the first card.
@pytest.mark.parametrize("locale", LOCALES)
def test_the_age_that_a_parent_tells_is_not_asked_again(locale: str) -> None:
    person = Someone(locale=locale)
    person.tells(CHILD[locale])
    assert person.advice == "child_too_young"


# ---- Somebody who was phoned ----

PHONED = {
    "en": "A man phoned me and said he is from OpenAI. I gave him my card number and the password.",
    "he": "התקשר אליי מישהו ואמר שהוא מ־OpenAI. מסרתי לו את מספר הכרטיס ואת הסיסמה.",
}


# Seen to fail: the call was at 10:00 today, which nobody had said.
@pytest.mark.parametrize("locale", LOCALES)
def test_a_call_is_not_said_to_have_come_at_the_moment_of_writing(locale: str) -> None:
    person = Someone(locale=locale)
    person.tells(PHONED[locale])
    person.does("go", to="details")
    assert person.value("when") == ""
    person.does("go", to="request")
    assert "10:00" not in person.letter


# ---- A purchase through Apple ----


# Seen to fail: "Please refund the payment" was among the sentences to choose from.
@pytest.mark.parametrize(("bought", "offered"), [("web", True), ("apple", False)])
@pytest.mark.parametrize(
    ("locale", "goal"),
    [
        ("en", "Please refund the payment, since the plan never arrived."),
        ("he", "אבקש החזר על התשלום, כי המסלול לא הופעל."),
    ],
)
def test_no_sentence_asks_openai_for_what_only_apple_refunds(
    locale: str, goal: str, bought: str, *, offered: bool
) -> None:
    person = Someone(locale=locale)
    person.does("pick_category", category="subscription_management")
    person.does("pick_topic", topic="paid_but_free")
    person.types("bought_where", bought)
    person.does("go", to="details")
    assert person.can("typed", field="goal", value=goal) == offered


# Seen to fail in every category but billing, and wherever Apple had been asked.
@pytest.mark.parametrize(
    ("locale", "goal", "said"),
    [
        ("en", "I want my money back", "a refund is Apple’s"),
        ("he", "אני רוצה החזר", "ההחזר אצלה"),
    ],
)
@pytest.mark.parametrize("category", ["billing", "subscription_management", "other"])
def test_who_asks_openai_for_apples_refund_is_told_and_not_called_ready(
    category: str, locale: str, goal: str, said: str
) -> None:
    asked = writing({"bought_where": "apple", "goal": goal}, category, locale=locale)
    assert said in asked.main
    assert "is ready" not in asked.main
    assert said not in writing({"bought_where": "web", "goal": goal}, category, locale=locale).main


# Seen to fail: the one button in colour led past what support had suggested, to a senior review.
def test_what_support_suggests_is_not_passed_by_the_main_button() -> None:
    person = writing({}, "other")
    person.does("sent")
    person.does("go", to="reply")
    person.types("reply_text", "Please sign out and sign in again, and tell us if it worked.")
    person.does("replied", kind="suggests_steps")
    act = person.html[: person.html.index('id="act"')].rpartition("<button")[2]
    assert 'class="second"' in act


# ---- A refused appeal ----


# Seen to fail: "My appeal: 10 November 2026", which was the day of the notice.
@pytest.mark.parametrize(("locale", "day"), [("en", "10 November"), ("he", "10 בנובמבר")])
def test_the_subject_does_not_take_the_day_of_the_notice_for_the_appeals(
    locale: str, day: str
) -> None:
    person = Someone(locale=locale)
    person.does("pick_category", category="content_moderation")
    person.does("pick_topic", topic="appeal_refused")
    person.types("notice_date", "2026-11-10")
    person.does("choose_letter", channel="email")
    person.does("go", to="request")
    subject = seen(f"<p{person.html.split('data-copy-source="subject"')[1].split('</p>')[0]}")
    assert subject
    assert day not in subject


# Seen to fail: "Reply to support", today, where no second appeal exists and nothing was asked.
@pytest.mark.parametrize(
    ("locale", "untrue", "left"),
    [
        ("en", "Reply to support", "See what is left after the appeal"),
        ("he", "לענות לתמיכה", "לבדוק מה נשאר אחרי הערעור"),
    ],
)
def test_a_no_to_an_appeal_asks_for_no_reply(locale: str, untrue: str, left: str) -> None:
    person = writing({}, "content_moderation", locale=locale)
    person.does("sent")
    person.does("go", to="reply")
    person.types("reply_text", "We have decided to uphold the deactivation.")
    person.does("replied", kind="refused")
    person.does("go", to="case")
    assert untrue not in person.main
    assert left in person.main


# ---- A passkey on a lost phone ----


# Seen to fail: the first card was about the authenticator app, or the guide had to ask.
@pytest.mark.parametrize(
    "story",
    [
        "נגנב לי הטלפון ועליו הפאסקי. איך נכנסים?",
        "הפאסקי היה בטלפון שאבד לי ואני לא מצליח להתחבר ל־ChatGPT",
        "איבדתי את הטלפון עם הפאסקי",
        "פסקי לא עובד אחרי שהחלפתי מחשב",
    ],
)
def test_a_passkey_that_is_gone_with_the_phone_is_no_authenticator_app(story: str) -> None:
    person = Someone(locale="he")
    person.tells(story)
    assert person.advice == "add_passkey_there"


# ---- Everybody ----


# Seen to fail: a mark stood in a box of its own, and its first quotation mark in the line before.
def test_the_words_that_are_marked_keep_their_quotation_marks() -> None:
    person = Someone()
    person.tells(SEEN["en"])
    marked = person.html.split("<mark>")[1:]
    assert marked
    assert all(one.startswith("“") for one in marked)
