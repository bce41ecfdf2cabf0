"""A letter says a thing once, only what was said, and nothing that is nobody else's business."""

from dataclasses import replace

import pytest

from guide.model import Case, Reply, SentRequest, Tried
from tests.unit.conftest import Person
from tests.unit.letter_cases import CATALOG, NOW, case_of, write


@pytest.mark.parametrize("channel", ["email", "help_chat"])
def test_what_a_child_needs_is_told_to_nobody(channel: str) -> None:
    """Seen to fail on 637ee88: "I talked with my child" went to OpenAI."""
    card = CATALOG.advice["child_be_there_now"]
    case = replace(
        case_of("data_privacy", goal="Please tell me.", child_reached="yes"),
        topic="child_alert",
        ticks=tuple(f"child_be_there_now.{tick}" for tick in card.ticks),
        tried=(Tried("child_be_there_now", "done", NOW),),
    )
    body = write(case, "first_request", channel).body
    assert "child" not in body


def done_list(case: Case) -> list[str]:
    body = write(case).body
    after = body.partition("Already done:\n")[2].partition("\n\n")[0]
    return [line.removeprefix("- ") for line in after.splitlines()]


CHECKLIST = replace(
    case_of("login_access", goal="Please help."), topic="sign_in_loop", ticks=("other_network.vpn",)
)


def test_the_result_of_a_checklist_ends_its_ticks() -> None:
    """Seen to fail on 637ee88: the ticks, and below them the same again as a step."""
    words = CATALOG.words["en"]["advice"]["other_network"]
    ticked = words["ticks"]["vpn"]["done"]
    result = words["results"]["did_not_help"]
    tried = Tried("other_network", "did_not_help", NOW)
    assert done_list(replace(CHECKLIST, tried=(tried,))) == [
        ticked,
        f"Result (22 November 2026): {result}",
    ]
    assert done_list(replace(CHECKLIST, tried=(replace(tried, outcome="done"),))) == [ticked]
    name = words["tried"]
    assert done_list(replace(CHECKLIST, ticks=(), tried=(tried,))) == [
        f"{name[:1].upper()}{name[1:]} (22 November 2026): {result}"
    ]


def test_a_day_that_the_guide_filled_in_is_told_in_words() -> None:
    """Seen to fail: "Since: 2026-11-29", out of a story that says "yesterday"."""
    case = case_of("technical_error", goal="Please help.", since="2026-11-29")
    for locale, day in (("en", "29 November 2026"), ("he", "29 בנובמבר 2026")):
        assert f": {day}\n" in write(replace(case, topic="chats_missing"), locale=locale).body
    moment = case_of("api", goal="Please help.", utc_time="2026-11-29 08:00 UTC")
    assert "2026-11-29 08:00 UTC" in write(moment).body


def test_what_a_step_tells_is_no_fact_again() -> None:
    """Seen to fail on 1405f11: the private window stood as a fact and as a step."""
    case = case_of("technical_error", goal="Please help.", private_window="same")
    assert "In a private window: The same there" in write(case).body
    told = replace(case, tried=(Tried("private_window", "did_not_help", NOW),))
    assert write(told).body.casefold().count("private window") == 1


@pytest.mark.parametrize(
    ("category", "field", "value", "leaks"),
    [
        ("technical_error", "private_window", "not_tried", "Not tried"),
        ("technical_error", "plan", "unknown", "Not sure"),
        ("billing", "sign_in_method", "cannot", "Not sure"),
        ("login_access", "codes_arrive", "none_asked", "No code"),
    ],
)
def test_a_choice_that_says_nothing_is_in_no_letter(
    category: str, field: str, value: str, leaks: str
) -> None:
    """Seen to fail on 1405f11: "Plan: Not sure"."""
    letter = write(case_of(category, goal="Please help.", **{field: value}))  # type: ignore[arg-type]
    assert leaks not in letter.body
    assert str(CATALOG.words["en"]["fields"][field]["letter"]) + ":" not in letter.body


def test_a_refusal_and_a_problem_that_stays_get_different_letters() -> None:
    """Seen to fail on 1405f11: both said "still not solved", and no reason was quoted."""
    sent = (SentRequest("first_request", "email", NOW, "04417735"),)
    case = replace(case_of(goal="Please refund it.", why_again="The receipt."), sent=sent)
    refused = replace(case, replies=(Reply("refused", NOW, "We see only one charge.", after=1),))
    no = write(refused, "escalation").body
    assert "You declined this." in no
    assert "> We see only one charge." in no
    assert "What speaks against it: The receipt." in no
    assert "Please name the rule the decision rests on." in no
    stays = replace(case, replies=(Reply("not_solved", NOW, "Clear the cookies.", after=1),))
    still = write(stays, "escalation").body
    assert "This is still not solved." in still
    assert "which did not solve it:\n\n> Clear the cookies." in still
    assert "declined" not in still
    assert "Please answer by 29 November 2026." in no
    assert "why_again" in write(refused.with_answer("why_again", ""), "escalation").missing


def test_the_plan_that_was_paid_and_the_one_that_is_shown_are_read_in_the_story(
    person: "Person",
) -> None:
    """Seen to fail on 1405f11: both were asked, though the story said them."""
    story = {
        "en": "I paid for Plus yesterday, and ChatGPT still shows Free.",
        "he": "שילמתי על פלוס אתמול, ועדיין מופיע חינם.",
    }
    person.types("story", story[person.locale])
    person.does("pick_category", category="subscription_management")
    person.does("pick_topic", topic="paid_but_free")
    known = {answer["field"]: answer["value"] for answer in person.case["answers"]}
    assert (known["plan_paid"], known["plan_shown"]) == ("plus", "free")


def test_an_address_typed_into_what_happened_moves_to_its_field(person: "Person") -> None:
    """Seen to fail on 1405f11: "[e-mail removed]" in the letter, and no account in it."""
    person.picks("billing")
    person.types("happened", "I was charged twice. My account is dana.levi@example.org.")
    known = {answer["field"]: answer["value"] for answer in person.case["answers"]}
    assert known["account_email"] == "dana.levi@example.org"
    page = person.does("go", to="request")["html"]
    letter = page[page.index('id="letter"') : page.index("</div>", page.index('id="letter"'))]
    assert letter.count("dana.levi@example.org") == 2


@pytest.mark.parametrize("outcome", ["did_not_help", "skipped"])
def test_what_a_step_asked_is_not_asked_again(person: "Person", outcome: str) -> None:
    """Seen to fail on 1405f11: the private window was asked as a step and as a field."""
    person.picks("technical_error")
    assert 'id="field-private_window' in person.does("go", to="details")["html"]
    person.does("go", to="first")
    person.does("followed", advice="check_status", outcome="did_not_help")
    person.does("followed", advice="private_window", outcome=outcome)
    assert 'id="field-private_window' not in person.does("go", to="details")["html"]
