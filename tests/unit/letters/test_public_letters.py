"""Forum, posts and the public tracker: what goes there, and when, and nothing of anybody's."""

import re
from dataclasses import replace
from itertools import product

import pytest

from guide.cases import changes
from guide.ids import ChannelId
from guide.letters import boxes, letter_rules, prose, subject, writer
from guide.model import SentRequest, Tried
from tests.languages import LOCALES
from tests.tables import each_row
from tests.unit.conftest import Person
from tests.unit.letter_cases import CATALOG, NOW, case_of, write

RULES = letter_rules.for_catalog(CATALOG)
PUBLIC = [name for name, one in CATALOG.channels.items() if one.audience == "public"]
MONEY_SECURITY_BANS = [
    "billing", "subscription_management", "security_compromise", "content_moderation",
]  # fmt: skip
SENT = (SentRequest("first_request", "help_chat", "2026-11-16T10:00:00+02:00"),)


@pytest.mark.parametrize("category", MONEY_SECURITY_BANS)
def test_nothing_about_money_security_or_bans_goes_to_a_public_place(category: str) -> None:
    """Seen to fail on 7192c95: posts about all of these."""
    assert not [
        r for r in writer.table(CATALOG) if r["category"] == category and r["channel"] in PUBLIC
    ]


@pytest.mark.parametrize("topic", ["api_credits_missing", "business_billing", "quota_exceeded"])
def test_nor_does_what_is_about_money_in_another_category(topic: str) -> None:
    case = replace(case_of(CATALOG.topics[topic].category), topic=topic, sent=SENT)
    for channel in PUBLIC:
        assert not changes.may_send(CATALOG, case, "first_request", channel, NOW)


DAYS = {
    "before anything was sent": ((), NOW, False),
    "on the day itself": (SENT, "2026-11-16T18:00:00+02:00", False),
    "a day later": (SENT, "2026-11-17T18:00:00+02:00", False),
    "after the waiting time": (SENT, NOW, True),
    "after a letter in public alone": (
        (SentRequest("first_request", "forum", "2026-11-02T10:00:00+02:00"),), NOW, False,
    ),
}  # fmt: skip


@pytest.mark.parametrize("channel", RULES.public.waits)
@pytest.mark.parametrize(("sent", "now", "may"), DAYS.values(), ids=DAYS.keys())
def test_a_public_place_comes_after_a_message_to_support_and_its_waiting_time(
    sent: tuple[SentRequest, ...], now: str, channel: ChannelId, *, may: bool
) -> None:
    """Seen to fail on 7192c95: a post could come first."""
    case = replace(case_of("technical_error"), topic="error_message", sent=sent)
    assert changes.may_send(CATALOG, case, "first_request", channel, now) is may


def test_the_screen_offers_no_public_place_too_soon(person: "Person") -> None:
    person.does("pick_category", category="technical_error")
    page = person.does("choose_letter", channel="social_post")["html"]
    assert person.case.get("channel", "help_chat") == "help_chat"
    assert 'id="channel-forum"' not in page
    person.does("sent")
    person.now = "2026-12-06T10:00:00+02:00"
    assert 'id="channel-forum"' in person.does("go", to="request")["html"]


FAULT = case_of(
    "technical_error",
    goal="Please find out why it fails.",
    happened="Every answer stops in the middle.",
    error_text="Stream disconnected before completion",
    error_code="stream_disconnected",
    surface="codex",
    browser="Firefox 151",
    os="Windows 11",
    app_version="0.61.0",
    plan="plus",
    model_name="gpt-5.2-codex",
    steps="1. Start codex.\n2. Ask for a test.",
    account_email="noa@example.com",
    name="Noa Levi",
    request_id="req_1a2b3c4d",
    thread_id="thread_1a2b",
    session_id="sess_1a2b",
    sign_in_method="google",
    renewal_date="2026-12-20",
)
FAULT = replace(FAULT, topic="error_message", sent=SENT)


def test_a_post_in_the_forum_asks_one_question_and_leaves_the_form_out() -> None:
    """Seen to fail on 7192c95: "What happened:", the request to support and the sign-in method."""
    letter = write(FAULT, channel="forum")
    assert letter.subject == "Error message in ChatGPT or Codex – what helps?"
    assert letter.body.startswith("Hello everyone,\n\nEvery answer stops in the middle.\n\n- **")
    assert letter.body.count("?") == 1
    assert letter.body.index("?") > letter.body.index("stream_disconnected")
    for left_out in ("Please find out", "Google", "December", "What happened"):
        assert left_out not in letter.body


@each_row(("topic", "locale"), product(CATALOG.topics, LOCALES))
def test_every_title_in_the_forum_asks_and_is_whole(topic: str, locale: str) -> None:
    case = replace(
        case_of(
            CATALOG.topics[topic].category,
            error_code="identity_provider_mismatch",
            http_status="429",
            surface="web",
            model_name="gpt-5.2",
        ),
        topic=topic,
    )
    title = write(case, channel="forum", locale=locale).subject
    assert title.endswith("?")
    assert title.count("?") == 1
    assert len(title) <= subject.MAX_SUBJECT
    assert "…" not in title
    name = prose.clean(str(CATALOG.words[locale]["topics"][topic]["name"]))
    assert name.rstrip("?") in title


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", ["first_request", "follow_up"])
def test_a_post_is_one_thought_that_stands_alone(kind: str, locale: str) -> None:
    """Seen to fail on 7192c95: "I need help from @OpenAI support" and the request to them."""
    body = write(FAULT, kind, "social_post", locale).body
    day = {"en": "16 November 2026", "he": "16 בנובמבר 2026"}[locale]
    assert "\n" not in body
    assert "(stream_disconnected)" in body
    assert day in body
    assert "@OpenAI" in body
    assert body.count("?") == 1


HEADINGS = [
    "What version of Codex CLI is running?", "What subscription do you have?",
    "Which model were you using?", "What platform is your computer?",
    "What issue are you seeing?", "What steps can reproduce the bug?", "Additional information",
]  # fmt: skip


@pytest.mark.parametrize("locale", LOCALES)
def test_a_report_for_the_tracker_has_the_headings_of_its_form(locale: str) -> None:
    tried = (Tried("check_status", "did_not_help", NOW),)
    letter = write(replace(FAULT, tried=tried), channel="codex_tracker", locale=locale)
    found = boxes.boxes(letter.body, form=True)
    assert [box.heading for box in found] == HEADINGS
    assert [box.text for box in found[:4]] == ["0.61.0", "Plus", "gpt-5.2-codex", "Windows 11"]
    assert not re.search("noa|Noa|req_1a|thread_1a|sess_1a|Firefox", letter.subject + letter.body)
    bare = write(
        case_of("technical_error", surface="codex"), channel="codex_tracker", locale=locale
    )
    assert [box.heading for box in boxes.boxes(bare.body, form=True)] == [HEADINGS[4]]


SURFACES = {"codex": True, "windows": True, "mac": True, "web": False, "iphone": False, "": False}


@pytest.mark.parametrize(("surface", "may"), SURFACES.items())
def test_only_a_fault_of_codex_or_its_app_goes_to_the_tracker(surface: str, *, may: bool) -> None:
    case = FAULT.with_answer("surface", surface)
    assert changes.may_send(CATALOG, case, "first_request", "codex_tracker", NOW) is may
    money = replace(case, category="billing", topic="charged_twice")
    assert not changes.may_send(CATALOG, money, "first_request", "codex_tracker", NOW)


def test_the_tracker_needs_no_message_to_support_before() -> None:
    fresh = replace(FAULT, sent=())
    assert changes.may_send(CATALOG, fresh, "first_request", "codex_tracker", NOW)


def test_what_public_places_say_of_themselves_has_a_source() -> None:
    assert CATALOG.facts["codex_form"].source == "codex_issues"
    assert CATALOG.channels["codex_tracker"].address == "codex_issues"
