"""What the problem is, in the person's words or by their choice."""

from dataclasses import replace

from guide.cases import changes, earlier, typed_fields
from guide.errors import BadTurn, Refused
from guide.events import events
from guide.handlers.change import Change, to
from guide.model import Case
from guide.situation import Situation
from guide.state import Place, State

# Items of the start's place: what is likeliest is asked, or which topic of the category it is.
CHOOSE = "choose"
TOPICS = "topics"
EARLIER = "earlier"  # The item of the place where it is asked what went out before.


def typed(situation: Situation, event: events.Typed) -> Change:
    """Keep what was typed, wherever it belongs."""
    return Change(typed_fields.keep(situation, event))


def lack(situation: Situation, event: events.Lack) -> Change:
    """Note that there is no such thing, or take that back."""
    field = situation.catalog.fields.get(event.field)
    if field is None or not field.may_lack:
        raise BadTurn(f"event.field: {event.field} is nothing that may be missing")
    state = changes.with_one(situation.turn, situation.state)
    case = changes.current(state).with_lack(event.field, on=event.on)
    return Change(state.with_case(case))


def describe(situation: Situation, _: events.Describe) -> Change:
    """Read the person's words; go on when they are clear, ask when they are not."""
    state, case = situation.state, situation.case
    if case is None or not case.story.strip():
        raise Refused("nothing_said")
    if case.category_by == "person" and case.category:
        told = changes.sorted_as(situation, case, case.category, "person", case.topic)
        return Change(_begun(state, case, told))
    found = situation.triage
    if found is None or not found.sure:
        return Change(
            replace(state.with_case(changes.unsorted(case)), place=Place("start", CHOOSE))
        )
    topic = found.topics[0].topic if found.topics else ""
    of = situation.catalog.topics[topic].category if topic else found.ranked[0].category
    sorted_case = changes.sorted_as(situation, case, of, "triage", topic)
    return Change(_begun(state, case, sorted_case))


def pick_category(situation: Situation, event: events.PickCategory) -> Change:
    """Take the person's word for what it is, and ask which of its topics; None asks again."""
    if event.category is None:
        return Change(to(situation.state, "start", CHOOSE))
    state = changes.with_one(situation.turn, situation.state)
    case = changes.current(state)
    picked = changes.sorted_as(situation, case, event.category, "person")
    if situation.catalog.topics_of(event.category):
        return Change(to(state.with_case(picked), "start", TOPICS))
    return Change(_begun(state, case, picked))


def pick_topic(situation: Situation, event: events.PickTopic) -> Change:
    """Take the person's word for which problem it is; "" goes on with the category alone."""
    state, catalog = changes.with_one(situation.turn, situation.state), situation.catalog
    case = changes.current(state)
    topic = catalog.topics.get(event.topic)
    if event.topic and topic is None:
        raise BadTurn(f"event.topic: {event.topic} is not known")
    category = topic.category if topic else case.category
    if category is None:
        return Change(to(state, "start", CHOOSE))
    picked = changes.sorted_as(situation, case, category, "person", event.topic)
    return Change(_begun(state, case, picked))


def _begun(state: State, before: Case, case: Case) -> State:
    """Return the state at the first step; at a letter that the story tells of, once."""
    asked = before.topic and before.sent == case.sent
    told = earlier.is_told(case) and not asked
    return to(state.with_case(case), *(("sent", EARLIER) if told else ("first",)))


def already_wrote(situation: Situation, _: events.AlreadyWrote) -> Change:
    """Take up a request that went out before; its day and way are asked for there."""
    state = changes.with_one(situation.turn, situation.state)
    case = changes.sent(situation.turn, changes.current(state))
    return Change(to(state.with_case(case), "sent", EARLIER))
