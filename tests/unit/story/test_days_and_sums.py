"""How days, sums and shops are told: one row for each family of ways to say it."""

import tomllib
from pathlib import Path

import pytest
from babel.numbers import get_currency_precision

import guide
from guide.story import amounts, reader
from tests.unit.story.test_reader import RULES, SUNDAY

# Text and what is read. Most failed before these words and patterns were there.
FAMILIES = [
    # Days: hours ago, a weekday without "on", the last of a month or of the month before, and a
    # day as most of Europe writes it, which no version and no place in a list is.
    ("They charged me 3 hours ago", {"charge_date": "2026-11-29"}),
    ("I was billed 40 mins ago", {"charge_date": "2026-11-29"}),
    ("I was billed 36 hours ago", {"charge_date": "2026-11-27"}),
    ("Last evening you took 20 dollars", {"charge_date": "2026-11-28", "amount": "20.00 USD"}),
    ("Thursday just gone I was charged again", {"charge_date": "2026-11-26"}),
    ("It was Tuesday that I was charged", {"charge_date": "2026-11-24"}),
    ("Next Friday I will be charged", {}),
    ("I was charged on the last day of October", {"charge_date": "2026-10-31"}),
    ("I was charged on the 20th of last month", {"charge_date": "2026-10-20"}),
    ("I was charged on the 4th, sorry, 5th.", {"charge_date": "2026-11-05"}),
    ("I was charged on 4 November, no wait, on 5 November", {"charge_date": "2026-11-05"}),
    ("חויבתי ב-4.11, רגע לא, ב-5.11", {"charge_date": "2026-11-05"}),
    (
        "charged 22 EUR on 24.11. instead of 11",
        {"charge_date": "2026-11-24", "amount": "22.00 EUR"},
    ),
    ("It fails on 18.2. I paid nothing", {}),
    ("charged 3/Nov/2026", {"charge_date": "2026-11-03"}),
    ("חויבתי לפני שעתיים", {"charge_date": "2026-11-29"}),
    ("חויבתי לפני 30 שעות", {"charge_date": "2026-11-28"}),
    ('במוצ"ש ירדו לי 20 דולר', {"charge_date": "2026-11-28", "amount": "20.00 USD"}),
    ("חויבתי בשישי", {"charge_date": "2026-11-27"}),
    ("חויבתי ביום ה'", {"charge_date": "2026-11-26"}),
    ("חויבתי ביום האחרון של אוקטובר", {"charge_date": "2026-10-31"}),
    ("חויבתי ב-20 לחודש שעבר", {"charge_date": "2026-10-20"}),
    ("החיוב האחרון באוקטובר היה כפול", {}),
    # A year before a currency is no sum; hundredths of other currencies; a comma before its name.
    (
        "On 20 November 2026 KES 2,450 was charged",
        {"charge_date": "2026-11-20", "amount": "2450.00 KES"},
    ),
    ("I paid forty zloty and fifty groszy", {"amount": "40.50 PLN"}),
    ("I paid nineteen ninety, euro", {"amount": "19.90 EUR"}),
    # Nobody pays in hundredths of a forint or a rupiah.
    ("I paid seventy nine ninety forints", {"amount": "7990.00 HUF"}),
    ("I was charged thirty two ninety nine rupiah", {"amount": "3299.00 IDR"}),
    # Who took the money, and by what it went.
    ("Apple has now taken 20 dollars", {"bought_where": "apple", "amount": "20.00 USD"}),
    ("It was billed through my Apple ID", {"bought_where": "apple"}),
    ("I sign in with my Apple ID", {"sign_in_method": "apple"}),
    ("The Google receipt says 20 dollars", {"bought_where": "google", "amount": "20.00 USD"}),
    ("I paid on the chatgpt website", {"bought_where": "web"}),
    ("For the API we were charged 90 dollars", {"bought_where": "api", "amount": "90.00 USD"}),
    ("אפל הורידו לי 20 דולר", {"bought_where": "apple", "amount": "20.00 USD"}),
    ("חויבתי בפליי", {"bought_where": "google"}),
    # Of an account that has a role the address is the account's; of a person it is theirs.
    ("Org owner is dana@example.org", {"account_email": "dana@example.org"}),
    ("The admin login dana@example.org loops", {"account_email": "dana@example.org"}),
    ("הבעלים הוא dana@example.org", {"account_email": "dana@example.org"}),
    ("My accountant (dana@example.org) wants the invoice", {}),
    # What somebody else says of themselves is not the person's; what they quote of a bank is.
    ('A guy on the forum writes "they charged me 49 EUR on 3 November". Is it so?', {}),
    ('My neighbour wrote "I paid $20 on 3 November, invoice 7C1D0A22-0004"', {}),
    (
        'It is on the statement "OPENAI 20.00 USD charged on 3 November"',
        {"charge_date": "2026-11-03", "amount": "20.00 USD"},
    ),
    (
        'I wrote to you "I was charged 20 USD on 3 November"',
        {"charge_date": "2026-11-03", "amount": "20.00 USD"},
    ),
    ('בפורום אחד כתבו "חייבו אותי ב-3.11 ב-20 דולר"', {}),
    ('מישהו יודע למה כתוב "הפעולה נכשלה, נסו שוב"?', {"error_text": "הפעולה נכשלה, נסו שוב"}),
    # Who has paid nothing has no day and no sum, but where the same sentence says that they have.
    ("The lady next door was charged $200 on 3 November. I have not paid anything.", {}),
    ("An invoice for 410 EUR of 3 November came up in a chat. I don't pay for anything.", {}),
    (
        "I was charged 20 USD on 3 November. I have not paid anything else.",
        {"charge_date": "2026-11-03", "amount": "20.00 USD"},
    ),
    ("למכולת ממול ירדו 450 דולר ב-3.11. אצלנו כסף לא ירד", {}),
]


@pytest.mark.parametrize(("text", "fields"), FAMILIES)
def test_each_way_to_say_it_is_read(text: str, fields: dict[str, str]) -> None:
    assert reader.read(RULES, text, SUNDAY).values() == fields


def test_an_hour_ago_was_yesterday_shortly_after_midnight() -> None:
    night = SUNDAY.replace(hour=0, minute=20)
    for text in ("I was charged half an hour ago", "charged 2 hours ago", "חויבתי לפני שעה"):
        assert reader.read(RULES, text, night).values() == {"charge_date": "2026-11-28"}


def test_what_is_paid_without_hundredths_is_what_unicode_shows_without_them() -> None:
    """Seen to fail with the rupee and the yen alone, as it was."""
    words = (Path(guide.__file__).parent / "content" / "text").glob("*/story/cues.toml")
    named = {code for file in words for code in tomllib.loads(file.read_text("utf-8"))["money"]}
    shown = {code for code in named if get_currency_precision(code) == 0}
    assert shown | {"INR"} == amounts.WITHOUT_CENTS  # Paise are counted by banks alone.
