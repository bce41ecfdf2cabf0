"""When the plan was cancelled: a day that stands where the person says that they did it.

"I cancelled on the 3rd"                          that day
"charged on the 17th, cancelled the next day"     counted from the charge, of one alone
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from guide.story.cues import Cues, Found, Text

DEED = "read_cancelling"  # The advice that is done with it.


class Cancelling:
    """What one text says of the person's cancelling."""

    def __init__(self, text: Text, cues: Cues, deeds: Sequence[Found]) -> None:
        """Have the table [purchase], and what the text says was done."""
        self._text, self._cues = text, cues
        self._deeds = tuple(deed for deed in deeds if deed.field == DEED)

    def is_said_near(self, day: Found) -> bool:
        """Tell whether the sentence of a day says that the person cancelled."""
        start, end = self._text.sentence(day.start)
        return any(start <= deed.start < end for deed in self._deeds)

    def after_charge(self, found: Mapping[str, Found]) -> Iterator[Found]:
        """Yield the day that is told by the charge: cancelled "the same day", "the next day"."""
        if "charge_date" not in found or "second_charge_date" in found:
            return
        charge = found["charge_date"]
        for deed in self._deeds:
            around = (self._text.clause(deed.start)[0], self._text.clause(deed.end)[1])
            for days, name in enumerate(("same_day", "next_day")):
                # What was charged after it was cancelled is no beginning to count from.
                if charge.start < deed.start and self._text.has(self._cues[name], around):
                    date = dt.date.fromisoformat(charge.value) + dt.timedelta(days)
                    yield Found("cancelled_on", date.isoformat(), deed.start, deed.end)
