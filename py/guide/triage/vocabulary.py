"""What triage knows, made from its content files: the Vocabulary.

triage/concepts.toml   what a person may speak of, and how much each speaks for a category
triage/codes.toml      codes of each concept, which are the same in every language
triage/plain.toml      everyday words that look like a typo of a vocabulary word, and are none
triage/learned.toml    corrections to those weights, learned from the tuning texts
triage/pages.toml      what an open page speaks for
triage/sure.toml       from which figures on triage is sure

text/<locale>/triage/words.toml   the words and phrases of each concept
text/<locale>/triage/verbs.toml   the forms of verbs by pattern, in a language that has such
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from guide.catalog import languages
from guide.errors import ContentError
from guide.model import CategoryId
from guide.protocol.codec import Mismatch, decode
from guide.triage.phrase_index import Lexicon, LexiconMaker

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
class Plain:
    """`plain.toml`."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Learned:
    """`learned.toml`: tenths in the order of CATEGORIES; `made_of` is a hash of the sources.

    `corrections` are added to the authored weights; `words` are the weights of single stems.
    """

    made_of: str
    start: tuple[int, ...]
    corrections: Mapping[str, tuple[int, ...]]
    words: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Pages:
    """`pages.toml`: what known addresses weigh, the discount on words, and the addresses.

    `articles` are ids of help articles; `addresses` are beginnings without the scheme.
    """

    address: float
    words: float
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

    lexicon: Lexicon
    claims: frozenset[str]
    pairs: Mapping[str, Pair]
    within: int
    start: Vector
    weights: Mapping[str, Vector]
    pages: Pages
    sure: Sure


def word_name(word: str) -> str:
    """Return the name under which a stem has its weight, apart from those of concepts."""
    return f"={word}"


def load(files: Mapping[str, str]) -> Vocabulary:
    """Make the Vocabulary of content files, path -> TOML text. Raises ContentError."""
    known: Concepts = _read(files, "triage/concepts.toml", Concepts)
    learned: Learned = _read(files, "triage/learned.toml", Learned)
    authored = {name: concept.weights for name, concept in known.concepts.items()}
    authored |= {name: pair.weights for name, pair in known.pairs.items()}
    weights = {
        name: _corrected(known.scale, some, learned.corrections.get(name))
        for name, some in authored.items()
    }
    return Vocabulary(
        lexicon=_lexicon(files, known),
        claims=frozenset(name for name, concept in known.concepts.items() if concept.claim),
        pairs=_checked(known),
        within=known.within,
        start=_tenths(learned.start),
        weights=weights | {word_name(w): _tenths(some) for w, some in learned.words.items()},
        pages=_read(files, "triage/pages.toml", Pages),
        sure=_read(files, "triage/sure.toml", Sure),
    )


def _read(files: Mapping[str, str], name: str, shape: Any) -> Any:  # noqa: ANN401  # Any shape.
    if name not in files:
        raise ContentError(f"{name} is missing; add the file")
    try:
        return decode(shape, tomllib.loads(files[name]))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{name}: is not TOML: {error}") from error
    except Mismatch as mismatch:
        place = ".".join(mismatch.place)
        raise ContentError(f"{name}: {place} {mismatch.problem}; repair it") from mismatch


def _lexicon(files: Mapping[str, str], known: Concepts) -> Lexicon:
    homes = [f"text/{locale}/triage" for locale in languages.read(files).ids]
    verbs: dict[str, tuple[str, ...]] = {}
    for home in homes:
        if f"{home}/verbs.toml" in files:
            verbs |= _read(files, f"{home}/verbs.toml", Mapping[str, tuple[str, ...]])
    maker = LexiconMaker(verbs)
    for name in ("triage/codes.toml", *(f"{home}/words.toml" for home in homes)):
        for concept, phrases in _read(files, name, Mapping[str, tuple[str, ...]]).items():
            _add(maker, name, concept, phrases, known)
    return maker.made(_read(files, "triage/plain.toml", Plain).words)


def _add(
    maker: LexiconMaker, name: str, concept: str, phrases: Iterable[str], known: Concepts
) -> None:
    if concept not in known.concepts and concept not in (DENIAL, ASIDE):
        raise ContentError(f"{name}: concepts.toml has no {concept}; add or correct it")
    for phrase in phrases:
        try:
            maker.add(concept, phrase)
        except ValueError as error:
            told = f"{name}: {concept}: nothing to look for in {phrase!r}; correct it"
            raise ContentError(told) from error


def _checked(known: Concepts) -> Mapping[str, Pair]:
    for name, pair in known.pairs.items():
        for concept in (*pair.one, *pair.other):
            if concept not in known.concepts:
                told = f"triage/concepts.toml: pairs.{name} names {concept}; add or correct it"
                raise ContentError(told)
    return known.pairs


def _corrected(scale: float, authored: Weights, learned: tuple[int, ...] | None) -> Vector:
    points = tuple(scale * authored.get(category, 0.0) for category in CATEGORIES)
    if learned is None:
        return points
    return tuple(a + b for a, b in zip(points, _tenths(learned), strict=True))


def _tenths(some: tuple[int, ...]) -> Vector:
    return tuple(_tenth(one) for one in some)


@cache  # Two hundred numbers, eighteen thousand times: one object each is enough.
def _tenth(one: int) -> float:
    return one / 10
