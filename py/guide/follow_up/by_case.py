"""What is counted of a case, once for each day: a turn asks for it again and again.

One turn changes one case. That one is asked about by the handler, by the advice, by the screen and
by the reminders, before and after; and where a reminder moves, so are all the others, which stand
as they stood.
"""

import datetime as dt
from collections.abc import Callable

from guide.catalog.records import Catalog
from guide.follow_up.business_days import day_there, parse_time
from guide.model import Case

MOST = 1000  # Cases; beyond them all is counted anew.


class ByCase[T]:
    """A function of a case and the day, which remembers what it said of each case last.

    A case is frozen, so it is the same one by identity alone: to compare two takes longer than to
    count. The function may look at the day only, here and at support, and at no hour.
    """

    def __init__(self, count: Callable[[Catalog, Case, str], T]) -> None:
        """Know nothing yet of what `count` says."""
        self._count = count
        self._catalog: Catalog | None = None
        self._now = ""
        self._day: object = None
        self._known: dict[str, tuple[Case, T]] = {}

    def __call__(self, catalog: Catalog, case: Case, now: str) -> T:
        """Return what the function says of a case at this moment, ISO 8601."""
        if now != self._now or catalog is not self._catalog:
            self._begin(catalog, now)
        known = self._known.get(case.id)
        if known is not None and known[0] is case:
            return known[1]
        found = self._count(catalog, case, now)
        # An answer that came at no known time counts from this very moment.
        if all(parse_time(reply.at, dt.UTC) for reply in case.replies):
            self._known[case.id] = case, found
        return found

    def _begin(self, catalog: Catalog, now: str) -> None:
        """Forget what is of another day."""
        at = parse_time(now, dt.UTC)
        day = at and (at.date(), at.utcoffset(), day_there(catalog.zone, at))
        if catalog is not self._catalog or day != self._day or len(self._known) > MOST:
            self._known.clear()
        self._catalog, self._now, self._day = catalog, now, day
