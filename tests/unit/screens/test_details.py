"""The details and what is said of them: ready only when it is so."""

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from guide import compiled_content

if TYPE_CHECKING:
    from tests.unit.conftest import Person

CATALOG = compiled_content.load().catalog
FOLDER = Path(__file__).parents[2] / "fixtures" / "letters"
ODD = [("account_email", "dana.levi@gmail"), ("amount", "20"), ("invoice", "idk")]


def answered(person: "Person", **instead: str) -> None:
    """Answer all that billing needs, some of it otherwise."""
    source = tomllib.loads((FOLDER / f"answers.{person.locale}.toml").read_text(encoding="utf-8"))
    told = source["common"] | {part: source[part]["billing"] for part in ("goal", "happened")}
    person.does("pick_category", category="billing")
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
    html = person.does("go", to="details")["html"]
    assert said["details"]["complete"] not in html
    assert f'<label for="field-{field}" class="">' in html
    html = person.does("go", to="request")["html"]
    assert f">{said['request']['title_gaps']}</h1>" in html
    assert 'id="copy-body"' in html, "it blocks nothing"
