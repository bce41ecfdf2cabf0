"""The answers to support's questions, one by one: what is not answered is left out.

An empty place in a text is sent as it is by who does not look. What is left out, `open` names for
the guide to show.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from guide.letters import attaching, telling
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
        """Every question with an answer, in their words, and the answer below."""
        answered = ((one, text) for one, text in self._each if text)
        return tuple(f"{at}. {one.text}\n{text}" for at, (one, text) in enumerate(answered, 1))

    @cached_property
    def lead(self) -> str:
        """The line above them: whether some are not answered yet; "" where none is."""
        key = "answers_some" if self.open else "answers_all"
        return str(self._words[key]) if self.lines else ""

    @property
    def open(self) -> tuple[Asked, ...]:
        """What was asked and is not answered, or not whole."""
        return tuple(one for one, text in self._each if self._is_open(one, text))

    @property
    def shows_attached(self) -> bool:
        """Whether one of the answers names what is attached."""
        return any(one.picture for one in self.brief.asked)

    def _is_open(self, one: Asked, text: str) -> bool:
        if one.picture:
            return not self.brief.attached and self._has_more
        case, told = self.brief.case, self.brief.told
        return not text or (
            not self.brief.own_answer(one.text)
            and any(not told[field] and not case.lacks(field) for field in one.fields)
        )

    @cached_property
    def _each(self) -> tuple[tuple[Asked, str], ...]:
        told: set[str] = set()
        return tuple((one, "\n".join(self._told(one, told))) for one in self.brief.asked)

    def _told(self, one: Asked, told: set[str]) -> Iterator[str]:
        """Yield what is known of one question; nothing twice."""
        if own := self.brief.own_answer(one.text):
            yield own
        known = [field for field in one.fields if self.brief.told[field]]
        yield from self._said([field for field in known if field not in told])
        if known and told.issuperset(known):
            yield str(self._words["see_above"])
        told |= {*known}
        if one.picture:
            yield from self._attached(told)
            return
        for field in filter(self.brief.case.lacks, one.fields):
            yield self._lines.label(self._lines.name(field), str(self._words["lacking"]))

    @property
    def _has_more(self) -> bool:
        """Whether there is something that went with no letter yet, or nothing went at all."""
        brief = self.brief
        left = attaching.asked(brief.catalog, brief.case, brief.kind, brief.channel)
        return bool(left) or not brief.attached_before

    def _attached(self, told: set[str]) -> Iterator[str]:
        attached, words = self.brief.attached, self._words
        if not (attached or self.brief.attached_before):
            return
        if ATTACHED in told:
            yield str(words["see_above"])
            return
        told.add(ATTACHED)
        yield from filter(None, [self._lines.label(str(words[ATTACHED]), attached)])
        for day, what in self.brief.attached_before:
            yield str(words["attached_before"]).format(date=day, what=what)

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
