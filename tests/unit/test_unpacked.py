"""What a turn unpacks: an opening pays for it before it shows anything, a click as it is made."""

import json
import pickle
import pickletools
from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from guide import compiled_content, door
from guide.ids import Locale
from guide.reading.phrases import PhraseBook
from guide.reading.rules import AnswerRules
from guide.warm_up import first_request
from tests.languages import LOCALES
from tests.tables import each_row

CATALOG = compiled_content.load().catalog


@pytest.fixture
def unpacked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return the list to which each value goes that is unpacked; all that can be is packed."""
    found = list[Any]()
    loads = pickle.loads

    def note(data: bytes) -> Any:  # noqa: ANN401  # Whatever was packed.
        found.append(loads(data))
        return found[-1]

    compiled_content.pack(compiled_content.load())
    monkeypatch.setattr(pickle, "loads", note)
    return found


@each_row(("locale",), zip(LOCALES))
def test_a_first_view_unpacks_the_words_of_its_language_alone(
    locale: Locale, unpacked: list[Any]
) -> None:
    """Seen to fail with the newest of the news looked up in English."""
    compiled_content.pack(compiled_content.load())
    unpacked.clear()
    door.turn(json.dumps(first_request(locale)))
    assert unpacked == [CATALOG.words[locale]]


def test_a_letter_that_answers_nothing_unpacks_no_rules_for_answers(unpacked: list[Any]) -> None:
    """Seen to fail with an empty answer that is read."""
    request = first_request("en")
    for event in (
        {"type": "pick_category", "category": "billing"},
        {"type": "go", "to": "request"},
        {"type": "sent"},
    ):
        answered = json.loads(door.turn(json.dumps(request | {"event": event})))
        request["state"] = answered["state"]
    assert "screen-sent" in answered["html"]
    assert [one for one in unpacked if isinstance(one, AnswerRules)] == []


def test_a_part_that_phrases_share_is_made_once() -> None:
    """Each is a call of Python at the first answer that is read. Seen to fail with two of them."""

    def made(phrases: Mapping[str, Iterable[str]]) -> int:
        ops = pickletools.genops(pickle.dumps(PhraseBook(phrases), pickle.HIGHEST_PROTOCOL))
        return sum(op.name == "NEWOBJ" for op, *_ in ops)

    assert made({"send": ["send it"], "give": ["give it"]}) == made({"send": ["send it give"]})
