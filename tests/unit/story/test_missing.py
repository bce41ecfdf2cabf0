"""What a story says that there is not: sentences of many, both languages."""

import datetime as dt

import pytest

from guide import compiled_content
from guide.story import missing, reader

COMPILED = compiled_content.load()
RULES = COMPILED.story
TUESDAY = dt.datetime.fromisoformat("2026-12-01T10:00:00+02:00")

# A text, and the thing that it says is missing.
MISSING = [
    ("My account was deactivated and I got no notice", "notice"),
    ("I never received a notice, my account is just gone", "notice"),
    ("Banned. There was no email from OpenAI, no warning.", "notice"),
    ("my account was suspended without notice", "notice"),
    ("I did not get any message about why I was banned", "notice"),
    ("they didn't send me any email when they closed my account", "notice"),
    ("no notification came, I only saw it when I tried to log in. account deactivated", "notice"),
    ("There is no error message, it just does nothing", "error"),
    ("It does not show any error, the answer simply stops", "error"),
    ("It hangs without an error message", "error"),
    ("no error code is shown", "error"),
    ("The button does nothing and no error appears", "error"),
    ("I have no paid plan and I was charged 20 dollars", "plan"),
    ("I don't have a subscription but my card was charged", "plan"),
    ("I have never paid for ChatGPT, my account was banned", "plan"),
    ("I'm not subscribed to anything and got billed $20", "plan"),
    ("I only use the free version, my chats are gone", "plan"),
    ("I got no invoice for the charge on 20 November", "invoice"),
    ("There is no receipt in my email", "invoice"),
    ("I don't have a case number, they never gave me one", "case_number"),
    ("I have no order number", "order"),
    ("החשבון שלי הושבת ולא קיבלתי שום הודעה", "notice"),
    ("חסמו אותי בלי הודעה", "notice"),
    ("לא הגיע אליי שום מייל מ-OpenAI על החסימה", "notice"),
    ("לא שלחו לי שום הודעה למה סגרו את החשבון", "notice"),
    ("אין הודעת שגיאה, זה פשוט נתקע", "error"),
    ("לא מופיעה הודעת שגיאה בכלל", "error"),
    ("אין לי מנוי וחייבו אותי ב-20 דולר", "plan"),
    ("אני בגרסה החינמית, השיחות נעלמו", "plan"),
    ("מעולם לא היה לי מנוי בתשלום והחשבון נחסם", "plan"),
    ("אין לי חשבונית על החיוב הזה", "invoice"),
    ("אין לי מספר פנייה", "case_number"),
]
# A text, and a thing that it does not say is missing.
THERE = [
    ("I got the notice on November 20 but no reason was given", "notice"),
    ("There is no error in my work, please review the ban", "error"),
    ("I have Plus but it says I have no subscription", "plan"),
    ("I want no subscription any more, please cancel my Plus", "plan"),
    ("No email arrives with the login code", "error"),
    ("No email arrives with the login code", "notice"),
    ("It says 'No error code available', Something went wrong", "error"),
    ("I did not receive the refund", "invoice"),
    ("I did not receive the refund", "notice"),
    ("I did not receive the refund", "plan"),
    ("יש לי פלוס אבל כתוב שאין לי מנוי", "plan"),
    ("what is credit balance and why I paid 10$ and still have no Plus", "plan"),
    ("it thinks I'm a free user", "plan"),
    ("In the App Store there is no subscription at all", "plan"),
    ("בלי המנוי אתה לא קיים", "plan"),
    ("הרואה חשבון לא מקבל את הקבלות שלכם", "invoice"),
    ("אין לי יותר את המייל של החשבון", "notice"),
]


@pytest.mark.parametrize(("text", "thing"), MISSING, ids=[row[0] for row in MISSING])
def test_what_a_story_says_to_be_missing_is_missing(text: str, thing: str) -> None:
    assert thing in reader.read(RULES, text, TUESDAY).missing


@pytest.mark.parametrize(("text", "thing"), THERE, ids=[" | ".join(row) for row in THERE])
def test_what_is_there_or_wanted_or_a_page_says_is_not_missing(text: str, thing: str) -> None:
    assert thing not in reader.read(RULES, text, TUESDAY).missing


def test_every_thing_that_fields_ask_about_can_be_read_as_missing() -> None:
    catalog = COMPILED.catalog
    asked = {field.thing for field in catalog.fields.values() if field.thing}
    asked |= {thing for topic in catalog.topics.values() for thing in topic.things.values()}
    names = {*RULES.cues[missing.TABLE].names()} - missing.FRAMES
    assert asked == {name for name in names if not name.endswith(missing.OWN)}
