"""That a story tells of a letter to support nobody answered: sentences of many, both languages."""

import datetime as dt

import pytest

from guide import compiled_content
from guide.story import reader

RULES = compiled_content.load().story
TUESDAY = dt.datetime.fromisoformat("2026-12-01T10:00:00+02:00")

# A text, the day on which they wrote ("" where it is not told, or roughly), the case number.
WRITTEN = [
    ("I wrote to support two weeks ago, no answer", "2026-11-17", ""),
    (
        "I was charged twice. I emailed support on November 14 and have heard nothing",
        "2026-11-14",
        "",
    ),
    (
        "I've contacted support on 3 Nov, case number 04512789, and nobody got back to me",
        "2026-11-03",
        "04512789",
    ),
    (
        "Submitted a ticket last Tuesday through the chat, still no response. My chats are gone.",
        "2026-11-24",
        "",
    ),
    ("my account was banned, i wrote to you a week ago and no one answers", "2026-11-24", ""),
    ("I have written to OpenAI support three times and got no reply", "", ""),
    ("Still waiting for a reply to my ticket 04512789 from Nov 10", "2026-11-10", "04512789"),
    ("Nobody at support answers my emails. I was charged after cancelling", "", ""),
    ("I opened a support request 5 days ago. Crickets. Can't log in.", "2026-11-26", ""),
    ("Support has been ignoring me for three weeks, I want my refund", "2026-11-10", ""),
    ("I sent a message via the help center chat yesterday and nothing came back", "2026-11-30", ""),
    ("I messaged support on the 20th, no reply. Codex deleted my files", "2026-11-20", ""),
    ("my previous request (case 04512789) was never answered", "", "04512789"),
    ("I contacted OpenAI about two weeks ago but they have not responded", "", ""),
    ("Reached out to support@openai.com on 2026-11-16, zero response so far", "2026-11-16", ""),
    ("כתבתי לתמיכה לפני שבועיים ואף אחד לא ענה", "2026-11-17", ""),
    ("חויבתי פעמיים. שלחתי מייל לתמיכה ב-14 בנובמבר ולא קיבלתי תשובה", "2026-11-14", ""),
    ("פתחתי פנייה לפני שלושה ימים, מספר פנייה 04512789, ואין תגובה", "2026-11-28", "04512789"),
    ("פניתי לתמיכה דרך הצ'אט אתמול ועד עכשיו שום תשובה. החשבון נחסם", "2026-11-30", ""),
    ("כבר שבועיים אני מחכה לתשובה מהתמיכה על ההחזר", "2026-11-17", ""),
    ("כתבתי לכם כמה פעמים ולא עניתם לי, החשבון שלי חסום", "", ""),
    ("התמיכה מתעלמת ממני, שלחתי שלושה מיילים", "", ""),
    ("פניתי ל-OpenAI ב-3.11 ועדיין לא חזרו אליי", "2026-11-03", ""),
    ("אף אחד בתמיכה לא עונה לי על הפנייה מלפני שבוע", "2026-11-24", ""),
    # How many words of a sentence are of the letter: its day is its own.
    ("I was charged on 3 November, and I emailed support on the 10th", "2026-11-10", ""),
    ("I was charged on 3 November and wrote to support", "", ""),
    # An automatic receipt is no answer.
    ("I wrote to support on 3 November and got an automatic confirmation", "2026-11-03", ""),
]
# Nothing went out, or to somebody else, or it was answered.
NOT_WRITTEN = [
    "I never wrote to them. I was charged twice",
    "Should I write to support? I was charged twice yesterday",
    "Nobody answers the phone of my bank. I was charged twice",
    "I want to write to support about a double charge",
    "I wrote to support and they refunded me, but now I was charged again",
    "Support answered two weeks ago that my account is closed",
    "I emailed the seller two weeks ago and got no answer, the shared account stopped working",
    "I wrote a long text in ChatGPT yesterday and got no answer, it just spins",
    "I contacted my bank on 3 November and they never replied",
    "How can I contact support? nobody answers",
    "לא כתבתי לתמיכה אף פעם. חויבתי פעמיים",
    "האם לכתוב לתמיכה? חויבתי פעמיים אתמול",
    "פניתי לבנק לפני שבועיים ואף אחד לא ענה, חויבתי על ChatGPT",
    "כתבתי לתמיכה והם ענו לי שאין החזר",
    "אני רוצה לכתוב לתמיכה, אף אחד לא עונה בטלפון",
    "כתבתי לצ'אט שאלה ואין תשובה, המסך קפוא",
    "You emailed on 27 November to say that my data request was completed",
    "OpenAI wrote me that my API key was found publicly",
    "GitHub wrote me that a secret of OpenAI was found in my public repository",
    'On WhatsApp "OpenAI Help" asked for the numbers, I sent them, and they went silent.',
    "I appealed through the link and wrote them a page",
    "The App Store took 22.99, I wrote them on the 6th, no answer",
    "Ticket 07714420 was closed without a reply",
    "I wrote to support 4 times and each time some robot says it understands my frustration",
    "support does not answer",
    "Has anybody written to support and got no answer?",
    "My colleague wrote to support two weeks ago, no answer",
    "הבוט שלנו לא עונה ללקוחות",
    "כתבתי לכם כבר על משהו אחר ועניתם יפה",
    "פתחתי פנייה ב-3 לנובמבר ואחרי שבוע סגרו לי אותה בלי תשובה",
    "התמיכה לא עונה",
    "שלחתי להם את הקוד בוואטסאפ ומאז הם לא עונים",
]
WAYS = [
    ("I emailed support on 3 November, no answer", "email"),
    ("I wrote to support in the help center chat, no answer", "help_chat"),
    ("I wrote to support, no answer", None),
    ("שלחתי מייל לתמיכה ואין מענה", "email"),
    ("פניתי לתמיכה דרך הצ'אט ואין מענה", "help_chat"),
]


@pytest.mark.parametrize(("text", "day", "number"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_a_letter_that_nobody_answered_is_read_with_its_day_and_number(
    text: str, day: str, number: str
) -> None:
    written = reader.read(RULES, text, TUESDAY).written
    assert written is not None
    assert (str(written.on or ""), written.number) == (day, number)


@pytest.mark.parametrize("text", NOT_WRITTEN)
def test_what_was_not_written_to_support_or_was_answered_is_no_letter(text: str) -> None:
    assert reader.read(RULES, text, TUESDAY).written is None


@pytest.mark.parametrize(("text", "channel"), WAYS)
def test_the_way_of_a_letter_is_read_where_it_is_told(text: str, channel: str | None) -> None:
    written = reader.read(RULES, text, TUESDAY).written
    assert written is not None
    assert written.channel == channel


def test_the_words_that_say_so_stand_in_the_story() -> None:
    text = "Charged twice. I wrote to support two weeks ago, no answer"
    written = reader.read(RULES, text, TUESDAY).written
    assert written is not None
    assert written.words == "wrote to support"
