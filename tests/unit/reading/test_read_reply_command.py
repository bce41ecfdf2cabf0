"""`python -m guide read-reply`: one line in, what the answer says out."""

import json
from typing import Any

import pytest

from tests.unit.test_main import guide

NOW = "2026-11-29T10:15:00+02:00"
KEYS = {"kind", "case_number", "asks", "dates", "promises", "reason", "steps"}


def said(text: str, locale: str = "en") -> dict[str, Any]:
    """Return what the command says of one answer."""
    line = json.dumps({"text": text, "locale": locale, "now": NOW})
    (found,) = guide("read-reply", stdin=line.encode(errors="surrogatepass"))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("locale", ["en", "he"])
def test_an_english_answer_is_read_whatever_the_language_of_the_guide(locale: str) -> None:
    found = said(
        "Case 05871234. Please send the invoice number and the name of your bank by Friday. "
        "We will reply within 48 hours.",
        locale,
    )
    assert found.keys() == KEYS
    assert (found["kind"], found["case_number"]) == ("asks_details", "05871234")
    assert found["asks"][0] == "invoice"
    assert found["asks"][1] == "Name of your bank"
    assert found["dates"] == ["2026-12-01", "2026-12-04"]
    assert found["promises"] == ["We will reply within 48 hours."]


def test_a_hebrew_answer_is_read() -> None:
    found = said("לצערנו לא נוכל להחזיר את התשלום, מכיוון שחלפו 14 ימים.", "he")
    assert found["kind"] == "refused"
    assert found["reason"].startswith("מכיוון")


def test_a_suggestion_has_its_steps() -> None:
    found = said("Try these steps:\n1. Clear the cookies.\n2. Restart the app.")
    assert (found["kind"], found["steps"]) == (
        "suggests_steps",
        ["Clear the cookies.", "Restart the app."],
    )


@pytest.mark.parametrize("line", ["", "null", "[1]", '{"text": 3}', "\ud800", '{"now": "x"}'])
def test_any_line_has_an_answer(line: str) -> None:
    for found in guide("read-reply", stdin=line.encode(errors="surrogatepass")):
        assert found.keys() == KEYS
