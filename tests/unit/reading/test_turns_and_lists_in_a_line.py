"""Lists that run on in a line are lists, and turns of support alone are its words."""

import pytest

from guide import compiled_content
from guide.reading import cuts, lines, rules

RULES = rules.for_catalog(compiled_content.load().catalog)

# A line, the items of its list, and what stands beside it. All seen to fail where only "1)" made
# an item, and the last one went on to the end of the line.
LISTS = {
    "Please supply: (i) your name; (ii) the plan; (iii) the day. Time does not run.": (
        ["your name;", "the plan;", "the day."],
        ["Please supply:", "Time does not run."],
    ),
    "Once we have (a) the plan and (b) the day, we can look": (
        ["the plan and", "the day, we can look"],
        ["Once we have:"],
    ),
    "Still missing: [1] the plan [2] the day": (["the plan", "the day"], ["Still missing:"]),
    "Try this: 1. Open it. 2. Close it. Then tell us if it helped.": (
        ["Open it.", "Close it."],
        ["Try this:", "Then tell us if it helped."],
    ),
}


@pytest.mark.parametrize(("text", "items", "others"), [(t, *found) for t, found in LISTS.items()])
def test_a_list_in_a_line_is_a_list(text: str, items: list[str], others: list[str]) -> None:
    remarks = lines.read(RULES, text)
    assert [one.text for one in remarks if one.under] == items
    assert [one.text for one in remarks if not one.under] == others


@pytest.mark.parametrize(
    "text", ["See step 2) and, of the others, 3) alone.", "Plan (a) costs more than plan (c) does."]
)
def test_marks_that_do_not_count_make_no_list(text: str) -> None:
    assert [one.text for one in lines.read(RULES, text)] == [text]


# All seen to fail where a chat had to have turns of both.
TURNS = {
    "Otto 20:54: which plan?\nOtto 20:56: and since when?": ["which plan?", "and since when?"],
    "Otto 20:54 | which plan?\nDana 20:56 | since when?": ["which plan?", "since when?"],
    "[20:54] Otto: which plan?\n[20:56] Otto: since when?": ["which plan?", "since when?"],
    "Otto: hi\nOtto: which plan?\nOtto: since when?": ["hi", "which plan?", "since when?"],
}


@pytest.mark.parametrize(("text", "said"), TURNS.items())
def test_turns_of_support_alone_are_its_words(text: str, said: list[str]) -> None:
    body, left = cuts.cut(RULES, text)
    assert body.splitlines() == said
    assert [one.kind for one in left] == ["head"]


@pytest.mark.parametrize(
    "text",
    [
        "Note: your plan is Plus.\nPlease send the invoice.\nNote: no password.",
        "Plan: Plus\nDay: 3 May\nSum: 20 dollars",
    ],
)
def test_lines_that_begin_with_a_word_are_no_turns(text: str) -> None:
    assert cuts.cut(RULES, text) == (text, ())
