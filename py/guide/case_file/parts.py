"""What a case file is made of: plain texts in order, whatever they are shown as.

CaseFile ── head (lines), Section ── FileLine | WrittenMessage | Item | Paragraph
"""

from dataclasses import dataclass
from typing import Literal

type FilePart = FileLine | WrittenMessage | Item | Paragraph


@dataclass(frozen=True, slots=True)
class FileLine:
    """One fact: what it is, and its value on one line or several."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class WrittenMessage:
    """What was written: the day in words, through what, in which direction, and its exact text.

    `text` is "" where it is not kept.
    """

    day: str
    direction: str
    channel: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One of a list; `state` says whether a piece of evidence is there, "" where that is not asked.

    `value` is what is known of it.
    """

    text: str
    state: Literal["", "there", "missing", "attach"] = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text of its own."""

    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and what stands below it."""

    id: str
    heading: str
    parts: tuple[FilePart, ...]


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The whole file, in one language, for one reader."""

    title: str
    head: tuple[FileLine, ...]
    sections: tuple[Section, ...]
    note: str
