"""What ends for a case, counted from its first day: last days, and from when each is urgent."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from guide.catalog.records import Catalog
from guide.model import Case
from guide.routes.matter import country_of, of_case, paid_how, topic_of
from guide.routes.survey import closing, endings

type ClockState = Literal["upcoming", "due", "done"]

# So long before its last day a clock is shown, whatever is waited for.
URGENT = dt.timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Clock:
    """The last day of a route, and the day from which it is urgent; `done` once it was taken.

    One that `stays_open` can be gone after it, too.
    """

    route: str
    urgent: dt.date
    closes: dt.date
    state: ClockState
    stays_open: bool = False


def clocks(catalog: Catalog, case: Case, at: dt.datetime) -> Iterator[Clock]:
    """Yield each clock of a case that has not run out, also of what is not open yet."""
    if case.closed or not _has_days(catalog, case):
        return
    routes = catalog.routes
    country, paid = country_of(routes.countries, case), paid_how(case)
    topic = topic_of(routes.matters, case.topic, case.answer)
    if not closing(routes, country, case.category, topic, paid):
        return
    known = of_case(catalog, case, at)
    for name, closes in endings(routes, known):
        if closes >= known.today:
            urgent = closes - URGENT
            near: ClockState = "due" if urgent <= known.today else "upcoming"
            state = "done" if name in known.done else near
            yield Clock(name, urgent, closes, state, routes.each[name].stays_open)


def _has_days(catalog: Catalog, case: Case) -> bool:
    """Tell whether there is a day to count from: most cases have none, and need no routes read."""
    asked = (catalog.fields.get(answer.field) for answer in case.answers if answer.value)
    return any(field is not None and field.kind == "date" for field in asked)
