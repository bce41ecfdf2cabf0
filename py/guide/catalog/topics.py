"""Topics: topics/<id>.toml and, in each language, text/<locale>/topics/<id>.toml.

    structure -> Topic, with cards and fields of its own that join those which all share
    words -> TopicWords, packed by category, and their share in the sections `advice` and `fields`

A topic is one file of structure and one of words a language, and nothing else; so what it owns is
taken from there, and everybody who asks for a card or a field need not know whose it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from guide.catalog.packed import Later
from guide.catalog.reader import Source, is_table_of
from guide.catalog.records import Topic, Words

FOLDER = "topics"
# What a topic's words say for reading, and not for showing.
READING = "phrases"
# The sections of the words that topics have a share in, with where it stands in the topic's own.
SHARED = ("advice", "fields")


def read(source: Source, content: Iterable[str]) -> dict[str, Topic]:
    """Return the topics, each by its id, in the order of their place."""
    paths = sorted(path for path in content if is_table_of(FOLDER, path))
    found = {id_of(path): topic for path in paths if (topic := source.file(path, Topic))}
    return dict(sorted(found.items(), key=lambda item: (item[1].place, item[0])))


def id_of(path: str) -> str:
    """Return which topic a file is of."""
    return path.rpartition("/")[2].removesuffix(".toml")


def joined[T](
    source: Source, shared: Mapping[str, T], topics: Mapping[str, Topic], section: str
) -> dict[str, T]:
    """Return what all share and what topics own, as one table; no id may have two owners."""
    found = dict(shared)
    for topic_id, topic in topics.items():
        for name, one in getattr(topic, section).items():
            if name in found:
                file = f"{FOLDER}/{topic_id}.toml"
                source.note(file, f"{section}.{name} is defined elsewhere, too", "rename one")
            found[name] = one
    return found


def words_of(source: Source, content: Iterable[str], locale: str) -> dict[str, Words]:
    """Return the words of each topic in a language."""
    home = f"text/{locale}/{FOLDER}"
    paths = sorted(path for path in content if is_table_of(home, path))
    return {
        id_of(path): {key: words for key, words in source.toml(path).items() if key != READING}
        for path in paths
    }


def phrases_of(source: Source, content: Iterable[str], locale: str) -> dict[str, tuple[str, ...]]:
    """Return the phrases in a language that speak for each topic; triage learns from them."""
    home = f"text/{locale}/{FOLDER}"
    paths = sorted(path for path in content if is_table_of(home, path))
    return {id_of(path): tuple(source.toml(path).get(READING, ())) for path in paths}


class TopicWords(Mapping[str, Words]):
    """The words of all topics in one language, packed by category until one is asked for."""

    def __init__(self, table: Mapping[str, Words], topics: Mapping[str, Topic]) -> None:
        """Have all of them at hand."""
        self._shelf = {name: _shelf(topics, name) for name in table}
        shelves: dict[str, dict[str, Words]] = {}
        for name, words in table.items():
            shelves.setdefault(self._shelf[name], {})[name] = words
        self._shelves = {shelf: Later(some) for shelf, some in shelves.items()}

    def __getitem__(self, topic: str) -> Words:
        """Return the words of a topic."""
        return self._shelves[self._shelf[topic]].get()[topic]

    def __iter__(self) -> Iterator[str]:
        """Go through the topics."""
        return iter(self._shelf)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._shelf)

    def pack(self) -> None:
        """Keep only the bytes of each category, as long as nobody asks."""
        for shelf in self._shelves.values():
            shelf.pack()


def _shelf(topics: Mapping[str, Topic], name: str) -> str:
    return str(topics[name].category) if name in topics else ""


class OwnWords(Mapping[str, Any]):
    """A section of the words in which topics have a share: an id -> words, whoever owns it."""

    def __init__(
        self, shared: Mapping[str, Any], topics: TopicWords, owners: Mapping[str, str], key: str
    ) -> None:
        """Join what all share, and what stands under `key` in the words of each owner."""
        self._shared = shared
        self._topics = topics
        self._owners = owners
        self._key = key

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401  # Words are any.
        """Return the words of one id."""
        if name in self._shared:
            return self._shared[name]
        return self._topics[self._owners[name]][self._key][name]

    def __iter__(self) -> Iterator[str]:
        """Go through the ids."""
        yield from self._shared
        yield from self._owners

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._shared) + len(self._owners)


def with_topics(words: Words, own: Mapping[str, Words], topics: Mapping[str, Topic]) -> Words:
    """Return the words of a language with those of its topics: `topics`, and their shares."""
    shelves = TopicWords(own, topics)
    shares = {key: OwnWords(words.get(key, {}), shelves, _owners(own, key), key) for key in SHARED}
    return {**words, **shares, FOLDER: shelves}


def _owners(own: Mapping[str, Words], key: str) -> dict[str, str]:
    return {name: topic for topic, words in own.items() for name in words.get(key, ())}
