"""What the guide works with, made once from content: catalog, vocabulary, rules of redaction.

    content files -> make -> CompiledContent -> packed -> bytes (at build) -> load (in a browser)

To read content strictly takes a second of a fast machine, and seconds of Pyodide; what it leaves
behind in the heap would be in every snapshot. So the build reads it once, and the extension has
what came of it.
"""

import datetime as dt
import os
import pickle
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from guide.catalog import loading, topics
from guide.catalog.packed import Later
from guide.catalog.records import Catalog
from guide.errors import ContentError
from guide.ids import Audience
from guide.reading import reader as answer_reader
from guide.reading import rules as answer_rules
from guide.redact import redaction
from guide.redact.finding import Finding
from guide.sender_check import rules as sender_rules
from guide.story import reader
from guide.surroundings import Page
from guide.triage import ranking
from guide.triage.result import Triage

if TYPE_CHECKING:
    from importlib.machinery import SourceFileLoader

PACKED = "compiled.pickle"  # Next to this module, in the extension only.
# Texts that are read again: the letters with their rules, the rules of quality and case files.
READ_LATER = ("letters", "quality.toml", "case_file.toml", "legal_letters/")


@dataclass(frozen=True)
class CompiledContent:
    """One of each; compared and hashed by identity, so that caches can hang on it."""

    catalog: Catalog
    redaction: redaction.RedactRules
    packed_senders: Later[sender_rules.SenderRules]
    packed_vocabulary: Later[ranking.Vocabulary]
    packed_story: Later[reader.StoryRules]

    @property
    def vocabulary(self) -> ranking.Vocabulary:
        """What triage knows."""
        return self.packed_vocabulary.get()

    @property
    def senders(self) -> sender_rules.SenderRules:
        """What the check of senders knows."""
        return self.packed_senders.get()

    @property
    def story(self) -> reader.StoryRules:
        """The words by which a story is read."""
        return self.packed_story.get()

    __hash__ = object.__hash__
    __eq__ = object.__eq__


_in_use: list[CompiledContent] = []


def load() -> CompiledContent:
    """Return the content: what the build has packed, else made from the content files next to it.

    Raises ContentError.
    """
    if not _in_use:
        use(_read())
    return _in_use[0]


def use(compiled: CompiledContent) -> None:
    """Have `load` return this from now on."""
    _in_use[:] = [compiled]


def _read() -> CompiledContent:
    # Or an archive's loader, which reads likewise. importlib.resources and pathlib would be in the
    # heap for this one file.
    loader = cast("SourceFileLoader", globals()["__loader__"])
    try:
        ready = loader.get_data(os.path.join(os.path.dirname(__file__), PACKED))  # noqa: PTH118, PTH120
    except OSError:
        return make(loading.load())
    # Our own bytes, packed at the build and shipped in the archive.
    return cast("CompiledContent", pickle.loads(ready))  # noqa: S301


def make(content: Catalog) -> CompiledContent:
    """Return this content, compiled. Raises ContentError."""
    spoken = content.languages.ids
    senders = sender_rules.load(content.files, spoken)
    if senders.names.gave_away not in content.topics:
        raise ContentError(f"{sender_rules.NAMES}: gave_away is no topic of topics/")
    answers = Later(answer_rules.load(content.files, spoken))
    return CompiledContent(
        catalog=replace(content, answers=answers),
        redaction=redaction.load(content.files, spoken),
        packed_senders=Later(senders),
        packed_vocabulary=Later(ranking.load(content.files)),
        packed_story=Later(reader.load(content.files, spoken)),
    )


def pack(compiled: CompiledContent) -> None:
    """Put away, for a snapshot, what an opening may do without: triage, the other languages."""
    for later in _laters(compiled):
        later.pack()


def _laters(compiled: CompiledContent) -> Iterator[Later[Any]]:
    """Yield all that lies packed, what is inside of something else before it."""
    yield from (compiled.packed_vocabulary, compiled.packed_story, compiled.packed_senders)
    yield from filter(None, (compiled.catalog.answers,))
    yield from compiled.catalog.facts.laters
    yield compiled.catalog.packed_routes
    if compiled.catalog.code is not None:
        yield from compiled.catalog.code.laters
    for words in compiled.catalog.words.values():
        for section in (topics.FOLDER, *loading.READ_LATER):
            yield from words[section].laters
    yield from compiled.catalog.words.laters


def is_read_later(name: str) -> bool:
    """Tell whether the text of a content file is read again."""
    return name.startswith(READ_LATER) or "/legal_letters/" in name


def packed(compiled: CompiledContent) -> tuple[bytes, bytes]:
    """Return the content as `load` takes it, and the shelf that its packed parts lie on.

    Without the texts that nobody will read again. The same content gives the same bytes, if
    Python's hashes are told not to vary.
    """
    rest = {n: text for n, text in compiled.catalog.files.items() if is_read_later(n)}
    small = replace(compiled, catalog=replace(compiled.catalog, files=rest))
    # A copy: what lies on a shelf cannot be read where there is none.
    copy = pickle.loads(pickle.dumps(small, pickle.HIGHEST_PROTOCOL))  # noqa: S301  # Our own.
    shelf = bytearray()
    for later in _laters(copy):
        later.lay(shelf)
    return pickle.dumps(copy, pickle.HIGHEST_PROTOCOL), bytes(shelf)


# A person types on one field while all the others stay as they are: what was found in a text, and
# what it is about, is not worked out again at each key.


@lru_cache(maxsize=64)
def find(
    compiled: CompiledContent,
    text: str,
    audience: Audience,
    keep: tuple[str, ...],
    people: tuple[str, ...],
) -> tuple[Finding, ...]:
    """Return what must not go out, as `redaction.find` does, remembering the latest texts."""
    return redaction.find(compiled.redaction, text, audience, keep, people)


@lru_cache(maxsize=4)
def read_story(compiled: CompiledContent, text: str, now: dt.datetime) -> reader.Story:
    """Return what a text says, as `reader.read` does, remembering the latest texts."""
    return reader.read(compiled.story, text, now)


@lru_cache(maxsize=4)
def rank(compiled: CompiledContent, text: str, page: Page | None) -> Triage:
    """Return what a text is about, as `ranking.rank` does, remembering the latest texts."""
    return ranking.rank(compiled.vocabulary, text, page)


@lru_cache(maxsize=4)
def read_answer(
    compiled: CompiledContent, text: str, now: dt.datetime, kept: tuple[str, ...] = ()
) -> answer_reader.WhatTheySay:
    """Return what an answer from support says, as `reading.reader.read` does, of the latest."""
    rules = answer_rules.for_catalog(compiled.catalog)
    return answer_reader.read(rules, compiled.senders, text, now, kept)
