"""What of a letter is copied one by one, in the order of sending, and what of it was.

the letter as it goes out -> the subject, its messages or boxes -> a part each, copied or not
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from guide.cases import copies
from guide.cases.outgoing import Outgoing
from guide.ids import Count, LetterPart
from guide.letters import boxes, letter_rules
from guide.letters.boxes import BREAK, Box
from guide.model import Case
from guide.situation import Situation

type Progress = Literal["none", "some", "all"]


@dataclass(frozen=True, slots=True)
class Copyable:
    """One thing to copy: the subject, or a message of the body, counted from 1.

    `mark` stands for its text (`guide.cases.copies`); `heading` is that of the box of a form into
    which it goes, "" elsewhere.
    """

    part: LetterPart
    number: Count
    text: str
    mark: str
    copied: bool
    heading: str = ""


def found(situation: Situation, case: Case, out: Outgoing) -> tuple[Box, ...]:
    """Return the texts to send, in order; what is chosen in a form is among them."""
    form = case.channel in letter_rules.for_catalog(situation.catalog).form.channels
    return boxes.boxes(out.body, form=form, typed=out.own_body)


def parts(
    situation: Situation, case: Case, out: Outgoing, texts: Iterable[Box]
) -> tuple[Copyable, ...]:
    """Return the parts to copy of what was `found`, in order: what is chosen in a form is none."""
    return tuple(_parts(situation, case, out, texts))


def _parts(
    situation: Situation, case: Case, out: Outgoing, texts: Iterable[Box]
) -> Iterator[Copyable]:
    if situation.catalog.channels[case.channel].subject and out.subject:
        yield _part(situation, case, "subject", 1, Box(out.subject))
    typed = (box for box in texts if not box.choice)
    for number, box in enumerate(typed, 1):
        yield _part(situation, case, "body", number, box)


def _part(situation: Situation, case: Case, part: LetterPart, number: int, box: Box) -> Copyable:
    mark = copies.mark(box.text)
    copied = copies.is_copied(case, situation.letter_locale, part, number, mark)
    return Copyable(part, number, box.text, mark, copied, box.heading)


def progress(all_: Iterable[Copyable]) -> Progress:
    """Tell how much of a letter was copied."""
    copied = {one.copied for one in all_}
    return "some" if len(copied) > 1 else "all" if True in copied else "none"


def only_copied(situation: Situation, case: Case, out: Outgoing) -> Outgoing:
    """Return the letter with what was copied of it, and what was chosen in a form."""
    texts = found(situation, case, out)
    known = {(o.part, o.number): o.copied for o in parts(situation, case, out, texts)}
    kept, number = [], 0
    for text, box in zip(boxes.messages(out.body), texts, strict=True):
        number += not box.choice
        if box.choice or known["body", number]:
            kept.append(text)
    subject = out.subject if known.get(("subject", 1)) else ""
    return replace(out, subject=subject, body=f"\n\n{BREAK}\n\n".join(kept))
