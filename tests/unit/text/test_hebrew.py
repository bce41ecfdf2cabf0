"""Hebrew: which letters are its own, and what is glued on in front."""

import pytest

from guide.text import hebrew

WORDS = (
    # word, most, shortest, found
    ("שכשהסיסמה", 3, 2, ["שכשהסיסמה", "כשהסיסמה", "שהסיסמה", "הסיסמה"]),
    ("הקוד", 3, 2, ["הקוד", "קוד"]),
    ("ב-api", 1, 2, ["ב-api", "api"]),
    ("של", 3, 2, ["של"]),
    ("code", 3, 2, ["code"]),
)


@pytest.mark.parametrize(("word", "most", "shortest", "found"), WORDS)
def test_prefixes_come_off_one_by_one(
    word: str, most: int, shortest: int, found: list[str]
) -> None:
    assert hebrew.without_prefixes(word, most=most, shortest=shortest) == found


@pytest.mark.parametrize(("text", "is_it"), [("שלום", True), ("a שלום", False), ("", False)])
def test_a_text_is_hebrew_by_its_first_letter(text: str, *, is_it: bool) -> None:
    assert hebrew.is_hebrew(text) is is_it
