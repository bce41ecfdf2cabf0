"""The details: what the category needs, in groups, with how much of it is there."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from guide.letters import letter_rules, writer
from guide.letters.letter_rules import OwnFields
from guide.screens.widgets.form_field import question
from guide.screens.widgets.weak_spots import weak_spots
from guide.situation import Situation

type Group = Mapping[str, Any]

NO_SPOTS: dict[str, Any] = {"gaps": (), "tips": (), "doubted": {}}


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `details.html.j2`."""
    case, catalog = situation.case, situation.catalog
    needs = catalog.needs(case)
    own = _asked(situation)
    asked = dict.fromkeys((*own.fields, *own.also, *needs.required))
    required = [question(situation, field, required=field not in own.also) for field in asked]
    told = _told(situation)
    known = {*asked, *told, *_asked_by_steps(situation)}
    rest = [field for field in needs.helpful if field not in known]
    helpful = [question(situation, field, required=False) for field in rest]
    spots = weak_spots(situation, case) if case else NO_SPOTS
    return {
        "category": (case and case.category) or "other",
        "topic": situation.topic,
        "required": _grouped(situation, [*required, *told.values()]),
        "helpful": _grouped(situation, helpful),
        "helpful_count": len(helpful),
        "count": sum(q["required"] for q in required),
        "done": sum(
            q["required"] and _is_done(q) and q["id"] not in spots["doubted"] for q in required
        ),
    } | spots


def _is_done(asked: Mapping[str, Any]) -> bool:
    return bool(asked["lacking"] or asked["value"].strip())


def _asked(situation: Situation) -> OwnFields:
    """Return the fields that only the letter now written leads to."""
    case, rules = situation.case, letter_rules.for_catalog(situation.catalog)
    if case is None:
        return OwnFields("first_request", ())
    if case.kind == "reply" and case.replies:
        asked = writer.asked_fields(situation.catalog, case.replies[-1].text)
        return OwnFields("reply", asked)
    return rules.own_fields(case, case.kind, case.channel)


def _asked_by_steps(situation: Situation) -> frozenset[str]:
    """Return the fields that a step asked for already, whatever was said to it."""
    case, cards = situation.case, situation.catalog.advice
    tried = [cards[one.advice] for one in case.tried if one.advice in cards] if case else []
    return frozenset(field for card in tried for one in card.answers.values() for field in one.sets)


def _told(situation: Situation) -> Mapping[str, Mapping[str, Any]]:
    """Return, by its field, the question that the story stands in for in a letter that goes once.

    Those words go out as they are, so they are in sight, and not among what is only useful.
    """
    case, catalog = situation.case, situation.catalog
    if case is None or not case.story.strip() or not letter_rules.goes_once(catalog, case):
        return {}
    needs, able = catalog.needs(case), letter_rules.for_catalog(catalog).opening.about
    field = next((one for one in able if one in (*needs.required, *needs.helpful)), "")
    if field not in needs.helpful:
        return {}
    if not case.answer(field):
        case = case.with_answer(field, case.story.strip(), "story")
    shown = replace(situation, state=situation.state.with_case(case))
    return {field: question(shown, field, required=False)}


def _grouped(situation: Situation, questions: Iterable[Mapping[str, Any]]) -> tuple[Group, ...]:
    """Return the questions below their headings; headings and questions keep their order."""
    asked = tuple(questions)
    groups = (
        {"id": group, "questions": tuple(q for q in asked if q["group"] == group)}
        for group in situation.catalog.groups
    )
    return tuple(group for group in groups if group["questions"])
