"""A person with a long case, for tests of the case file: letters, answers, numbers, secrets.

What must come out whole in print stands in it: phone numbers, ids, amounts, a text of three pages.
"""

from typing import Any

from tests.states import with_cases

PHONE, INVOICE, CASE_NUMBER = "+972 52-555-0143", "INV-2026-000123", "05871234"
ACCOUNT, OTHER_MAIL, PASSWORD = "noa.levi@example.com", "dana@example.org", "Hunter2!xQ"
IDENTITY = "123456782"

TOLD = {
    "he": {
        "story": "חייבו אותי פעמיים על ChatGPT Plus, 20.00 USD בכל פעם. "
        "ירידה של -20% הובטחה, 3–5 ימים.",
        "goal": "להחזיר לי את החיוב השני",
        "happened": "ב־20 בנובמבר ירדו מהכרטיס שני חיובים זהים (INV-2026-000123).\n"
        f"התקשרתי מ־{PHONE}, תעודת זהות {IDENTITY}, והסיסמה שלי היא {PASSWORD}.",
        "answer": "שלום, תודה שפניתם. בדקנו את החשבון INV-2026-000123, ולא מצאנו חיוב כפול.\n"
        "לפרטים נוספים כתבו אל dana@example.org, או חייגו +1 888-555-0190.",
        "line": "שורה {number}: ביום הזה בדקתי שוב את דף החשבוניות ואת פירוט הכרטיס, ושוב מופיע שם "
        "חיוב אחד בלבד בסכום של 20.00 USD, מספר 4471/{number}, ושום החזר לא הגיע.",
    },
    "en": {
        "story": "I was charged twice for ChatGPT Plus, 20.00 USD each. "
        "A cut of -20% was promised in 3–5 days.",
        "goal": "Please refund the second charge",
        "happened": "On 20 November my card was charged twice (INV-2026-000123).\n"
        f"Call me on {PHONE}. My identity number: {IDENTITY}. My password is {PASSWORD}.",
        "answer": "Hello, we looked at INV-2026-000123 and found one charge only.\n"
        "For more write to dana@example.org, or call +1 888-555-0190.",
        "line": "Line {number}: on that day I looked again at the invoices page and at the card "
        "statement, and there is still only one charge of 20.00 USD, number 4471/{number}.",
    },
}


def long_case(locale: str, lines: int = 60) -> dict[str, Any]:
    """Return a state with one open case, whose second letter has so many lines."""
    told = TOLD[locale]
    state = with_cases(told["story"], current="c1")
    answers = {
        "goal": told["goal"],
        "happened": told["happened"],
        "account_email": ACCOUNT,
        "charge_date": "2026-11-20",
        "amount": "20.00 USD",
        "invoice": INVOICE,
        "card_last4": "4242",
        "name": "נועה לוי" if locale == "he" else "Noa Levi",
    }
    text = "\n".join(told["line"].format(number=number) for number in range(1, lines + 1))
    # One paragraph that is longer than a sheet of paper.
    text += "\n" + " ".join(told["line"].format(number=number) for number in range(101, 126))
    first = {"kind": "first_request", "channel": "email", "at": "2026-11-21T10:00:00+02:00"}
    second = {"kind": "escalation", "channel": "help_chat", "at": "2026-11-27T09:30:00+02:00"}
    state["cases"][0] |= {
        "category": "billing",
        "category_by": "person",
        "topic": "charged_twice",
        "answers": [{"field": field, "value": value} for field, value in answers.items()],
        "sent": [
            first | {"case_number": CASE_NUMBER, "subject": told["goal"], "text": told["happened"]},
            second | {"case_number": CASE_NUMBER, "text": text},
        ],
        "replies": [
            {
                "kind": "refused",
                "at": "2026-11-24T18:00:00+02:00",
                "text": told["answer"],
                "after": 1,
            }
        ],
    }
    return state | {"version": 3, "place": {"screen": "case"}}
