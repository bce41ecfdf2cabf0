"""What triage knows, made from its content files: the Vocabulary.

triage/concepts.toml   what a person may speak of, and how much each speaks for a category
triage/codes.toml      codes of each concept, which are the same in every language
triage/plain.toml      everyday words that look like a typo of a vocabulary word, and are none
triage/learned.toml    corrections to those weights, learned from the tuning texts
triage/pages.toml      what an open page speaks for
triage/sure.toml       from which figures on triage is sure

text/<locale>/triage/words.toml   the words and phrases of each concept
text/<locale>/triage/verbs.toml   the forms of verbs by pattern, in a language that has such
text/<locale>/triage/function_words.toml   words that are never shown as the reason
"""

import re
from collections import ChainMap
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args

from guide.catalog import languages
from guide.catalog.reader import Source
from guide.model import CategoryId
from guide.triage import topic_phrases
from guide.triage.phrase_index import PhraseIndex, PhraseIndexBuilder
from guide.triage.tokens import normal
from guide.triage.topic_phrases import TopicPhrases

CATEGORIES: tuple[CategoryId, ...] = get_args(CategoryId.__value__)
DENIAL = "denial"  # Words that say of a claim beside them that it is not so.
ASIDE = "aside"  # Words that say of what follows that it is not the point.

_ARTICLE = re.compile(r"^help\.openai\.com/.*?articles/(\d+)")

type Weights = Mapping[CategoryId, float]
type Vector = tuple[float, ...]  # One number for each of CATEGORIES.


@dataclass(frozen=True, slots=True)
class Concept:
    """Something a person may speak of. A `claim` turned down by a denial counts for nothing."""

    weights: Weights
    claim: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two concepts near each other (at most `within` words apart) that mean more together."""

    weights: Weights
    one: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concepts:
    """`concepts.toml`; a point of an authored weight counts `scale`."""

    within: int
    scale: float
    concepts: Mapping[str, Concept]
    pairs: Mapping[str, Pair]


@dataclass(frozen=True, slots=True)
class PlainWords:
    """`plain.toml`."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """`function_words.toml`: grammar, and nouns that every story has."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Learned:
    """`learned.toml`: tenths in the order of its `columns`; `made_of` is a hash of the sources.

    `corrections` are added to the authored weights; `words` are the weights of single stems.
    """

    made_of: str
    columns: tuple[str, ...]
    start: tuple[int, ...]
    corrections: Mapping[str, tuple[int, ...]]
    words: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Pages:
    """`pages.toml`: what known addresses weigh, the discount on words, a tie, the addresses.

    `articles` are ids of help articles; `addresses` are beginnings without the scheme.
    """

    address: float
    words: float
    tie: float
    articles: Mapping[CategoryId, tuple[str, ...]]
    addresses: Mapping[CategoryId, tuple[str, ...]]

    def category(self, url: str) -> CategoryId | None:
        """Return what a page at this address is about, or None when that is not known."""
        bare = url.split("://", 1)[-1]
        article = _ARTICLE.search(bare)
        for category, known in self.addresses.items():
            if any(bare == start or bare.startswith(f"{start}/") for start in known):
                return category
        if article is None:
            return None
        return next((c for c, ids in self.articles.items() if article.group(1) in ids), None)


@dataclass(frozen=True, slots=True)
class Sure:
    """`sure.toml`: `score` is the least of the best; `danger` the most of a security one beneath.

    `danger_score` is the least of a security one at the top; `evidence` the least that its
    words must weigh together.
    """

    score: float
    danger: float
    danger_score: float
    evidence: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All of it, ready to rank by. `weights` are of concepts, pairs and words (`word_name`)."""

    phrases: PhraseIndex
    claims: frozenset[str]
    pairs: Mapping[str, Pair]
    within: int
    start: Vector
    weights: Mapping[str, Vector]
    pages: Pages
    sure: Sure
    function_words: frozenset[str]
    topics: TopicPhrases


def word_name(word: str) -> str:
    """Return the name under which a stem has its weight, apart from those of concepts."""
    return f"={word}"


def load(files: Mapping[str, str]) -> Vocabulary:
    """Make the Vocabulary of content files, path -> TOML text.

    Raises ContentError with a line for each mistake.
    """
    source = Source(files)
    known: Concepts = source.file("triage/concepts.toml", Concepts) or Concepts(0, 0, {}, {})
    learned: Learned = source.file("triage/learned.toml", Learned) or Learned("", (), (), {}, {})
    pages, sure = source.file("triage/pages.toml", Pages), source.file("triage/sure.toml", Sure)
    phrases = _phrase_index(source, files, known)
    function_words = frozenset(_function_words(source, files))
    for name, pair in known.pairs.items():
        place = ("triage/concepts.toml", f"pairs.{name} names ")
        _check_concepts(source, place, (*pair.one, *pair.other), known.concepts)
    weighed = [category for concept in known.concepts.values() for category in concept.weights]
    source.ids("triage/concepts.toml", "what concepts weigh for", weighed, CategoryId)
    _check_columns(source, learned)
    by_topic = topic_phrases.load(source, files)
    source.stop()
    weights, start = _weights(known, learned)
    claims = frozenset(name for name, concept in known.concepts.items() if concept.claim)
    pairs, within = known.pairs, known.within
    return Vocabulary(
        phrases, claims, pairs, within, start, weights, pages, sure, function_words, by_topic
    )


def _phrase_index(source: Source, files: Mapping[str, str], known: Concepts) -> PhraseIndex:
    table = Mapping[str, tuple[str, ...]]
    homes = [f"text/{locale}/triage" for locale in languages.read(files).ids]
    all_verbs = [verbs for home in homes if (verbs := f"{home}/verbs.toml") in files]
    builder = PhraseIndexBuilder(dict(ChainMap(*(source.file(name, table) for name in all_verbs))))
    whole = source.broken.isdisjoint(all_verbs)  # Else whatever names a pattern is no phrase.
    spoken: set[str] = set()
    for name in ("triage/codes.toml", *(f"{home}/words.toml" for home in homes)):
        for concept, phrases in source.file(name, table).items():
            spoken.add(concept)
            _add(source, builder, (name, concept), phrases if whole else ())
            _check_concepts(source, (name, ""), [concept], {*known.concepts, DENIAL, ASIDE})
        whole = whole and name not in source.broken
    for concept in sorted(known.concepts.keys() - spoken) if whole else ():
        problem = f"concepts.{concept} has no words in any words.toml"
        source.note("triage/concepts.toml", problem, "write them or take it away")
    plain: PlainWords | None = source.file("triage/plain.toml", PlainWords)
    return builder.made(plain.words if plain else ())


def _function_words(source: Source, files: Mapping[str, str]) -> Iterator[str]:
    for locale in languages.read(files).ids:
        found = source.file(f"text/{locale}/triage/function_words.toml", FunctionWords)
        yield from map(normal, found.words if found else ())


def _add(
    source: Source, builder: PhraseIndexBuilder, place: tuple[str, str], phrases: Iterable[str]
) -> None:
    name, concept = place
    for phrase in phrases:
        try:
            builder.add(concept, phrase)
        except ValueError:
            source.note(name, f"{concept}: nothing to look for in {phrase!r}", "correct it")


def _check_concepts(
    source: Source, place: tuple[str, str], named: Iterable[str], known: Container[str]
) -> None:
    name, key = place
    for concept in named if "triage/concepts.toml" not in source.broken else ():
        if concept not in known:
            problem = f"{key}{concept}, and concepts.toml has no such concept"
            source.note(name, problem, "add or correct it")


def _check_columns(source: Source, learned: Learned) -> None:
    name, columns = "triage/learned.toml", learned.columns
    source.ids(name, "columns", columns, CategoryId)
    rows = {"start": learned.start, **learned.corrections, **learned.words}
    for row, numbers in rows.items():
        if len(numbers) != len(columns):
            problem = f"{row} has {len(numbers)} numbers for {len(columns)} columns"
            source.note(name, problem, "write it anew: uv run build.py --renew")


def _weights(known: Concepts, learned: Learned) -> tuple[Mapping[str, Vector], Vector]:
    """Return the weights of concepts, pairs and words, and those that every text starts from."""
    places = [learned.columns.index(category) for category in CATEGORIES]

    def corrections(row: tuple[int, ...]) -> Vector:
        return tuple(_tenth(row[place]) for place in places)

    nothing = (0,) * len(places)
    authored = {name: concept.weights for name, concept in known.concepts.items()}
    authored |= {name: pair.weights for name, pair in known.pairs.items()}
    weights = {
        name: tuple(
            known.scale * some.get(category, 0.0) + change
            for category, change in zip(
                CATEGORIES, corrections(learned.corrections.get(name, nothing)), strict=True
            )
        )
        for name, some in authored.items()
    }
    words = {word_name(word): corrections(row) for word, row in learned.words.items()}
    return weights | words, corrections(learned.start)


@cache  # Two hundred numbers, eighteen thousand times: one object each is enough.
def _tenth(one: int) -> float:
    return one / 10
