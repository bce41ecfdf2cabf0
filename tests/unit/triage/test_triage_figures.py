"""Triage's figures do not fall behind the goals.

Of the texts of a writer, what was learned from all other writers knows nothing. These figures
take a quarter of an hour, so `python -m tests.bench.triage --cross --keep` leaves them in
figures.json; here they are held to the goals, and the committed model to two sets of texts that it
has not learned from.
"""

import json

import pytest

from guide.ids import CategoryId
from guide.triage import ranking
from guide.triage.vocabulary import CATEGORIES
from packager.triage_training import corpus
from packager.triage_training.corpus import rows
from packager.triage_training.figures import figures, judge
from tests.languages import LOCALES

VOCABULARY = ranking.load(corpus.files())
FIGURES = json.loads((corpus.WRITERS / "figures.json").read_text(encoding="utf-8"))
WRITTEN = corpus.written()
LEAST = {"category": 0.90, "macro_f1": 0.85, "topic": 0.80, "in_three": 0.93, "sure": 0.5}
MOST = {"misled": 0.03, "harmless": 0.01}


@pytest.mark.parametrize("locale", LOCALES)
def test_what_an_unknown_writer_means_is_understood(locale: str) -> None:
    """Seen to fail with the lexicon: 0.77 for the category, and no topics."""
    found = FIGURES[locale]
    assert [name for name, least in LEAST.items() if found[name] < least] == []
    assert [name for name, most in MOST.items() if found[name] > most] == []


def test_the_figures_are_of_all_who_wrote() -> None:
    """Seen to fail after a writer's file was added."""
    assert FIGURES["writers"] == sorted({row.writer for row in WRITTEN})


@pytest.mark.parametrize("locale", LOCALES)
def test_every_topic_has_texts_of_many_writers(locale: str) -> None:
    for topic in corpus.categories():
        some = [row for row in WRITTEN if row.topics[0] == topic and row.locale == locale]
        assert len(some) >= 60, topic
        assert len({row.writer for row in some}) >= 12, topic


def test_the_model_knows_every_topic_and_its_category() -> None:
    model = VOCABULARY.model
    assert dict(zip(model.topics, model.categories, strict=True)) == corpus.categories()


@pytest.mark.parametrize(("name", "least"), [("tuning", 40), ("test", 15), ("exam", 5)])
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("category", CATEGORIES)
def test_every_category_has_texts_in_both_languages(
    name: str, least: int, locale: str, category: CategoryId
) -> None:
    assert sum(row.categories[0] == category for row in rows(name, locale)) >= least


@pytest.mark.parametrize("name", ["test", "exam"])
@pytest.mark.parametrize("locale", LOCALES)
def test_no_text_that_measures_is_learned_from(name: str, locale: str) -> None:
    learned = {row.text.strip().lower() for row in (*rows("tuning", locale), *WRITTEN)}
    assert not learned & {row.text.strip().lower() for row in rows(name, locale)}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("name", "least"), [("tuning", 0.95), ("test", 0.74), ("exam", 0.90)])
def test_the_committed_model_knows_older_texts(name: str, least: float, locale: str) -> None:
    """Their categories are older than the topics, and much in `test` is of no topic."""
    found = figures(judge(VOCABULARY, rows(name, locale)))
    assert found.category >= least
    assert found.macro_f1 >= least
    assert found.misled <= 0.035
