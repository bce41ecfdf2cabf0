"""A moment of the guide's own, "2026-11-22 10:00 (Asia/Jerusalem)", holds no secret."""

import pytest

from guide import compiled_content
from guide.redact import redaction

RULES = compiled_content.load().redaction
# As a browser names them (`Intl.DateTimeFormat`): an area and a place.
ZONES = [
    "Africa/Cairo",
    "America/Argentina/Buenos_Aires",
    "America/New_York",
    "America/Port-au-Prince",
    "Asia/Jerusalem",
    "Asia/Kolkata",
    "Asia/Novokuznetsk",
    "Asia/Srednekolymsk",
    "Atlantic/Reykjavik",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Europe/London",
    "Indian/Mauritius",
    "Pacific/Auckland",
]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("given", ["My password and one code from an SMS", "הסיסמה שלי וקוד אחד"])
def test_a_time_zone_beside_a_word_for_a_secret_is_none(zone: str, given: str) -> None:
    """Seen to fail in English: a scam's hour was "18:20 ([password removed])"."""
    letter = f"{given}\nDate and time: 2026-11-21 18:20 ({zone})"
    assert redaction.find(RULES, letter, "support") == ()


@pytest.mark.parametrize("zone", ["UTC+02:00", "UTC-3", "GMT+2", "GMT+0530"])
def test_how_far_a_zone_is_from_utc_is_no_password(zone: str) -> None:
    """Seen to fail: "written" is also said of a password on a note."""
    assert (
        redaction.find(RULES, f"ב־2026-11-22 10:00 ({zone}) בדף הסטטוס היה כתוב", "support") == ()
    )


def test_what_only_begins_like_one_is_hidden() -> None:
    assert redaction.find(RULES, "my password is Asia/Tiger2024", "support")
