"""Where a person probably lives, by their machine: a guess to start with, theirs to change."""

from collections.abc import Mapping

from guide.catalog.route_records import Country
from guide.model import Case
from guide.routes.matter import country_of
from guide.surroundings import Device

ELSEWHERE = "elsewhere"
# Zones that name no place: who set these tells nothing.
_NOWHERE = ("UTC", "GMT", "Etc/", "Zulu", "UCT")


def guess(countries: Mapping[str, Country], device: Device) -> str:
    """Return a key of countries.toml by the time zone, else by the language, "" for neither."""
    zone = device.timezone
    if zone and not zone.startswith(_NOWHERE):
        there = (code for code, one in countries.items() if _is_there(one, zone))
        return next(there, ELSEWHERE)
    language, _, region = device.language.partition("-")
    region = region.rpartition("-")[2].upper()
    if spoken_in := countries.get(region):
        return region if spoken_in.by_region else ""
    return next((code for code, one in countries.items() if language in one.languages), "")


def of(countries: Mapping[str, Country], case: Case, device: Device) -> str:
    """Return where the person lives: as they said, else as their machine tells, "" for neither."""
    return country_of(countries, case, guess(countries, device))


def _is_there(country: Country, zone: str) -> bool:
    return any(zone == one or (one.endswith("/") and zone.startswith(one)) for one in country.zones)
