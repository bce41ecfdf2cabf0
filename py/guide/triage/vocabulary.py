"""What triage knows, made from its content files: the Vocabulary.

triage/topic_model.toml   what words weigh for each topic, learned from texts (`--renew`)
triage/pages.toml         what an open page speaks for
triage/sure.toml          from which figures on triage is sure
topics/<id>.toml          the pages of a topic

text/<locale>/triage/function_words.toml   words that are never shown as the reason
text/<locale>/triage/denials.toml          words that say that something is not so
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from guide.catalog import languages
from guide.catalog.reader import Source
from guide.ids import CategoryId
from guide.triage import denials, opened
from guide.triage.tokens import normal
from guide.triage.topic_model import TopicModel, TopicTable

CATEGORIES: tuple[CategoryId, ...] = get_args(CategoryId.__value__)
MODEL = "triage/topic_model.toml"


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """`function_words.toml`: grammar, and nouns that every story has."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sure:
    """`sure.toml`: `topic` and `category` are the least shares of the best, to be a fact.

    `danger` is the most that a break-in or a scam may have beneath it, `words` the least number of
    words that are more than grammar.
    """

    topic: float
    category: float
    danger: float
    words: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All of it, ready to rank by."""

    model: TopicModel
    pages: opened.Pages
    sure: Sure
    function_words: frozenset[str]
    denials: denials.Denials


def load(files: Mapping[str, str]) -> Vocabulary:
    """Make the Vocabulary of content files, path -> TOML text.

    Raises ContentError with a line for each mistake.
    """
    source = Source(files)
    table: TopicTable | None = source.file(MODEL, TopicTable)
    pages, sure = opened.read(source, files), source.file("triage/sure.toml", Sure)
    function_words = frozenset(_function_words(source, files))
    denied = denials.read(source, files)
    model = _model(source, table)
    source.stop()
    assert model  # noqa: S101  # Else something was noted.
    assert pages  # noqa: S101
    return Vocabulary(model, pages, sure, function_words, denied)


def _model(source: Source, table: TopicTable | None) -> TopicModel | None:
    if table is None:
        return None
    source.ids(MODEL, "categories", set(table.categories), CategoryId)
    return source.learned(MODEL, table, TopicModel)


def _function_words(source: Source, files: Mapping[str, str]) -> Iterator[str]:
    for locale in languages.read(files).ids:
        found = source.file(f"text/{locale}/triage/function_words.toml", FunctionWords)
        yield from map(normal, found.words if found else ())
