"""When to come back: stories about cases, and the support's calendar against the zone database."""

import datetime as dt
import itertools
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.catalog import loading
from guide.catalog.holidays import support_off
from guide.follow_up import business_days, due
from guide.ids import ChannelId, LetterKind
from guide.model import Case, Closed, Reply, SentRequest, Tried

CATALOG = loading.load()
MONDAY = "2026-11-02T10:00:00-08:00"  # In San Francisco; winter time began the day before.


def case(
    *sent: SentRequest, replies: tuple[Reply, ...] = (), tried: tuple[Tried, ...] = ()
) -> Case:
    return Case("c1", MONDAY, category="billing", sent=sent, replies=replies, tried=tried)


def sent(at: str, kind: LetterKind = "first_request", channel: ChannelId = "email") -> SentRequest:
    return SentRequest(kind, channel, at)


def states(one: Case, now: str) -> dict[str, str]:
    return {item.id: item.state for item in due.due(CATALOG, one, now)}


def days(one: Case, now: str) -> dict[str, str]:
    return {item.id: item.on for item in due.due(CATALOG, one, now)}


WAITING = case(sent(MONDAY))


def test_right_after_sending_everything_is_still_to_come() -> None:
    items = due.due(CATALOG, WAITING, MONDAY)
    assert [(item.id, item.on, item.until, item.kind) for item in items] == [
        ("check_spam", "2026-11-03", "", None),
        ("follow_up", "2026-11-05", "2026-11-09", "follow_up"),
        ("second_request", "2026-11-17", "2026-11-19", "second_request"),
        ("escalation", "2026-11-24", "2026-12-02", "escalation"),
    ]
    assert {item.state for item in items} == {"upcoming"}
    assert due.status(CATALOG, WAITING, MONDAY) == "waiting"


def test_a_look_into_the_spam_folder_is_due_on_the_first_business_day() -> None:
    assert states(WAITING, "2026-11-03T00:00:00-08:00")["check_spam"] == "due"
    assert states(WAITING, "2026-11-02T23:59:00-08:00")["check_spam"] == "upcoming"


def test_a_look_into_the_spam_folder_counts_until_the_next_letter() -> None:
    looked = replace(
        WAITING, tried=(Tried("check_spam", "did_not_help", "2026-11-03T09:00:00-08:00"),)
    )
    assert states(looked, "2026-11-04T09:00:00-08:00")["check_spam"] == "done"
    assert due.status(CATALOG, looked, "2026-11-04T09:00:00-08:00") == "waiting"
    again = replace(looked, sent=(*looked.sent, sent("2026-11-05T09:00:00-08:00", "follow_up")))
    assert states(again, "2026-11-05T10:00:00-08:00")["check_spam"] == "upcoming"


def test_a_follow_up_is_not_due_on_the_second_business_day() -> None:
    assert states(WAITING, "2026-11-04T23:59:59-08:00")["follow_up"] == "upcoming"


def test_a_follow_up_is_due_from_the_third_to_the_fifth_business_day() -> None:
    assert states(WAITING, "2026-11-05T00:00:00-08:00")["follow_up"] == "due"
    assert states(WAITING, "2026-11-09T23:59:59-08:00")["follow_up"] == "due"
    assert due.status(CATALOG, WAITING, "2026-11-09T12:00:00-08:00") == "action_needed"


def test_a_follow_up_is_overdue_after_the_fifth_business_day() -> None:
    assert states(WAITING, "2026-11-10T00:00:00-08:00")["follow_up"] == "overdue"
    assert due.status(CATALOG, WAITING, "2026-11-10T12:00:00-08:00") == "overdue"


def test_a_request_of_friday_is_read_from_monday_on() -> None:
    friday = case(sent("2026-11-06T15:00:00-08:00"))
    assert days(friday, MONDAY)["follow_up"] == "2026-11-12"  # Wednesday is Veterans Day.


@pytest.mark.parametrize("weekend", ["2026-11-07T12:00:00-08:00", "2026-11-08T23:00:00-08:00"])
def test_the_weekend_is_no_business_day(weekend: str) -> None:
    assert days(case(sent(weekend)), weekend)["check_spam"] == "2026-11-09"
    assert days(case(sent(weekend)), weekend)["follow_up"] == "2026-11-12"


def test_sunday_morning_in_jerusalem_is_still_the_weekend_of_support() -> None:
    sunday = case(sent("2026-11-08T09:00:00+02:00"))
    assert days(sunday, "2026-11-08T09:00:00+02:00")["check_spam"] == "2026-11-09"


def test_monday_morning_in_jerusalem_is_still_sunday_at_support() -> None:
    monday = case(sent("2026-11-09T09:00:00+02:00"))
    assert days(monday, "2026-11-09T09:00:00+02:00")["follow_up"] == "2026-11-12"


NIGHT = "2026-11-10T02:00:00+02:00"  # At support it is Monday afternoon.


def test_who_writes_at_night_is_not_asked_to_look_on_the_same_day() -> None:
    """Seen to fail: "Look in the spam folder: today", and "counted from yesterday"."""
    night = case(sent(NIGHT))
    first, *_ = due.due(CATALOG, night, NIGHT)
    assert (first.on, first.by.since, first.state) == ("2026-11-11", "2026-11-10", "upcoming")
    assert states(night, "2026-11-10T23:00:00+02:00")["check_spam"] == "upcoming"
    assert states(night, "2026-11-11T10:30:00+02:00")["check_spam"] == "due"


def test_days_after_an_answer_are_told_as_such() -> None:
    """Seen to fail, with days that are all counted from what the person wrote."""
    answer = Reply("passed_on", "2026-11-09T10:00:00-08:00", after=1)
    rules = {
        item.by.rule for item in due.due(CATALOG, case(sent(MONDAY), replies=(answer,)), NIGHT)
    }
    assert rules == {"after_answer"}
    assert {item.by.rule for item in due.due(CATALOG, WAITING, NIGHT)} == {"business_days"}


def test_dates_are_shown_where_the_person_is() -> None:
    # Morning in San Francisco is evening in Jerusalem, and the next day in Tokyo.
    assert days(WAITING, "2026-11-02T20:00:00+02:00")["follow_up"] == "2026-11-05"
    assert days(WAITING, "2026-11-03T03:00:00+09:00")["follow_up"] == "2026-11-06"


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2026-11-05T09:59:00+02:00", "upcoming"),  # In San Francisco it is Wednesday still.
        ("2026-11-05T10:00:00+02:00", "due"),
        ("2026-11-05T23:59:00+09:00", "upcoming"),  # There it is Thursday; Tokyo was told Friday.
        ("2026-11-06T00:00:00+09:00", "due"),
        ("2026-11-04T22:30:00-10:00", "upcoming"),  # The same, with Honolulu on Wednesday night.
        ("2026-11-05T00:00:00-10:00", "due"),
    ],
)
def test_it_is_due_once_both_calendars_have_come_so_far(now: str, state: str) -> None:
    assert states(WAITING, now)["follow_up"] == state


def test_a_second_request_becomes_due_only_after_a_follow_up() -> None:
    late = "2026-11-17T12:00:00-08:00"
    assert "second_request" not in states(WAITING, late)
    reminded = case(sent(MONDAY), sent("2026-11-06T10:00:00-08:00", "follow_up"))
    assert states(reminded, late) | {"follow_up": "done"} == states(reminded, late)
    assert states(reminded, late)["second_request"] == "due"


def test_a_late_follow_up_gets_its_rest_before_the_second_request() -> None:
    reminded = case(sent(MONDAY), sent("2026-11-13T10:00:00-08:00", "follow_up"))
    assert days(reminded, "2026-11-13T11:00:00-08:00")["second_request"] == "2026-11-18"


def test_an_escalation_becomes_due_only_after_a_follow_up() -> None:
    late = "2026-12-15T12:00:00-08:00"
    assert "escalation" not in states(WAITING, late)
    reminded = case(sent(MONDAY), sent("2026-11-06T10:00:00-08:00", "follow_up"))
    assert states(reminded, "2026-11-24T12:00:00-08:00")["escalation"] == "due"


def test_an_escalation_takes_the_place_of_what_was_left_out() -> None:
    escalated = case(sent(MONDAY), sent("2026-11-20T10:00:00-08:00", "escalation"))
    later = states(escalated, "2027-01-20T10:00:00-08:00")
    assert {later[name] for name in ("follow_up", "second_request", "escalation")} == {"done"}


ASKED = Reply("asks_details", "2026-11-04T10:00:00-08:00", after=1)


def test_after_an_answer_nothing_is_due_but_the_reply() -> None:
    answered = case(sent(MONDAY), replies=(ASKED,))
    (item,) = due.due(CATALOG, answered, "2026-11-05T10:00:00-08:00")
    assert (item.id, item.on, item.state, item.kind) == ("answer", "2026-11-04", "due", "reply")
    assert due.status(CATALOG, answered, "2026-11-05T10:00:00-08:00") == "action_needed"
    assert due.status(CATALOG, answered, "2026-11-09T10:00:00-08:00") == "overdue"


def test_our_reply_begins_a_new_count() -> None:
    replied = case(sent(MONDAY), sent("2026-11-05T10:00:00-08:00", "reply"), replies=(ASKED,))
    assert days(replied, "2026-11-05T11:00:00-08:00")["follow_up"] == "2026-11-10"
    assert states(replied, "2026-11-10T11:00:00-08:00")["follow_up"] == "due"


def test_a_suspicious_answer_is_not_an_answer() -> None:
    fooled = case(sent(MONDAY), replies=(replace(ASKED, kind="suspicious"),))
    assert states(fooled, "2026-11-05T10:00:00-08:00")["follow_up"] == "due"


def test_a_post_in_public_is_no_request_to_support() -> None:
    posted = case(sent(MONDAY, channel="forum"))
    assert due.due(CATALOG, posted, "2026-11-09T10:00:00-08:00") == ()
    assert due.status(CATALOG, posted, "2026-11-09T10:00:00-08:00") == "waiting"


def test_before_anything_is_sent_the_case_is_in_preparation() -> None:
    assert due.due(CATALOG, case(), MONDAY) == ()
    assert due.status(CATALOG, case(), MONDAY) == "preparing"


@pytest.mark.parametrize("outcome", ["solved", "given_up"])
def test_a_closed_case_waits_for_nothing(outcome: str) -> None:
    closed = replace(WAITING, closed=Closed(outcome, MONDAY))  # type: ignore[arg-type]
    assert due.due(CATALOG, closed, "2027-01-01T00:00:00+00:00") == ()
    assert due.status(CATALOG, closed, "2027-01-01T00:00:00+00:00") == outcome


def test_a_clock_set_back_makes_nothing_due() -> None:
    assert set(states(WAITING, "2020-01-01T00:00:00+00:00").values()) == {"upcoming"}
    assert due.status(CATALOG, WAITING, "2020-01-01T00:00:00+00:00") == "waiting"


@pytest.mark.parametrize(
    ("at", "follow_up_on"),
    [
        ("2028-02-28T12:00:00-08:00", "2028-03-02"),  # A leap day lies between.
        ("2027-02-26T12:00:00-08:00", "2027-03-03"),  # A weekend and the end of a month.
        ("2026-12-30T12:00:00-08:00", "2027-01-05"),  # The end of a year, and its holiday.
        ("2027-03-12T12:00:00-08:00", "2027-03-17"),  # Summer time begins on Sunday.
        ("2026-10-30T12:00:00-07:00", "2026-11-04"),  # Winter time begins on Sunday.
        ("2026-11-02", "2026-11-05"),  # A day alone.
        ("2026-11-02T10:00:00", "2026-11-05"),  # A time without an offset.
    ],
)
def test_ends_of_months_leap_days_and_clock_changes_are_counted(at: str, follow_up_on: str) -> None:
    assert days(case(sent(at)), "2026-11-02T10:00:00-08:00")["follow_up"] == follow_up_on


@pytest.mark.parametrize("broken", ["", "soon", "2026-02-30T10:00:00Z", "9999-12-31", "0001-01-01"])
def test_a_date_that_cannot_be_read_is_unknown(broken: str) -> None:
    assert due.due(CATALOG, case(sent(broken)), MONDAY) == ()
    assert due.status(CATALOG, case(sent(broken)), MONDAY) == "waiting"
    assert due.due(CATALOG, WAITING, broken) == ()
    assert due.status(CATALOG, WAITING, broken) == "waiting"
    waiting = case(sent(MONDAY), replies=(replace(ASKED, at=broken),))
    assert states(waiting, MONDAY) == {"answer": "due"}
    assert due.status(CATALOG, waiting, broken) == "action_needed"


KINDS = ("first_request", "follow_up", "second_request", "reply", "escalation", "appeal")
TIMES = st.one_of(
    st.datetimes(timezones=st.timezones()).map(dt.datetime.isoformat),
    st.dates().map(dt.date.isoformat),
    st.text(max_size=12),
)
CASES = st.builds(
    case,
    st.builds(sent, TIMES, st.sampled_from(KINDS)),
    st.builds(sent, TIMES, st.sampled_from(KINDS)),
    replies=st.lists(
        st.builds(Reply, st.sampled_from(["unclear", "refused"]), TIMES, after=st.integers(-1, 3))
    ).map(tuple),
    tried=st.lists(st.builds(Tried, st.just("check_spam"), st.booleans(), TIMES)).map(tuple),
)


@given(CASES, TIMES)
def test_no_dates_whatever_break_it(any_case: Case, now: str) -> None:
    due.due(CATALOG, any_case, now)
    due.status(CATALOG, any_case, now)


ZONE = ZoneInfo(CATALOG.zone.name)
# March 2007 to the end of 2037, in seconds.
ANY_TIME = st.integers(1_172_707_200, 2_145_000_000)


@given(ANY_TIME)
def test_the_support_zone_is_that_of_the_zone_database(seconds: int) -> None:
    at = dt.datetime.fromtimestamp(seconds, dt.UTC)
    assert business_days.offset(CATALOG.zone, at) == at.astimezone(ZONE).utcoffset()


@pytest.mark.parametrize("year", range(2007, 2038))
def test_the_half_hours_around_each_clock_change_are_right(year: int) -> None:
    for month, first in ((3, 7), (10, 31)):
        start = dt.datetime(year, month, first, tzinfo=dt.UTC)
        for half_hours in range(2 * 24 * 9):
            at = start + dt.timedelta(minutes=30 * half_hours)
            assert business_days.offset(CATALOG.zone, at) == at.astimezone(ZONE).utcoffset()


@pytest.mark.parametrize("year", range(2007, 2038))
def test_every_morning_is_that_of_the_zone_database(year: int) -> None:
    for count in range(366):
        day = dt.date(year, 1, 1) + dt.timedelta(days=count)
        morning = dt.datetime.combine(day, dt.time(CATALOG.zone.morning), ZONE)
        assert business_days.morning_of(CATALOG.zone, day) == morning


OFF = frozenset(support_off(CATALOG.holidays))
NEAR_HOLIDAYS = st.builds(
    lambda day, more: day + dt.timedelta(days=more),
    st.sampled_from(sorted(OFF)),
    st.integers(-9, 9),
)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)) | NEAR_HOLIDAYS, st.integers(0, 60))
def test_business_days_add_up_like_a_finger_on_a_calendar(day: dt.date, count: int) -> None:
    open_days = (
        pointed
        for more in range(1, 200)
        if (pointed := day + dt.timedelta(days=more)).isoweekday() < 6 and pointed not in OFF
    )
    days = [day, *itertools.islice(open_days, count)]
    assert business_days.add(day, count, OFF) == days[-1]
    between = (day + dt.timedelta(days=more) for more in range(1, (days[-1] - day).days))
    passed = tuple(one for one in between if one in OFF)
    assert business_days.passed_over(day, days[-1], OFF) == passed
