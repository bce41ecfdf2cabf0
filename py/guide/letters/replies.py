"""The answers to support's questions, one by one: what is not answered keeps an empty place."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from guide.letters import telling
from guide.letters.brief import Brief
from guide.letters.lines import Lines
from guide.reading.asks import Asked

ATTACHED = "attached"  # The word for it, and the mark that it was said.


@dataclass(frozen=True)
class Answered:
    """All that support asked for, each with its answer or an empty place."""

    brief: Brief

    @property
    def _words(self) -> Any:  # noqa: ANN401  # Words are any.
        return self.brief.words["letters"]

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.brief)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Every question in their words, and its answer below."""
        return tuple(
            f"{at}. {one.text}\n{text or self._words['not_answered']}"
            for at, (one, text) in enumerate(self._each, 1)
        )

    @cached_property
    def lead(self) -> str:
        """The line above them: whether some are not answered yet; "" where nothing was asked."""
        key = "answers_some" if self.open else "answers_all"
        return str(self._words[key]) if self._each else ""

    @property
    def open(self) -> tuple[str, ...]:
        """What was asked and is not answered yet, in their words."""
        return tuple(one.text for one, text in self._each if self._is_open(one, text))

    @property
    def shows_attached(self) -> bool:
        """Whether one of the answers names what is attached."""
        return any(one.picture for one in self.brief.asked)

    def _is_open(self, one: Asked, text: str) -> bool:
        return not text or (one.picture and not self.brief.attached)

    @cached_property
    def _each(self) -> tuple[tuple[Asked, str], ...]:
        told: set[str] = set()
        return tuple((one, "\n".join(self._told(one, told))) for one in self.brief.asked)

    def _told(self, one: Asked, told: set[str]) -> Iterator[str]:
        """Yield what is known of one question, and what is not; nothing twice."""
        if own := self.brief.own_answer(one.text):
            yield own
        known = [field for field in one.fields if self.brief.told[field]]
        yield from self._said([field for field in known if field not in told])
        if known and told.issuperset(known):
            yield str(self._words["see_above"])
        told |= {*known}
        if one.picture:
            yield self._attached(told)
        elif known:
            for field in one.fields:
                if field not in known:
                    label = str(self.brief.words["fields"][field]["letter"])
                    yield self._lines.label(label, str(self._words["not_answered"]))

    def _attached(self, told: set[str]) -> str:
        attached, words = self.brief.attached, self._words
        if not attached:
            return str(words["not_attached"])
        if ATTACHED in told:
            return str(words["see_above"])
        told.add(ATTACHED)
        return self._lines.label(str(words[ATTACHED]), attached)

    def _said(self, fields: list[str]) -> Iterator[str]:
        """Yield these answers; where an earlier letter had them all, its day and its words."""
        letter = telling.told_before(self.brief.case, fields)
        day = self.brief.date(letter.at) if letter else ""
        before = {answer.field: answer.value for answer in letter.told} if letter and day else {}
        lines = [self._lines.say(field, self.brief.told[field]) for field in fields]
        if fields and all(before.get(field) == self.brief.told[field] for field in fields):
            yield str(self._words["told_before"]).format(date=day)
            lines = [f"> {line}" for line in lines]
        yield from lines
