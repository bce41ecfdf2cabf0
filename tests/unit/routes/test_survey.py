"""Which routes are open, in which order, from when to when: forty situations, and what no one has.

Each route is looked up here by hand, from the rows of its country, not worked out by the code.
"""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from guide.catalog import loading
from guide.catalog.route_records import Term
from guide.routes import calendar
from guide.routes.report import report
from tests.tables import each_row

CATALOG = loading.load()
NOON = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)

type Situation = Mapping[str, Any]


def offered(situation: Situation) -> list[str]:
    """Return the routes of a situation as `id` or `id until its last day`, in order."""
    routes = report(CATALOG, situation, NOON)["routes"]
    return [f"{r['id']} {r['closes']}" if r["closes"] else r["id"] for r in routes]


# Who lives where, with what problem, paid how, with which dates -> routes in the order advised, as
# `id` or `id last day`.
TABLE = Path(__file__).parents[2] / "fixtures" / "routes" / "situations.jsonl"
SITUATIONS = [json.loads(line) for line in TABLE.read_text(encoding="utf-8").splitlines()]


# Seen to fail: 15 days for the form, the bank before the authority, and months of 30 days.
@each_row(("row",), zip(SITUATIONS))
def test_a_situation_has_its_routes_in_their_order_with_their_days(row: dict[str, Any]) -> None:
    assert offered(row["situation"]) == row["routes"], row["about"]


def test_the_table_has_every_country_that_is_told_in_full() -> None:
    assert len(SITUATIONS) >= 40
    assert {"DE", "GB", "US", "IL"} <= {row["situation"]["country"] for row in SITUATIONS}


DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31))
COUNTRIES = st.sampled_from([*CATALOG.routes.countries, "", "ZZ"])
PAID = st.sampled_from(["card", "apple", "google", "none"])


DATES = st.lists(DAYS.map(dt.date.isoformat), max_size=4)
ANY = st.fixed_dictionaries(
    {
        "country": COUNTRIES,
        "topic": st.sampled_from([*CATALOG.topics]),
        "paid": PAID,
        "now": DAYS.map(lambda day: f"{day}T12:00:00+00:00"),
        "facts": st.fixed_dictionaries(
            {field: DAYS.map(dt.date.isoformat) for field in ("charge_date", "notice_date")}
        ),
        "sent": DATES,
        "refused": st.none() | DAYS.map(dt.date.isoformat),
    }
)


@given(situation=ANY)
def test_no_route_is_open_before_its_first_day_or_after_its_last(situation: Situation) -> None:
    """Seen to fail: with routes that are still to come among those of today."""
    each, today = CATALOG.routes.each, situation["now"][:10]
    found = report(CATALOG, situation, NOON)["routes"]
    for one in found:
        assert one["opens"] <= today
        is_past = one["closes"] is not None and one["closes"] < today
        assert not is_past or each[one["id"]].stays_open
        assert one["source"].startswith(("https://", "mailto:"))
        assert not each[one["id"]].countries or situation["country"]
    places = [each[one["id"]].place for one in found]
    assert places == sorted(places)


MONDAY = dt.date(2026, 11, 30)
TERMS = [
    (MONDAY, Term("sent", business_days=3), (5, 6), dt.date(2026, 12, 3)),
    # Thursday: in Israel the next business day is Sunday.
    (dt.date(2026, 12, 3), Term("sent", business_days=1), (4, 5), dt.date(2026, 12, 6)),
    (dt.date(2026, 12, 3), Term("sent", business_days=3), (4, 5), dt.date(2026, 12, 8)),
    (dt.date(2026, 12, 4), Term("sent", business_days=1), (5, 6), dt.date(2026, 12, 7)),
    (dt.date(2028, 2, 15), Term("sent", days=14), (5, 6), dt.date(2028, 2, 29)),
    (dt.date(2027, 8, 31), Term("sent", months=6), (5, 6), dt.date(2028, 2, 29)),
    (dt.date(2026, 8, 31), Term("sent", months=6), (5, 6), dt.date(2027, 2, 28)),
    (dt.date(2026, 12, 31), Term("sent", months=2), (5, 6), dt.date(2027, 2, 28)),
    (dt.date(2026, 12, 15), Term("sent", months=1), (5, 6), dt.date(2027, 1, 15)),
]


# Seen to fail: with Saturday and Sunday as the weekend of every country.
@each_row(("day", "term", "weekend", "wanted"), TERMS)
def test_a_term_ends_by_the_calendar_of_its_country(
    day: dt.date, term: Term, weekend: tuple[int, ...], wanted: dt.date
) -> None:
    assert calendar.after(day, term, weekend) == wanted


def test_israel_rests_on_friday_and_saturday() -> None:
    assert CATALOG.routes.countries["IL"].weekend == (4, 5)


@given(day=DAYS, months=st.integers(0, 60))
def test_a_month_later_is_the_same_day_or_the_last_one(day: dt.date, months: int) -> None:
    later = calendar.after(day, Term("sent", months=months), ())
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + dt.timedelta(days=1)).day == 1


def test_what_nobody_has_read_claims_no_days() -> None:
    unread = [route for route in CATALOG.routes.each.values() if route.sure == "unread"]
    assert unread
    assert all(route.closes_after is None and not route.needs for route in unread)


def test_the_platform_that_was_closed_is_linked_nowhere() -> None:
    """The EU's platform for disputes: no case since March 2025, closed on 20 July 2025."""
    assert not [one.url for one in CATALOG.addresses.values() if "consumers/odr" in one.url]
