"""Other ways: what stands there of each route, where one lives, and what leads there."""

import datetime as dt
import json
from typing import Any

from guide.catalog import loading
from guide.ids import ReplyKind
from guide.legal_letters import rules
from guide.screens.widgets.dates import full
from tests.tables import each_row
from tests.unit.conftest import Person
from tests.unit.markup import Element, parsed

CATALOG = loading.load()
EACH = CATALOG.routes.each


def wrote(person: Person, topic: str, country: str, **answers: str) -> None:
    """Go to the other ways with a case that support refused."""
    person.does("pick_topic", topic=topic)
    person.types("residence", country)
    for field, value in answers.items():
        person.types(field, value)
    person.does("sent")
    person.types("reply_text", "We cannot refund this.")
    person.does("replied", kind="refused")
    person.does("go", to="routes")


def clicks(person: Person, element: str) -> None:
    """Send the event of an element of the screen."""
    event = json.loads(parsed(person.last["html"]).one(element).attrs["data-event"])
    person.does(event.pop("type"), **event)


def is_writing(element: Element, route: str) -> bool:
    return element.attrs["id"] == f"write-{route}"


def cards(person: Person) -> list[str]:
    """Return the routes that have a card, in order."""
    ids = [e.attrs["id"] for e in parsed(person.last["html"]).having("id") if e.tag == "li"]
    return [name.removeprefix("route-") for name in ids if name.startswith("route-")]


PAID = {"bought_where": "web", "charge_date": "2026-11-20", "amount": "$2400"}
REFUSED = [
    ("refund_wanted", "IL"),
    ("refund_wanted", "DE"),
    ("charged_twice", "GB"),
    ("charge_after_cancelling", "US"),
    ("data_export", "CH"),
]


# Seen to fail: without the date, and with an unread route among those that were read.
@each_row(("topic", "country"), REFUSED)
def test_each_route_names_its_source_its_day_and_how_sure_it_is(topic: str, country: str) -> None:
    for locale in CATALOG.languages.ids:
        person = Person(locale=locale)
        wrote(person, topic, country, **PAID)
        words, markup = CATALOG.words[locale], parsed(person.last["html"])
        shown = cards(person)
        assert shown
        for name in shown:
            route, text = EACH[name], markup.one(f"route-{name}").text
            assert words["routes"][name]["name"] in text
            assert words["ui"]["routes"][f"sure_{route.sure}"] in text
            assert words["addresses"][route.source]["name"] in text
            assert full(words, route.checked) in text
            assert markup.one(f"open-{name}").attrs["data-event"]
            letter = rules.for_route(CATALOG, name, country)
            written = [e.attrs["data-event"] for e in markup.having("id") if is_writing(e, name)]
            assert [f'"item":"{letter}"' in event for event in written] == [True] * bool(letter)
            boxes = [box.attrs["id"] for box in markup.all("input") if "id" in box.attrs]
            assert (f"took-{name}" in boxes) == (route.sure != "unread")
        read = [EACH[name].sure != "unread" for name in shown]
        assert read == sorted(read, reverse=True)
        assert words["ui"]["routes"]["legal"] in person.last["html"]


def test_a_route_leads_to_its_letter_with_what_the_case_knows_and_back(person: Person) -> None:
    """Seen to fail: the letter of the list, without the country and the reason."""
    wrote(person, "charged_twice", "IL", **PAID, card_last4="4242")
    clicks(person, "write-bank_dispute_il")
    html = person.last["html"]
    assert person.screen == "legal"
    assert "4242" in html
    assert "$2400" in html
    reasons = CATALOG.words["he"]["fields"]["bank_reason"]["requests"]
    assert reasons["twice"] in html
    person.does("back")
    assert person.screen == "routes"
    person.does("go", to="legal", item="consumer_complaint_il")
    clicks(person, "to-routes")
    assert person.screen == "routes"


def test_a_bill_without_a_topic_is_asked_what_is_wrong_with_the_charge(person: Person) -> None:
    """Seen to fail: with routes by the topic alone."""
    person.does("pick_category", category="billing")
    person.types("residence", "IL")
    for field, value in PAID.items():
        person.types(field, value)
    person.does("sent")
    person.types("reply_text", "We cannot refund this.")
    person.does("replied", kind="refused")
    person.does("go", to="routes")
    assert "bank_dispute_il" not in cards(person)
    assert parsed(person.last["html"]).one("field-bank_reason")
    person.types("bank_reason", "twice")
    assert "bank_dispute_il" in cards(person)
    person.does("open_case", case="c1")
    assert "clock-bank_dispute_il" in person.last["html"]


def test_a_topic_that_tells_is_not_asked_again(person: Person) -> None:
    wrote(person, "charged_twice", "IL", **PAID)
    assert "field-bank_reason" not in person.last["html"]


def test_the_case_begins_with_what_is_due_then_what_can_be_done_then_the_past(
    person: Person,
) -> None:
    """Seen to fail: with what was so far above what is due."""
    wrote(person, "refund_wanted", "DE", **PAID)
    person.does("open_case", case="c1")
    html = person.last["html"]
    order = ("next-title", "days-title", "clock-withdraw_europe", "to-routes", "past-title", "end")
    places = [html.index(f'id="{name}"') for name in order]
    assert places == sorted(places)


def test_where_one_lives_is_guessed_and_asked_once_for_all_cases(person: Person) -> None:
    """Seen to fail: with a country for the open case alone."""
    wrote(person, "refund_wanted", "DE", **PAID)
    assert "withdraw_europe" in cards(person)
    person.does("new_case")
    person.does("pick_topic", topic="refund_wanted")
    assert person.case["country"] == "DE"
    person.types("residence", "IL")
    assert {case["country"] for case in person.state["cases"]} == {"IL"}
    person.does("go", to="routes")
    assert "cancel_il_ongoing" in cards(person)


def test_a_new_case_is_where_the_machine_is(person: Person) -> None:
    person.does("pick_topic", topic="refund_wanted")
    assert person.case["country"] == "IL"


def test_who_says_where_they_live_is_not_asked_again_for_a_refund(person: Person) -> None:
    person.does("pick_topic", topic="refund_wanted")
    assert person.advice == "withdrawal_clock"
    person.types("residence", "KR")
    assert person.advice != "withdrawal_clock"


def test_a_country_that_is_none_is_refused_as_a_fault_of_ours(person: Person) -> None:
    person.does("pick_topic", topic="refund_wanted")
    person.types("residence", "Atlantis")
    assert person.problem == "bad_turn"
    person.does("took_route", route="a_letter_to_the_king", on=True)
    assert person.problem == "bad_turn"


def test_a_route_that_was_taken_is_ticked_and_its_clock_stops(person: Person) -> None:
    wrote(person, "refund_wanted", "DE", **PAID)
    person.does("took_route", route="withdraw_europe", on=True)
    assert "checked" in parsed(person.last["html"]).one("took-withdraw_europe").attrs
    person.does("open_case", case="c1")
    assert "clock-withdraw_europe" not in person.last["html"]
    person.does("took_route", route="withdraw_europe", on=False)
    assert "clock-withdraw_europe" in person.last["html"]


def test_the_case_says_what_ends_and_that_it_is_no_legal_advice(person: Person) -> None:
    wrote(person, "refund_wanted", "DE", **PAID)
    person.does("open_case", case="c1")
    words, markup = CATALOG.words[person.locale], parsed(person.last["html"])
    sentence = markup.one("clock-withdraw_europe").text
    assert "14" in sentence
    assert "4" in sentence.replace("14", "")  # Until 4 December.
    assert words["ui"]["routes"]["legal"] in person.last["html"]
    assert '"to":"routes"' in markup.one("to-routes").attrs["data-event"]


def test_right_after_sending_a_last_day_stands_with_how_sure_it_is(person: Person) -> None:
    """Seen to fail: the bare date, as if no card company had a shorter limit."""
    wrote(person, "charged_twice", "IL", **PAID)
    person.does("go", to="sent")
    sentence = parsed(person.last["html"]).one("clock-bank_dispute_il").text
    assert {"en": "often shorter", "he": "לרוב קצר יותר"}[person.locale] in sentence


def test_the_list_says_what_ends_first(person: Person) -> None:
    """Seen to fail: with the card's next date alone."""
    wrote(person, "refund_wanted", "DE", **PAID)
    person.does("go", to="cases")
    words, text = CATALOG.words[person.locale], parsed(person.last["html"]).one("case-c1").text
    assert words["due"]["withdraw_europe"]["title"] in text
    assert full(words, dt.date(2026, 12, 4)) in text


ORDERS = [
    ("unknown_charge", ["order_fraud"]),
    ("charged_twice", ["order", "order_bank"]),
    ("refund_wanted", ["order"]),
]


# Seen to fail: the bank was said to come first wherever it was the first that is open.
@each_row(("topic", "wanted"), ORDERS)
def test_the_order_is_said_with_what_a_dispute_costs(topic: str, wanted: list[str]) -> None:
    person = Person()
    person.does("pick_topic", topic=topic)
    person.types("residence", "FR")
    person.types("charge_date", "2026-10-01")
    person.does("go", to="routes")
    said = CATALOG.words["en"]["ui"]["routes"]
    for key in ("order", "order_bank", "order_fraud"):
        assert (said[key] in person.last["html"]) == (key in wanted), key


def test_where_nothing_is_worth_it_that_is_said(person: Person) -> None:
    said: dict[str, Any] = CATALOG.words[person.locale]["ui"]["routes"]
    person.does("pick_topic", topic="how_to")
    person.does("go", to="routes")
    assert said["nothing"] in person.last["html"]
    wrote(person, "refund_wanted", "IL", bought_where="web", amount="$20")
    assert said["small"] in person.last["html"]
    assert "court_il" not in cards(person)


def test_without_the_day_of_the_charge_no_last_day_is_made_up(person: Person) -> None:
    wrote(person, "refund_wanted", "DE", bought_where="web")
    said = CATALOG.words[person.locale]["ui"]["routes"]
    assert "withdraw_europe" in cards(person)
    assert said["no_day"] in person.last["html"]


# What came of the senior review, after how many days -> the advice.
AFTER: list[tuple[ReplyKind | None, str, bool]] = [
    (None, "2026-12-28T10:00:00+02:00", False),
    (None, "2026-12-29T10:00:00+02:00", True),
    ("refused", "2026-12-23T10:00:00+02:00", True),
    ("asks_details", "2026-12-23T10:00:00+02:00", False),
]


# Seen to fail: after any answer, and from the first day of silence on.
@each_row(("kind", "now", "shown"), AFTER)
def test_after_a_refusal_or_silence_the_other_ways_are_next(
    kind: ReplyKind | None, now: str, *, shown: bool
) -> None:
    person = Person()
    person.does("pick_topic", topic="sign_in_loop")
    person.does("sent")
    person.now = "2026-12-22T10:00:00+02:00"
    person.does("choose_letter", kind="escalation")
    person.does("sent")
    person.now = now
    if kind:
        person.types("reply_text", "No.")
        person.does("replied", kind=kind)
    assert (person.advice == "other_ways") == shown
    person.does("followed", advice="other_ways", outcome="done")
    assert person.advice != "other_ways"
