"""Which parts of a letter went out, in words, where only some of them did."""

from collections.abc import Iterator

from guide.letters import boxes, letter_rules
from guide.model import SentRequest
from guide.situation import Situation

LIST = ", "


def parts_sent(situation: Situation, sent: SentRequest) -> str:
    """Return what of a letter went out, "" where all of it did."""
    return LIST.join(_parts(situation, sent))


def _parts(situation: Situation, sent: SentRequest) -> Iterator[str]:
    words = situation.catalog.words[situation.locale]["ui"]["sent"]["parts"]
    # The subject is copied first, and is no message.
    subjects = int(situation.catalog.channels[sent.channel].subject)
    total = sent.of - subjects
    headings = _headings(situation, sent)
    for at in sent.parts:
        if at <= subjects:
            yield str(words["subject"])
        elif headings:
            yield next(headings, "") or str(words["text"])
        else:
            word = words["text" if total == 1 else "message"]
            yield str(word.format(number=at - subjects, total=total))


def _headings(situation: Situation, sent: SentRequest) -> Iterator[str] | None:
    """Return those of the boxes of a form that were filled in, None elsewhere."""
    if sent.channel not in letter_rules.for_catalog(situation.catalog).form.channels:
        return None
    found = boxes.boxes(sent.text, form=True)
    return iter([box.heading for box in found if not box.choice])
