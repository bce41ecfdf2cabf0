"""Look-alikes: every character of Unicode's table, in every place of our brands."""

import pytest

from guide.catalog import loading
from guide.sender_check import judge, rules
from packager.content_check import look_alikes

RULES = rules.load(loading.load().files, loading.load().languages.ids)
ALL = [
    (brand, at, char)
    for brand in RULES.names.brands
    for at, letter in enumerate(brand)
    for char, plain in look_alikes.rows()
    if letter in look_alikes.SAME.get(plain, plain.lower())
]


def test_the_table_is_fresh() -> None:
    committed = look_alikes.TARGET.read_text(encoding="utf-8")
    told = "stale: run `uv run build.py --renew`"
    assert committed == look_alikes.declarations(), told


def test_our_own_rows_repeat_none_of_unicodes() -> None:
    table = look_alikes.alikes()
    assert [
        (letter, char)
        for letter, chars in RULES.names.confusables.items()
        for char in chars
        if ord(char) in table[letter]
    ] == []


@pytest.mark.parametrize("pattern", ["https://{}.com/", "help.{}.com", "x@{}.com", "{} Support"])
def test_every_single_replacement_in_a_brand_is_a_look_alike(pattern: str) -> None:
    """Seen to fail with 44 of the table's letters missing, such as U+1D0F and U+026A."""
    assert len(ALL) > 500
    copies = (brand[:at] + char + brand[at + 1 :] for brand, at, char in ALL)
    passed = [c for c in copies if judge.judge(RULES, pattern.format(c)).kind != "scam"]
    assert passed == []


@pytest.mark.parametrize("text", ["https://סוסון.co.il", "וסל.com", "ב-openai.com", "לopenai.com"])
def test_hebrew_is_hebrew(text: str) -> None:
    """Seen to fail: the letter that Hebrew glues to a name made a look-alike of OpenAI's own."""
    assert judge.judge(RULES, text).kind != "scam"
