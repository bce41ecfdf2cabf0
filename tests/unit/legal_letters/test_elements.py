"""Each formal letter has the elements of its kind: the table of such letters, one row a letter."""

from guide.ids import Locale
from tests.unit.legal_letters.letters import IDENTITY, LETTERS, case_of, letter_of

# By the table of such letters: who is asked of (an id), the right or law, the date it counts from,
# the sum, what is asked, until when; "" where a letter has none. All are dated, 29 November 2026.
ELEMENTS: dict[tuple[str, Locale], tuple[str, str, str, str, str, str]] = {
    ("withdraw_europe", "en"): (
        "INV-2026-000123", "withdraw from my contract", "ordered on 20 November 2026", "",
        "refund my payment", "by 13 December 2026",
    ),
    ("withdraw_uk", "en"): (
        "INV-2026-000123", "withdraw from my contract", "ordered on 20 November 2026", "",
        "refund my payment", "by 13 December 2026",
    ),
    ("cancel_il", "en"): (
        IDENTITY, "Consumer Protection Law, 1981", "ordered on 20 November 2026", "NIS 100",
        "stop charging within 3 business days", "by 13 December 2026",
    ),
    ("cancel_il", "he"): (
        IDENTITY, "חוק הגנת הצרכן, התשמ״א־1981", "20 בנובמבר 2026", "100 ש״ח", "להפסיק לחייב אותי",
        "עד 13 בדצמבר 2026",
    ),
    ("dispute_notice", "en"): (
        "05871234", "dispute section of your terms", "22 November 2026", "20.00 USD",
        "Please refund the second charge", "by 29 December 2026",
    ),
    ("bank_dispute", "en"): (
        "ends in 4242", "I dispute this charge", "Date of the charge: 21 November 2026",
        "20.00 USD", "Please reverse the charge", "by 13 December 2026",
    ),
    ("bank_dispute_us", "en"): (
        "ends in 4242", "Fair Credit Billing Act", "Date of the charge: 21 November 2026",
        "20.00 USD", "Please correct the error", "by 29 December 2026",
    ),
    ("bank_dispute_il", "en"): (
        "ends in 4242", "I deny this transaction", "Date of the charge: 21 November 2026",
        "20.00 USD", "open a dispute with the card scheme", "by 13 December 2026",
    ),
    ("bank_dispute_il", "he"): (
        "4242", "הכחשת עסקה", "21 בנובמבר 2026", "20.00 USD", "לפתוח הליך הכחשת עסקה",
        "עד 13 בדצמבר 2026",
    ),
    ("consumer_complaint", "en"): (
        "noa.levi@example.com", "I cancelled within 14 days and got no refund",
        "Date of the charge: 21 November 2026", "The sum: 20.00 USD",
        "What I ask for: Please refund", "by 29 December 2026",
    ),
    ("consumer_complaint_il", "en"): (
        "noa.levi@example.com", "I cancelled within 14 days and got no refund",
        "Date of the charge: 21 November 2026", "The sum: 20.00 USD",
        "What I ask for: Please refund", "by 29 December 2026",
    ),
    ("consumer_complaint_il", "he"): (
        "noa.levi@example.com", "I cancelled within 14 days and got no refund", "21 בנובמבר 2026",
        "הסכום המבוקש: 20.00 USD", "הבקשה: Please refund", "עד 29 בדצמבר 2026",
    ),
    ("privacy_complaint", "en"): (
        "noa.levi@example.com", "not as the law asks", "on 15 October 2026", "",
        "What I ask for: Please refund", "by 29 December 2026",
    ),
    ("privacy_complaint_il", "en"): (
        "noa.levi@example.com", "not as the law asks", "on 15 October 2026", "",
        "What I ask for: Please refund", "by 29 December 2026",
    ),
    ("privacy_complaint_il", "he"): (
        "noa.levi@example.com", "שהחוק דורש", "15 באוקטובר 2026", "", "הבקשה: Please refund",
        "עד 29 בדצמבר 2026",
    ),
    ("data_request", "en"): (
        "noa.levi@example.com", "a copy of my personal data", "all chats of 2026", "",
        "common electronic form", "by 29 December 2026",
    ),
    ("ban_reasons", "en"): (
        "noa.levi@example.com", "Article 17", "notice of 18 November 2026", "20.00 USD",
        "state the reasons", "by 29 December 2026",
    ),
}  # fmt: skip


def test_each_letter_has_all_elements_of_its_kind() -> None:
    """Seen to fail: a row without its last element, and one with a sum of another letter."""
    every = {(name, locale) for name, one in LETTERS.items() for locale in one.languages}
    assert ELEMENTS.keys() == every
    for (name, locale), elements in ELEMENTS.items():
        written = letter_of(name, locale, case_of())
        text = f"{written.subject}\n{written.body}"
        assert [one for one in elements if one not in text] == [], (name, locale)
