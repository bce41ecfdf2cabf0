"""What the person tried, and what passed between them and support, in the letter's language."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from guide.ids import WROTE
from guide.letters import prose
from guide.letters.brief import DAY, TRIED, Brief, parsed
from guide.model import Reply, SentRequest, Tried

type Exchange = SentRequest | Reply

MAX_SAID = 6  # Letters and answers in one line: the first, and the latest.
ANSWER_WITHIN = 7  # Days: a working week, wherever the weekend is.
LAST_YEAR = 9000  # Beyond it a date is a slip of the pen.


@dataclass(frozen=True)
class History:
    """The past of a case as a letter tells it; a suspicious answer was not support's."""

    brief: Brief

    @property
    def _words(self) -> Any:  # noqa: ANN401  # Words are any.
        return self.brief.words["letters"]

    @cached_property
    def line(self) -> str:
        """Every letter and answer, oldest first, in one line; "" where there were none."""
        said = [self._said(exchange) for exchange in self._exchanges()]
        if len(said) > MAX_SAID:
            said = [said[0], "…", *said[2 - MAX_SAID :]]
        whole = ", ".join(said)
        return f"{whole[:1].upper()}{whole[1:]}." if whole else ""

    def _exchanges(self) -> Iterator[Exchange]:
        case = self.brief.case
        replies = self._replies
        for place in range(len(case.sent) + 1):
            if place:
                yield case.sent[place - 1]
            last = place == len(case.sent)
            yield from (r for r in replies if r.after == place or (last and r.after > place))

    def _said(self, exchange: Exchange) -> str:
        if isinstance(exchange, Reply):
            return self._on(str(self._words["past_answer"]), exchange.at)
        text = self._on(str(self._words["past"][exchange.kind]), exchange.at)
        # The first is where support looks for the case.
        first = exchange is self.brief.case.sent[0]
        return f"{text} ({self._words['through'][exchange.channel]})" if first else text

    def _on(self, what: str, at: str) -> str:
        day = self.brief.date(at)
        return str(self._words["dated" if day else "undated"]).format(what=what, date=day)

    @cached_property
    def _replies(self) -> tuple[Reply, ...]:
        return tuple(reply for reply in self.brief.case.replies if reply.kind != "suspicious")

    @property
    def told_before(self) -> bool:
        """Whether the first letter is one that the story tells of: what it said is not known."""
        return WROTE in self.brief.case.said_done

    @property
    def refused(self) -> bool:
        """Whether support's last answer says no."""
        return bool(self._replies) and self._replies[-1].kind == "refused"

    @property
    def answered(self) -> bool:
        """Whether support has answered at all."""
        return bool(self._replies)

    @cached_property
    def again(self) -> str:
        """The day of an earlier answer that is the same text as the last one, "" for none."""
        return self.brief.date(self._replies[-1].again) if self._replies else ""

    @property
    def answered_on(self) -> str:
        """The day of support's last answer, "" where unknown."""
        return self.brief.date(self._replies[-1].at) if self._replies else ""

    @property
    def answer_by(self) -> str:
        """The day until which an answer is asked for, "" where no day is known."""
        today = parsed(self.brief.now)
        if today is None or today.year > LAST_YEAR:
            return ""
        return self.brief.date((today + dt.timedelta(ANSWER_WITHIN)).isoformat())

    @cached_property
    def _to_support(self) -> tuple[SentRequest, ...]:
        channels = self.brief.catalog.channels
        sent = self.brief.case.sent
        return tuple(s for s in sent if channels[s.channel].audience == "support")

    @property
    def promised_by(self) -> str:
        """The day that support named, if it has come, "" for none."""
        promise, today = self.brief.case.promised, self.brief.now[:DAY]
        return self.brief.date(promise.on) if promise and promise.on <= today else ""

    @cached_property
    def silent_since(self) -> str:
        """The day of the first letter to support that it left unanswered, "" where unknown."""
        wait = {name: way.wait for name, way in self.brief.catalog.replies.items()}
        answered = [reply.after for reply in self._replies if wait[reply.kind] != "on"]
        after = self.brief.case.sent[answered[-1] if answered else 0 :]
        left = next((one for one in after if one in self._to_support), None)
        return self.brief.date(left.at) if left else ""

    @cached_property
    def tried(self) -> tuple[str, ...]:
        """What was done: in the person's words, what they ticked, and the steps they confirmed."""
        own = (line.strip(" -*•\t") for line in self.brief.answers[TRIED].splitlines())
        suggested = (self._suggested(step) for step in self.brief.case.steps if step.words)
        return tuple(dict.fromkeys((*filter(None, own), *self.steps, *filter(None, suggested))))

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """What was done of the guide's own advice, in its words."""
        every = dict.fromkeys((*self._steps, *self.brief.catalog.needs(self.brief.case).first))
        return tuple(line for advice in every for line in self._done(advice))

    def _suggested(self, step: Tried) -> str:
        """Return a step that support suggested with its result; to have skipped one is not told."""
        if step.outcome == "skipped":
            return ""
        name = str(self._words["suggested"]).format(step=prose.one_line(step.words).rstrip("."))
        return self._dated(name, str(self._words["outcomes"][step.outcome]), step.at)

    @cached_property
    def told_fields(self) -> tuple[str, ...]:
        """The fields whose answer a step that is told says already."""
        cards = self.brief.catalog.advice
        told = ((a, s) for a, s in self._steps.items() if a in cards and self._result(s))
        return tuple(
            field
            for advice, step in told
            if step.outcome in cards[advice].answers and self._named(advice)
            for field in cards[advice].answers[step.outcome].sets
        )

    @cached_property
    def _steps(self) -> Mapping[str, Tried]:
        every = (step for step in self.brief.case.steps if not step.words)
        return {step.advice: step for step in every if step.outcome != "skipped"}

    def _done(self, advice: str) -> Iterator[str]:
        """Yield what was ticked on an advice's checklist, ended by its result; else the advice."""
        card = self.brief.catalog.advice.get(advice)
        if card and card.quiet:
            return
        ticks = card.ticks if card else ()
        done = [tick for tick in ticks if self.brief.case.has_ticked(advice, tick)]
        yield from (str(self.brief.words["advice"][advice]["ticks"][t]["done"]) for t in done)
        step = self._steps.get(advice)
        if step and self._named(advice):
            yield from filter(None, (self._after_ticks(step) if done else self._step(step),))

    def _named(self, advice: str) -> str:
        """Return how a letter names a step: as letters.toml does, else as its own card; or ""."""
        own = self.brief.words["advice"].get(advice, {}).get("tried", "")
        return str(self._words["tried"].get(advice, own))

    def _after_ticks(self, step: Tried) -> str:
        """Return what came of a checklist; that it was done its ticks say themselves."""
        result = self._own_result(step)
        if not result and step.outcome == "done":
            return ""
        if not result:
            rest = step.outcome == "cannot"
            result = str(self._words["rest_cannot"] if rest else self._result(step))
        return self._dated(str(self._words["result"]), result, step.at)

    def _step(self, step: Tried) -> str:
        """Return a step with its result and its day; to have skipped one is not told."""
        return self._dated(self._named(step.advice), self._result(step), step.at)

    def _dated(self, name: str, result: str, at: str) -> str:
        day = self.brief.date(at)
        pattern = self._words["step" if day else "step_undated"]
        # It begins a line of a list, as what was ticked does.
        return str(pattern).format(step=name[:1].upper() + name[1:], result=result, date=day)

    def _result(self, step: Tried) -> str:
        return self._own_result(step) or str(self._words["outcomes"][step.outcome])

    def _own_result(self, step: Tried) -> str:
        card = self.brief.words["advice"].get(step.advice, {})
        own = self._words["results"].get(step.advice, card.get("results", {}))
        return str(own.get(step.outcome, ""))
