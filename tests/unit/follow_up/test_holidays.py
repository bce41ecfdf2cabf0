"""Our rows of holidays against two libraries of different make, year by year."""

import datetime as dt

import holidays
from workalendar.asia import Israel  # type: ignore[import-untyped]  # It has no types.
from workalendar.usa import UnitedStates  # type: ignore[import-untyped]

from guide.catalog import loading
from guide.catalog.holidays import person_off, support_off
from packager.content_check import check
from tests.tables import each_row

CATALOG = loading.load()
YEARS = range(2026, 2032)
SATURDAY = 5


def weekdays(days: set[dt.date], year: int) -> set[dt.date]:
    return {day for day in days if day.year == year and day.weekday() < SATURDAY}


def of_year(days: set[dt.date], year: int) -> set[dt.date]:
    return {day for day in days if day.year == year}


class Federal(UnitedStates):  # type: ignore[misc]  # It has no types.
    """The known difference: without this the library leaves out a federal holiday of 2021."""

    include_juneteenth = True


@each_row(("year",), zip(YEARS))
def test_two_libraries_agree_with_the_days_on_which_support_is_off(year: int) -> None:
    """Seen to fail with Veterans Day of 2028 on its Saturday, and with a row less."""
    ours = of_year(set(support_off(CATALOG.holidays)), year)
    # The day on which a Saturday's New Year is observed is in the year before.
    known = holidays.country_holidays("US", years=[year, year + 1])
    assert ours == weekdays(set(known), year)
    assert ours == weekdays(
        {day for at in (year, year + 1) for day, _ in Federal().holidays(at)}, year
    )


@each_row(("year",), zip(YEARS))
def test_two_libraries_agree_with_the_holidays_of_israel(year: int) -> None:
    """Independence Day where it is kept, not on 5 Iyar; eves, which one library has, are no rows.

    Seen to fail with Independence Day of 2028 on 1 May, which is its eve.
    """
    ours = of_year(set(person_off(CATALOG.holidays)), year)
    assert ours == set(holidays.country_holidays("IL", years=year))
    found = {day for day, name in Israel().holidays(year) if not name.endswith("Eve")}
    assert ours == found


def test_every_holiday_has_a_source_and_a_day_in_every_year() -> None:
    """Seen to fail with a year less in one row."""
    for whose in (CATALOG.holidays.support, CATALOG.holidays.israel):
        for name, holiday in whose.items():
            assert holiday.source, name
            # An observed New Year's Day is in the year before: 2028 has none, and 2027 two.
            years = {(day + dt.timedelta(days=1)).year for day in holiday.days}
            assert years == {*YEARS}, name


def test_the_build_warns_a_year_before_the_holidays_end() -> None:
    """Seen to fail without the look at them."""

    def told(today: str) -> list[str]:
        day = dt.date.fromisoformat(today)
        return [line for line in check.old_facts(CATALOG, day) if line.startswith("holidays.toml")]

    assert told("2030-12-30") == []
    assert len(told("2031-01-01")) == len(CATALOG.holidays.support) + len(CATALOG.holidays.israel)
    assert told("2031-01-01")[0].endswith("add the years to come")
