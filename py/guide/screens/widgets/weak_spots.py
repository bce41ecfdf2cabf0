"""What would make the request stronger: what is missing, and what gets in its way."""

from collections.abc import Iterable, Mapping
from typing import Any

from guide.cases.quality import DOUBTS, Gap, Quality, quality
from guide.letters import charges, prose
from guide.model import Case
from guide.situation import Situation

TIPS = 3  # Shown at once: more of them would be a reproach.
MAX_VALUE = 40  # Characters of an answer that is asked about.
OTHER_LANGUAGE = "other_language"
NUMBER = "case_number"  # What a letter can miss that is no field of the category.


def weak_spots(
    situation: Situation, case: Case, missing: Iterable[str] | None = None
) -> dict[str, Any]:
    """Return `gaps`, what is missing, and `tips`, each with the event that leads to its field.

    `doubted` has what is asked about an answer, by its field: the request is not ready with it.
    `other_language` says whether words are in another one than the letter's.
    `missing` are the ids that a letter found missing; without them the quality meter's count.
    A case that went out once is past tips: its letters only need what they miss.
    """
    found = quality(situation.catalog, case, situation.letter_locale, situation.turn.now)
    gaps = found.gaps
    named = (gap.field for gap in gaps if gap.code == "missing") if missing is None else missing
    tips = () if case.sent else tuple(gap for gap in gaps if gap.code != "missing")[:TIPS]
    return {
        "gaps": tuple(_gap(situation, case, field) for field in named),
        "tips": tuple(_tip(situation, case, gap) for gap in tips),
        "doubted": {} if case.sent else _doubted(situation, case, found),
        "other_language": any(gap.code == OTHER_LANGUAGE for gap in gaps),
    }


def _doubted(situation: Situation, case: Case, found: Quality) -> Mapping[str, Mapping[str, Any]]:
    """Return the first doubt about each field that has one."""
    doubts = (gap for gap in reversed(found.gaps) if gap.code in DOUBTS)
    return {gap.field: _tip(situation, case, gap) for gap in doubts if gap.field in found.doubted}


def _gap(situation: Situation, case: Case, field: str) -> Mapping[str, Any]:
    words = situation.catalog.words[situation.locale]
    if field == NUMBER:
        event = {"type": "go", "to": "case"}
        return {"id": field, "label": words["ui"]["case"]["case_number"], "event": event}
    said = charges.words_of(situation.catalog, case, words, field)
    return {"id": field, "label": said["label"], "event": _to(field)}


def _tip(situation: Situation, case: Case, gap: Gap) -> Mapping[str, Any]:
    words, code, field = situation.catalog.words[situation.locale], gap.code, gap.field
    return {
        "id": f"{code}-{field}",
        "name": words["quality"][code]["name"],
        "hint": words["quality"][code]["hint"],
        "field": charges.words_of(situation.catalog, case, words, field)["label"],
        "value": prose.cut(prose.one_line(case.answer(field)), MAX_VALUE),
        "event": _to(field),
    }


def _to(field: str) -> Mapping[str, str]:
    return {"type": "go", "to": "details", "item": field}
