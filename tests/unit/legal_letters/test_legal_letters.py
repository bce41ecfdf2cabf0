"""Formal letters: each has all that the table of such letters demands, and promises nothing."""

import re

from guide.ids import Locale
from guide.model import Case
from tests.tables import each_row
from tests.unit.legal_letters.letters import (
    CATALOG,
    IDENTITY,
    LETTERS,
    NOW,
    case_of,
    letter_of,
)

WHO = ("Noa Levi", "Herzl 5", "noa.levi@example.com")
# What each letter must contain, by the table: who, what, when, one demand, one date.
MUST: dict[tuple[str, Locale], tuple[str, ...]] = {
    ("withdraw_europe", "en"): (
        *WHO, "29 November 2026", "hereby withdraw from my contract for ChatGPT Plus",
        "ordered on 20 November 2026", "INV-2026-000123", "refund my payment to the card used",
        "confirm this withdrawal in writing", "OpenAI Ireland Ltd", "D01 YC43",
    ),
    ("withdraw_uk", "en"): (
        *WHO, "29 November 2026", "hereby withdraw from my contract for ChatGPT Plus",
        "ordered on 20 November 2026", "refund my payment to the card used",
        "confirm this withdrawal in writing", "OpenAI OpCo, LLC",
    ),
    ("cancel_il", "en"): (
        *WHO, IDENTITY, "Consumer Protection Law, 1981", "cancel my contract for ChatGPT Plus",
        "ordered on 20 November 2026", "within 3 business days",
        "5% or NIS 100, whichever is lower",
        "refund the rest to the card used", "in writing by 13 December 2026",
    ),
    ("cancel_il", "he"): (
        *WHO, IDENTITY, "חוק הגנת הצרכן, התשמ״א־1981", "ביטול העסקה: ChatGPT Plus",
        "עסקת מכר מרחוק", "עסקה מתמשכת", "3 ימי עסקים", "5% ממחיר העסקה או 100 ש״ח, לפי הנמוך",
        "לאשר לי את הביטול בכתב עד 13 בדצמבר 2026",
    ),
    ("dispute_notice", "en"): (
        *WHO, "Country of residence: Israel",
        "informal notice under the dispute section of your terms",
        "charged twice", "22 November 2026", "25 November 2026", "You declined on 26 November 2026",
        "Please refund the second charge", "The sum: 20.00 USD", "answer by 29 December 2026",
        "rights that the law of my country of residence gives me", "05871234",
    ),
    ("bank_dispute", "en"): (
        "Noa Levi", "ends in 4242", "21 November 2026", "20.00 USD", "OPENAI *CHATGPT SUBSCR",
        "I had cancelled before this charge",
        "Cancelled on: 19 November 2026", "I tried the seller",
        "22 November 2026", "declined on 26 November 2026", "proof of the cancellation",
    ),
    ("bank_dispute_us", "en"): (
        "Noa Levi", "Herzl 5", "ends in 4242", "21 November 2026", "20.00 USD",
        "address for billing inquiries", "Fair Credit Billing Act", "OPENAI *CHATGPT SUBSCR",
        "I had cancelled before this charge", "I tried the seller", "Account number: [",
    ),
    ("bank_dispute_il", "en"): (
        "ends in 4242", "21 November 2026", "20.00 USD", "deny this transaction", "chargeback",
        "I had cancelled before this charge", "I tried the seller",
    ),
    ("bank_dispute_il", "he"): (
        "הכחשת עסקה", "4242", "21 בנובמבר 2026", "20.00 USD", "OPENAI *CHATGPT SUBSCR",
        "ביטלתי לפני החיוב", "קודם פניתי לבית העסק", "אישור הביטול", "לאשר לי בכתב",
    ),
    ("consumer_complaint", "en"): (
        *WHO, "Country of residence: Israel", "OpenAI Ireland Ltd", "OpenAI OpCo, LLC",
        "I cancelled within 14 days and got no refund", "22 November 2026",
        "declined on 26 November",
        "Please refund the second charge", "You may pass this complaint on", "Attached:",
    ),
    ("consumer_complaint_il", "en"): (
        *WHO, "OpenAI OpCo, LLC", "I cancelled within 14 days", "Please refund the second charge",
        "You may pass this complaint on", "Attached:",
    ),
    ("consumer_complaint_il", "he"): (
        *WHO, "OpenAI OpCo, LLC", "הרשות להגנת הצרכן ולסחר הוגן", "I cancelled within 14 days",
        "22 בנובמבר 2026", "החברה סירבה", "הבקשה:", "אפשר להעביר את התלונה", "מצורפים:",
    ),
    ("privacy_complaint", "en"): (
        *WHO, "My request went to OpenAI on 15 October 2026", "all chats of 2026",
        "declined on 26 November", "Please refund the second charge", "Attached: my request",
        "You may pass this complaint on", "OpenAI Ireland Ltd",
    ),
    ("privacy_complaint_il", "en"): (
        *WHO, "My request went to OpenAI on 15 October 2026", "all chats of 2026", "Attached:",
    ),
    ("privacy_complaint_il", "he"): (
        *WHO, "הרשות להגנת הפרטיות", "15 באוקטובר 2026", "all chats of 2026", "מצורפים: הבקשה שלי",
    ),
    ("data_request", "en"): (
        "Noa Levi", "noa.levi@example.com", "noa.old@example.com", "all chats of 2026",
        "Please send me a copy of my personal data", "common electronic form",
        "privacy portal only",
        "answer by 29 December 2026",
    ),
    ("ban_reasons", "en"): (
        "Noa Levi", "notice of 18 November 2026", "Your account has been deactivated.",
        "charged twice", "still charged for this account: 20.00 USD", "state the reasons",
        "way of redress", "Article 17", "Article 20", "If Regulation (EU) 2022/2065 (DSA) covers",
    ),
}  # fmt: skip


def test_every_letter_is_held_against_the_table_in_each_of_its_languages() -> None:
    written = {(name, locale) for name, one in LETTERS.items() for locale in one.languages}
    assert written == set(MUST)


@each_row(("letter", "parts"), MUST.items())
def test_a_letter_contains_what_it_must(letter: tuple[str, Locale], parts: tuple[str, ...]) -> None:
    """Seen to fail where a label had the last four digits of a card masked."""
    written = letter_of(*letter, case_of())
    text = f"{written.subject}\n{written.body}"
    assert [part for part in parts if part not in text] == []
    assert written.missing == ()
    assert "29" in text.split("\n")[1], "it is dated"


@each_row(("letter",), [(name,) for name in MUST])
def test_what_is_missing_stands_in_brackets_and_is_told(letter: tuple[str, Locale]) -> None:
    name, locale = letter
    case = Case("c1", NOW, category="billing")
    written = letter_of(name, locale, case)
    assert set(written.missing) == set(LETTERS[name].needs)
    fields = CATALOG.words[locale]["fields"]
    text = f"{written.subject}\n{written.body}"
    for field in ("name", "account_email", "card_last4"):
        if field in LETTERS[name].needs:
            assert f"[{fields[field]['letter']}]" in text
    assert "None" not in text
    assert "\n\n\n" not in text


@each_row(("letter",), [(name,) for name in MUST])
def test_no_letter_threatens_or_claims_what_is_not_certain(letter: tuple[str, Locale]) -> None:
    text = letter_of(*letter, case_of()).body.casefold()
    for word in ("lawyer", "sue", "police", "immediately", "עורך דין", "משטרה", "אתבע"):
        assert word not in re.findall(r"[\w]+", text)


def test_a_letter_names_its_source_and_each_route_has_at_most_one() -> None:
    routes = [route for one in LETTERS.values() for route in one.routes]
    assert len(routes) == len(set(routes))
    assert set(routes) <= CATALOG.routes.each.keys()
    for letter in LETTERS.values():
        assert letter.source in CATALOG.addresses
