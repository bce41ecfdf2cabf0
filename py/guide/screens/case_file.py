"""The case file as a page: the file for its reader, and who else it can be made for."""

from typing import Any

from guide.case_file import rules, writing
from guide.case_file.parts import CaseFile, FilePart
from guide.screens.widgets.unbroken import Run, runs
from guide.situation import Situation

type PaperLines = tuple[tuple[Run, ...], ...]


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `case_file.html.j2`; `file` is None where no case is open."""
    case = situation.case
    file = case and writing.write(situation, case, case.reader, situation.locale)
    return {
        "reader": case.reader if case else "",
        "readers": rules.for_catalog(situation.catalog).order,
        "file": _shown(file) if file else None,
    }


def _shown(file: CaseFile) -> dict[str, Any]:
    return {
        "title": file.title,
        "head": tuple(map(_part, file.head)),
        "sections": tuple(
            {"id": one.id, "heading": one.heading, "parts": tuple(map(_part, one.parts))}
            for one in file.sections
        ),
        "note": file.note,
    }


def _part(part: FilePart) -> dict[str, Any]:
    """Return a part of the file: its kind, its words, and its texts as lines of runs."""
    words = {name: getattr(part, name) for name in part.__slots__}
    text = words.get("text") or words.get("value", "")
    lines = tuple(runs(line) for line in text.split("\n"))
    return words | {"kind": type(part).__name__, "lines": lines, "short": "\n" not in text}
