"""Days that support or the person named, what is put off, and when to remind of it."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from guide.catalog import loading
from guide.follow_up import due, reminding
from guide.ids import ReplyKind
from guide.model import Case, Closed, Promised, PutOff, Reply, SentRequest
from guide.state import Settings, State
from tests.tables import each_row

if TYPE_CHECKING:
    from tests.unit.conftest import Person

CATALOG = loading.load()
SENT = "2026-11-29T10:00:00+02:00"  # A Sunday.
WAITING = Case("c1", SENT, category="billing", sent=(SentRequest("first_request", "email", SENT),))


def states(case: Case, now: str) -> dict[str, tuple[str, str]]:
    return {item.id: (item.on, item.state) for item in due.due(CATALOG, case, now)}


def at(day: str) -> str:
    return f"{day}T10:00:00+02:00"


PROMISED = replace(WAITING, promised=Promised("2026-12-03", SENT))


def test_until_the_day_that_support_named_nothing_else_is_due() -> None:
    """Seen to fail without the look at `promised` in `due._moved`."""
    assert states(PROMISED, at("2026-12-01")) == {
        "promised": ("2026-12-03", "upcoming"),
        "check_spam": ("2026-12-03", "upcoming"),
        "follow_up": ("2026-12-03", "upcoming"),
        "second_request": ("2026-12-11", "upcoming"),
        "escalation": ("2026-12-18", "upcoming"),
    }
    assert due.status(CATALOG, PROMISED, at("2026-12-02")) == "waiting"
    assert states(PROMISED, at("2026-12-03"))["promised"] == ("2026-12-03", "due")
    assert due.status(CATALOG, PROMISED, at("2026-12-03")) == "action_needed"


ANSWERS: tuple[ReplyKind, ...] = ("asks_details", "not_solved", "refused")


@each_row(("kind",), zip(ANSWERS))
def test_an_answer_that_only_promises_one_is_waited_for(kind: ReplyKind) -> None:
    answered = replace(PROMISED, replies=(Reply(kind, SENT, after=1),))
    assert states(answered, at("2026-12-01"))["answer"] == ("2026-12-03", "upcoming")
    assert due.status(CATALOG, answered, at("2026-12-01")) == "waiting"


def test_what_is_put_off_comes_on_its_new_day_and_what_is_done_no_more() -> None:
    """Seen to fail without `_put_off`."""
    spam = PutOff("check_spam", "2026-11-30", "2026-12-06")
    later = replace(WAITING, put_off=(spam,))
    assert states(later, at("2026-12-01"))["check_spam"] == ("2026-12-06", "upcoming")
    assert states(later, at("2026-12-06"))["check_spam"] == ("2026-12-06", "due")
    done = replace(WAITING, put_off=(replace(spam, until=""),))
    assert states(done, at("2026-12-01"))["check_spam"][1] == "done"
    assert due.status(CATALOG, done, at("2026-12-01")) == "waiting"
    # Of another day it was not said.
    other = replace(WAITING, put_off=(replace(spam, on="2026-11-29"),))
    assert states(other, at("2026-12-01"))["check_spam"] == ("2026-11-30", "due")


# A day, whether quiet days are kept, and the day of the reminder; December 2026 has no holiday.
QUIET = [
    ("2026-12-04", True, "2026-12-04"),  # Friday: in the morning it is no Sabbath yet.
    ("2026-12-05", True, "2026-12-06"),
    ("2026-12-05", False, "2026-12-05"),
    ("2027-10-02", True, "2027-10-04"),  # New Year: Sabbath and Sunday.
    ("2027-04-22", True, "2027-04-23"),  # Passover.
    ("2027-05-12", True, "2027-05-13"),  # Independence Day.
    ("2028-09-21", True, "2028-09-24"),  # New Year: Thursday and Friday, then the Sabbath.
]


@each_row(("on", "quiet", "remind"), QUIET)
def test_quiet_days_move_a_reminder_to_the_next_day(on: str, remind: str, *, quiet: bool) -> None:
    """Seen to fail with one day added, where three follow each other."""
    moved = reminding.day_of(CATALOG.holidays, on, quiet=quiet)
    assert moved == dt.date.fromisoformat(remind)


@each_row(("on",), zip(("", "soon", "2026-13-01", "9999-12-31", "2026-12-05T00:00:00")))
def test_what_is_no_day_breaks_nothing(on: str) -> None:
    for quiet in (True, False):
        reminding.day_of(CATALOG.holidays, on, quiet=quiet)
    broken = replace(WAITING, promised=Promised(on), put_off=(PutOff("follow_up", on, on),))
    due.due(CATALOG, broken, SENT)
    reminding.reminders(CATALOG, State(cases=(broken,)), SENT, "en")


def test_the_list_for_the_background_has_days_and_no_words() -> None:
    told = replace(WAITING, story="Secret words", id="c2", closed=Closed("solved", SENT))
    state = State(cases=(replace(WAITING, story="Secret words"), told))
    found = reminding.reminders(CATALOG, state, SENT, "en")
    assert [(day.case, day.on) for day in found.days] == [
        ("c1", "2026-11-30"),
        ("c1", "2026-12-02"),
        ("c1", "2026-12-11"),
        ("c1", "2026-12-18"),
    ]
    assert "Secret" not in repr(found)
    quiet = replace(state, settings=Settings(quiet_days=True))
    assert reminding.reminders(CATALOG, quiet, SENT, "en").days == found.days


def waiting(person: "Person") -> None:
    """Have a request that went out, on its case."""
    person.picks("billing")
    person.does("go", to="request")
    person.does("sent")
    person.does("open_case", case="c1")


def test_a_turn_says_what_to_remind_of_only_where_that_has_moved(person: "Person") -> None:
    person.picks("billing")
    assert person.last["reminders"] is None
    person.does("go", to="request")
    days = [day["on"] for day in person.does("sent")["reminders"]["days"]]
    assert days == sorted(days)
    assert len(days) == 4
    assert person.does("go", to="cases")["reminders"] is None
    assert person.types("promised", "2026-12-01")["reminders"]["days"][0]["on"] == "2026-12-01"
    told = person.does("opened")["reminders"]
    assert told["days"][0]["on"] == "2026-12-01"
    assert "{number}" in told["waiting"]
    # Counted today already; tomorrow, and in another zone, it is counted anew.
    person.counted = told["counted"]
    assert person.does("opened")["reminders"] is None
    person.now = "2026-11-23T10:00:00+02:00"
    assert person.does("opened")["reminders"]["days"] == told["days"]
    person.now = "2026-11-22T10:00:00+09:00"
    assert person.does("opened")["reminders"]["counted"] != told["counted"]
    assert person.does("close_case", case="c1", outcome="solved")["reminders"]["days"] == []
    assert person.does("delete_case", case="c1")["reminders"]["days"] == []


def test_a_day_that_the_person_names_is_waited_for_and_then_asked_about(person: "Person") -> None:
    waiting(person)
    person.types("promised", "2026-11-30")
    assert person.case["promised"]["on"] == "2026-11-30"
    person.now = at("2026-11-26")
    assert person.advice == "wait"
    person.now = at("2026-11-30")
    assert person.advice == "promise_passed"
    person.does("opened")
    assert 'value="2026-11-30"' in person.last["html"]
    person.types("promised", "")
    assert "promised" not in person.case
    person.types("promised", "0000-99-99")
    assert person.problem == "bad_date"


def test_what_goes_out_and_what_comes_ends_the_waiting_for_a_day(person: "Person") -> None:
    waiting(person)
    person.types("promised", "2026-11-30")
    person.does("replied", kind="suspicious")
    assert "promised" in person.case
    person.does("replied", kind="unclear")
    assert "promised" not in person.case
    person.types("promised", "2026-11-30")
    person.does("go", to="request")
    person.does("sent")
    assert "promised" not in person.case


def test_from_the_list_what_is_due_is_done_or_later_and_that_can_be_undone(
    person: "Person",
) -> None:
    waiting(person)
    person.now = at("2026-11-24")
    person.does("go", to="cases")
    assert 'id="settle-c1"' in person.last["html"]
    person.does("settle", case="c1")
    assert 'id="settle-c1"' not in person.last["html"]
    person.does("take_back")
    assert 'id="settle-c1"' in person.last["html"]
    person.does("remind_later", case="c1", days=3)
    assert person.case["put_off"] == [
        {"item": "check_spam", "on": "2026-11-23", "until": "2026-11-27"}
    ]
    assert person.last["reminders"]["days"][0]["on"] == "2026-11-25"
    person.does("remind_later", case="c1", item="check_spam", days=1)
    assert [note["until"] for note in person.case["put_off"]] == ["2026-11-25"]
    person.does("remind_later", case="c1", days=0)
    assert person.problem == "bad_turn"


def test_a_reminder_leads_to_its_case_or_to_the_list_if_that_is_gone(person: "Person") -> None:
    waiting(person)
    person.does("new_case")
    person.does("follow_reminder", case="c1")
    assert (person.screen, person.state["current"]) == ("case", "c1")
    person.does("follow_reminder", case="c9")
    assert (person.screen, person.problem) == ("cases", "")


def test_each_day_says_how_it_was_found(person: "Person") -> None:
    waiting(person)
    # Thanksgiving lies between Sunday the 22nd and ten business days later.
    holiday = {"en": "Thanksgiving", "he": "חג ההודיה"}[person.locale]
    assert holiday in person.last["html"]
    assert "10" in person.last["html"]
    person.does("quiet_days", on=True)
    person.does("open_case", case="c1")
    person.types("promised", "2026-12-05")
    sabbath = {"en": "Sunday, 6 December", "he": "יום ראשון, 6 בדצמבר"}[person.locale]
    assert sabbath in person.last["html"]
