"""A sentence that counts has each form of its language, and each form its number."""

from importlib.resources import files

import pytest

from guide.catalog import loading
from guide.errors import ContentError
from packager.content_check import check_forms

CONTENT = loading.read_all(files("guide") / "content")
HE, EN = "text/he/screens.toml", "text/en/screens.toml"
MISTAKES = {
    "a form is missing": (
        HE,
        'two = "שני בתים", ',
        "",
        f"{HE}: ui.sizes.bytes.two is missing; the language has this form, so write it",
    ),
    "a form is empty": (
        EN,
        'one = "{count} byte"',
        'one = ""',
        f"{EN}: ui.sizes.bytes.one is missing; the language has this form, so write it",
    ),
    "a form that the language does not have": (
        EN,
        'one = "{count} byte"',
        'one = "{count} byte", few = "{count} bytes"',
        f"{EN}: ui.sizes.bytes.few is no form of the language; take it away",
    ),
    "a form of several numbers lacks its number": (
        HE,
        'one = "בית {count}"',
        'one = "בית אחד"',
        f"{HE}: ui.sizes.bytes.one lacks {{count}}; it stands for more than one number, so add it",
    ),
    "a sentence that counts has no forms": (
        EN,
        'raw_hint = "Entries: {number}',
        'raw_hint = "Entries: {count}',
        f"{EN}: ui.options.raw_hint counts and has no forms; write a table with one, other",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "told"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_by_file_and_key(file: str, old: str, new: str, told: str) -> None:
    assert CONTENT[file].count(old) == 1
    broken = CONTENT | {file: CONTENT[file].replace(old, new)}
    assert told in list(check_forms.misformed(loading.build(broken, {})))


def test_the_content_that_ships_has_no_such_mistake_and_leaves_out_a_number_only_in_two() -> None:
    whole = loading.build(CONTENT, {})
    assert list(check_forms.misformed(whole)) == []
    two = whole.words["he"]["ui"]["details"]["more_count"].forms["two"]
    assert "{count}" not in two


def test_a_rule_that_cannot_be_read_is_told_by_file_and_key() -> None:
    broken = CONTENT["languages.toml"].replace('two = "i = 2 and v = 0"', 'two = "i is 2"')
    with pytest.raises(ContentError, match=r"languages\.toml: languages\.he\.plurals\.two is no"):
        loading.build(CONTENT | {"languages.toml": broken}, {})
