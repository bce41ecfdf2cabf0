"""What ends beyond support while a person waits: on the case's screen, in the list, as advice."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide import compiled_content
from guide.follow_up import due
from guide.follow_up.due_item import DueItem
from guide.ids import StepOutcome
from guide.model import Answer, Case, Closed, SentRequest, Tried
from guide.protocol import state_cache
from guide.protocol.codec import encode
from guide.routes import home
from guide.routes.clocks import URGENT
from guide.routes.matter import of_case
from guide.routes.survey import survey
from guide.surroundings import Device
from tests.languages import texts
from tests.tables import each_row
from tests.unit.conftest import Person
from tests.unit.markup import parsed

CATALOG = compiled_content.load().catalog
SATURDAY = "2026-11-28"
FORM = "withdraw_europe"


def bought(day: str = SATURDAY, topic: str = "refund_wanted", **more: object) -> Case:
    answers = (Answer("charge_date", day), Answer("bought_where", "web"))
    case = Case("c1", f"{day}T12:00:00+01:00", category="billing", topic=topic, answers=answers)
    return replace(case, **({"country": "DE"} | more))  # type: ignore[arg-type]


def clocks(case: Case, now: str) -> list[DueItem]:
    return [item for item in due.due(CATALOG, case, now) if item.clock]


RULES = (
    ("appeal", "EU law", "הדין האירופי"),
    ("bank_dispute", "rules of the card schemes", "כללי ארגוני הכרטיסים"),
    ("bank_dispute_il", "rules of the card schemes", "כללי ארגוני הכרטיסים"),
    ("bank_dispute_us", "Fair Credit Billing Act", "Fair Credit Billing Act"),
    ("bank_fraud_il", "was not confirmed", "לא אומת"),
    ("bank_fraud_us", "Fair Credit Billing Act", "Fair Credit Billing Act"),
    ("cancel_il_sale", "Consumer Protection Law", "חוק הגנת הצרכן"),
    ("withdraw_europe", "OpenAI’s terms", "התנאים של OpenAI"),
    ("withdraw_kr", "OpenAI’s refund page", "דף ההחזרים של OpenAI"),
    ("withdraw_tr", "OpenAI’s refund page", "דף ההחזרים של OpenAI"),
    ("withdraw_uk", "Consumer Contracts Regulations", "Consumer Contracts Regulations"),
)


@each_row(("route", "en", "he"), RULES)
def test_a_last_day_says_by_which_rule_it_is_one(route: str, **rule: str) -> None:
    """Seen to fail on 64a0694b: "14 days end on 12 December", of a law without its name."""
    for locale, name in rule.items():
        assert name in CATALOG.words[locale]["routes"][route]["clock"]


def test_no_last_day_is_left_out_of_these() -> None:
    assert {row[0] for row in RULES} == {
        name for name, route in CATALOG.routes.each.items() if route.closes_after
    }


# What a place is called in each language, by the countries of its routes.
PLACES: dict[tuple[str, ...], tuple[str, str]] = {
    ("US",): ("in the USA", "בארצות הברית"),
    ("IL",): ("in Israel", "בישראל"),
    ("eea", "CH"): ("in the EEA or Switzerland", "באזור הכלכלי האירופי או בשווייץ"),
    ("KR",): ("in South Korea", "בדרום קוריאה"),
    ("TR",): ("in Türkiye", "בטורקיה"),
    ("GB",): ("in the UK", "בבריטניה"),
}
OF_A_PLACE = [
    (name, *PLACES[route.countries])
    for name, route in CATALOG.routes.each.items()
    if route.closes_after and route.countries
]


@each_row(("route", "en", "he"), OF_A_PLACE)
def test_a_last_day_of_some_country_says_for_whom_it_is_one(route: str, **place: str) -> None:
    """Where somebody lives is guessed. Seen to fail, each row: the day stood there as theirs."""
    for locale, name in place.items():
        said = CATALOG.words[locale]["routes"][route]
        assert f" {name}: " in said["clock"]
        assert said["due"].casefold().startswith(f"{name}: ".casefold())


BANNED = Case(
    "c1",
    "2026-01-10T12:00:00+01:00",
    category="content_moderation",
    topic="account_deactivated",
    answers=(Answer("notice_date", "2026-01-10"),),
)


def test_an_appeal_is_open_after_its_day_since_that_is_the_least_the_law_gives() -> None:
    """Seen to fail: half a year after the notice its time was over."""
    late = dt.datetime.fromisoformat("2026-11-28T12:00:00+01:00")
    found = survey(CATALOG.routes, of_case(CATALOG, BANNED, late))
    assert "appeal" in {offer.id for offer in found.now}
    (item,) = clocks(BANNED, "2026-06-01T10:00:00+02:00")
    assert (item.id, item.until, item.by.rule) == ("appeal", "2026-07-10", "best_by")


MONTHS = re.compile(r"six months|half a year|180 days|שישה חודשים|חצי שנה|180 יום")
AT_THE_LATEST = re.compile(r"at the latest|no later|לכל המאוחר|לכל היותר|within six|אחרון")


@pytest.mark.parametrize("locale", CATALOG.words)
def test_six_months_for_an_appeal_are_nowhere_the_latest(locale: str) -> None:
    """Seen to fail in both languages: "at the latest" in one place, "at least" in another."""
    words = {name: CATALOG.words[locale][name] for name in ("routes", "legal_letters", "topics")}
    words |= {name: CATALOG.words[locale][name] for name in ("advice", "guide", "facts")}
    said = [
        sentence
        for _, text in texts(words)
        for sentence in re.split(r"(?<=[.;])\s", text)
        if MONTHS.search(sentence)
    ]
    assert said
    assert [one for one in said if AT_THE_LATEST.search(one.replace("best within six", ""))] == []


def test_the_clock_runs_from_the_first_day() -> None:
    (item,) = clocks(bought(), "2026-11-28T13:00:00+01:00")
    assert (item.id, item.on, item.until, item.state) == (
        FORM, "2026-12-09", "2026-12-12", "upcoming",
    )  # fmt: skip


# Seen to fail: due from the last day on.
@each_row(
    ("now", "state"),
    [
        ("2026-12-08T23:59:00+01:00", "upcoming"),
        ("2026-12-09T00:00:00+01:00", "due"),
        ("2026-12-12T23:59:00+01:00", "due"),
        ("2026-12-13T00:00:00+01:00", ""),
    ],
)
def test_the_last_three_days_are_urgent_and_then_it_is_over(now: str, state: str) -> None:
    assert [item.state for item in clocks(bought(), now)] == [state] * bool(state)


def test_what_was_taken_is_done_and_a_closed_case_has_no_clock() -> None:
    taken = bought().with_tick("routes", FORM, on=True)
    assert [item.state for item in clocks(taken, "2026-12-10T10:00:00+01:00")] == ["done"]
    assert not clocks(bought(closed=Closed("solved", SATURDAY)), "2026-12-10T10:00:00+01:00")


def test_the_bank_has_its_clock_before_it_is_open() -> None:
    (item,) = clocks(bought(topic="charged_twice", country="IL"), "2026-12-20T10:00:00+02:00")
    assert (item.id, item.until) == ("bank_dispute_il", "2027-03-28")


def test_an_urgent_clock_is_something_to_do_in_the_list() -> None:
    """Seen to fail: with the states of letters alone."""
    letter = SentRequest("first_request", "email", "2026-12-09T10:00:00+01:00")
    for now, status in (("2026-12-08", "waiting"), ("2026-12-09", "action_needed")):
        waiting = bought(sent=(replace(letter, at=f"{now}T10:00:00+01:00"),))
        assert due.status(CATALOG, waiting, f"{now}T10:05:00+01:00") == status


def test_where_one_lives_is_as_said_in_the_question_about_refunds() -> None:
    here = "2026-11-29T10:00:00+01:00"
    for region, route in (("israel", "cancel_il_sale"), ("korea", "withdraw_kr")):
        case = bought().with_answer("refund_region", region)
        assert [item.id for item in clocks(case, here)] == [route]
    # Somewhere in Europe, and the machine is elsewhere: which country, nobody knows.
    unsure = bought(country="US").with_answer("refund_region", "europe")
    assert clocks(unsure, here) == []


GUESSES = [
    ("Europe/Berlin", "en-US", "DE"),
    ("Asia/Jerusalem", "en-US", "IL"),
    ("America/Indiana/Knox", "he", "US"),
    ("Europe/London", "he-IL", "GB"),
    ("Asia/Tokyo", "en-US", "elsewhere"),
    ("UTC", "en-GB", "GB"),
    ("Etc/UTC", "pt-BR", "BR"),
    ("", "he", "IL"),
    ("UTC", "en", ""),
    ("UTC", "en-US", ""),
    ("UTC", "es-MX", ""),
    ("Etc/GMT+3", "zh-Hant-TW", ""),
]


# Seen to fail: the language before the time zone.
@each_row(("timezone", "language", "country"), GUESSES)
def test_a_country_is_guessed_by_the_time_zone_then_by_the_language(
    timezone: str, language: str, country: str
) -> None:
    device = Device(browser="", os="", language=language, timezone=timezone)
    assert home.guess(CATALOG.routes.countries, device) == country


# A clock that is near, what was answered to the advice of it, and when -> whether it comes again.
ANSWERED = [
    (None, True),
    ("2026-12-08T10:00:00+01:00", True),
    ("2026-12-09T10:00:00+01:00", False),
]


@each_row(("at", "shown"), ANSWERED)
def test_a_near_last_day_is_advised_once_it_is_near(at: str | None, *, shown: bool) -> None:
    """Seen to fail: an answer to an earlier clock counted for this one, too."""
    letter = SentRequest("first_request", "email", "2026-12-08T10:00:00+01:00")
    tried = (Tried("last_day", "done", at),) if at else ()
    person = Person(now="2026-12-09T12:00:00+01:00")
    person.does("new_case")
    person.picks("billing")
    state = state_cache.read(person.state)
    assert state.case is not None
    case = bought(id=state.case.id, sent=(letter,), tried=tried)
    person.state |= {"cases": [encode(case)]}
    assert (person.advice == "last_day") == shown


OUTCOMES: tuple[StepOutcome, ...] = ("skipped", "under_way", "did_not_help", "done")


@settings(max_examples=40)
@given(
    country=st.sampled_from(["DE", "GB", "IL", "US", "TR", "KR", "CH"]),
    topic=st.sampled_from(
        ["refund_wanted", "charged_twice", "charge_after_cancelling", "unknown_charge", ""]
    ),
    ago=st.integers(0, 50),
    moves=st.lists(st.tuples(st.integers(0, 9), st.sampled_from(OUTCOMES)), max_size=25),
)
def test_no_waiting_lets_a_last_day_pass_that_was_not_shown_three_days_before(
    country: str, topic: str, ago: int, moves: list[tuple[int, StepOutcome]]
) -> None:
    """The person opens the guide only on the days that it names, and some others.

    Seen to fail: with clocks that become urgent on their last day, and with `wait` before them.
    """
    person = Person()
    today = dt.datetime.fromisoformat(person.now)
    if topic:
        person.does("pick_topic", topic=topic)
    else:
        person.does("pick_category", category="billing")
        person.types("bank_reason", "cancelled")
    person.types("residence", country)
    person.types("bought_where", "web")
    person.types("charge_date", (today.date() - dt.timedelta(days=ago)).isoformat())
    person.does("sent")
    begun = today.date()
    shown: dict[str, dt.date] = {}
    known: dict[str, dt.date] = {}
    for days, outcome in moves:
        person.does("open_case", case="c1")
        today = dt.datetime.fromisoformat(person.now)
        case = state_cache.read(person.state).case
        assert case is not None
        items = due.due(CATALOG, case, person.now)
        for item in (one for one in items if one.clock):
            known[item.id] = dt.date.fromisoformat(item.until)
            assert parsed(person.last["html"]).one(f"clock-{item.id}")
            if item.state == "due" and item.id not in shown:
                assert person.advice == "last_day"
                shown[item.id] = today.date()
        answers = CATALOG.advice[person.advice].answers
        if answers:
            offered = outcome if outcome in answers else "skipped"
            person.does("followed", advice=person.advice, outcome=offered)
        upcoming = [dt.date.fromisoformat(i.on) for i in items if i.on > today.date().isoformat()]
        named = min(upcoming, default=today.date() + dt.timedelta(days=90))
        # On the day that is named, or before it.
        step = min(named - today.date(), dt.timedelta(days=days or 90))
        person.now = (today + step).isoformat()
    for name, closes in known.items():
        if closes < today.date():
            assert shown[name] <= max(closes - URGENT, begun)
