"""What fields are filled in with before anybody is asked: the device, the moment of the turn."""

import re
from typing import TYPE_CHECKING, Any, get_args

import pytest

from guide import compiled_content
from guide.cases import fill_in
from guide.catalog.field_records import FillIn
from guide.compiled_content import find
from guide.ids import Audience
from guide.surroundings import Device, Turn

if TYPE_CHECKING:
    from tests.unit.conftest import Person

NOW = "2026-11-22T01:00:00+02:00"
DEVICE = Device(browser="Firefox 150", os="Windows", language="he-IL", timezone="Asia/Jerusalem")
NOWHERE = Device(browser="", os="", language="", timezone="")
KNOWN: dict[FillIn, tuple[str, str]] = {
    "": ("", ""),
    "browser": ("Firefox 150", ""),
    "os": ("Windows", ""),
    "now": ("2026-11-22 01:00 (Asia/Jerusalem)", "2026-11-22 01:00 (UTC+02:00)"),
    "utc": ("2026-11-21 23:00 UTC", "2026-11-21 23:00 UTC"),
}


def turn(device: Device, now: str = NOW) -> Turn:
    return Turn(now=now, locale="he", device=device, page=None)


@pytest.mark.parametrize("source", get_args(FillIn.__value__))
def test_each_source_is_filled_in_where_it_is_known(source: FillIn) -> None:
    known, of_nobody = KNOWN[source]
    assert fill_in.known(turn(DEVICE), source) == known
    assert fill_in.known(turn(NOWHERE), source) == of_nobody


@pytest.mark.parametrize("now", ["", "soon", "9999-12-31T23:59:59-12:00"])
def test_a_turn_without_a_time_fills_none_in(now: str) -> None:
    assert fill_in.known(turn(DEVICE, now), "now") == fill_in.known(turn(DEVICE, now), "utc") == ""


@pytest.mark.parametrize(
    ("category", "field", "value"),
    [
        ("technical_error", "when", "2026-11-22 10:00 (Asia/Jerusalem)"),
        ("api", "utc_time", "2026-11-22 08:00 UTC"),
    ],
)
def test_a_case_is_begun_with_the_moment_as_its_hint_promises(
    person: "Person", category: str, field: str, value: str
) -> None:
    """Seen to fail on the guide before: the fields stayed empty under "We filled in"."""
    person.does("pick_category", category=category)
    answers = {answer["field"]: answer["value"] for answer in person.case["answers"]}
    assert answers[field] == value


def test_what_the_person_said_of_the_time_stays(person: "Person") -> None:
    person.types("when", "yesterday at noon")
    person.does("pick_category", category="technical_error")
    answers = {answer["field"]: answer["value"] for answer in person.case["answers"]}
    assert answers["when"] == "yesterday at noon"


@pytest.mark.parametrize("audience", get_args(Audience.__value__))
def test_the_moment_is_not_taken_for_a_secret(audience: Audience) -> None:
    for source in ("now", "utc"):
        for device in (DEVICE, NOWHERE):
            text = f"Date and time: {fill_in.known(turn(device), source)}"
            assert find(compiled_content.load(), text, audience, (), ()) == ()


MOTHER = (
    "I was charged twice for ChatGPT Plus on 3 Nov and again yesterday, $20 each, on the card "
    "ending in 4417. Invoice ABCD1234-0005, my account is dana.levi@example.org."
)
# In a category, what a story fills in; "" is what it leaves to be asked.
STORIES = [
    (
        "billing",
        MOTHER,
        {
            "charge_date": "2026-11-03",
            "second_charge_date": "2026-11-21",
            "amount": "20.00 USD",
            "invoice": "ABCD1234-0005",
            "card_last4": "4417",
            "account_email": "dana.levi@example.org",
            "plan": "plus",
            "bought_where": "",
        },
    ),
    (
        "technical_error",
        "It crashed on Friday at 14:20 in Firefox 150",
        {"when": "2026-11-20 14:20 (Asia/Jerusalem)", "browser": "Firefox 150", "os": "Linux"},
    ),
    ("technical_error", "זה נתקע אתמול", {"when": "2026-11-21"}),
    (
        "security_compromise",
        "נפרץ לי החשבון אתמול ב-8 בערב",
        {"since": "2026-11-21 20:00 (Asia/Jerusalem)"},
    ),
    (
        "api",
        "The API failed yesterday at 14:20: 429 insufficient_quota, req_12ab34cdef, org-AbcDef123",
        {
            "utc_time": "2026-11-21 12:20 UTC",
            "http_status": "429",
            "error_code": "insufficient_quota",
            "request_id": "req_12ab34cdef",
            "org_id": "org-AbcDef123",
            "project_id": "",
        },
    ),
    (
        "api",
        "2026-11-22T05:05:44Z 500 Internal error, failed",
        {"utc_time": "2026-11-22 05:05 UTC"},
    ),
    ("api", "It failed on Tuesday at 14:20", {"utc_time": "2026-11-17 14:20 (Asia/Jerusalem)"}),
]


@pytest.mark.parametrize(("category", "story", "fields"), STORIES)
def test_what_the_story_says_is_not_asked_again(
    person: "Person", category: str, story: str, fields: dict[str, str]
) -> None:
    """Seen to fail on the guide before: all but the device's fields stayed empty."""
    person.types("story", story)
    person.does("pick_category", category=category)
    filled = {a["field"]: a["value"] for a in person.case["answers"]}
    assert {field: filled.get(field, "") for field in fields} == fields


def test_what_the_person_typed_stays_and_what_the_story_said_follows_the_story(
    person: "Person",
) -> None:
    person.types("story", MOTHER)
    person.does("pick_category", category="billing")
    person.types("amount", "23.40 USD")
    person.types("story", "I was charged $20 on 5 Nov")
    person.does("describe")
    filled = {a["field"]: a["value"] for a in person.case["answers"]}
    assert filled["amount"] == "23.40 USD"
    assert filled["charge_date"] == "2026-11-05"
    assert filled["happened"] == "I was charged $20 on 5 Nov"
    assert "invoice" not in filled


def test_what_is_of_the_story_is_marked_until_the_person_edits_it(person: "Person") -> None:
    mark = compiled_content.load().catalog.words[person.locale]["ui"]["details"]["from_story"]
    person.types("story", MOTHER)
    person.does("pick_category", category="billing")
    marked = [f'id="hint-{field}">{mark}' for field in ("amount", "invoice", "plan")]
    html = person.does("go", to="details")["html"]
    assert [one in html for one in marked] == [True, True, True]
    assert f'id="hint-bought_where">{mark}' not in html
    html = person.types("amount", "23.40 USD")["html"]
    assert [one in html for one in marked] == [False, True, True]


def test_the_own_address_in_a_story_stays_for_support_and_goes_to_nobody_else(
    person: "Person",
) -> None:
    """Seen to fail on the guide before: "[e-mail removed]" in a letter to support."""
    person.types("story", "The upload fails since yesterday. My account is dana.levi@example.org.")
    person.does("pick_category", category="technical_error")
    assert "dana.levi@example.org" in _letter(person.does("go", to="request"))
    person.does("sent")
    person.now = "2026-12-06T10:00:00+02:00"
    assert "dana.levi@example.org" not in _letter(person.does("choose_letter", channel="forum"))
    assert person.case["channel"] == "forum"


def _letter(response: dict[str, Any]) -> str:
    return str(re.findall(r'<div class="letter".*?</div>', response["html"], re.DOTALL)[0])
