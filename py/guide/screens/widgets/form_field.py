"""A question of the guide, as a form control shows it."""

from collections.abc import Mapping
from typing import Any

from guide.cases import quality
from guide.cases.fill_in import from_device
from guide.catalog import fitting
from guide.letters import charges, writer
from guide.screens.widgets.exposed import exposed
from guide.situation import Situation

CHIPS = 4  # Options that are seen at one glance; more of them go into a list.
GOAL = "goal"  # The field that topics have ready sentences for.
UNCLEAR = "unclear"  # And the one for which support's last answer has them.


def question(situation: Situation, field_id: str, *, required: bool = True) -> Mapping[str, Any]:
    """Return a field of `fields.toml` with its words, its options and what was answered."""
    field = situation.catalog.fields[field_id]
    words = situation.catalog.words[situation.locale]
    said = words["fields"][field_id]
    if situation.case:
        said = charges.words_of(situation.catalog, situation.case, words, field_id)
    category = (situation.case and situation.case.category) or "other"
    topic = words["topics"][situation.topic] if situation.topic else {}
    # An example of money is of no help to who cannot sign in.
    common = words["categories"][category]["hints"].get(field_id, said.get("hint", ""))
    hint = topic.get("examples", {}).get(field_id, common)
    if field.kind == "several":
        hint = f"{hint} {words['ui']['details']['several']}"
    answer = situation.case.known(field_id) if situation.case else None
    value = answer.value if answer else ""
    answer_is_told = answer is not None and answer.source == "story"
    return {
        "id": field_id,
        "kind": field.kind,
        "chips": field.kind == "choice" and len(field.options) <= CHIPS,
        "group": field.group,
        "label": said["label"],
        "hint": hint,
        "options": tuple((option, said["options"][option]) for option in field.options),
        "value": value,
        "sentences": _to_choose(field_id, _ready(situation, field_id), value),
        "exposed": exposed(situation, value) if field.kind == "long" else None,
        "required": required,
        "lacking": answer is not None and not value,
        "may_lack": required and field.may_lack and not (value and answer_is_told),
        "from_story": answer_is_told,
        "from_device": bool(value) and value == from_device(situation.turn.device, field.device),
    }


def _ready(situation: Situation, field: str) -> tuple[str, ...]:
    """Return the sentences that may answer a field as they are."""
    catalog, case = situation.catalog, situation.case
    if field == UNCLEAR and case:
        return writer.answer_sentences(catalog, case)
    if field != GOAL or case is None:
        return ()
    rules, asks = quality.read(catalog.files[quality.FILE]), quality.asks_for_money
    apples = case.answer(quality.SHOP) == quality.APPLE
    ready = fitting.goals(catalog, situation.locale, case)
    return tuple(one for one in ready if not (apples and asks(rules, one)))


def _to_choose(field: str, sentences: tuple[str, ...], value: str) -> tuple[Mapping[str, Any], ...]:
    """Return the sentences to choose from, each with what it does: it fills the field."""
    return tuple(
        {
            "text": text,
            "on": text == value.strip(),
            "event": {"type": "typed", "field": field, "value": text},
        }
        for text in sentences
    )
