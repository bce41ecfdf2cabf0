"""How the words that people see are set: one sign for one thing."""

from collections.abc import Mapping
from typing import Any

from guide import compiled_content
from tests.languages import texts

WORDS: Mapping[str, Any] = compiled_content.load().catalog.words["en"]


def test_an_apostrophe_is_one_everywhere() -> None:
    """Seen to fail at 28 places: "support's answer" stood beside "support’s answer"."""
    assert [place for place, text in texts(WORDS) if "'" in text] == []
