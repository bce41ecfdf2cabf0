"""Sent: through what and when, its case number, and the days on which to come back."""

from typing import Any

from guide.cases import earlier
from guide.follow_up.business_days import parse_time
from guide.ids import WROTE
from guide.model import SentRequest
from guide.screens.routes import clocks
from guide.screens.widgets.dates import near
from guide.screens.widgets.parts_sent import parts_sent
from guide.screens.widgets.reminders import days_to_come
from guide.situation import Situation

DATE = len("2026-11-22")


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `sent.html.j2`."""
    case = situation.case
    last = case.sent[-1] if case and case.sent else SentRequest("first_request", "help_chat", "")
    words, now = situation.catalog.words[situation.locale], situation.turn.now
    return {
        "earlier": situation.state.place.item == "earlier",
        "told": case.said_done.get(WROTE, "") if case and earlier.is_told(case) else "",
        "about": case.category if case else None,
        "categories": tuple(situation.catalog.categories),
        "channel": last.channel,
        "channels": tuple(situation.catalog.channels),
        "public": situation.catalog.channels[last.channel].audience == "public",
        "case_number": last.case_number,
        "partly": parts_sent(situation, last),
        "sent_day": near(words, last.at, now),
        "sent_on": last.at[:DATE] if parse_time(last.at, None) else "",
        "today": now[:DATE],
        "due": days_to_come(situation),
        "clocks": clocks(situation),
    }
