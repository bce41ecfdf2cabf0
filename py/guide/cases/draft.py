"""A letter in the person's own words: what the guide would say of it; the words stay theirs.

    own text -> tone and length, by the same checks as every answer
             -> what is needed and stands in no field nor in the text
             -> what the guide knows and the text leaves out

Secrets in it are hidden like all others, when it goes out.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from guide.cases import quality
from guide.cases.quality import Gap, QualityInput
from guide.compiled_content import read_story
from guide.follow_up.business_days import parse_time
from guide.letters import prose
from guide.letters.brief import Brief
from guide.model import Case
from guide.situation import Situation

TEXT = "happened"  # The field as which the whole text is looked at.
CHECKS: tuple[Callable[[QualityInput], Iterator[Gap]], ...] = (
    quality.angry,
    quality.shouting,
    quality.several_problems,
    quality.too_short,
    quality.too_long,
)
# What a text can be held against; whether it says the rest, only a reader can tell.
EXACT = frozenset({"text", "several", "email", "date"})


@dataclass(frozen=True, slots=True)
class Draft:
    """What would make the text stronger: codes of quality.toml, and ids of fields."""

    codes: tuple[str, ...]
    missing: tuple[str, ...]
    left_out: tuple[str, ...]


def check(situation: Situation, case: Case, text: str, missing: Iterable[str]) -> Draft:
    """Return what there is to say of a text; `missing` are the fields that no answer gives."""
    catalog = situation.catalog
    rules = quality.read(catalog.files[quality.FILE])
    told = QualityInput(rules, (), (TEXT,), {TEXT: text})
    said, known = _said(situation, text), _known(situation, case)
    needed = [one for one in missing if one not in {*said, *rules.prose.fields}]
    left_out = (field for field, values in known.items() if not _is_in(text, values))
    return Draft(
        tuple(dict.fromkeys(gap.code for one in CHECKS for gap in one(told))),
        tuple(needed),
        tuple(field for field in left_out if said.get(field) != case.answer(field)),
    )


def _said(situation: Situation, text: str) -> dict[str, str]:
    """Return the fields whose answer the text itself gives."""
    at = parse_time(situation.turn.now, None)
    return dict(read_story(situation.compiled, text, at).values()) if at else {}


def _known(situation: Situation, case: Case) -> dict[str, tuple[str, str]]:
    """Return what support needs and the case knows: field -> as typed, and as a letter says it."""
    catalog = situation.catalog
    brief = Brief(
        catalog, case, case.kind, case.channel, situation.letter_locale, situation.turn.now, str
    )
    prose_fields = quality.read(catalog.files[quality.FILE]).prose.fields
    asked = (f for f in brief.required if f not in prose_fields and brief.answers[f])
    return {f: (case.answer(f), brief.answers[f]) for f in asked if catalog.fields[f].kind in EXACT}


def _is_in(text: str, values: Iterable[str]) -> bool:
    low = prose.one_line(text).casefold()
    return any(prose.one_line(value).casefold() in low for value in values)
