"""What the person tried, and what passed between them and support, in the letter's language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from guide.letters.brief import TRIED, Brief
from guide.model import Reply, SentRequest, Tried

type Exchange = SentRequest | Reply


@dataclass(frozen=True)
class History:
    """The past of a case as a letter tells it; a suspicious answer was not support's."""

    brief: Brief

    @property
    def _words(self) -> Any:  # noqa: ANN401  # Words are any.
        return self.brief.words["letters"]

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Every letter and answer, oldest first, one line each."""
        return tuple(self._line(exchange) for exchange in self._exchanges())

    def _exchanges(self) -> Iterator[Exchange]:
        case = self.brief.case
        replies = [reply for reply in case.replies if reply.kind != "suspicious"]
        for place in range(len(case.sent) + 1):
            if place:
                yield case.sent[place - 1]
            last = place == len(case.sent)
            yield from (r for r in replies if r.after == place or (last and r.after > place))

    def _line(self, exchange: Exchange) -> str:
        day = self.brief.date(exchange.at)
        dated = "dated" if day else "undated"
        if isinstance(exchange, SentRequest):
            what, through = self._words["sent"][exchange.kind], self._through(exchange)
            return str(self._words[dated]).format(date=day, what=what, through=through)
        what = self._words["answers"][exchange.kind]
        return str(self._words[f"answer_{dated}"]).format(date=day, what=what)

    def _through(self, sent: SentRequest) -> str:
        return str(self._words["through"][sent.channel])

    @cached_property
    def _to_support(self) -> tuple[SentRequest, ...]:
        channels = self.brief.catalog.channels
        sent = self.brief.case.sent
        return tuple(s for s in sent if channels[s.channel].audience == "support")

    @cached_property
    def sent_on(self) -> str:
        """The day the last letter to support went out, "" where unknown."""
        return self.brief.date(self._to_support[-1].at) if self._to_support else ""

    @cached_property
    def last_sent(self) -> str:
        """The day and way of the last letter to support."""
        through = self._through(self._to_support[-1]) if self._to_support else ""
        return ", ".join(part for part in (self.sent_on, through) if part)

    @cached_property
    def answered(self) -> bool:
        """Whether support answered anything since the last letter."""
        replies = (r for r in self.brief.case.replies if r.kind != "suspicious")
        return any(r.after >= len(self.brief.case.sent) for r in replies)

    @cached_property
    def tried(self) -> tuple[str, ...]:
        """What was tried: in the person's words, what they ticked, and the steps they confirmed."""
        case, needs = self.brief.case, self.brief.catalog.needs(self.brief.case)
        own = (line.strip(" -*•\t") for line in self.brief.answers[TRIED].splitlines())
        steps = {step.advice: step for step in case.steps if step.outcome != "skipped"}
        every = dict.fromkeys((*steps, *needs.first))
        return (*filter(None, own), *(line for one in every for line in self._done(one, steps)))

    def _done(self, advice: str, steps: Mapping[str, Tried]) -> Iterator[str]:
        """Yield what was ticked on an advice's checklist, and what came of the advice."""
        card = self.brief.catalog.advice.get(advice)
        for tick in card.ticks if card else ():
            if self.brief.case.has_ticked(advice, tick):
                yield str(self.brief.words["advice"][advice]["ticks"][tick]["done"])
        if advice in steps and self._named(advice):
            yield self._step(steps[advice])

    def _named(self, advice: str) -> str:
        """Return how a letter names a step: as letters.toml does, else as its own card; or ""."""
        own = self.brief.words["advice"].get(advice, {}).get("tried", "")
        return str(self._words["tried"].get(advice, own))

    def _step(self, step: Tried) -> str:
        """Return a step with its result and its day; to have skipped one is not told."""
        day, card = self.brief.date(step.at), self.brief.words["advice"].get(step.advice, {})
        own = self._words["results"].get(step.advice, card.get("results", {}))
        result = own.get(step.outcome, self._words["outcomes"][step.outcome])
        pattern = self._words["step" if day else "step_undated"]
        return str(pattern).format(step=self._named(step.advice), result=result, date=day)
