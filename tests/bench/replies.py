"""How well and how fast answers of support are read: `uv run python -m tests.bench.replies [FILE]`.

Prints the share of right kinds, case numbers and lists of dates, of asked things that are found,
and of those found that nobody asked for; then what was read wrongly, and the time an answer takes.
Without a FILE those of tests/fixtures/replies are read. A line is {"text", "now", "kind",
"case_number", "asks": [field ids or words], "dates": [ISO]}; words count if one has the other.
"""

import datetime as dt
import json
import statistics
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guide import compiled_content
from guide.__main__ import asked_things
from guide.reading import reader, rules

FOLDER = Path(__file__).parents[1] / "fixtures" / "replies"

type Row = dict[str, Any]


@dataclass
class Figures:
    """Shares from 0 to 1, and a line for each answer that was read wrongly."""

    kind: float = 0
    case_number: float = 0
    dates: float = 0
    asked: float = 0
    invented: float = 0
    milliseconds: float = 0
    mistakes: list[str] = field(default_factory=list)


@dataclass
class _Counts:
    right: int = 0
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)


def main(arguments: list[str]) -> None:
    """Print the figures."""
    paths = [Path(name) for name in arguments] or sorted(FOLDER.glob("*.jsonl"))
    for path in paths:
        found = figures(rows(path))
        print("\n".join(found.mistakes))
        print(
            f"{path.name}: kind {found.kind:.3f}, case number {found.case_number:.3f}, dates"
            f" {found.dates:.3f}, asked {found.asked:.3f}, invented {found.invented:.3f},"
            f" {found.milliseconds:.1f} ms"
        )


def rows(path: Path) -> Iterator[Row]:
    """Yield the answers of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def figures(answers: Iterable[Row]) -> Figures:
    """Return how well these answers are read."""
    own = compiled_content.load()
    right = {"kind": 0, "case_number": 0, "dates": 0}
    counts, whole, taken = _Counts(), Figures(), []
    for row in answers:
        began = time.perf_counter()
        says = reader.read(
            rules.for_catalog(own.catalog),
            own.senders,
            row["text"],
            dt.datetime.fromisoformat(row["now"]),
        )
        taken.append(time.perf_counter() - began)
        wrong = []
        for name in right:
            read, wanted = getattr(says, name), row.get(name, "" if name != "dates" else [])
            if (list(read) if name == "dates" else read) == wanted:
                right[name] += 1
            else:
                wrong.append(f"{name} is {read}, not {wanted}")
        one = _compared(asked_things(says), row["asks"])
        counts.right += one.right
        counts.missed += one.missed
        counts.invented += one.invented
        wrong += [f"missed {one.missed}"] if one.missed else []
        wrong += [f"invented {one.invented}"] if one.invented else []
        if wrong:
            whole.mistakes.append(f"{row.get('id', row['text'][:40])}: {'; '.join(wrong)}")
    whole.kind, whole.case_number, whole.dates = (number / len(taken) for number in right.values())
    whole.asked = counts.right / max(1, counts.right + len(counts.missed))
    whole.invented = len(counts.invented) / max(1, counts.right + len(counts.invented))
    whole.milliseconds = 1_000 * statistics.median(taken)
    return whole


def _compared(read: Iterable[str], wanted: Iterable[str]) -> _Counts:
    left, found = list(read), _Counts()
    for one in wanted:
        same = next((thing for thing in left if _is_same(thing, one)), None)
        if same is None:
            found.missed.append(one)
        else:
            left.remove(same)
            found.right += 1
    found.invented = left
    return found


def _is_same(read: str, wanted: str) -> bool:
    """Tell whether a field is the same, or one text of words has the other."""
    one, other = (" ".join(text.casefold().split()).strip(" ?.") for text in (read, wanted))
    return one == other or (" " in one + other and (one in other or other in one))


if __name__ == "__main__":
    main(sys.argv[1:])
