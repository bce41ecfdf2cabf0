"""The policy: each rule is a small story, and no road ends."""

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guide import compiled_content
from guide.advice import CONDITIONS, can_be_given
from tests.unit.conftest import Person

type Step = tuple[str, dict[str, Any]]

# What the person does, in order -> the next step. Sundays are no business days.
SENT: Step = ("sent", {})
LATER: Step = ("opened", {"now": "2026-11-24T19:00:00+02:00"})  # The clock goes on.
STORIES: dict[str, tuple[list[Step], str, str]] = {
    "nothing was said yet": ([], "", "say_what_happened"),
    "the words are unclear": ([("typed", {"field": "story", "value": "?"})], "", "choose_category"),
    "a break-in: log out everywhere, before anything else": (
        [("pick_category", {"category": "security_compromise"})],
        "",
        "log_out_everywhere",
    ),
    "a break-in without a key: none to replace": (
        [
            ("typed", {"field": "story", "value": "somebody is in my account"}),
            ("pick_category", {"category": "security_compromise"}),
            ("followed", {"advice": "log_out_everywhere", "outcome": "done"}),
            ("followed", {"advice": "change_password", "outcome": "cannot"}),
        ],
        "",
        "read_suspicious",
    ),
    "a break-in with a leaked key: replace it": (
        [
            ("typed", {"field": "story", "value": "my API key leaked"}),
            ("pick_category", {"category": "security_compromise"}),
            ("followed", {"advice": "log_out_everywhere", "outcome": "done"}),
            ("followed", {"advice": "change_password", "outcome": "cannot"}),
        ],
        "",
        "rotate_keys",
    ),
    "money: who sold it decides who refunds": (
        [("pick_category", {"category": "billing"})],
        "",
        "where_bought",
    ),
    "bought through Apple: only Apple refunds": (
        [
            ("pick_category", {"category": "billing"}),
            ("typed", {"field": "bought_where", "value": "apple"}),
        ],
        "",
        "apple_refund",
    ),
    "bought on the web: OpenAI refunds, never Apple": (
        [
            ("pick_category", {"category": "billing"}),
            ("typed", {"field": "bought_where", "value": "web"}),
        ],
        "",
        "read_refunds",
    ),
    "a charge nobody knows: the bank too": (
        [
            ("typed", {"field": "story", "value": "לא מזהה את החיוב הזה"}),
            ("pick_category", {"category": "billing"}),
            ("typed", {"field": "bought_where", "value": "web"}),
        ],
        "",
        "ask_the_bank",
    ),
    "an error: the status page before blaming oneself": (
        [("pick_category", {"category": "technical_error"})],
        "",
        "check_status",
    ),
    "locked out: the way one signed up with": (
        [
            ("pick_category", {"category": "login_access"}),
            ("followed", {"advice": "check_status", "outcome": "did_not_help"}),
        ],
        "",
        "same_sign_in",
    ),
    "cannot sign in, whatever else: the way one signed up with": (
        [
            ("pick_category", {"category": "other"}),
            ("followed", {"advice": "search_help", "outcome": "skipped"}),
            ("typed", {"field": "sign_in_method", "value": "cannot"}),
        ],
        "",
        "same_sign_in",
    ),
    "flagged: the link in the notice comes first": (
        [("pick_category", {"category": "content_moderation"})],
        "",
        "notice_link",
    ),
    "an appeal was sent: never a second one": (
        [
            ("pick_category", {"category": "content_moderation"}),
            ("followed", {"advice": "notice_link", "outcome": "cannot"}),
            ("choose_letter", {"channel": "appeal_form"}),
            SENT,
        ],
        "",
        "appeal_wait",
    ),
    "nothing helped and something is missing: the details": (
        [
            ("pick_category", {"category": "other"}),
            ("followed", {"advice": "search_help", "outcome": "skipped"}),
        ],
        "",
        "fill_details",
    ),
    "all is there: send it": (
        [
            ("pick_category", {"category": "other"}),
            ("followed", {"advice": "search_help", "outcome": "skipped"}),
            ("typed", {"field": "goal", "value": "x"}),
            ("typed", {"field": "happened", "value": "x"}),
            ("typed", {"field": "account_email", "value": "someone@example.com"}),
        ],
        "",
        "send_request",
    ),
    "sent on Sunday: the same evening there is nothing to do": (
        [("pick_category", {"category": "other"}), SENT],
        "2026-11-22T23:00:00+02:00",
        "wait",
    ),
    "after one business day: look into the spam folder": (
        [("pick_category", {"category": "other"}), SENT],
        "2026-11-24T20:00:00+02:00",
        "check_spam",
    ),
    "looked into spam: wait on, no nagging": (
        [
            ("pick_category", {"category": "other"}),
            SENT,
            LATER,
            ("followed", {"advice": "check_spam", "outcome": "did_not_help"}),
        ],
        "2026-11-24T20:00:00+02:00",
        "wait",
    ),
    "after a week: the follow-up": (
        [("pick_category", {"category": "other"}), SENT],
        "2026-11-30T20:00:00+02:00",
        "follow_up",
    ),
    "after three weeks without a follow-up: that first, no escalation": (
        [("pick_category", {"category": "other"}), SENT],
        "2026-12-14T20:00:00+02:00",
        "follow_up",
    ),
    "nobody answered twice: others may know, where the problem is no private one": (
        [
            ("pick_category", {"category": "technical_error"}),
            SENT,
            ("choose_letter", {"kind": "follow_up"}),
            SENT,
            ("choose_letter", {"kind": "second_request"}),
            SENT,
        ],
        "",
        "ask_in_public",
    ),
    "money is nothing for a forum": (
        [
            ("pick_category", {"category": "billing"}),
            SENT,
            ("choose_letter", {"kind": "second_request"}),
            SENT,
        ],
        "",
        "wait",
    ),
    "support wants to know more: answer": (
        [("pick_category", {"category": "other"}), SENT, ("replied", {"kind": "asks_details"})],
        "2026-12-14T20:00:00+02:00",
        "answer_reply",
    ),
    "answered: wait": (
        [
            ("pick_category", {"category": "other"}),
            SENT,
            ("replied", {"kind": "asks_details"}),
            SENT,
        ],
        "",
        "wait",
    ),
    "it does not look like OpenAI: distrust": (
        [("pick_category", {"category": "other"}), SENT, ("replied", {"kind": "suspicious"})],
        "",
        "distrust",
    ),
    "solved: finished": (
        [("pick_category", {"category": "other"}), SENT, ("replied", {"kind": "solved"})],
        "",
        "finished",
    ),
}


@pytest.mark.parametrize(("events", "later", "advice"), STORIES.values(), ids=STORIES.keys())
def test_the_next_step_is(
    events: list[tuple[str, dict[str, Any]]], later: str, advice: str
) -> None:
    person = Person()
    person.does("opened")
    for type_, more in events:
        person.now = more.get("now", person.now)
        person.does(type_, **{name: value for name, value in more.items() if name != "now"})
        assert person.problem == ""
    person.now = later or person.now
    assert person.advice == advice


def test_every_advice_of_the_content_can_be_given_by_the_policy() -> None:
    catalog = compiled_content.load().catalog
    given = can_be_given(catalog)
    assert set(catalog.advice) == given
    assert set(CONDITIONS) <= given


EVENTS = st.sampled_from(
    [
        ("opened", {}),
        ("describe", {}),
        ("back", {}),
        ("new_case", {}),
        ("already_wrote", {}),
        ("sent", {}),
        ("drop_edits", {}),
        ("edit_letter", {"on": True}),
        ("edit_letter", {"on": False}),
        ("typed", {"field": "story", "value": "refund החזר"}),
        ("typed", {"field": "story", "value": ""}),
        ("typed", {"field": "body", "value": "own"}),
        ("typed", {"field": "bought_where", "value": "apple"}),
        ("typed", {"field": "sent_on", "value": "2026-11-01"}),
        ("typed", {"field": "case_number", "value": "123"}),
        ("pick_category", {"category": None}),
        ("open_case", {"case": "c1"}),
        ("close_case", {"case": "c1", "outcome": "given_up"}),
        ("close_case", {"case": "c1", "outcome": None}),
        ("delete_case", {"case": "c1"}),
        ("choose_letter", {"channel": "social_post", "kind": "follow_up"}),
        *(("go", {"to": screen}) for screen in ("start", "details", "request", "cases", "case")),
        *(("replied", {"kind": k}) for k in ("unclear", "refused", "solved", "suspicious")),
        *(
            ("pick_category", {"category": category})
            for category in ("billing", "content_moderation", "security_compromise", "other")
        ),
        *(
            ("followed", {"advice": advice, "outcome": outcome})
            for advice in ("search_help", "check_spam")
            for outcome in ("helped", "did_not_help", "skipped")
        ),
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(EVENTS, max_size=14))
@example(  # Closed before it was known what it is about: the start screen had no card for it.
    [
        ("typed", {"field": "story", "value": "refund החזר"}),
        ("close_case", {"case": "c1", "outcome": "given_up"}),
    ]
)
def test_no_road_ends(events: list[Step]) -> None:
    person = Person()
    for type_, more in events:
        person.does(type_, **more)
        assert person.problem in {"", "bad_turn", "nothing_said"}
        assert person.advice in compiled_content.load().catalog.advice
        assert "data-event" in person.last["html"]
