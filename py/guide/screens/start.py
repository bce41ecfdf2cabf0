"""The first question: what happened? Also which problem it is, and the way on for who comes back.

the words are clear  -> the first advice
they are not         -> the likeliest topics as cards, below them the categories
a category is picked -> all its topics, and "none of these"
"""

from collections.abc import Mapping
from typing import Any

from guide.handlers.problem import CHOOSE, TOPICS
from guide.ids import CategoryId
from guide.model import Case
from guide.screens.requests import summary
from guide.screens.widgets.exposed import exposed
from guide.situation import Situation

CLOSEST = 2  # Kinds of problem asked about: a question with more is no question.
LIKELIEST = 3  # Topics that are told apart in a line each.


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `start.html.j2`."""
    case, choosing = situation.case, situation.state.place.item == CHOOSE
    over = case is not None and bool(case.sent or case.closed)
    categories = tuple(situation.catalog.categories)
    asked, closest = _question(situation) if choosing else ("", ())
    named = {category for category, _ in closest}
    return {
        "over": over,
        "category": case.category if case else None,
        "listed": _listed(situation, case),
        "choosing": choosing,
        "topics": _likeliest(situation, case) if choosing else (),
        "topic_category": {name: one.category for name, one in situation.catalog.topics.items()},
        "asked": asked,
        "closest": closest,
        "others": tuple(category for category in categories if category not in named),
        "story": case.story if case and (choosing or not over) else "",
        "exposed": exposed(situation, case.story) if case else None,
        "categories": categories,
        "card": None if choosing else _card(situation, case),
    }


def _listed(situation: Situation, case: Case | None) -> tuple[str, ...]:
    """Return the topics of the category that was picked, the likeliest first."""
    if case is None or case.category is None or situation.state.place.item != TOPICS:
        return ()
    return _by_words(situation, situation.catalog.topics_of(case.category))


def _likeliest(situation: Situation, case: Case | None) -> tuple[str, ...]:
    """Return the topics to choose from, by the person's words or else by the category.

    The one that the case has is left out: who wants another knows that it is not this one.
    """
    found, catalog = situation.likely, situation.catalog
    able = tuple(catalog.topics_of(case.category)) if case and case.category else ()
    if found is not None:
        able = tuple(one.topic for one in found.topics)
    others = (topic for topic in able if case is None or topic != case.topic)
    return tuple(others)[: LIKELIEST if found is not None else None]


def _by_words(situation: Situation, topics: tuple[str, ...]) -> tuple[str, ...]:
    ranked = situation.likely.topics if situation.likely else ()
    place = {one.topic: at for at, one in enumerate(ranked)}
    return tuple(sorted(topics, key=lambda topic: place.get(topic, 0)))


def _question(situation: Situation) -> tuple[str, tuple[tuple[CategoryId, str], ...]]:
    """Return what triage asks, and the two kinds of problem it cannot tell apart, in sentences."""
    found = situation.triage
    if found is None or not found.question or (situation.case and situation.case.category):
        return "", ()
    question = situation.catalog.words[situation.locale]["question"]
    if found.question == "tell_more":
        return question["tell_more"], ()
    best = [r.category for r in found.ranked if r.category != "other"][:CLOSEST]
    return question["which_is_closer"], tuple((c, question["options"][c]) for c in best)


def _card(situation: Situation, case: Case | None) -> Mapping[str, Any] | None:
    """Return the case to go on with: the open one, else the newest that is not over."""
    if case is not None and not (case.category or case.sent or case.closed):
        return None
    going = (c for c in reversed(situation.state.cases) if not c.closed and (c.category or c.sent))
    chosen = case or next(going, None)
    return summary(situation, chosen) if chosen else None
