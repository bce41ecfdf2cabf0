"""The check of routes: each mistake of an author is told by file and key, with its repair."""

import datetime as dt
from importlib.resources import files

import pytest

from guide.catalog import loading
from guide.catalog.reader import Source
from guide.errors import ContentError
from packager.content_check import check, check_routes

HOME = files("guide")
CONTENT = loading.read_all(HOME / "content")
TEMPLATES = loading.read_all(HOME / "templates")
ROUTE = "routes/withdraw_europe.toml"
LOOK = "routes/consumer_uk.toml"
EN = f"text/en/{ROUTE}"
MISTAKES = {
    "no official address": (
        LOOK,
        'address = "citizens_advice"',
        'address = ""',
        f"{LOOK}: address is empty; name a key of addresses.toml",
    ),
    "for nobody": (
        ROUTE,
        CONTENT[ROUTE][CONTENT[ROUTE].index("categories") : CONTENT[ROUTE].index("but_topics")],
        "",
        f"{ROUTE}: categories and topics are empty; name whom it is for",
    ),
    "days that nobody has read": (
        LOOK,
        "place = 60",
        'place = 60\ncloses_after = { since = "charge_date", days = 14 }',
        f"{LOOK}: nobody has read it, so closes_after and needs promise too much",
    ),
    "a clock that a line has no room for": (
        EN,
        'clock = "',
        f'clock = "{"x" * 200}',
        f"{EN}: clock has ",
    ),
    "the platform that was closed": (
        "addresses.toml",
        "https://www.eccnet.eu/",
        "https://ec.europa.eu/consumers/odr/",
        "addresses.toml: consumer_centres_eu is the EU's closed platform for disputes",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "line"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told(file: str, old: str, new: str, line: str) -> None:
    assert old in CONTENT[file]
    changed = {**CONTENT, file: CONTENT[file].replace(old, new, 1)}
    whole = loading.gather(Source(changed), changed, TEMPLATES)
    assert any(told.startswith(line) for told in check_routes.mistakes(whole))


DANGLING = {
    "a day that is no date": (
        'since = "charge_date"',
        'since = "amount"',
        "opens_after names amount",
    ),
    "a country that is none": ('countries = ["eea"', 'countries = ["EU"', "countries names EU"),
    "a topic that is none": ('topics = ["', 'topics = ["lost_hat", "', "topics names lost_hat"),
}


@pytest.mark.parametrize(("old", "new", "line"), DANGLING.values(), ids=DANGLING.keys())
def test_a_reference_to_nothing_is_told(old: str, new: str, line: str) -> None:
    changed = {**CONTENT, ROUTE: CONTENT[ROUTE].replace(old, new, 1)}
    source = Source(changed)
    loading.gather(source, changed, TEMPLATES)
    assert any(problem.startswith(f"{ROUTE}: {line}") for problem in source.problems)


def test_a_route_warns_after_ninety_days_and_fails_after_a_year() -> None:
    """Seen to fail: with the 180 days of other facts."""
    whole = loading.build(CONTENT, TEMPLATES)
    checked = whole.routes.each["consumer_uk"].checked

    def warned(days: int) -> bool:
        lines = check_routes.old(whole, checked + dt.timedelta(days=days))
        return any(line.startswith(LOOK) for line in lines)

    assert [warned(days) for days in (90, 91, 365)] == [False, True, True]
    with pytest.raises(ContentError, match=f"{LOOK}: it was checked 366 days ago"):
        check.check(CONTENT, TEMPLATES, checked + dt.timedelta(days=366))
