"""The case number is found by its shape and its place, and no other number is taken for it."""

import pytest

from guide.reading import numbers, rules
from tests.unit.letter_cases import CATALOG

RULES = rules.for_catalog(CATALOG)

FOUND = {
    "at the beginning": ("T-0091. We found your account.", "T-0091"),
    "at the beginning of a line with more": ("DEV-8841 | streaming cuts off", "DEV-8841"),
    "after a word for it": ("Your case number is 05871234.", "05871234"),
    "after a word that introduces it": ("Kindly quote 2605-011-PRV to her.", "2605-011-PRV"),
    "in brackets with more": ("All is well. (C-48601, if you ever need it)", "C-48601"),
    "with a word of capitals": ("We write about INC 20-771 today.", "INC 20-771"),
    "in groups": ("Case id 88 4012 7", "88 4012 7"),
    "behind a glued letter": ("יואב שוב. בנוגע ל-AP-0081.", "AP-0081"),
    "in Hebrew": ("לגבי א/3390, הבקשה נבדקת.", "א/3390"),
    "with a Hebrew letter of its own": ("פנייתך התקבלה. #מ-70218", "מ-70218"),
}


@pytest.mark.parametrize(("text", "number"), FOUND.values(), ids=FOUND.keys())
def test_the_case_number_is_found(text: str, number: str) -> None:
    """Seen to fail on 288563a for most of them."""
    assert numbers.find(RULES, text) == number


MAIL_NUMBERS = (
    "[8HN3-KQW0]\nHello,\nyour request 4471902 was received.",
    "Your case number: 4471902\n\nThis email is a service from OpenAI. [8HN3-KQW0]",
)


@pytest.mark.parametrize("text", MAIL_NUMBERS)
def test_the_number_that_a_help_desk_gives_its_mails_is_not_that_of_the_case(text: str) -> None:
    """Seen to fail before for the first, where it stood above the answer."""
    assert numbers.find(RULES, text) == "4471902"
    assert numbers.find(RULES, text.replace("4471902", "")) == ""


def test_of_a_quotation_only_a_number_counts_that_is_named() -> None:
    """Seen to fail before: no number had to be named."""
    assert numbers.find(RULES, "> Ticket 05520233 created", named=True) == "05520233"
    assert numbers.find(RULES, "T-0091. We found your account.", named=True) == ""


NONE = (
    "Your order number is 5510-2209.",
    "We refunded invoice INV-2026-3377.",
    "The receipt 2281-0091 was seen.",
    "Call us on 050-555-0199, or on 0501234567.",
    "The card ending in 4242 was charged.",
    "Your card (ending 4242) was charged.",
    "Update to version 1.2026.118 on iOS 17.4.",
    "The charge of 19.99 on 2026-11-29 is pending.",
    "Google's order GPA.3321-5510-2209-11 was refunded.",
    "Allow 10-14 days, or 5 to 7.",
    "p95 latency was 120ms, with 400-token answers.",
    "מספר ההזמנה 4410-7722.",
    "חשבונית 2026-3377 זוכתה.",
    "הכרטיס שמסתיים ב-4242 חויב.",
)


@pytest.mark.parametrize("text", NONE)
def test_a_number_of_something_else_is_none(text: str) -> None:
    assert numbers.find(RULES, text) == ""
