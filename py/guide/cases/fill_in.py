"""What a field is filled in with before anybody is asked, for the person to change."""

import datetime as dt
import re

from guide.catalog.records import FillIn
from guide.follow_up.business_days import parse_time
from guide.surroundings import Device, Turn

_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]*")  # As America/Argentina/Buenos_Aires, Etc/GMT+3.


def known(turn: Turn, source: FillIn) -> str:
    """Return the browser, the system or the moment of the turn, "" where it is not known."""
    match source:
        case "now":
            return _moment(turn.now, turn.device.timezone)
        case "utc":
            return _moment_utc(turn.now)
        case _:
            return from_device(turn.device, source)


def from_device(device: Device, source: FillIn) -> str:
    """Return what the browser knows of itself, "" where that is not asked or not known."""
    return {"browser": device.browser, "os": device.os}.get(source, "")


def _moment(now: str, timezone: str) -> str:
    """Return the minute as the person's clock shows it: `2026-11-22 10:00 (Asia/Jerusalem)`."""
    at = parse_time(now, dt.UTC)
    if at is None:
        return ""
    zone = timezone if _ZONE.fullmatch(timezone) else f"UTC{at:%:z}"
    return f"{at:%Y-%m-%d %H:%M} ({zone})"


def _moment_utc(now: str) -> str:
    """Return the minute in UTC: `2026-11-22 08:00 UTC`."""
    at = parse_time(now, dt.UTC)
    return f"{at.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC" if at else ""
