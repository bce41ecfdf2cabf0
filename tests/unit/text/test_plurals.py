"""Forms of a sentence with a number: as Unicode's CLDR has them, in our languages and in others."""

from decimal import Decimal

import pytest
from babel import Locale
from babel.core import get_global

from guide.catalog import loading
from guide.text import plurals
from guide.text.plurals import Counted, form_of
from tests.languages import LANGUAGES, LOCALES

NUMBERS = [
    *map(str, range(131)),
    *("1000000", "2000000", "0.0", "0.5", "1.0", "1.5", "2.0", "2.50", "3.10", "10.0", "11.30"),
]
# Languages with more forms and other operands than ours.
OTHERS = ["ar", "ru", "pl", "cs", "fr", "lt", "sl", "mt", "cy", "ja", "da", "lv"]


def of_babel(tag: str) -> dict[str, str]:
    """Return a language's rules in our spelling of them."""
    rules = Locale.parse(tag).plural_form.rules
    spelled = (("mod", "%"), ("not in", "!="), (" in ", " = "), ("not ", ""))
    for form, rule in rules.items():
        text = rule
        for old, new in spelled:
            text = text.replace(old, new)
        rules = {**rules, form: text}
    return dict(rules)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_language_has_the_forms_of_cldr(locale: str) -> None:
    """Seen to fail with Hebrew's `one` without its fractions, as older versions of CLDR have it."""
    oracle = Locale.parse(locale).plural_form
    ours = LANGUAGES[locale].plurals
    assert {n: form_of(ours, n) for n in NUMBERS} == {n: oracle(Decimal(n)) for n in NUMBERS}


@pytest.mark.parametrize("tag", OTHERS)
def test_rules_of_other_languages_can_be_read_too(tag: str) -> None:
    oracle, rules = Locale.parse(tag).plural_form, of_babel(tag)
    assert all(plurals.is_rule(form, rule) for form, rule in rules.items())
    assert {n: form_of(rules, n) for n in NUMBERS} == {n: oracle(Decimal(n)) for n in NUMBERS}


def test_the_version_that_the_content_names_is_the_oracles() -> None:
    version = get_global("cldr")["version"]
    assert f"CLDR {version} " in loading.load().files["languages.toml"]


@pytest.mark.parametrize(
    ("form", "rule"),
    [("one", ""), ("one", "i == 1"), ("one", "x = 1"), ("one", "i = 1 and"), ("other", "n = 1")],
)
def test_what_is_no_rule_is_told_from_one(form: str, rule: str) -> None:
    assert not plurals.is_rule(form, rule)


def test_a_sentence_is_filled_in_the_form_that_goes_with_its_number() -> None:
    rules = {"one": "i = 1 and v = 0"}
    words = {"a": {"b": {"one": "{count} byte", "other": "{count} bytes"}}, "c": {"other_one": "x"}}
    made = plurals.counted(words, rules)
    assert made["c"] == {"other_one": "x"}
    assert [made["a"]["b"].format(count=n) for n in (0, 1, 2, "1.5")] == [
        "0 bytes",
        "1 byte",
        "2 bytes",
        "1.5 bytes",
    ]
    assert isinstance(made["a"]["b"], Counted)
