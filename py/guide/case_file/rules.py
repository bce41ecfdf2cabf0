"""What a case file has for whom: case_file.toml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from guide.catalog.reader import Source
from guide.catalog.records import Catalog
from guide.ids import Audience, FileReader
from guide.redact import redaction

FILE = "case_file.toml"


@dataclass(frozen=True, slots=True)
class ReaderRule:
    """What one reader gets: how masked, which kinds of findings stay, which groups of fields."""

    audience: Audience
    shows: tuple[str, ...]
    groups: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvidenceRule:
    """What shows that a piece of evidence is there: answers of fields, or a part of the case.

    `enough` is how many of the fields, 0 for all of them.
    """

    fields: tuple[str, ...] = ()
    enough: int = 0
    of: Literal["", "sent", "replies", "case_number"] = ""


@dataclass(frozen=True, slots=True)
class FileRules:
    """All of case_file.toml."""

    order: tuple[FileReader, ...]
    numbers: tuple[str, ...]
    elsewhere: tuple[str, ...]
    readers: Mapping[FileReader, ReaderRule]
    evidence: Mapping[str, EvidenceRule]


def for_catalog(catalog: Catalog) -> FileRules:
    """Return the rules of this catalog. Raises ContentError with a line for each mistake."""
    return _read(catalog.files.get(FILE, ""))


def check(catalog: Catalog) -> None:
    """Look at every name in the rules. Raises ContentError with a line for each mistake."""
    source, rules = Source(catalog.files), for_catalog(catalog)
    source.ids(FILE, "order", rules.order, FileReader)
    source.ids(FILE, "readers", rules.readers, FileReader)
    source.known(FILE, _references(catalog, rules))
    source.stop()


def _references(catalog: Catalog, rules: FileRules) -> Iterator[tuple[str, str, bool]]:
    for name in (*rules.numbers, *rules.elsewhere):
        yield "numbers or elsewhere", name, name in catalog.fields
    for reader, rule in rules.readers.items():
        yield from ((f"{reader}.shows", one, one in redaction.KINDS) for one in rule.shows)
        yield from ((f"{reader}.groups", one, one in catalog.groups) for one in rule.groups)
        yield from ((f"{reader}.evidence", one, one in rules.evidence) for one in rule.evidence)
    for name, evidence in rules.evidence.items():
        yield from ((f"evidence.{name}", one, one in catalog.fields) for one in evidence.fields)


@cache
def _read(text: str) -> FileRules:
    source = Source({FILE: text})
    rules: FileRules = source.file(FILE, FileRules)
    source.stop()
    return rules
