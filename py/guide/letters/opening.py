"""What a letter begins with, and what of it waits: the first message of a chat is read alone.

    request, head, what happened, the key fact  ->  as much as one message holds, whole sentences
                                                ->  the rest, which the second message tells

Together they tell everything once.
"""

from dataclasses import dataclass

from guide.letters import prose
from guide.letters.brief import DOT, Brief

FIRST = 500  # Characters of the first message, without its greeting and its last sentence.
MAX_REQUEST = 160
MAX_HEAD = 60
MAX_PAST = 140
MAX_LINE = 60
MAX_KEY = 2


@dataclass(frozen=True, slots=True)
class FirstMessage:
    """The parts of the first message; `rest` is what it had no room for, "" for nothing.

    `keyed` are the fields that `key` tells.
    """

    request: str
    head: str
    past: str
    about: str
    key: str
    rest: str
    keyed: tuple[str, ...] = ()


def of(brief: Brief, past: str) -> FirstMessage:
    """Return the opening of a letter; `past` is the line of what was written before."""
    if not brief.chat:
        about = brief.say(brief.about, brief.story)
        return FirstMessage(brief.request, brief.head, past, about, "", "")
    request, more = prose.split(brief.mask(brief.request), MAX_REQUEST)
    heads = [brief.mask(one) for one in brief.heads]
    head = DOT.join(one for one in heads if len(one) <= MAX_HEAD)
    below = DOT.join(one for one in heads if len(one) > MAX_HEAD)
    told, later = ("", past) if len(past) > MAX_PAST else (past, "")
    keyed = _key(brief)
    key = brief.list_of(keyed)
    room = FIRST - sum(map(len, (request, head, told, key)))
    about, others = prose.split(brief.mask(brief.story), room)
    rest = (more, below, later, _continued(brief, about, others))
    return FirstMessage(
        request,
        head,
        told,
        brief.say(brief.about, about),
        key,
        "\n\n".join(filter(None, rest)),
        keyed,
    )


def _continued(brief: Brief, about: str, others: str) -> str:
    if not about:
        return brief.say(brief.about, others)
    return brief.label(str(brief.words["letters"]["continued"]), others)


def _key(brief: Brief) -> tuple[str, ...]:
    """Return the facts by which support finds what went wrong, short ones, at most MAX_KEY."""
    able = (field for field in brief.rules.opening.key if field in brief.fields)
    said = ((field, brief.say(field, brief.answers[field])) for field in able)
    short = [field for field, text in said if text and "\n" not in text and len(text) <= MAX_LINE]
    return tuple(short[:MAX_KEY])
