"""The skeleton of a message to support: each of its facts is there, named, and once."""

from dataclasses import replace
from itertools import product
from typing import NamedTuple

import pytest

from guide.ids import CategoryId, ChannelId, LetterKind, Locale
from guide.letters import charges, letter_rules, writer
from guide.model import Case, Reply, SentRequest, Tried
from tests.languages import LOCALES
from tests.tables import each_row
from tests.unit.letter_cases import CATALOG, NOW, case_of, write


class Part(NamedTuple):
    """A part of the skeleton: what was answered, and the line that a letter has for it."""

    category: CategoryId
    answers: dict[str, str]
    line: str


GOAL = {"goal": "Please look into it."}
SKELETON = {
    "the goal stands first, as a request, without a label": Part(
        "billing", GOAL, "Hello,\n\nPlease look into it.\n"
    ),
    "the account": Part(
        "billing", {"account_email": "noa@example.com"}, "Account: noa@example.com"
    ),
    "the account, the case and the address for the answer, in one line": Part(
        "login_access",
        {"account_email": "a@example.com", "earlier_case": "0442", "reply_email": "b@example.com"},
        "Account: a@example.com · Case: 0442 · Reply to: b@example.com\n",
    ),
    "an address for the answer that is the account's own is not said again": Part(
        "login_access",
        {"account_email": "a@example.com", "reply_email": "a@example.com"},
        "Account: a@example.com\n",
    ),
    "what happened": Part(
        "billing", {"happened": "It came twice."}, "What happened: It came twice."
    ),
    "one charge": Part("billing", {"charge_date": "2026-11-20"}, "Charge date: 20 November 2026"),
    "charges as rows": Part(
        "billing",
        {
            "charge_date": "2026-11-20",
            "second_charge_date": "2026-11-21",
            "amount": "USD 20.00",
            "card_last4": "Visa 1117",
        },
        "Charges:\n- 20 November 2026, USD 20.00, card Visa 1117\n"
        "- 21 November 2026, USD 20.00, card Visa 1117\n",
    ),
    "the plan paid for": Part(
        "subscription_management", {"plan_paid": "plus"}, "Plan paid for: Plus"
    ),
    "the plan shown": Part("subscription_management", {"plan_shown": "free"}, "Plan shown: Free"),
    "the way of signing in": Part(
        "login_access", {"sign_in_method": "google"}, "Sign-in method: Google"
    ),
    "the exact message": Part(
        "technical_error", {"error_text": "Error 500"}, "Exact message: Error 500"
    ),
    "the surface": Part("technical_error", {"surface": "web"}, "Where it happens: Web browser"),
    "the steps": Part(
        "technical_error", {"steps": "1. Open it."}, "Steps to reproduce: 1. Open it."
    ),
    "the request ID": Part("technical_error", {"request_id": "req_1a2b"}, "Request ID: req_1a2b"),
    "a private window": Part(
        "technical_error", {"private_window": "same"}, "In a private window: The same there"
    ),
    "the notice": Part(
        "content_moderation", {"notice_date": "2026-11-18"}, "Date of the notice: 18 November 2026"
    ),
    "why it is a mistake": Part(
        "content_moderation",
        {"why_error": "Biology exercises."},
        "Why I believe this is a mistake: Biology exercises.",
    ),
    "what was seen": Part(
        "security_compromise", {"what_was_seen": "Foreign chats."}, "What I saw: Foreign chats."
    ),
    "since when": Part("security_compromise", {"since": "2 March"}, "Since: 2 March"),
    "unknown sign-ins": Part(
        "security_compromise",
        {"unknown_sessions": "Windows, Rio"},
        "Unknown sign-ins: Windows, Rio",
    ),
    "the privacy request, as a request": Part(
        "data_privacy", {"privacy_request": "export"}, "Please send me a copy of my personal data."
    ),
    "that a privacy request came, and when it is answered": Part(
        "data_privacy", {}, "\n\nPlease confirm receipt and by when you will answer.\n\n"
    ),
    "the country": Part("data_privacy", {"country": "Israel"}, "Country: Israel"),
    "the organization": Part("api", {"org_id": "org-1a2b"}, "Organization ID: org-1a2b"),
    "the endpoint": Part("api", {"endpoint": "/v1/responses"}, "Endpoint: /v1/responses"),
    "the status": Part("api", {"http_status": "429"}, "HTTP status: 429"),
    "the time in UTC": Part(
        "api", {"utc_time": "2026-11-22 07:40"}, "Time (UTC): 2026-11-22 07:40"
    ),
    "the workspace": Part("business", {"workspace": "Example School"}, "Workspace: Example School"),
    "the people affected": Part("business", {"people_affected": "40"}, "People affected: 40"),
    "what is wanted": Part(
        "feature_question", {"want_to_do": "Share one."}, "What I want to do: Share one."
    ),
    "where was looked": Part(
        "feature_question", {"looked_where": "Settings"}, "Where I have looked: Settings"
    ),
    "what was done, in the person's words": Part(
        "technical_error", {"tried": "Restarted."}, "Already done:\n- Restarted.\n"
    ),
    "the name": Part("billing", {"name": "Noa Levi"}, "Thank you,\nNoa Levi"),
}


@pytest.mark.parametrize("part", SKELETON.values(), ids=SKELETON.keys())
@pytest.mark.parametrize("channel", ["email", "help_chat"])
def test_a_fact_of_the_skeleton_is_in_the_message_once(part: Part, channel: str) -> None:
    """Seen to fail on 7192c95 for the charges: their days stood apart, and had one sum."""
    body = write(case_of(part.category, **part.answers), channel=channel).body + "\n"
    assert body.count(part.line) == 1
    bare = write(case_of(part.category), channel=channel).body
    label = part.line.partition(":")[0]
    assert ":" not in part.line or label not in bare


def test_what_was_confirmed_stands_with_its_result_and_day() -> None:
    case = replace(case_of(), tried=(Tried("check_status", "did_not_help", NOW),))
    line = "Already done:\n- Checking the status page (22 November 2026): no outage was shown\n"
    assert line in write(case).body
    skipped = replace(case, tried=(Tried("check_status", "skipped", NOW),))
    assert "status page" not in write(skipped).body


@each_row(("channel", "locale"), product(("email", "help_chat", "in_app"), LOCALES))
def test_only_what_was_ticked_is_said_to_be_attached(channel: ChannelId, locale: Locale) -> None:
    """Seen to fail with a letter that names what is only worth attaching."""
    word = str(CATALOG.words[locale]["letters"]["attached"])
    case = case_of(goal="Please refund it.")
    assert word not in write(case, channel=channel, locale=locale).body
    both = replace(case, attached=("charge_screenshot", "receipt", "no_such_thing"))
    names = CATALOG.words[locale]["letters"]["attached_names"]
    line = f"{word}: {names['receipt']}, {names['charge_screenshot']}."
    assert line in write(both, channel=channel, locale=locale).body


AMOUNTS = {
    "one sum for both": ("USD 20.00", ["USD 20.00", "USD 20.00"]),
    "two sums": ("20.00 USD and 23.40 USD", ["20.00 USD", "23.40 USD"]),
    "two sums and a comma": ("$20, $23.40", ["$20", "$23.40"]),
    "two sums in Hebrew": ("79.90 ₪ ו־85 ₪", ["79.90 ₪", "85 ₪"]),
    "a comma for thousands": ("USD 1,200.00", ["USD 1,200.00", "USD 1,200.00"]),
    "none": ("", ["", ""]),
}


@pytest.mark.parametrize(("said", "sums"), AMOUNTS.values(), ids=AMOUNTS.keys())
def test_each_charge_has_its_own_sum(said: str, sums: list[str]) -> None:
    rules = letter_rules.for_catalog(CATALOG).rows
    told = {"charge_date": "1 March", "second_charge_date": "3 March", "amount": said}
    rows = charges.rows(rules, told | {"card_last4": ""}, str)
    days = ("1 March", "3 March")
    assert list(rows) == [", ".join(filter(None, (d, s))) for d, s in zip(days, sums, strict=True)]


@pytest.mark.parametrize("unclear", ["20, 30 and 40 USD", "20 and 30"])
def test_a_sum_that_cannot_be_shared_out_stays_a_line_of_its_own(unclear: str) -> None:
    case = case_of(charge_date="2026-03-01", second_charge_date="2026-03-03", amount=unclear)
    body = write(replace(case, topic="charged_twice")).body
    assert f"Amount: {unclear}" in body
    assert "Charges:\n- 1 March 2026\n- 3 March 2026" in body


def test_the_one_key_fact_of_a_chat_is_all_charges() -> None:
    case = case_of(
        goal="Please refund it.",
        charge_date="2026-11-20",
        second_charge_date="2026-11-21",
        amount="USD 20",
    )
    first, second = writer.messages(
        write(replace(case, topic="charged_twice"), channel="help_chat").body + "\n* * *\nx"
    )
    assert "- 20 November 2026, USD 20\n- 21 November 2026, USD 20" in first
    assert second == "x"


KINDS: tuple[LetterKind, ...] = (
    "first_request",
    "follow_up",
    "second_request",
    "escalation",
    "escalation",
    "reply",
    "reply",
)
LONG_PAST = tuple(
    SentRequest(kind, "email", f"2026-11-{day:02}", "04417735") for day, kind in enumerate(KINDS, 1)
)


@each_row(("topic", "locale"), product(CATALOG.topics, LOCALES))
def test_a_reminder_has_at_most_80_words_however_long_the_past(topic: str, locale: Locale) -> None:
    """Seen to fail with every letter in the line of the past."""
    goal = max(CATALOG.words[locale]["topics"][topic]["goals"], key=len)
    answers = tuple(Reply("unclear", f"2026-11-{day:02}", "?", after=day) for day in range(1, 8))
    case = case_of(
        CATALOG.topics[topic].category,
        goal=goal,
        account_email="noa@example.com",
        reply_email="levi@example.com",
        name="Noa Levi",
    )
    case = replace(case, topic=topic, sent=LONG_PAST, replies=answers)
    for channel in ("email", "help_chat"):
        assert len(write(case, "follow_up", channel, locale).body.split()) <= 80


def later(kind: LetterKind, *replies: Reply) -> Case:
    case = case_of(goal="Please refund it.", account_email="noa@example.com")
    sent = (SentRequest("first_request", "help_chat", "2026-11-02", "04417735"),)
    return replace(case, topic="charged_twice", kind=kind, sent=sent, replies=replies)


@pytest.mark.parametrize(
    "kind", ["follow_up", "second_request", "clarification", "reply", "escalation"]
)
@pytest.mark.parametrize("channel", ["email", "help_chat"])
def test_a_later_message_opens_with_the_dates_and_the_problem(
    kind: LetterKind, channel: str
) -> None:
    answer = Reply("refused", "2026-11-09", "We see one charge.", after=1)
    body = write(later(kind, answer), kind, channel).body
    assert body.startswith(
        "Hello,\n\nAccount: noa@example.com · Case: 04417735\n\n"
        "First message 2 November 2026 (in the Help Center chat), your answer 9 November 2026.\n\n"
        "Please refund it.\n"
    )


def test_a_message_after_advice_that_did_not_help_says_what_was_done_of_it() -> None:
    """Seen to fail on 7192c95: their advice was quoted, and nothing said of what came of it."""
    advice = Reply("not_solved", "2026-11-09", "Please clear the cookies.", after=1)
    case = later("escalation", advice)
    assert "did_as_told" in write(case, "escalation").missing
    told = case.with_answer("did_as_told", "I cleared them on 10 November; the same.")
    body = write(told, "escalation").body
    order = (
        "> Please clear the cookies.",
        "What I did, and the result: I cleared them on 10 November; the same.",
        "Please answer by",
    )
    places = [body.index(one) for one in order]
    assert places == sorted(places)
    refused = replace(told, replies=(replace(advice, kind="refused"),))
    assert "What I did" not in write(refused, "escalation").body
    assert "did_as_told" not in write(later("escalation"), "escalation").missing, (
        "silence advises nothing"
    )


def test_an_appeal_outside_the_form_says_why() -> None:
    """Seen to fail on 7192c95: no letter said it."""
    case = case_of("content_moderation", account_email="noa@example.com")
    for channel in ("help_chat", "email"):
        assert "form_failed" in write(case, "appeal", channel).missing
        body = write(case.with_answer("form_failed", "2026-11-19"), "appeal", channel).body
        assert "because the appeal form did not open on 19 November 2026." in body
    form = write(case.with_answer("form_failed", "2026-11-19"), "appeal", "appeal_form")
    assert "did not open" not in form.body
    assert "form_failed" not in form.missing


def test_a_second_request_stands_alone() -> None:
    case = later("second_request")
    told = case.with_answer("happened", "Two charges came.").with_answer("amount", "USD 20")
    body = write(told, "second_request").body
    first = write(told, "first_request").body
    for line in filter(None, first.splitlines()):
        assert line in body or line == "Please tell me if you need anything else."
