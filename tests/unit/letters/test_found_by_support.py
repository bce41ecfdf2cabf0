"""Letters that need no question back: who writes, about what, and with which first facts."""

import re
from dataclasses import replace
from itertools import product

import pytest

from guide.ids import LetterKind, Locale
from guide.letters import prose, writer
from guide.letters.brief import Brief
from guide.letters.lines import Lines
from guide.model import Answer, Case, Reply, SentRequest, Tried
from tests.languages import LOCALES
from tests.tables import each_row
from tests.unit.letter_cases import CATALOG, NOW, case_of, write

# What points at a place in the letter, which not every letter of the case has.
POINTS = re.compile(r"\b(?:below|following|above|described)\b|למטה|בהמשך|להלן|למעלה|מתואר|\bהבא\b")
REMINDERS: tuple[LetterKind, ...] = ("follow_up", "clarification", "reply")
PICTURE = "Please send the date of the charge and a screenshot of the charge."


@each_row(("topic", "locale"), product(CATALOG.topics, LOCALES))
def test_a_request_says_what_is_wanted_in_every_letter_of_its_case(
    topic: str, locale: Locale
) -> None:
    """Seen to fail on 3774b0b: a reminder of "the new one named below", and nothing below it."""
    goals = CATALOG.words[locale]["topics"][topic]["goals"]
    renewal = "החידוש הבא"  # The next one, and no place.
    assert [goal for goal in goals if POINTS.search(goal.replace(renewal, ""))] == []


def short_answers(topic: str) -> Case:
    """Return a case of a topic with a short answer to everything it asks."""
    needs = CATALOG.topics[topic]
    told = tuple(
        Answer(field, kind.options[0] if (kind := CATALOG.fields[field]).options else f"told-{at}")
        for at, field in enumerate((*needs.required, *needs.helpful))
    )
    return replace(Case("c1", NOW), category=needs.category, topic=topic, answers=told)


@each_row(("topic", "locale"), product(CATALOG.topics, LOCALES))
def test_the_first_message_of_a_chat_has_the_first_facts_of_the_topic(
    topic: str, locale: Locale
) -> None:
    """Seen to fail on 3774b0b: a list for all topics, with no organization, file or workspace."""
    case = short_answers(topic)
    lines = Lines(Brief(CATALOG, case, "first_request", "help_chat", locale, NOW, str))
    told = [f for f in lines.apart(CATALOG.topics[topic].required) if lines.brief.answers[f]][:3]
    first = writer.messages(write(case, "first_request", "help_chat", locale).body)[0]
    for field in told:
        assert lines.list_of((field,)) in first


@each_row(("topic", "locale"), product(CATALOG.topics, LOCALES))
def test_the_first_message_of_a_chat_says_whose_organization_or_workspace_it_is(
    topic: str, locale: Locale
) -> None:
    """Seen to fail with an address to reply to before it: the line had no room left for both."""
    asked = CATALOG.topics[topic].required
    told = {"account_email": "noa.levi@example.com", "reply_email": "noa.other@example.org"}
    case = replace(case_of(CATALOG.topics[topic].category, **told), topic=topic)
    for field in ("org_id", "workspace"):
        case = case.with_answer(field, "org-Jk3mTq8ZxL0aVn5R") if field in asked else case
    first = writer.messages(write(case, "first_request", "help_chat", locale).body)[0]
    assert ("org-Jk3mTq8ZxL0aVn5R" in first) == (not {"org_id", "workspace"}.isdisjoint(asked))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("topic", ["child_account", "child_alert", "deceased_user"])
def test_a_letter_about_another_person_says_whose_account_it_names(
    topic: str, locale: Locale
) -> None:
    """Seen to fail: "Please close my child's account", and the parent's as "Account"."""
    words = CATALOG.words[locale]
    case = replace(case_of("data_privacy", account_email="noa@example.com"), topic=topic)
    head = f"{words['topics'][topic]['account']}: noa@example.com"
    body = write(case, "first_request", "help_chat", locale).body
    assert head in body
    assert f"\n{words['letters']['account']}: " not in body


@each_row(("kind", "locale"), product(REMINDERS, LOCALES))
def test_a_short_letter_says_whose_organization_or_workspace_it_is(
    kind: LetterKind, locale: Locale
) -> None:
    """Seen to fail on 3774b0b: reminders about an API had neither."""
    sent = (SentRequest("first_request", "email", "2026-11-02", "04417735"),)
    answer = Reply("asks_details", "2026-11-09", "Please be patient.", after=1)
    for topic, field in (("quota_exceeded", "org_id"), ("owner_gone", "workspace")):
        case = replace(case_of("api"), topic=topic, sent=sent, replies=(answer,))
        case = case.with_answer(field, "org-1a2b").with_answer("account_email", "a@example.com")
        label = CATALOG.words[locale]["fields"][field]["letter"]
        body = write(case, kind, "email", locale).body
        assert f"04417735 · {label}: org-1a2b\n" in body
        tale = case.with_answer(field, "We have several, " * 5)
        assert f"{label}:" not in write(tale, "follow_up", "email", locale).body
        assert f"{label}:" in write(tale, "first_request", "email", locale).body


@each_row(("attached", "locale"), product(((), ("charge_screenshot",)), LOCALES))
def test_a_reply_says_whether_the_picture_is_attached(
    attached: tuple[str, ...], locale: Locale
) -> None:
    """Seen to fail on 3774b0b: it was missing, though the person had ticked it."""
    words = CATALOG.words[locale]["letters"]
    case = replace(
        case_of("billing", charge_date="2026-11-02", second_charge_date="2026-11-03"),
        topic="charged_twice",
        attached=attached,
        replies=(Reply("asks_details", "2026-11-09", PICTURE),),
    )
    letter = write(case, "reply", "email", locale)
    name = words["attached_names"]["charge_screenshot"]
    assert (f"{words['attached']}: {name}" in letter.body) == bool(attached)
    assert bool(letter.unanswered) != bool(attached)
    alone = replace(case, replies=(Reply("asks_details", "2026-11-09", "Send the date."),))
    assert (name in write(alone, "reply", "email", locale).body) == bool(attached)


def test_what_a_step_tells_is_no_first_fact_again() -> None:
    case = case_of("login_access", private_window="same", surface="web", error_text="Loop")
    tried = (Tried("private_window", "did_not_help", NOW),)
    case = replace(case, topic="sign_in_loop", tried=tried)
    assert write(case, channel="help_chat").body.casefold().count("private window") == 1


@pytest.mark.parametrize("locale", LOCALES)
def test_a_subject_calls_a_problem_by_its_own_title_and_the_public_by_its_name(
    locale: Locale,
) -> None:
    """Seen to fail on 3774b0b: "Members, invitations, seats, roles: Example Ltd"."""
    for topic, words in CATALOG.words[locale]["topics"].items():
        case = replace(case_of(CATALOG.topics[topic].category), topic=topic)
        title = prose.clean(str(words.get("subject", words["name"]))).rstrip("?")
        assert write(case, locale=locale).subject.startswith(title)
        name = prose.clean(str(words["name"])).rstrip("?")
        assert name in write(case, channel="forum", locale=locale).subject
