"""Text as it leaves: cleaned, measured as its place counts, and cut where nothing breaks."""

import pytest

from guide.letters import prose


def test_a_number_in_groups_is_never_cut_in_half() -> None:
    whole = "Refund to 4111 1111 1111 1111 please"
    assert {prose.cut(whole, room) for room in range(12, len(whole))} == {
        "Refund to…",
        "Refund to 4111 1111 1111 1111…",
    }


def test_a_key_or_a_link_that_does_not_fit_is_left_out_whole() -> None:
    assert prose.cut("sk-proj-" + "a1" * 40, 40) == ""
    assert prose.cut("see https://help.openai.com/en/articles/6614161-contact", 30) == "see…"


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("hello", 5),
        ("שלום", 4),
        ("漢字", 4),
        ("😀", 2),
        ("👩‍👩‍👧", 2),
        ("🇮🇱", 2),
        ("👍🏽", 2),
        ("https://help.openai.com/en/articles/6614161-contact", 23),
        ("see https://a.co now", 31),
        ("chatgpt.com", 23),
        ("…", 2),
    ],
)
def test_weights_are_those_of_the_place(text: str, weight: int) -> None:
    assert prose.weight(text) == weight


def test_marks_that_nobody_sees_are_taken_out_and_the_rest_stays() -> None:
    assert prose.clean("\u202bא\u200f b\x00\u2066c\u2069\r\nd\u2028e\ufeff") == "א bc\nd\ne"
    assert prose.clean("👩‍👧 می‌خواهم") == "👩‍👧 می‌خواهم"


def test_a_quote_keeps_whole_lines() -> None:
    assert prose.whole_lines("one\ntwo\nthree", 9) == "one\ntwo\n…"
    assert prose.whole_lines("one two three", 9) == "one two…"
    assert prose.whole_lines("one", 9) == "one"
