"""Triage's figures do not fall behind: floors, a little below what was measured."""

import pytest

from guide.model import CategoryId
from guide.triage import ranking
from guide.triage.vocabulary import CATEGORIES
from packager.triage_training.corpus import (
    accuracy,
    files,
    judge,
    macro_f1,
    rows,
)
from tests.languages import LOCALES

VOCABULARY = ranking.load(files())


@pytest.mark.parametrize(("name", "least"), [("tuning", 40), ("test", 15), ("exam", 5)])
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("category", CATEGORIES)
def test_every_category_has_texts_in_both_languages(
    name: str, least: int, locale: str, category: CategoryId
) -> None:
    assert sum(row.right[0] == category for row in rows(name, locale)) >= least


@pytest.mark.parametrize("name", ["test", "exam"])
@pytest.mark.parametrize("locale", LOCALES)
def test_no_text_that_measures_is_learned_from(name: str, locale: str) -> None:
    learned = {row.text.strip().lower() for row in rows("tuning", locale)}
    assert not learned & {row.text.strip().lower() for row in rows(name, locale)}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("name", "least"), [("tuning", 0.97), ("test", 0.89), ("exam", 0.85)])
def test_the_first_place_is_right(name: str, least: float, locale: str) -> None:
    judged = judge(VOCABULARY, rows(name, locale))
    assert accuracy(judged) >= least
    assert macro_f1(judged) >= least


@pytest.mark.parametrize("locale", LOCALES)
def test_what_it_is_sure_of_is_right_and_seldom_wrong_about_security(locale: str) -> None:
    judged = judge(VOCABULARY, rows("test", locale))
    sure = [one for one in judged if one.found.sure]
    assert len(sure) / len(judged) >= 0.65
    assert accuracy(sure) >= 0.95
    assert sum(one.dangerous for one in judged) <= 1
