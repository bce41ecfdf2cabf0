"""What the person can say of an advice: a button for each answer it offers, and one to skip it."""

from collections.abc import Iterator, Mapping
from typing import Any

from guide.catalog.records import StepAnswer
from guide.follow_up.due import day_after
from guide.ids import StepOutcome
from guide.model import Case
from guide.screens.widgets.dates import near
from guide.situation import Situation

type Button = Mapping[str, Any]

# What is asked of a step that is under way: before its day, and when it has come.
WAITING: Mapping[str, tuple[StepOutcome, ...]] = {
    "under_way": ("helped",),
    "any_news": ("helped", "under_way"),
}
NOT_NEWS = frozenset({"helped", "under_way"})  # Asked of a step that is under way anyhow.


def asked(situation: Situation) -> dict[str, Any]:
    """Return what a card asks: `answers`, and what is under way as `news`.

    `opened` is "tab" or "before" where the person has the card's page before them, or has had it:
    then how it went is the next thing in sight.
    """
    given, case = situation.advice, situation.case
    step = case.under_way if case and given and given.id in WAITING else None
    words = situation.catalog.words[situation.locale]
    news = step and {"advice": step.advice, "day": near(words, step.until, situation.turn.now)}
    answers = tuple(_buttons(situation))
    return {"answers": answers, "news": news, "opened": _opened(situation) if answers else ""}


def _opened(situation: Situation) -> str:
    given, case = situation.advice, situation.case
    if given is None or not given.card.address:
        return ""
    if situation.article == given.card.open and situation.article:
        return "tab"
    return "before" if case and case.opened_for == given.id else ""


def _buttons(situation: Situation) -> Iterator[Button]:
    given = situation.advice
    if given is None or not (offered := situation.catalog.advice[given.about].answers):
        return
    about = given.about
    if given.id not in WAITING:
        for outcome in (*offered, "skipped"):
            yield _button(situation, about, outcome)
        return
    for outcome in (*WAITING[given.id], *(one for one in offered if one not in NOT_NEWS)):
        yield _button(situation, about, outcome, "news_")
    write = situation.catalog.words[situation.locale]["ui"]["answers"]["write"]
    yield _with_event(about, "write", write, {"type": "stop_waiting", "advice": about})


def _button(situation: Situation, advice: str, outcome: StepOutcome, when: str = "") -> Button:
    words, now = situation.catalog.words[situation.locale], situation.turn.now
    rule = situation.catalog.advice[advice].answers.get(outcome, StepAnswer())
    common = words["ui"]["answers"]
    of_news = common.get(when + outcome) if when else None
    text = of_news or _own(words, advice, outcome) or common[outcome]
    said = text.format(date=near(words, day_after(now, rule.days), now))
    event = {"type": "followed", "advice": advice, "outcome": outcome}
    return _with_event(advice, outcome, said, event)


def _with_event(advice: str, name: str, text: str, event: Mapping[str, str]) -> Button:
    # Another id on each card: a click that began on one must not end on the next.
    return {"id": f"{advice}-{name}", "text": text, "event": event, "quiet": name == "skipped"}


def answered(words: Mapping[str, Any], advice: str, outcome: str) -> str:
    """Return how a step went, in the words of its own button; "" where it has none.

    "Both are final" is no step that did not help. What is under way has a day of its own.
    """
    own = _own(words, advice, outcome)
    return "" if outcome == "under_way" or "{" in own else own


def _own(words: Mapping[str, Any], advice: str, outcome: str) -> str:
    return str(words["advice"].get(advice, {}).get("answers", {}).get(outcome, ""))


def progress(situation: Situation) -> tuple[Mapping[str, str], ...]:
    """Return the steps before writing, in order, each with a key of the words' `ui.steps`."""
    case, given = situation.case, situation.advice
    if given is None:
        return ()
    return tuple(
        _step(
            situation, advice, "now" if advice == given.about else _stands(situation, case, advice)
        )
        for advice in given.path
    )


def _step(situation: Situation, advice: str, stands: str) -> Mapping[str, str]:
    words = situation.catalog.words[situation.locale]
    said = situation.said_done.get(advice, "")
    result = answered(words, advice, stands) or words["ui"]["steps"][stands]
    return {"advice": advice, "words": said, "stands": stands, "result": str(result)}


def _stands(situation: Situation, case: Case | None, advice: str) -> str:
    step, card = case and case.step(advice), situation.catalog.advice[advice]
    if step:
        return step.outcome
    if advice in situation.said_done:
        return "said"
    return "done" if case and card.field and case.answer(card.field) else "to_come"


def position(steps: tuple[Mapping[str, str], ...]) -> int:
    """Return which of the steps is the one shown, from 1; 0 where none of them is."""
    return next((at for at, step in enumerate(steps, 1) if step["stands"] == "now"), 0)
