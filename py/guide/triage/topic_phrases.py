"""Which topic a text is about: by the phrases and error codes that each topic's author gave it.

topics/<id>.toml (category, codes) + text/<locale>/topics/<id>.toml (phrases) -> TopicPhrases
text + ranked categories -> ranked topics
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guide.catalog import languages, topics
from guide.catalog.reader import Source, is_table_of
from guide.catalog.records import Topic
from guide.model import CategoryId
from guide.triage.phrase_index import PhraseIndex, PhraseIndexBuilder
from guide.triage.result import Evidence, Ranked, RankedTopic
from guide.triage.tokens import tokens

_SHOWN = 2  # Pieces of evidence for one topic; more convince nobody.
_HIT = 4.0  # What a phrase counts; a topic without any is as likely as its category alone.
_MOST_HITS = 3
_MARGIN = 1.5  # How much likelier than the second the first is, to be a fact.


@dataclass(frozen=True, slots=True)
class TopicPhrases:
    """The phrases of all topics, each under its topic's id, and the category of each topic."""

    phrases: PhraseIndex
    categories: Mapping[str, CategoryId]


def load(source: Source, files: Mapping[str, str]) -> TopicPhrases:
    """Read the phrases and codes of all topics; a mistake is noted in `source`."""
    known: dict[str, Topic] = topics.read(source, files)
    builder = PhraseIndexBuilder()
    for name, topic in known.items():
        for code in topic.codes:
            _add(source, builder, (f"{topics.FOLDER}/{name}.toml", name), code)
    for locale in languages.read(files).ids:
        home = f"text/{locale}/{topics.FOLDER}"
        for path in sorted(path for path in files if is_table_of(home, path)):
            for phrase in source.toml(path).get(topics.READING, ()):
                _add(source, builder, (path, topics.id_of(path)), phrase)
    return TopicPhrases(builder.made(), {name: topic.category for name, topic in known.items()})


def _add(
    source: Source, builder: PhraseIndexBuilder, place: tuple[str, str], phrase: object
) -> None:
    path, topic = place
    try:
        builder.add(topic, str(phrase))
    except ValueError:
        source.note(path, f"nothing to look for in {phrase!r}", "correct it")


def rank(known: TopicPhrases, text: str, ranked: Sequence[Ranked]) -> tuple[RankedTopic, ...]:
    """Return all topics, best first; none where no phrase tells them apart."""
    found = tokens(text)
    spans: dict[str, dict[str, None]] = {}
    for hit in known.phrases.find(found):
        words = text[found[hit.first].start : found[hit.last].end]
        spans.setdefault(hit.concept, {})[words] = None
    if not spans:
        return ()
    share = {one.category: one.score for one in ranked}
    weights = {
        name: share.get(category, 0.0) * (1 + _HIT * min(len(spans.get(name, ())), _MOST_HITS))
        for name, category in known.categories.items()
    }
    whole = sum(weights.values()) or 1.0
    order = sorted(weights, key=lambda name: -weights[name])
    return tuple(
        RankedTopic(name, weights[name] / whole, _evidence(spans.get(name, {}))) for name in order
    )


def _evidence(spans: Mapping[str, None]) -> tuple[Evidence, ...]:
    return tuple(Evidence(words, _HIT) for words in list(spans)[:_SHOWN])


def is_sure(known: TopicPhrases, ranked: Sequence[Ranked], found: Sequence[RankedTopic]) -> bool:
    """Tell whether the first topic is a fact: of the first category, and well before the second."""
    if not found:
        return True  # There is none to be wrong about.
    second = found[1].score if len(found) > 1 else 0.0
    clear = bool(found[0].evidence) and found[0].score >= _MARGIN * second
    return clear and known.categories[found[0].topic] == ranked[0].category
