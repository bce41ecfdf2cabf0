"""Complaints as people write them, with what is right for each.

tests/fixtures/topics/<writer>.jsonl            topic, further right topics, language, text
tests/fixtures/topics/kinds.jsonl               the same, of kinds that were taken for others
tests/fixtures/topics/topics.tsv                what the writers saw: topics and categories
tests/fixtures/triage/<set>.<locale>.tsv        right categories, best first, and the text
py/guide/content/text/<locale>/topics/<id>.toml phrases that speak for a topic

The topic model is learned from all of these but two sets: `test` and `exam` are only looked at.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from guide.catalog import languages, loading, topics
from guide.catalog.reader import Source
from guide.ids import CategoryId, Locale
from guide.triage import features, tokens

ROOT = Path(__file__).parents[3]
CONTENT = ROOT / "py" / "guide" / "content"
CORPORA = ROOT / "tests" / "fixtures" / "triage"
WRITERS = ROOT / "tests" / "fixtures" / "topics"
LEARNED = (Path(tokens.__file__), Path(features.__file__))  # What takes a text apart.
_MOST_WORDINGS = 12  # Of a phrase with alternatives.


@dataclass(frozen=True, slots=True)
class Row:
    """One text and what is right for it: topics, or where only these are known, categories."""

    text: str
    locale: str
    topics: tuple[str, ...] = ()
    categories: tuple[CategoryId, ...] = ()
    writer: str = ""


def files() -> dict[str, str]:
    """Return all content files by their path."""
    return loading.read_all(CONTENT)


def locales() -> tuple[Locale, ...]:
    """Return the guide's languages; each has its texts."""
    return languages.read(files()).ids


@cache
def categories() -> Mapping[str, CategoryId]:
    """Return the category of every topic: of the guide's own and of those the writers saw."""
    found: dict[str, CategoryId] = {}
    lines = (WRITERS / "topics.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for line in lines:
        category, topic, _ = line.split("\t")
        found[topic] = category  # type: ignore[assignment]  # The vocabulary's reader checks it.
    content = files()
    return found | {
        name: one.category for name, one in topics.read(Source(content), content).items()
    }


def rows(name: str, locale: str) -> list[Row]:
    """Return the rows of one set in one language."""
    lines = (CORPORA / f"{name}.{locale}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    found = []
    for line in lines:
        right, text = line.split("\t")
        found.append(Row(text, locale, categories=tuple(right.split(","))))  # type: ignore[arg-type]
    return found


def written() -> list[Row]:
    """Return the texts of all writers, in their order."""
    return [row for file in sorted(WRITERS.glob("w*.jsonl")) for row in _read(file)]


def kinds() -> list[Row]:
    """Return the texts of kinds that are rare and were once taken for something else."""
    return _read(WRITERS / "kinds.jsonl")


def _read(file: Path) -> list[Row]:
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        right = tuple(dict.fromkeys((one["topic"], *one["also"])))
        of = tuple(dict.fromkeys(categories()[topic] for topic in right))
        found.append(Row(one["text"], one["lang"], right, of, file.stem))
    return found


def phrases() -> list[Row]:
    """Return each phrase and code of the topics as a text of its topic, in its wordings."""
    content = files()
    source = Source(content)
    found = [
        Row(code, "", (name,), (topic.category,))
        for name, topic in topics.read(source, content).items()
        for code in topic.codes
    ]
    for locale in locales():
        for name, words in topics.phrases_of(source, content, locale).items():
            for phrase in words:
                found += [
                    Row(text, locale, (name,), (categories()[name],)) for text in wordings(phrase)
                ]
    return found


def wordings(phrase: str) -> Iterator[str]:
    """Yield what a phrase stands for, as texts: each alternative once, gaps left out."""
    parts = [part.rstrip("*").split("|") for part in phrase.split() if part != ".."]
    for number, words in enumerate(product(*parts)):
        if number == _MOST_WORDINGS:
            return
        yield " ".join(words)


def fingerprint() -> str:
    """Return a hash of all that the topic model is learned from."""
    told = hashlib.sha256()
    for file in (*LEARNED, *sorted(WRITERS.glob("*.*sv")), *sorted(WRITERS.glob("*.jsonl"))):
        told.update(file.read_bytes())
    for locale in locales():
        texts = CORPORA / f"tuning.{locale}.tsv"
        told.update(texts.read_bytes() if texts.exists() else b"")
    told.update(repr([(row.text, row.topics) for row in phrases()]).encode())
    told.update(repr(sorted(categories().items())).encode())
    return told.hexdigest()[:16]
