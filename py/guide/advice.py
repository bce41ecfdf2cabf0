"""What to do next, and in which order: the policy of the guide.

A rule is an advice and a predicate that only looks. `FIRST`, `BEFORE` and `AFTER` are flat and
ordered; before the last stands what the category's `first` list in categories.toml names, in its
order, each held back by its predicate in `CONDITIONS`, if it has one. The first rule that applies
is the next step; `AFTER` ends with one that always does, so there is no dead end.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from guide.cases import earlier
from guide.cases.reply_conditions import (
    case_of,
    day_is_unknown,
    is_owed,
    reply_is_suspicious,
    reply_waits,
    step_was_suggested,
    suggestion_is_under_way,
    support_is_exhausted,
)
from guide.catalog.records import AdviceCard, Catalog
from guide.follow_up import due, plan
from guide.model import Case
from guide.routes.calendar import day_of
from guide.situation import Advice, Situation

type Predicate = Callable[[Situation], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """Give this advice when this holds."""

    advice: str
    applies: Predicate


def advise(situation: Situation) -> Advice:
    """Return the one next step."""
    found = next(rule.advice for rule in _rules(situation) if rule.applies(situation))
    under_way = situation.case and situation.case.under_way
    about = under_way.advice if under_way and found in OF_A_STEP else found
    words = _words(situation, found)
    return Advice(found, situation.catalog.advice[found], about, _path(situation), words)


def _words(situation: Situation, advice: str) -> str:
    """Return the words of the step that support suggested, if the advice is about one."""
    case = situation.case
    if case and advice in OF_A_STEP and case.under_way:
        return case.under_way.words
    return plan.next_suggested(case) if case and advice == SUGGESTED else ""


def first_aid(situation: Situation) -> tuple[str, ...]:
    """Return what is worth trying before writing, untried and fitting, in order."""
    return tuple(rule.advice for rule in _first_aid(situation) if rule.applies(situation))


def _path(situation: Situation) -> tuple[str, ...]:
    """Return every step that this case had or has before it is written to support, in order."""
    case = situation.case
    if case is None or case.category is None:
        return ()
    return tuple(
        rule.advice
        for rule in _every_first_aid(situation)
        if is_behind(situation, rule.advice) or rule.applies(situation)
    )


def is_behind(situation: Situation, advice: str) -> bool:
    """Tell whether a step needs no more attention: it was answered, said, or filled in."""
    case, card = case_of(situation), situation.catalog.advice[advice]
    return (
        case.has_tried(advice)
        or advice in situation.said_done
        or bool(card.field and case.answer(card.field))
    )


def can_be_given(catalog: Catalog) -> frozenset[str]:
    """Return every advice that some situation leads to."""
    needs = (*catalog.categories.values(), *catalog.topics.values())
    named = (one.first for one in needs)
    fixed = (rule.advice for rule in (*FIRST, *BEFORE, *AFTER))
    return frozenset((*fixed, *LOCKED_OUT, *chain.from_iterable(named)))


def _rules(situation: Situation) -> Iterator[Rule]:
    case = situation.case
    yield from FIRST
    if case and earlier.steps_come_first(situation.catalog, case):
        yield from _first_aid(situation)
    yield from BEFORE
    yield from _first_aid(situation)
    yield from AFTER


def _first_aid(situation: Situation) -> Iterator[Rule]:
    for rule in _every_first_aid(situation):
        if not is_behind(situation, rule.advice):
            yield rule


def _every_first_aid(situation: Situation) -> Iterator[Rule]:
    case = situation.case
    if case is None or case.category is None:
        return
    own = situation.catalog.needs(case).first
    # Who cannot sign in has that problem first, whatever else is wrong; a topic has it in its own.
    out = case.answer("sign_in_method") == "cannot" and not situation.catalog.topic(case)
    locked = LOCKED_OUT if out else ()
    for advice in dict.fromkeys((*locked, *own)):
        yield Rule(advice, _condition(situation, advice))


def _condition(situation: Situation, advice: str) -> Predicate:
    card = situation.catalog.advice[advice]
    # A topic is what was said; only a category gives some of its advice on its words alone.
    if card.said and not situation.catalog.topic(case_of(situation)):
        return lambda situation: was_said(situation, advice)
    own = CONDITIONS.get(advice, always)
    return lambda situation: answers_fit(situation, card) and own(situation)


def answers_fit(situation: Situation, card: AdviceCard) -> bool:
    """Tell whether what was answered is among what the card is only for, and not what it is not."""
    case = case_of(situation)
    return all(case.answer(field) in values for field, values in card.only.items()) and all(
        case.answer(field) not in values for field, values in card.but.items()
    )


def always(_: Situation) -> bool:
    """Hold in every situation."""
    return True


def nothing_is_said(situation: Situation) -> bool:
    """There is no case yet, or one without a word and without a category."""
    case = situation.case
    return case is None or not (case.story.strip() or case.category or case.sent)


def case_is_closed(situation: Situation) -> bool:
    """The case ended, well or not."""
    return case_of(situation).closed is not None


def is_due(due_id: str) -> Predicate:
    """Return a predicate: this date of follow_up.toml has come."""

    def holds(situation: Situation) -> bool:
        return any(d.id == due_id and d.state in {"due", "overdue"} for d in situation.due)

    return holds


def others_may_know(situation: Situation) -> bool:
    """Support stayed silent twice, and the problem is one that peers can help with."""
    case = case_of(situation)
    if case.category is None or case.has_tried("ask_in_public"):
        return False
    peers = "forum" in situation.catalog.needs(case).channels
    asked = any(sent.channel == "forum" for sent in case.sent)
    return peers and not asked and any(sent.kind == "second_request" for sent in case.sent)


def something_was_sent(situation: Situation) -> bool:
    """A request went out."""
    return bool(case_of(situation).sent)


def category_is_unknown(situation: Situation) -> bool:
    """Neither the person nor triage said what kind of problem it is."""
    return case_of(situation).category is None


def place_of_purchase_is_unknown(situation: Situation) -> bool:
    """Who refunds depends on who sold, and that was not said."""
    return not case_of(situation).answer("bought_where")


def bought_through_apple(situation: Situation) -> bool:
    """Only Apple refunds what was bought through Apple."""
    return case_of(situation).answer("bought_where") == "apple"


def apple_was_asked(situation: Situation) -> bool:
    """The person went to Apple for the money, whatever came of it."""
    cards = situation.catalog.advice
    return any(
        step.outcome in ("under_way", "did_not_help") and cards[step.advice].open == APPLE
        for step in case_of(situation).tried
        if step.advice in cards
    )


def appeal_was_not_sent(situation: Situation) -> bool:
    """An appeal is sent once, never twice, whichever way the first went."""
    return not case_of(situation).appealed


def notice_may_have_a_link(situation: Situation) -> bool:
    """A notice came, as far as is known: whoever never got one has no link in it."""
    step = case_of(situation).step("ban_before_appeal")
    return appeal_was_not_sent(situation) and (step is None or step.outcome != "cannot")


def only_an_appeal_was_sent(situation: Situation) -> bool:
    """The appeal is with them, and nothing else is: no reminder speeds it up."""
    case = case_of(situation)
    appealed = case.appealed if case.sent else case.appealed and is_before_an_appeal(situation)
    return appealed and all(sent.kind == "appeal" for sent in case.sent)


def appeal_was_refused(situation: Situation) -> bool:
    """They said no to the appeal, and nothing went out since; or the story tells of an appeal."""
    case = case_of(situation)
    reply = plan.waiting_reply(situation.catalog, case)
    if reply is not None:
        return reply.kind == "refused" and case.appealed
    return case.said_appealed and not case.sent and is_before_an_appeal(situation)


def is_before_an_appeal(situation: Situation) -> bool:
    """The problem is one to appeal; a topic may be of what is left after that, or of another."""
    topic = situation.catalog.topic(case_of(situation))
    return topic is None or not APPEALS.isdisjoint(topic.first)


def step_is_under_way(situation: Situation) -> bool:
    """Somebody else has to act, and its day has not come."""
    return case_of(situation).under_way is not None


def was_cancelled(situation: Situation) -> bool:
    """The person cancelled by themselves; that alone brings no money back."""
    step = case_of(situation).step("read_cancelling")
    return "read_cancelling" in situation.said_done or (step is not None and step.outcome == "done")


def details_are_missing(situation: Situation) -> bool:
    """Something the category requires was not answered, nor said to be missing."""
    case = case_of(situation)
    required = situation.catalog.needs(case).required if case.category else ()
    return any(not case.answer(field) and not case.lacks(field) for field in required)


def was_said(situation: Situation, advice: str) -> bool:
    """One of the advice's phrases stands in the person's own words, in any language."""
    text = _own_words(case_of(situation))
    return any(phrase in text for phrase in situation.catalog.said[advice])


def last_day_is_near(situation: Situation) -> bool:
    """Something beyond support ends within days while the person waits, and was not shown yet."""
    case = case_of(situation)
    if not (case.sent or case.under_way or case.appealed):
        return False
    shown = case.step("last_day")
    seen = day_of(shown.at, None) if shown else None
    near = (item.on for item in situation.due if item.clock and item.state == "due")
    return any(seen is None or seen.isoformat() < on for on in near)


FIRST = (
    Rule("say_what_happened", nothing_is_said),
    Rule("finished", case_is_closed),
)
BEFORE = (
    Rule("distrust", reply_is_suspicious),
    Rule("last_day", last_day_is_near),
    Rule("appeal_refused", appeal_was_refused),
    Rule("promise_passed", is_due(due.PROMISED)),
    Rule("other_ways", support_is_exhausted),
    Rule("suggested", step_was_suggested),
    Rule("ask_review", is_owed("escalation")),
    Rule("ask_back", is_owed("clarification")),
    Rule("write_anew", is_owed("second_request")),
    Rule("answer_reply", reply_waits),
    Rule("any_news", is_due("any_news")),
    Rule("under_way", suggestion_is_under_way),
    # Latest first: each of them takes the place of those before it.
    Rule("escalate", is_due("escalation")),
    Rule("second_request", is_due("second_request")),
    Rule("follow_up", is_due("follow_up")),
    Rule("follow_up", day_is_unknown),
    Rule("check_spam", is_due("check_spam")),
    Rule("ask_in_public", others_may_know),
    Rule("appeal_wait", only_an_appeal_was_sent),
    Rule("wait", something_was_sent),
    Rule("under_way", step_is_under_way),
    Rule("choose_category", category_is_unknown),
)
LOCKED_OUT = ("same_sign_in",)
APPLE = "apple_refunds"  # The address of its page for that.
APPEALS = frozenset({"notice_link", "appeal_once"})
SUGGESTED = "suggested"
OF_A_STEP = frozenset({"under_way", "any_news"})  # These ask about the step that is under way.
CONDITIONS: Mapping[str, Predicate] = {
    "where_bought": place_of_purchase_is_unknown,
    "notice_link": notice_may_have_a_link,
    "appeal_once": appeal_was_not_sent,
    "refund_too": was_cancelled,
}
AFTER = (
    Rule("fill_details", details_are_missing),
    Rule("send_request", always),
)


def _own_words(case: Case) -> str:
    texts = (case.story, case.answer("goal"), case.answer("happened"))
    return "\n".join(texts).casefold()
