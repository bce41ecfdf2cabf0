"""Words that fit their templates, days as people say them, a style for both directions."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.catalog.loading import load
from guide.screens.widgets.dates import near

EXTENSION = Path(__file__).parents[3] / "extension"
CSS, TAB = (
    (EXTENSION / name).read_text(encoding="utf-8") for name in ("popup/popup.css", "pages/tab.css")
)
WORDS = load().words
MOST = 25_000  # Characters of style: it is read before anything can be seen.


@pytest.mark.parametrize(
    ("time", "he", "en"),
    [
        ("2026-11-22T23:59:00+02:00", "היום", "today"),
        ("2026-11-23", "מחר", "tomorrow"),
        ("2026-11-21T23:00:00Z", "היום", "today"),  # It was the 22nd here already.
        ("2026-11-24T08:00:00+02:00", "יום שלישי, 24 בנובמבר", "Tuesday, 24 November"),
        ("2027-03-03T08:00:00+02:00", "3 במרץ 2027", "3 March 2027"),
        ("soon", "", ""),
    ],
)
def test_a_day_is_said_as_people_say_it(time: str, he: str, en: str) -> None:
    said = [near(WORDS[name], time, "2026-11-22T10:00:00+02:00") for name in ("he", "en")]
    assert said == [he, en]


def keys(words: object) -> Iterator[str]:
    for key, value in words.items() if isinstance(words, dict) else ():
        yield key
        yield from keys(value)


def test_no_word_is_named_like_a_method_of_its_table() -> None:
    # `t.ui.x.copy` would be the method, not the word.
    assert not set(keys(WORDS["en"])) & set(dir(dict))


def test_the_style_sheet_knows_no_left_or_right() -> None:
    sides = r"(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b"
    assert re.findall(sides + r"|\b(?:left|right|top|bottom)\s*:", CSS + TAB) == []
    assert re.findall(r"text-align:\s*(?:left|right)", CSS + TAB) == []


def test_the_style_sheet_is_small_and_reaches_nowhere() -> None:
    assert re.findall(r"url\(|@import|https?:", CSS + TAB) == []
    assert len(CSS) < MOST


def test_every_colour_is_named_once_with_its_night_side() -> None:
    rules = CSS.split("*, ::before", maxsplit=1)[1]
    plain = re.findall(r"(?<![\w-])#[0-9a-f]{3,8}\b|oklch\([^)]*\)", rules)
    # The mark's own colours, and the shine and the glow of the primary button.
    assert len(plain) <= 6, plain
