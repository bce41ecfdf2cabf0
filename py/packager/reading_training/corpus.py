"""Answers as support writes them, with what is right for each.

tests/fixtures/replies/*.jsonl                  older sets of the developers, both languages
tests/fixtures/replies/writers/w?.jsonl         a file a writer, who knew nothing of the guide
tests/fixtures/replies/writers/wordings.jsonl   plain sentences of each kind
tests/fixtures/replies/writers/requests.jsonl   requests put in many ways, and what names the same
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guide.ids import ReplyKind
from guide.reading import (
    answering_fields,
    chats,
    contexts,
    cuts,
    days,
    heads,
    lines,
    names,
    phrases,
    pieces,
    promises,
    requests,
    rules,
    weighing,
)
from guide.triage import features, tokens
from packager.triage_training.corpus import CONTENT

OLDER = Path(__file__).parents[3] / "tests" / "fixtures" / "replies"
WRITERS = OLDER / "writers"
LEARNED = tuple(
    Path(str(one.__file__))
    for one in (
        tokens,
        features,
        chats,
        heads,
        cuts,
        phrases,
        rules,
        lines,
        contexts,
        requests,
        names,
        answering_fields,
        pieces,
        days,
        promises,
        weighing,
    )
)  # What takes a text apart.


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the right kinds, the best first, what it asks for, and who wrote it.

    What plain sentences ask for, and which days they name, nobody has written down: None. `now` is
    the moment from which days count (ISO 8601, with an offset).
    """

    text: str
    kinds: tuple[ReplyKind, ...]
    writer: str
    asks: tuple[str, ...] | None = None
    now: str = ""
    dates: tuple[str, ...] | None = None


def answers() -> list[Answer]:
    """Return all that is learned from."""
    return [answer for file in _files() for answer in _read(file)]


def writers() -> list[str]:
    """Return who wrote independently."""
    return [file.stem for file in sorted(WRITERS.glob("w?.jsonl"))]


def _files() -> list[Path]:
    return [*sorted(WRITERS.glob("*.jsonl")), *sorted(OLDER.glob("*.jsonl"))]


def _read(file: Path) -> Iterator[Answer]:
    writer = file.stem if file.parent == WRITERS else OLDER.name
    for line in file.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        asks = tuple(one["asks"]) if "asks" in one else None
        dates = tuple(one.get("dates", ())) if "now" in one else None
        kinds = (one["kind"], *one.get("also_kinds", ()))
        yield Answer(one["text"], kinds, writer, asks, one.get("now", ""), dates)


def _words() -> list[Path]:
    """Return the files with the words by which a text is taken apart, and its days are found."""
    texts = CONTENT / "text"
    return [
        CONTENT / rules.FILE,
        *sorted(texts.glob(f"*{rules.ANSWERS}")),
        *sorted(texts.glob(f"*{rules.DATES}")),
    ]


def fingerprint() -> str:
    """Return a hash of all that the models are learned from."""
    told = hashlib.sha256()
    for file in (*LEARNED, *_words(), *_files()):
        told.update(file.read_bytes())
    return told.hexdigest()[:16]
