"""Phone numbers as people disguise them, and the numbers that are none."""

import pytest

from guide.catalog import loading
from guide.sender_check import judge, rules

RULES = rules.load(loading.load().files, loading.load().languages.ids)


def codes(text: str) -> set[str]:
    """Return the codes of the reasons for the verdict on a text."""
    return {sign.code for sign in judge.judge(RULES, text).reasons}


# G37 to G49: each was OpenAI's.
DISGUISED = (
    "one eight oh eight five five five oh one four two",
    "1 / 808 / 555 / 0142",
    "1/808/555/0142",
    "1_808_555_0142",
    "1*808*555*0142",
    "1.808.555.0142",
    "1|808|555|0142",
    "I-8O8-555-OI42",
    "1-8O8-555-0l42",
    "eight hundred, five five five, zero one nine nine",
    "1️⃣8️⃣0️⃣8️⃣5️⃣5️⃣5️⃣0️⃣1️⃣4️⃣2️⃣",
    "١ ٨٠٨ ٥٥٥ ٠١٤٢",
    "אפס שלוש חמש חמש חמש",
    "1-888-GPT-0091",
    "+1 (eight-hundred) 5five5 - O1 42",
)


@pytest.mark.parametrize("number", DISGUISED)
@pytest.mark.parametrize("sender", ["noreply@tm.openai.com invites you to", "OpenAI billing:"])
def test_a_number_is_read_however_it_is_written(number: str, sender: str) -> None:
    text = f"{sender} 'Renewed 499 USD, to cancel call {number}'"
    assert "phone" in codes(text)


NO_NUMBERS = (
    "receipt 2145-9613",
    "2145-9613",
    "2019-2026",
    "company no. 514123456",
    "ח.פ. 514123456",
    "104.18.33.45",
    "2026-07-23 14:05",
    "23.7.2026 14:05",
    "2026-09-03 14:39:25 UTC",
    "version 26.901.51231",
    "OPENAI *CHATGPT SUBSCR +14158799686",
    "charge from 415-879-9686, what is that?",
    "my number is +972 50 123 4567",
    "המספר שלי הוא 050-1234567",
    "order 20261103-88412",
    "thread 68f1c2d4-7b1e-8001-a3f2-9d0c1b2a3f4e",
    "amount due 1,299.00 USD",
    "*731904* is your verification code",
)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_phone_number_is_none(text: str) -> None:
    """Seen to fail with dates beside hours, receipts and versions, each a scam."""
    assert not codes(text) & {"phone", "number"}
    assert judge.judge(RULES, text).kind == "unknown"


@pytest.mark.parametrize("shown", ["1-888-GPT-0090", "1-888-478-0090", "+1 (888) 478-0090"])
def test_openais_phone_line_is_known_with_its_doubt(shown: str) -> None:
    assert judge.judge(RULES, shown).kind == "unknown"
    assert codes(f"call {shown}") == {"openai_phone"}


def test_chatgpt_by_phone_is_no_support() -> None:
    assert codes("1-800-CHATGPT") == {"chatgpt_phone"}


def test_a_number_of_somebody_else_is_no_scam() -> None:
    for text in (
        "I rang my bank on 1-800-847-2911",
        "Hi, it's the plumber, my number is 020 7946 0955",
    ):
        assert judge.judge(RULES, text).kind == "unknown"
