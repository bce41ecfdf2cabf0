"""How well and how fast answers of support are read: `uv run python -m tests.bench.replies [FILE]`.

--cross learns the kinds and what asks anew without each of the independent writers and reads that
writer's answers (a few minutes): these are the figures that count, for of the others the committed
models know the words. With --keep they are written to tests/fixtures/replies/writers/figures.json.

Prints the share of right kinds, case numbers and lists of dates, of asked things that are found,
and of those found that nobody asked for; then what was read wrongly, and the time an answer takes.
Without a FILE those of tests/fixtures/replies are read. A line is {"text", "now", "kind",
"also_kinds", "case_number", "asks": [field ids or words], "dates": [ISO]}. A thing asked is found
if both name the same: writers name things in English whatever the answer's language, so what
counts is the fields and things that their words name and the guide's, and where one of the two
names nothing known, a word that both have. What is asked by traps is not counted.
"""

import argparse
import copy
import datetime as dt
import json
import re
import statistics
import time
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from guide import compiled_content
from guide.__main__ import asked_things
from guide.compiled_content import CompiledContent
from guide.reading import answering_fields, reader, rules
from guide.reading.kind_model import KindModel
from guide.reading.rules import AnswerRules
from packager.reading_training import corpus, learn

FOLDER = Path(__file__).parents[1] / "fixtures" / "replies"

KEPT = ("kind", "case_number", "dates", "asked", "invented", "traps_missed")

# Finds the «Ticket ID » of «Ticket ID 4-90021», the «קריאה: » of «קריאה: 8801».
_WORD_BEFORE = re.compile(r"^(?:[^\W\d_]+['׳.]?[\s:#]+)+(?=\S*\d)")

type Row = dict[str, Any]


@dataclass
class Figures:
    """Shares from 0 to 1, and a line for each answer that was read wrongly."""

    kind: float = 0
    case_number: float = 0
    dates: float = 0
    asked: float = 0
    invented: float = 0
    traps_missed: float = 0
    milliseconds: float = 0
    mistakes: list[str] = field(default_factory=list)


@dataclass
class _Counts:
    right: int = 0
    read: int = 0
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--cross", action="store_true")
    options.add_argument("--keep", action="store_true")
    wanted = options.parse_args()
    if wanted.cross:
        tell_cross(keep=wanted.keep)
        return
    for path in wanted.files or sorted(FOLDER.glob("*.jsonl")):
        found = figures(rows(path))
        print("\n".join(found.mistakes))
        tell(path.name, found)


def tell(name: str, found: Figures) -> None:
    """Print the figures of a file."""
    print(
        f"{name}: kind {found.kind:.3f}, case number {found.case_number:.3f}, dates"
        f" {found.dates:.3f}, asked {found.asked:.3f}, invented {found.invented:.3f},"
        f" traps missed {found.traps_missed:.3f}, {found.milliseconds:.1f} ms",
        flush=True,
    )


def tell_cross(*, keep: bool) -> None:
    """Print the figures of answers whose writer no kind was learned from."""
    known, kept = corpus.answers(), {}
    own = compiled_content.load()
    for writer in corpus.writers():
        others = [one for one in known if one.writer != writer]
        without = copy.copy(rules.for_catalog(own.catalog))
        without.kinds = KindModel(learn.learned(others))
        without.asks = rules.decision(learn.asks_learned(others))
        without.days = rules.decision(learn.days_learned(others))
        found = figures(rows(corpus.WRITERS / f"{writer}.jsonl"), without)
        tell(writer, found)
        kept[writer] = {name: one for name, one in asdict(found).items() if name in KEPT}
    if keep:
        text = json.dumps(kept, indent=1) + "\n"
        (corpus.WRITERS / "figures.json").write_text(text, encoding="utf-8")


def rows(path: Path) -> Iterator[Row]:
    """Yield the answers of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def figures(answers: Iterable[Row], by: AnswerRules | None = None) -> Figures:
    """Return how well these answers are read, by other rules than ours where some are given."""
    own = compiled_content.load()
    by = by or rules.for_catalog(own.catalog)
    right = {"kind": 0, "case_number": 0, "dates": 0}
    counts, whole, taken, traps = _Counts(), Figures(), [], []
    for row in answers:
        began = time.perf_counter()
        says = _read(own, by, row)
        taken.append(time.perf_counter() - began)
        wrong = []
        for name in right:
            found, wanted = _read_and_wanted(name, says, row)
            right[name] += found in wanted
            wrong += [] if found in wanted else [f"{name} is {found}, not {wanted[0]}"]
        if row["kind"] == "suspicious":
            traps.append(says.kind != "suspicious")
        else:
            one = _compared(by, asked_things(says), row["asks"])
            counts.right += one.right
            counts.read += one.read
            counts.missed += one.missed
            counts.invented += one.invented
            wrong += [f"missed {one.missed}"] if one.missed else []
            wrong += [f"invented {one.invented}"] if one.invented else []
        if wrong:
            whole.mistakes.append(f"{row.get('id', row['text'][:40])}: {'; '.join(wrong)}")
    whole.kind, whole.case_number, whole.dates = (number / len(taken) for number in right.values())
    whole.asked = counts.right / max(1, counts.right + len(counts.missed))
    whole.invented = len(counts.invented) / max(1, counts.read)
    whole.traps_missed = sum(traps) / max(1, len(traps))
    whole.milliseconds = 1_000 * statistics.median(taken)
    return whole


def _read(own: CompiledContent, by: AnswerRules, row: Row) -> reader.WhatTheySay:
    return reader.read(by, own.senders, row["text"], dt.datetime.fromisoformat(row["now"]))


def _read_and_wanted(name: str, says: reader.WhatTheySay, row: Row) -> tuple[object, list[object]]:
    """Return what was read, and all that would be right, in a form that can be compared."""
    match name:
        case "kind":
            return says.kind, [row["kind"], *row.get("also_kinds", ())]
        case "dates":
            return list(says.dates), [row.get("dates", [])]
        case _:
            return _bare(says.case_number), _numbers(row.get("case_number", ""))


def _numbers(written: str) -> list[object]:
    """Return the number as a writer has it, and without the word for a case before it."""
    return [*dict.fromkeys((_bare(written), _bare(_WORD_BEFORE.sub("", written))))]


def _bare(number: str) -> str:
    return "".join(filter(str.isalnum, number)).casefold()


def _compared(by: AnswerRules, read: Collection[str], wanted: Collection[str]) -> _Counts:
    """Compare what was read with what is asked; one field may answer two things that are asked."""
    found = _Counts()
    found.invented = [
        thing for thing in read if not any(_is_same(by, thing, one) for one in wanted)
    ]
    found.read = len(read)
    for one in wanted:
        if any(_is_same(by, thing, one) for thing in read):
            found.right += 1
        else:
            found.missed.append(one)
    return found


def _is_same(by: AnswerRules, read: str, wanted: str) -> bool:
    """Tell whether two name the same, or, where one names nothing known, share a word.

    A picture is of something: what it is of does not tell it from another.
    """
    mine, theirs = learn.labels(by, read), learn.labels(by, wanted)
    if mine and theirs:
        apart = {answering_fields.PICTURE}
        same = learn.alike(mine - apart or mine) & learn.alike(theirs - apart or theirs)
        return bool(same)
    one, other = (" ".join(text.casefold().split()).strip(" ?.") for text in (read, wanted))
    if one == other or (" " in one + other and (one in other or other in one)):
        return True
    return bool(learn.words(read) & learn.words(wanted))


if __name__ == "__main__":
    main()
