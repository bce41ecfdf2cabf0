"""What can happen to a case: made, sorted into a category, sent, answered, closed."""

import datetime as dt
from dataclasses import replace
from typing import Literal

from guide.cases import earlier, fill_in
from guide.catalog.records import Catalog, Needs, Topic
from guide.errors import BadTurn, Refused
from guide.follow_up import due
from guide.ids import CategoryId, ChannelId, LetterKind, Outcome
from guide.letters import letter_rules
from guide.model import Case, Closed, Promised, SaidStep, SentRequest
from guide.routes import home
from guide.situation import Situation
from guide.state import State
from guide.surroundings import Turn

FORM_FAILED = "form_failed"  # The field for the day on which the appeal form did not open.
STORY = ("happened",)  # What a story answers, where only the category is known.
MAX_CASES = 1_000  # A year of three problems a day; beyond that the browser's storage runs out.


def current(state: State) -> Case:
    """Return the open case. Raises BadTurn where there is none."""
    if state.case is None:
        raise BadTurn("event: needs an open case")
    return state.case


def find(state: State, case_id: str) -> Case:
    """Return the case with this id. Raises BadTurn."""
    found = next((case for case in state.cases if case.id == case_id), None)
    if found is None:
        raise BadTurn(f"event.case: {case_id} is not known")
    return found


def with_one(turn: Turn, state: State) -> State:
    """Return a state in which a case is open: the one that is, or a new one. Raises Refused."""
    if state.case is not None:
        return state
    if len(state.cases) >= MAX_CASES:
        raise Refused("too_many_cases")
    case = Case(id=f"c{state.next_case}", created=turn.now)
    return replace(
        state, cases=(*state.cases, case), current=case.id, next_case=state.next_case + 1
    )


def unsorted(case: Case) -> Case:
    """Return the case without a category, and so without a topic."""
    return replace(case, category=None, category_by=None, topic="")


def sorted_as(
    situation: Situation,
    case: Case,
    category: CategoryId,
    by: Literal["person", "triage"],
    topic: str = "",
) -> Case:
    """Return the case as of a category, and a topic of it, with its best channel.

    What is known is filled in: first what the story says, as the device only knows of here and now.
    """
    before = (case.category, case.topic)
    case = earlier.forgotten(case)
    case = replace(case, category=category, category_by=by, topic=topic)
    case = replace(case, country=case.country or _home(situation))
    needs = situation.catalog.needs(case)
    if before != (category, topic) and not case.sent:
        channel = needs.channels[0]
        case = replace(case, channel=channel, kind=kind_at(channel, "first_request"))
    case = replace(case, said_steps=_said(situation, case))
    case = earlier.told(situation, case)
    if case.sent or case.appealed:
        case = with_letter(situation.catalog, case, _kind_now(situation, case), situation.turn.now)
    # What an earlier story said is read anew.
    case = replace(case, answers=tuple(a for a in case.answers if a.source != "story"))
    told = {**fill_in.own_mail(situation, case), **fill_in.told(situation, case)}
    missing = fill_in.missing(situation, case)
    for field in (*needs.required, *needs.helpful):
        if case.known(field):
            continue
        if field in told:
            case = case.with_answer(field, told[field], "story")
        elif field in missing:
            case = case.with_lack(field, on=True, source="story")
        elif known := fill_in.here_and_now(situation, case, field):
            case = case.with_answer(field, known)
    about = about_field(situation.catalog, needs)
    if about and not case.answer(about):
        case = case.with_answer(about, case.story.strip(), "story")
    return case


def _kind_now(situation: Situation, case: Case) -> LetterKind:
    """Return the kind of letter to write: of what the story says went out a reminder is next."""
    waits = earlier.is_told(case) and not earlier.steps_come_first(situation.catalog, case)
    return "follow_up" if waits and case.kind == "first_request" else case.kind


def _home(situation: Situation) -> str:
    """Return where the person lives: as in their latest case, else as their machine lets guess."""
    said = (case.country for case in reversed(situation.state.cases) if case.country)
    guessed = home.guess(situation.catalog.routes.countries, situation.turn.device)
    return next(said, guessed)


def about_field(catalog: Catalog, needs: Needs) -> str:
    """Return the required field that the whole story answers, "" for none."""
    able = letter_rules.for_catalog(catalog).opening.about if isinstance(needs, Topic) else STORY
    return next((field for field in able if field in needs.required), "")


def _said(situation: Situation, case: Case) -> tuple[SaidStep, ...]:
    """Return what the story says was done already; what the person denied of it stays denied."""
    denied = tuple(said for said in case.said_steps if not said.words)
    able = situation.catalog.advice.keys() - {said.advice for said in denied}
    told = fill_in.done(situation, case).items()
    return (*denied, *(SaidStep(advice, words) for advice, words in told if advice in able))


def may_send(catalog: Catalog, case: Case, kind: LetterKind, channel: ChannelId, now: str) -> bool:
    """Tell whether this case may send such a letter there now.

    Some public places come only after a message to support and its waiting time.
    """
    if not letter_rules.may_send(catalog, case, kind, channel):
        return False
    return channel not in letter_rules.for_catalog(catalog).public.waits or has_waited(
        catalog, case, now
    )


def has_waited(catalog: Catalog, case: Case, now: str) -> bool:
    """Tell whether support had its time to answer what was sent last, and did not."""
    items = due.due(catalog, case, now)
    return any(item.kind == "follow_up" and item.state != "upcoming" for item in items)


def channel_for(catalog: Catalog, case: Case, kind: LetterKind, now: str) -> ChannelId | None:
    """Return where a letter of this kind goes: the case's channel if it fits, else the best one.

    Best is where the answer came from, then the category's first that takes such letters; None
    where none does.
    """
    own: tuple[ChannelId, ...] = catalog.needs(case).channels
    answered_by = catalog.channels[case.channel].answered_by
    if answered_by and case.replies:
        own = (answered_by, *own)
    able = (c for c in (case.channel, *own) if may_send(catalog, case, kind, c, now))
    return next(able, None)


def with_letter(catalog: Catalog, case: Case, kind: LetterKind, now: str) -> Case:
    """Return the case about to write such a letter, where it can go.

    A kind that this case can send nowhere, as a second appeal, becomes a plain request.
    """
    channel = channel_for(catalog, case, kind, now)
    if channel is None:
        kind = "first_request"
        channel = channel_for(catalog, case, kind, now) or "help_chat"
    return replace(case, kind=kind, channel=channel)


def kind_at(channel: ChannelId, kind: LetterKind) -> LetterKind:
    """Return the kind a first letter has there: the appeal form takes appeals, and nothing else."""
    if channel == "appeal_form":
        return "appeal"
    return "first_request" if kind == "appeal" else kind


def kind_there(catalog: Catalog, case: Case, channel: ChannelId) -> LetterKind:
    """Return the kind of letter that going there from the one now shown leads to.

    An appeal for which the form did not open stays one where appeals can go, too.
    """
    elsewhere = case.kind == "appeal" and bool(case.answer(FORM_FAILED))
    if elsewhere and letter_rules.may_send(catalog, case, "appeal", channel):
        return "appeal"
    return kind_at(channel, case.kind)


def sent(turn: Turn, case: Case, letter: SentRequest | None = None) -> Case:
    """Return the case with the letter shown as sent now, under the case number known so far.

    `letter` is that letter as it went out, None where the guide did not write it.
    """
    request = letter or SentRequest(case.kind, case.channel, turn.now)
    request = replace(request, case_number=case.case_number)
    case = replace(case, sent=(*case.sent, request), editing=False, copied=(), opened=None)
    # The next answer is another one, and so is what it promises.
    return replace(case, promised=None, reply_text="", kept_cuts=())


def promised(
    turn: Turn, case: Case, day: dt.date, source: Literal["person", "reply"] = "person"
) -> Case:
    """Return the case as waiting for support until this day, as they said."""
    return replace(case, promised=Promised(day.isoformat(), turn.now, source))


def closed(turn: Turn, case: Case, outcome: Outcome) -> Case:
    """Return the case as ended."""
    return replace(case, closed=Closed(outcome, turn.now))
