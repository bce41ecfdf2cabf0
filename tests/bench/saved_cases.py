"""A person with many cases, made by the guide itself: what a year of trouble leaves in storage."""

import datetime as dt
import json
from typing import Any

from guide import door
from guide.warm_up import first_request

type Event = dict[str, Any]

BEGUN = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)
SENT_AFTER = dt.timedelta(minutes=20)
HEBREW = "חייבו אותי פעמיים על ChatGPT Plus, ב-3 וב-4 בנובמבר, ואף אחד לא עונה לי כבר שבוע. "
ENGLISH = "The page shows an error after each message, in two browsers, since Tuesday morning. "
REPLY = "Thank you for reaching out. Could you send us the date of the charge and the invoice? "


def request(locale: Any) -> dict[str, Any]:  # noqa: ANN401  # A language's code.
    """Return the request of a first opening."""
    return first_request(locale)


def state(count: int) -> object:
    """Return the state of somebody with so many cases: of several kinds, at several stages."""
    stored: object = None
    for number in range(count):
        began = BEGUN - dt.timedelta(days=count - number)
        for event in _case(number):
            now = (began + SENT_AFTER).isoformat()
            asked = request("he") | {"now": now, "state": stored, "event": event}
            stored = json.loads(door.turn(json.dumps(asked)))["state"]
    return stored


def _case(number: int) -> list[Event]:
    """Return what happens to one case; every third is only begun, every fourth was answered."""
    story, category, fields = KINDS[number % len(KINDS)]
    events: list[Event] = [
        {"type": "new_case"},
        {"type": "typed", "field": "story", "value": f"{story * 3}({number})"},
        {"type": "pick_category", "category": category},
        *({"type": "typed", "field": field, "value": story * 2} for field in fields),
    ]
    if number % 3:
        events.append({"type": "sent"})
    if number % 4 == 1:
        reply = {"type": "typed", "field": "reply_text", "value": REPLY * 3}
        events += [reply, {"type": "replied", "kind": "asks_details"}]
    if number % 8 == 1:
        events.append({"type": "replied", "kind": "solved"})
    return events


KINDS = (
    (HEBREW, "technical_error", ("goal", "happened", "error_text", "steps", "when")),
    (ENGLISH, "technical_error", ("goal", "happened", "error_text", "steps", "when")),
    (HEBREW, "billing", ("goal", "happened", "amount", "invoice")),
)
