"""What stands in one list or one sentence is asked for together, and what leads to it is not."""

import datetime as dt

import pytest

from guide import compiled_content
from guide.reading import asks, lines, reader, requests, rules
from guide.reading.asks import Asked, Likely

OWN = compiled_content.load()
RULES = rules.for_catalog(OWN.catalog)
NOW = dt.datetime.fromisoformat("2026-12-02T09:00:00+02:00")

# All seen to fail where a list counted only by what its head says: nothing was read.
LISTS = {
    "Left blank in your form:\n- Org ID\n- Model\n- Invoice number\n- Country": [
        "org_id",
        "model_name",
        "invoice",
        "country",
    ],
    "Your file lacks:\n- the browser\n- the invoice number\n- the country": [
        "browser",
        "invoice",
        "country",
    ],
    "אלה השדות שנותרו ריקים בטופס:\n- שם הדפדפן\n- מספר החשבונית\n- המדינה": [
        "browser",
        "invoice",
        "country",
    ],
}


@pytest.mark.parametrize(("text", "fields"), LISTS.items())
def test_a_list_of_known_things_is_asked_for_whatever_its_head_says(
    text: str, fields: list[str]
) -> None:
    says = reader.read(RULES, OWN.senders, text, NOW)
    assert [field for one in says.asked for field in one.fields] == fields


def _likely(label: str, speaks: float, head: int | None) -> Likely:
    named = frozenset({label}) if label else frozenset[str]()
    return Likely(Asked("the thing", ()), speaks, named, by_words=False, head=head)


# What speaks for some things of a list (head 0) or of none: before, and then for the last of them.
# Those of a list seen to fail where each stood alone, the other where a sentence lent a tenth.
LENT = [
    ("of a list each gets half of the others' mean", [2.0, 2.0, -0.5], 0, 0.5),
    ("of a sentence nothing", [2.0, 2.0, -0.1], None, -0.1),
    ("what speaks against the others, too", [-2.0, -2.0, 0.5], 0, -0.5),
    ("of others that are most sure no more than of sure ones", [9.0, 9.0, -1.0], 0, 0.5),
]


@pytest.mark.parametrize(("speaks", "head", "then"), [row[1:] for row in LENT])
def test_things_of_one_list_lend_each_other(
    speaks: list[float], head: int | None, then: float
) -> None:
    some = [_likely(f"asked.{place}", one, head) for place, one in enumerate(speaks)]
    *_, last = asks.with_lent(some)
    assert last.speaks == pytest.approx(then)


def test_one_alone_keeps_what_speaks_for_it() -> None:
    (one,) = asks.with_lent([_likely("asked.plan", 1.0, None)])
    assert one.speaks == 1.0


# A sentence, and its questions. All but the last two seen to fail with every part taken for one.
QUESTIONS = {
    "While we're at it, is this on the web, and when did it start?": [
        "is this on the web?",
        "when did it start?",
    ],
    "Quick thing before I look: did you buy it on the web?": ["did you buy it on the web?"],
    "To find the invoice, which day was it?": ["which day was it?"],
    "כדי שנבדוק, מתי זה התחיל ומה כתוב שם?": ["מתי זה התחיל?", "מה כתוב שם?"],
    "בהמשך לקוד האימות: מהן הספרות האחרונות, ומתי ניסית?": [
        "מהן הספרות האחרונות?",
        "מתי ניסית?",
    ],
    "Para revisarlo, ¿en qué navegador ocurre?": ["en qué navegador ocurre?"],
    "So in which country did you buy it, and is the plan still on?": [
        "So in which country did you buy it?",
        "is the plan still on?",
    ],
    "The plan you are on, and when did it start?": ["The plan you are on?", "when did it start?"],
}


@pytest.mark.parametrize(("text", "questions"), QUESTIONS.items())
def test_what_leads_to_a_question_is_none(text: str, questions: list[str]) -> None:
    (remark,) = lines.read(RULES, text)
    assert list(requests.asked_in(RULES, remark)) == questions
