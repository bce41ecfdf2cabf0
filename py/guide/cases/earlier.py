"""A letter that went to support before the guide was met, as the story tells of it.

    "I wrote to support two weeks ago, no answer" -> a SentRequest of the story, a reminder is next

It is asked about once, and the person may say that they never wrote.
"""

from dataclasses import replace

from guide.catalog.records import Catalog
from guide.compiled_content import read_story
from guide.follow_up import plan
from guide.follow_up.business_days import parse_time
from guide.ids import WROTE, ChannelId
from guide.letters import letter_rules
from guide.model import Case, SaidStep, SentRequest
from guide.situation import Situation
from guide.story.written import Written

DAY = len("2026-11-22")


def is_told(case: Case) -> bool:
    """Tell whether all that went out is what the story tells of."""
    return bool(case.sent) and all(sent.source == "story" for sent in case.sent)


def steps_come_first(catalog: Catalog, case: Case) -> bool:
    """Tell whether its first steps are due all the same: to log out an intruder, to appeal."""
    urgent = letter_rules.for_catalog(catalog).earlier.steps_first
    return is_told(case) and not case.replies and case.category in urgent


def forgotten(case: Case) -> Case:
    """Return the case without what an earlier story told of; it is read anew."""
    return replace(case, sent=()) if is_told(case) and not case.replies else case


def told(situation: Situation, case: Case) -> Case:
    """Return the case with the letter that its story tells of, if that is not denied."""
    rules = letter_rules.for_catalog(situation.catalog).earlier
    denied = any(said.advice == WROTE for said in case.said_steps)
    if case.sent or case.appealed or denied or case.topic in rules.but_topics:
        return case
    written = _read(situation, case)
    if written is None:
        return case
    letter = _letter(situation, case, written)
    said = (*case.said_steps, SaidStep(WROTE, written.words))
    case = replace(case, sent=(letter,), said_steps=said)
    # Where it went, the reminder goes.
    stays = steps_come_first(situation.catalog, case)
    return case if stays else replace(case, channel=letter.channel)


def _read(situation: Situation, case: Case) -> Written | None:
    at = parse_time(situation.turn.now, None)
    if at is None or not case.story.strip():
        return None
    return read_story(situation.compiled, case.story, at).written


def _letter(situation: Situation, case: Case, written: Written) -> SentRequest:
    """Return it as sent, at the hour of the turn, as every day that is typed for a letter."""
    at = f"{written.on}{situation.turn.now[DAY:]}" if written.on else ""
    channel = written.channel or _likely(situation.catalog, case)
    return SentRequest("first_request", channel, at, written.number, source="story")


def _likely(catalog: Catalog, case: Case) -> ChannelId:
    """Return the way that is offered where none is told: the best of the problem's to support."""
    able = (one for one in (case.channel, *catalog.needs(case).channels) if one != "appeal_form")
    counted = (one for one in able if plan.is_followed_up(catalog, one, "first_request"))
    return next(counted, "email")
