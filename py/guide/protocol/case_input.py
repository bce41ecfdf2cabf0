"""A case as a file tells it, so that each letter of it can be read without a popup.

    {"topic": "charged_twice", "answers": {"goal": "Please refund it.", "amount": "USD 20"},
     "tried": [{"advice": "check_status", "outcome": "did_not_help", "at": "2026-11-02"}],
     "history": [{"kind": "first_request", "channel": "help_chat", "at": "2026-11-02",
                  "case_number": "04417735"}],
     "replies": [{"kind": "refused", "at": "2026-11-09", "text": "We cannot refund it."}],
     "now": "2026-11-22T10:00:00+02:00"}

Everything may be left out. `answers` are by the keys of fields.toml, `ticks` each `advice.tick`;
the lists are as the stored state has them (`guide.model`), oldest first. Times are ISO 8601.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from guide.ids import CategoryId
from guide.model import Answer, Case, Reply, SentRequest, Tried
from guide.protocol.codec import decode
from guide.protocol.json_text import parse


@dataclass(frozen=True, slots=True)
class CaseInput:
    """What the file says of the case, and when the letter is written ("" for no day)."""

    category: CategoryId | None = None
    topic: str = ""
    story: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    ticks: tuple[str, ...] = ()
    tried: tuple[Tried, ...] = ()
    attached: tuple[str, ...] = ()
    history: tuple[SentRequest, ...] = ()
    replies: tuple[Reply, ...] = ()
    now: str = ""

    def case(self) -> Case:
        """Return the case; an answer that does not say after how many letters goes by its day."""
        return Case(
            "c1",
            self.now,
            story=self.story,
            category=self.category,
            topic=self.topic,
            ticks=self.ticks,
            answers=tuple(Answer(f, value) for f, value in self.answers.items() if value),
            tried=self.tried,
            attached=self.attached,
            sent=self.history,
            replies=tuple(map(self._placed, self.replies)),
        )

    def _placed(self, reply: Reply) -> Reply:
        before = sum(sent.at <= reply.at for sent in self.history)
        return reply if reply.after else replace(reply, after=before)


def read(text: str) -> CaseInput:
    """Return what the text of such a file says. Raises ValueError or Mismatch, with the place."""
    return decode(CaseInput, parse(text))
