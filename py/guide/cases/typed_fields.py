"""Where typed text goes: to an answer of the case, or to one of the guide's own fields."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from guide.cases import answers, changes, fill_in, translation
from guide.errors import BadTurn, Refused
from guide.events.events import Typed
from guide.follow_up import business_days
from guide.ids import WROTE, CategoryId, ChannelId, LetterPart
from guide.letters import letter_rules
from guide.model import Case, SentRequest
from guide.routes.matter import REGION
from guide.situation import Situation
from guide.state import Place, State

MAX_VALUE = 50_000  # Characters; some ten times the longest request anybody would read.
ASKED = "asked_"  # Before the number of a question of support's.
OF_NO_CASE = frozenset({"suspect", "sought", "brought"})


def keep(situation: Situation, event: Typed) -> State:
    """Return the state with the field's new value. Raises Refused when too long, or BadTurn."""
    state = situation.state
    if len(event.value) > MAX_VALUE:
        raise Refused("too_long", event.field)
    if event.case in {None, state.current or ""} or event.field in OF_NO_CASE:
        return _kept(situation, event.field, event.value)
    if any(case.id == event.case for case in state.cases):
        there = replace(situation, state=replace(state, current=event.case))
        return replace(_kept(there, event.field, event.value), current=state.current)
    return _apart(situation, event)


def _apart(situation: Situation, event: Typed) -> State:
    """Keep what was typed for no case, or for one that another window deleted, in one of its own.

    The case that is open has its own words, and they must not be written over.
    """
    state = situation.state
    if not event.value:
        return state
    fresh = changes.with_one(situation.turn, replace(state, current=None, place=Place()))
    return _kept(replace(situation, state=fresh), event.field, event.value)


def _kept(situation: Situation, field: str, value: str) -> State:
    if field in OWN:
        return OWN[field](situation, value)
    if field.startswith(translation.FIELD):
        return _translation(situation, field.removeprefix(translation.FIELD), value)
    if field.startswith(ASKED):
        return _own_answer(situation, field, value)
    if field not in situation.catalog.fields:
        raise BadTurn(f"event.field: {field} is not known")
    return _answer(situation, field, value)


def _answer(situation: Situation, field: str, value: str) -> State:
    definition = situation.catalog.fields[field]
    if definition.options and value and value not in definition.options:
        raise BadTurn(f"event.value: {value} is no option of {field}")
    state = changes.with_one(situation.turn, situation.state)
    case = changes.current(state).with_answer(field, value)
    return state.with_case(_with_own_mail(situation, case, field))


def _with_own_mail(situation: Situation, case: Case, field: str) -> Case:
    """Return the case with the person's address, typed among other words, in its own field too."""
    if field not in letter_rules.for_catalog(situation.catalog).opening.about:
        return case
    needs = situation.catalog.needs(case)
    for mail, value in fill_in.own_mail(situation, case).items():
        known = case.known(mail)
        if mail in {*needs.required, *needs.helpful} and (not known or known.source == "story"):
            case = case.with_answer(mail, value, "story")
    return case


def _story(situation: Situation, value: str) -> State:
    if situation.case is None and not value:
        return situation.state
    state = changes.with_one(situation.turn, situation.state)
    return state.with_case(replace(changes.current(state), story=value))


def _wording(part: LetterPart) -> Callable[[Situation, str], State]:
    def keep_wording(situation: Situation, value: str) -> State:
        case = changes.current(situation.state)
        return situation.state.with_case(case.with_edit(part, situation.letter_locale, value))

    return keep_wording


def _translation(situation: Situation, field: str, value: str) -> State:
    case, locale = changes.current(situation.state), situation.letter_locale
    return situation.state.with_case(translation.corrected(case, field, locale, value))


def _reply_text(situation: Situation, value: str) -> State:
    case = changes.current(situation.state)
    return situation.state.with_case(replace(case, reply_text=value))


def _own_answer(situation: Situation, field: str, value: str) -> State:
    """Keep the answer to a question of support's that is about no field, by its place among all."""
    case = changes.current(situation.state)
    says, number = answers.read(situation, case), field.removeprefix(ASKED)
    if says is None or not number.isdecimal() or int(number) >= len(says.asked):
        raise BadTurn(f"event.field: {field} is not asked")
    return situation.state.with_case(case.with_own_answer(says.asked[int(number)].text, value))


def _suspect(situation: Situation, value: str) -> State:
    return replace(situation.state, suspect=value)


def _sought(situation: Situation, value: str) -> State:
    return replace(situation.state, sought=value)


def _brought(situation: Situation, value: str) -> State:
    state = situation.state
    if state.brought is None:
        return state  # Another window has used it since.
    return replace(state, brought=replace(state.brought, text=value))


def _last_sent(situation: Situation, change: Callable[[SentRequest], SentRequest]) -> State:
    case = changes.current(situation.state)
    if not case.sent:
        raise BadTurn("event: nothing was sent yet")
    *before, last = case.sent
    mine = replace(change(last), source="person")
    return situation.state.with_case(replace(case, sent=(*before, mine)))


def _case_number(situation: Situation, value: str) -> State:
    return _last_sent(situation, lambda sent: replace(sent, case_number=value))


def _day(value: str) -> dt.date:
    """Read what a browser's date field gives. Raises Refused."""
    try:
        day = dt.date.fromisoformat(value)
    except ValueError as error:
        raise Refused("bad_date", value) from error
    if day.year not in business_days.YEARS:
        raise Refused("bad_date", value)
    return day


def _promised(situation: Situation, value: str) -> State:
    case = changes.current(situation.state)
    if value:
        return situation.state.with_case(changes.promised(situation.turn, case, _day(value)))
    return situation.state.with_case(replace(case, promised=None))


def _sent_on(situation: Situation, value: str) -> State:
    # A browser's date field gives a whole date or nothing; while it gives nothing, all stays.
    if not value:
        return situation.state
    day = _day(value)
    return _last_sent(situation, lambda sent: replace(sent, at=f"{day}{sent.at[10:]}"))


def _sent_channel(situation: Situation, value: str) -> State:
    channels: Mapping[str, ChannelId] = {name: name for name in situation.catalog.channels}
    if value not in channels:
        raise BadTurn(f"event.value: {value} is no channel")
    chosen = channels[value]
    state = _last_sent(
        situation,
        lambda sent: replace(sent, channel=chosen, kind=changes.kind_at(chosen, sent.kind)),
    )
    case = changes.current(state)
    if WROTE not in case.said_done:
        return state
    # The reminder goes where the letter went.
    case, now = replace(case, channel=chosen), situation.turn.now
    return state.with_case(changes.with_letter(situation.catalog, case, case.kind, now))


def _sent_about(situation: Situation, value: str) -> State:
    categories: Mapping[str, CategoryId] = {name: name for name in situation.catalog.categories}
    if value not in categories:
        raise BadTurn(f"event.value: {value} is no category")
    case = changes.sorted_as(
        situation, changes.current(situation.state), categories[value], "person"
    )
    return situation.state.with_case(case)


def _residence(situation: Situation, value: str) -> State:
    """Return the state with where the person lives: asked once, so it holds for all their cases."""
    countries = situation.catalog.routes.countries
    if value not in countries:
        raise BadTurn(f"event.value: {value} is no country")
    asked = changes.current(situation.state)
    needs, region = situation.catalog.needs(asked), countries[value].refund_region
    if REGION in {*needs.required, *needs.helpful} or asked.answer(REGION):
        asked = asked.with_answer(REGION, region)
    state = situation.state.with_case(asked)
    return replace(state, cases=tuple(replace(case, country=value) for case in state.cases))


OWN: Mapping[str, Callable[[Situation, str], State]] = {
    "story": _story,
    "subject": _wording("subject"),
    "body": _wording("body"),
    "reply_text": _reply_text,
    "suspect": _suspect,
    "sought": _sought,
    "brought": _brought,
    "case_number": _case_number,
    "promised": _promised,
    "sent_on": _sent_on,
    "sent_channel": _sent_channel,
    "sent_about": _sent_about,
    "residence": _residence,
}
