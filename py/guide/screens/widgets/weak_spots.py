"""What would make the request stronger: what is missing, and what gets in its way."""

from collections.abc import Iterable, Mapping
from typing import Any

from guide.cases.quality import quality
from guide.model import Case
from guide.situation import Situation

TIPS = 3  # Shown at once: more of them would be a reproach.
NUMBER = "case_number"  # What a letter can miss that is no field of the category.


def weak_spots(
    situation: Situation, case: Case, missing: Iterable[str] | None = None
) -> dict[str, Any]:
    """Return `gaps`, what is missing, and `tips`, each with the event that leads to its field.

    `missing` are the ids that a letter found missing; without them the quality meter's count.
    A case that went out once is past tips: its letters only need what they miss.
    """
    found = quality(situation.catalog, case, situation.letter_locale).gaps
    named = (gap.field for gap in found if gap.code == "missing") if missing is None else missing
    tips = () if case.sent else tuple(gap for gap in found if gap.code != "missing")[:TIPS]
    return {
        "gaps": tuple(_gap(situation, field) for field in named),
        "tips": tuple(_tip(situation, gap.code, gap.field) for gap in tips),
    }


def _gap(situation: Situation, field: str) -> Mapping[str, Any]:
    words = situation.catalog.words[situation.locale]
    if field == NUMBER:
        event = {"type": "go", "to": "case"}
        return {"id": field, "label": words["ui"]["case"]["case_number"], "event": event}
    return {"id": field, "label": words["fields"][field]["label"], "event": _to(field)}


def _tip(situation: Situation, code: str, field: str) -> Mapping[str, Any]:
    words = situation.catalog.words[situation.locale]
    return {
        "id": f"{code}-{field}",
        "name": words["quality"][code]["name"],
        "hint": words["quality"][code]["hint"],
        "field": words["fields"][field]["label"],
        "event": _to(field),
    }


def _to(field: str) -> Mapping[str, str]:
    return {"type": "go", "to": "details", "item": field}
