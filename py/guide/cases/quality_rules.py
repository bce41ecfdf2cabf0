"""The rules of quality.toml: weights, lengths, words, and what an answer should look like."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProseFields:
    """The fields of one's own words, and those that a story can stand in for."""

    fields: tuple[str, ...]
    story: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Length:
    """Characters by field."""

    short: Mapping[str, int]
    long: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CueWords:
    """Words that show something, the fields that answer it, and answers that say nothing."""

    words: tuple[str, ...]
    fields: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerShapes:
    """The fields of one shape each, and domains that are typed by mistake."""

    address: tuple[str, ...]
    slips: tuple[str, ...]
    sum: tuple[str, ...]
    number: tuple[str, ...]
    domain: tuple[str, ...]
    past: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QualityRules:
    """All of quality.toml."""

    weights: Mapping[str, int]
    prose: ProseFields
    length: Length
    shape: AnswerShapes
    date: CueWords
    error: CueWords
    several: CueWords
    angry: CueWords
    refund: CueWords
