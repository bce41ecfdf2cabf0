"""The channel follows the kind of letter, whatever was chosen before."""

import itertools
from typing import get_args

import pytest

from guide import compiled_content
from guide.cases.changes import with_letter
from guide.ids import CategoryId, ChannelId, LetterKind
from guide.letters import letter_rules
from guide.model import Case, SentRequest
from tests.unit.conftest import Person

CATALOG = compiled_content.load().catalog
KINDS: tuple[LetterKind, ...] = get_args(LetterKind.__value__)
CHANNELS: tuple[ChannelId, ...] = get_args(ChannelId.__value__)
CATEGORIES: tuple[CategoryId, ...] = get_args(CategoryId.__value__)
NOW = "2026-11-22T10:00:00+02:00"


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_letter_goes_where_such_letters_can_go(category: CategoryId) -> None:
    for kind, channel in itertools.product(KINDS, CHANNELS):
        case = with_letter(CATALOG, Case("c1", NOW, category=category, channel=channel), kind, NOW)
        assert letter_rules.fits(CATALOG, case, case.kind, case.channel), (kind, channel)
        able = letter_rules.may_send(CATALOG, case, kind, channel)
        if able and channel not in letter_rules.for_catalog(CATALOG).public.waits:
            assert (case.kind, case.channel) == (kind, channel)


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_second_appeal_goes_nowhere(channel: ChannelId) -> None:
    sent = (SentRequest("appeal", "appeal_form", NOW),)
    case = Case("c1", NOW, category="content_moderation", channel=channel, sent=sent)
    again = with_letter(CATALOG, case, "appeal", NOW)
    assert (again.kind, again.channel != "appeal_form") == ("first_request", True)


@pytest.mark.parametrize("answer", ["asks_details", "unclear", "not_solved", "refused"])
@pytest.mark.parametrize("channel", ["appeal_form", "forum", "social_dm", "social_post"])
@pytest.mark.parametrize("category", ["content_moderation", "technical_error"])
def test_after_an_answer_the_letter_has_a_place(channel: str, answer: str, category: str) -> None:
    person = Person()
    person.does("pick_category", category=category)
    person.does("choose_letter", channel=channel)
    person.does("sent")
    person.does("replied", kind=answer)
    kind, now_at = person.case.get("kind", "first_request"), person.case.get("channel", "help_chat")
    case = Case("c1", NOW, category=category)  # type: ignore[arg-type]
    assert letter_rules.fits(CATALOG, case, kind, now_at)
