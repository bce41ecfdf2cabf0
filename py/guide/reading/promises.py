"""Days that an answer names for what is to come: promised, or until when something is wanted.

    "You'll hear from us within 48 hours." -> the day after tomorrow

Which days are those of the case was learned (`day_model.toml`): a rule of the house ("within 14
days of purchase"), what is past and what a step takes are none. Features are those of `contexts`,
and "#" what the day itself says.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guide.reading import contexts, days
from guide.reading.days import Day
from guide.reading.lines import Remark
from guide.reading.rules import AnswerRules

_ENOUGH = 0.1  # Log odds from which on a day is one of the case; fitted with writers left out.
_STEPS = (1, 3, 8, 15, 32, 100)  # Days ahead that are told apart.


@dataclass(frozen=True, slots=True)
class Announced:
    """What is to come: in their words, and its last day (ISO 8601), "" where they name none.

    By a `deadline` it is the person who has to do something.
    """

    text: str
    on: str
    deadline: bool = False


def read(rules: AnswerRules, remarks: Sequence[Remark], now: dt.datetime) -> tuple[Announced, ...]:
    """Return what is promised and wanted, in the order of the answer."""
    found: list[Announced] = []
    before = None
    for remark in remarks:
        named = days.read(rules, remark, now)
        coming = [one for one in named if _is_coming(rules, remark, before, one, now)]
        promise = remark.has("promise")
        if coming:
            found.append(
                Announced(remark.text, coming[-1].on.isoformat(), _is_deadline(remark, coming[-1]))
            )
        elif promise and not named and not remark.has("conditional"):
            found.append(Announced(remark.text, "", remark.has("deadline")))
        before = remark
    return tuple(found)


def _is_deadline(remark: Remark, day: Day) -> bool:
    """Tell whether it is the person who has to do something by a day."""
    asked = remark.has("answer_by") and not remark.has("they_will")
    return asked or remark.has("deadline") or ("until" in day.says and not remark.has("promise"))


def _is_coming(
    rules: AnswerRules, remark: Remark, before: Remark | None, day: Day, now: dt.datetime
) -> bool:
    return rules.days.speaks_for(features(remark, before, day, now)) > _ENOUGH


def features(remark: Remark, before: Remark | None, day: Day, now: dt.datetime) -> Iterator[str]:
    """Yield the features of a day and of its place."""
    yield from contexts.of_remark(remark, before)
    if remark.under is not None:
        yield from contexts.of_head(remark.under)
    yield from contexts.near(remark.text[: day.start], remark.text[day.end :])
    yield from (f"#{one}" for one in day.says)
    ahead = (day.on - now.date()).days
    yield f"#ahead{sum(ahead >= one for one in _STEPS)}"
    for label in remark.signals:
        places = [remark.words.places[first][0] for first, _ in remark.found[label]]
        yield f"<{label}" if any(place < day.start for place in places) else f">{label}"
