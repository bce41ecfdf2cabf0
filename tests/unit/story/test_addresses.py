"""Whose an e-mail address of a story is: one row for each family of ways to say it."""

import pytest

from guide.story import reader
from tests.unit.story.test_reader import RULES, SUNDAY

# Text and what is read.
FAMILIES = [
    # An address to answer to is not the account's.
    ("Please write to me at ann@example.com", {"reply_email": "ann@example.com"}),
    ("תחזרו אליי למייל shiri@example.com", {"reply_email": "shiri@example.com"}),
    ("תענו בבקשה ל-it@example.org", {"reply_email": "it@example.org"}),
    ("אבקש מענה לכתובת it@example.org", {"reply_email": "it@example.org"}),
    # As one dictates it.
    (
        "my account is dana dot levi at example dot com",
        {"account_email": "dana.levi@example.com"},
    ),
    ("have a look at example dot com", {}),
    ("Contact ann@example.com for the PO", {}),
    ("prof@example.edu", {"account_email": "prof@example.edu"}),
    # The words before it, and after it. Each of these rows was read wrongly before its words were
    # known.
    ("Our bookkeeper (desk@example.org) asks for it", {}),
    ("הלקוח שלנו (ops@example.com) מחכה לתוצאות", {}),
    ("The mail came from alert@example.org, is it yours?", {}),
    ("My usual address, jo@example.net, is not recognised", {}),
    ("המייל של בעלי הוא b@example.org ושלי לא רשום", {}),
    (
        "The owner left, he was on boss@example.org. I am admin, me@example.com",
        {"account_email": "me@example.com"},
    ),
    (
        "They changed my email to evil@example.org. Mine was jo@example.net",
        {"account_email": "jo@example.net"},
    ),
    (
        "It was under jo@example.net, now I use new@example.org",
        {"account_email": "jo@example.net", "reply_email": "new@example.org"},
    ),
    (
        "תיבת dana@example.org נסגרה, והיא החשבון. אפשר אליי לכאן: d2@example.com",
        {"account_email": "dana@example.org", "reply_email": "d2@example.com"},
    ),
    ("The code goes to jo@example.net", {"account_email": "jo@example.net"}),
    ("The receipts go to jo@example.net", {"billing_email": "jo@example.net"}),
    ("His mail was jo@example.net, he died in May", {"account_email": "jo@example.net"}),
]


@pytest.mark.parametrize(("text", "fields"), FAMILIES)
def test_each_address_is_whose_the_words_around_it_say(text: str, fields: dict[str, str]) -> None:
    assert reader.read(RULES, text, SUNDAY).values() == fields
