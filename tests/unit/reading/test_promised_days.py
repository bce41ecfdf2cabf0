"""Days that an answer names for what is to come; 2 December 2026 is a Wednesday."""

import datetime as dt

import pytest

from guide.reading import days as named_days
from guide.reading import lines, promises, rules
from tests.unit.letter_cases import CATALOG

RULES = rules.for_catalog(CATALOG)
NOW = dt.datetime.fromisoformat("2026-12-02T09:00:00+02:00")


def days(text: str) -> list[str]:
    found = promises.read(RULES, lines.read(RULES, text), NOW)
    return [one.on for one in found if one.on]


# All seen to fail where only a sentence with a word of promise had a day, in two languages.
NAMED = {
    "Average pickup: 2 business days.": "2026-12-04",
    "Somebody from payments looks at it inside three working days.": "2026-12-07",
    "File is forwarded to finance, they decide in 10 business days.": "2026-12-16",
    "This request will be locked in 72 hours.": "2026-12-05",
    "Wir melden uns innerhalb von zwei Werktagen.": "2026-12-04",
    "Un colega responde en un plazo de 48 horas.": "2026-12-04",
    "Nous reviendrons vers vous sous cinq jours ouvrés.": "2026-12-09",
    "Вам ответят в течение пяти рабочих дней.": "2026-12-09",
    "הם יחזרו אלייך תוך 72 שעות.": "2026-12-05",
}

# All seen to fail where phrases alone told which days are to come.
LEARNED = {
    "It may be up to 3 business days before you hear back.": "2026-12-07",
    "Expected first answer: within 5 business days.": "2026-12-09",
    "We'll be back at our desks on Monday, December 7, and answer then.": "2026-12-07",
}


@pytest.mark.parametrize(("text", "day"), LEARNED.items())
def test_what_is_to_come_was_learned_from_many_writers(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize(("text", "day"), NAMED.items())
def test_a_term_says_by_itself_when_something_is_to_come(text: str, day: str) -> None:
    assert days(text) == [day]


def test_a_number_of_two_words_is_read_whole() -> None:
    """Seen to fail with "seventy-two" read as two."""
    assert days("A reply shall follow within seventy-two hours.") == ["2026-12-05"]


def test_business_days_are_those_of_the_answers_language() -> None:
    """Seen to fail with a Hebrew week from Monday to Friday."""
    assert days("תשובה תינתן תוך 3 ימי עסקים.") == ["2026-12-07"]
    assert days("תשובה תינתן תוך 2 ימי עסקים.") == ["2026-12-06"]
    assert days("You'll hear from us within 2 business days.") == ["2026-12-04"]


@pytest.mark.parametrize(
    "text",
    [
        "The survey takes 2 minutes.",
        "You used the plan on nine days.",
        "Reset the app, and give it 30 days of paid usage.",
        "No refund is made after 14 days of purchase.",
        "If you write again in a week, it opens anew.",
    ],
)
def test_a_rule_or_a_step_is_no_day_of_the_case(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "is_rule"),
    [
        ("The link is valid for 7 days.", True),
        ("Refunds: within the last 14 days.", True),
        ("הקישור תקף ל-7 ימים.", True),
        ("A colleague answers in 7 days.", False),
    ],
)
def test_the_word_of_a_rule_before_a_day_is_seen(text: str, is_rule: bool) -> None:  # noqa: FBT001  # A column.
    """Seen to fail with a pattern that looked for braces."""
    (day,) = named_days.read(RULES, lines.read(RULES, text)[0], NOW)
    assert ("rule_before" in day.says) is is_rule


# Each seen to fail as what the person has to do by then.
THEIRS = ("We reply within 2 business days.", "Our agents answer within 48 hours.")


@pytest.mark.parametrize("text", THEIRS)
def test_when_they_answer_is_no_day_of_the_persons(text: str) -> None:
    (found,) = promises.read(RULES, lines.read(RULES, text), NOW)
    assert not found.deadline


def test_when_they_want_an_answer_is_one() -> None:
    (found,) = promises.read(RULES, lines.read(RULES, "Please reply within 2 days."), NOW)
    assert found.deadline
