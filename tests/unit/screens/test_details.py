"""The details and what is said of them: ready only when it is so."""

import html
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from guide import compiled_content
from tests.unit.markup import parsed

if TYPE_CHECKING:
    from tests.unit.conftest import Person

CATALOG = compiled_content.load().catalog
FOLDER = Path(__file__).parents[2] / "fixtures" / "letters"
ODD = [("account_email", "dana.levi@gmail"), ("amount", "20"), ("invoice", "idk")]


def answered(person: "Person", **instead: str) -> None:
    """Answer all that billing needs, some of it otherwise."""
    source = tomllib.loads((FOLDER / f"answers.{person.locale}.toml").read_text(encoding="utf-8"))
    told = source["common"] | {part: source[part]["billing"] for part in ("goal", "happened")}
    person.picks("billing")
    for field in CATALOG.categories["billing"].required:
        person.types(field, (told | instead)[field])


def test_what_is_whole_is_said_to_be_whole_and_ready(person: "Person") -> None:
    said = CATALOG.words[person.locale]["ui"]
    answered(person)
    assert said["details"]["complete"] in person.does("go", to="details")["html"]
    assert f">{said['request']['title']}</h1>" in person.does("go", to="request")["html"]


@pytest.mark.parametrize(("field", "value"), ODD)
def test_with_an_answer_in_doubt_nothing_is_said_to_be_ready(
    person: "Person", field: str, value: str
) -> None:
    """Seen to fail on the guide before: three ticks, and "Everything needed is here"."""
    said = CATALOG.words[person.locale]["ui"]
    answered(person, **{field: value})
    page = person.does("go", to="details")["html"]
    assert said["details"]["complete"] not in page
    assert f'<label for="field-{field}" class="">' in page
    control = parsed(page).one(f"field-{field}")
    assert control.attrs["aria-invalid"] == "true", "seen to fail before: all of it stood far below"
    doubt = parsed(page).one(control.attrs["aria-describedby"].split()[-1])
    assert value in doubt.text, "what is doubted is said at the field"
    page = person.does("go", to="request")["html"]
    assert f">{said['request']['title_gaps']}</h1>" in page
    assert 'id="copy-body"' in page, "it blocks nothing"


def lackable(category: str) -> list[str]:
    required = next(n.required for name, n in CATALOG.categories.items() if name == category)
    return [field for field in required if CATALOG.fields[field].may_lack]


LACKED = [(category, field) for category in CATALOG.categories for field in lackable(category)]


@pytest.mark.parametrize(("category", "field"), LACKED)
def test_what_the_person_does_not_have_is_neither_missing_nor_in_a_letter(
    person: "Person", category: str, field: str
) -> None:
    """Seen to fail on the guide before: an event `lack` was not known."""
    label = CATALOG.words[person.locale]["fields"][field]["letter"]
    person.picks(category)
    page = person.does("go", to="details")["html"]
    assert f'id="gap-{field}"' in page
    page = person.does("lack", field=field, on=True)["html"]
    assert not person.problem
    assert f'id="gap-{field}"' not in page
    page = person.does("go", to="request")["html"]
    assert f'id="gap-{field}"' not in page
    assert f"{label}:" not in page


def test_who_has_it_after_all_is_asked_again_or_just_types_it(person: "Person") -> None:
    person.picks("billing")
    person.does("lack", field="invoice", on=True)
    person.does("lack", field="invoice", on=False)
    assert 'id="gap-invoice"' in person.does("go", to="details")["html"]
    person.does("lack", field="invoice", on=True)
    person.types("invoice", "A1B2C3D4-0007")
    assert "A1B2C3D4-0007" in person.does("go", to="request")["html"]


@pytest.mark.parametrize("field", ["goal", "account_email", "no_such_field"])
def test_what_everybody_has_cannot_be_said_to_be_missing(person: "Person", field: str) -> None:
    person.picks("billing")
    person.does("lack", field=field, on=True)
    assert person.problem == "bad_turn"


@pytest.mark.parametrize("nothing", ["none", "None.", "idk", "N/A", "-", "אין", "לא הוצג"])
def test_that_there_is_none_is_asked_about_and_is_in_no_letter(
    person: "Person", nothing: str
) -> None:
    """Seen to fail on the guide before: "Request ID: none shown", as its own hint advised."""
    label = CATALOG.words[person.locale]["fields"]["request_id"]["letter"]
    person.picks("login_access")
    person.types("request_id", nothing)
    assert 'id="tip-odd_number-request_id"' in person.does("go", to="details")["html"]
    page = person.does("go", to="request")["html"]
    assert f"{label}:" not in page[page.index('id="letter"') :]


@pytest.mark.parametrize(
    "category", [name for name, needs in CATALOG.categories.items() if "goal" in needs.required]
)
def test_the_example_of_a_goal_is_of_the_category(person: "Person", category: str) -> None:
    """Seen to fail on the guide before: everybody was shown a refund as an example."""
    person.picks(category)
    words = CATALOG.words[person.locale]["categories"]
    shown = [name for name, own in words.items() if own["hints"]["goal"] in _details(person)]
    assert shown == [category]


SAID = "Hi,\n\nPlease reset the identity. Then wait for the entitlement.\n\nBest regards,\nSam"


def test_the_unclear_sentence_is_chosen_among_those_of_the_answer(person: "Person") -> None:
    """Seen to fail on 7192c95: the whole answer was quoted, with greeting and signature."""
    person.picks("billing")
    person.does("sent")
    person.types("reply_text", SAID)
    assert 'id="gap-unclear"' in person.does("replied", kind="unclear")["html"]
    page = person.does("go", to="details", item="unclear")["html"]
    assert page.count('id="sentence-unclear-') == 2
    assert 'id="field-understood"' in page
    person.types("unclear", "Then wait for the entitlement.")
    page = person.does("go", to="request")["html"]
    assert "&gt; Then wait for the entitlement." in page
    assert "reset the identity" not in page[page.index('id="letter"') : page.index('id="own-text"')]
    assert 'id="gap-unclear"' not in page


@pytest.mark.parametrize(
    ("kind", "field"), [("refused", "why_again"), ("not_solved", "did_as_told")]
)
def test_a_senior_review_asks_what_its_letter_needs(
    person: "Person", kind: str, field: str
) -> None:
    person.picks("billing")
    person.does("sent")
    person.types("reply_text", SAID)
    assert f'id="gap-{field}"' in person.does("replied", kind=kind)["html"]
    assert f'id="field-{field}"' in person.does("go", to="details")["html"]


def _details(person: "Person") -> str:
    return html.unescape(person.does("go", to="details")["html"])
