"""What a letter begins with, and what of it waits: the first message of a chat is read alone.

    request, head, what happened, the key fact  ->  as much as one message holds, whole sentences
                                                ->  the rest, which the second message tells

Together they tell everything once. A letter that goes as one message has all its facts there.
"""

from collections.abc import Container
from dataclasses import dataclass

from guide.letters import prose
from guide.letters.brief import DOT, Brief
from guide.letters.lines import Lines

FIRST = 460  # Characters of all these; greeting, labels and fixed sentences come to some 180.
MAX_REQUEST = 150
MAX_HEADS = 140
MAX_PAST = 140
MAX_KEY = 3  # Facts.
MAX_ABOUT = 200  # Of what happened: so much of it goes before the facts.


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


def of(brief: Brief, past: str, but: Container[str] = (), *, in_one: bool = False) -> FirstMessage:
    """Return the opening of a letter; `past` is the line of what was written before.

    `but` are the fields that a step tells, further down. `in_one`: a chat gets it as one message.
    """
    lines = Lines(brief)
    if in_one or not brief.chat:
        about = lines.say(brief.about, brief.story)
        keyed = tuple(one for one in lines.apart(brief.fields) if one not in but) if in_one else ()
        key = lines.list_of(keyed)
        return FirstMessage(brief.request, brief.head, past, about, key, "", keyed)
    request, more = prose.split(brief.mask(brief.request), MAX_REQUEST)
    head, below = _heads(brief)
    told, later = ("", past) if len(past) > MAX_PAST else (past, "")
    story = brief.mask(brief.story)
    kept = min(len(story), MAX_ABOUT)
    keyed = _key(lines, but, FIRST - kept - len(request) - len(head) - len(told))
    key = lines.list_of(keyed)
    room = FIRST - sum(map(len, (request, head, told, key)))
    about, others = prose.split(story, room)
    rest = (more, below, later, _continued(lines, about, others))
    return FirstMessage(
        request,
        head,
        told,
        lines.say(brief.about, about),
        key,
        "\n\n".join(filter(None, rest)),
        keyed,
    )


def _continued(lines: Lines, about: str, others: str) -> str:
    if not about:
        return lines.say(lines.brief.about, others)
    return lines.label(str(lines.brief.words["letters"]["continued"]), others)


def _heads(brief: Brief) -> tuple[str, str]:
    """Return the line by which the case is found, and what of it is too long for that."""
    above: list[str] = []
    below: list[str] = []
    for one in map(brief.mask, brief.heads):
        (above if len(DOT.join((*above, one))) <= MAX_HEADS else below).append(one)
    return DOT.join(above), DOT.join(below)


def _key(lines: Lines, but: Container[str], room: int) -> tuple[str, ...]:
    """Return the facts by which support finds what went wrong, as far as there is room.

    They are the first that the problem asks for: which these are, each topic says.
    """
    found, count = dict[str, None](), 0
    for field in (one for one in lines.apart(lines.brief.fields) if one not in but):
        text = lines.list_of((field,))
        if text and field not in found and len(text) <= room and count < MAX_KEY:
            found |= dict.fromkeys(lines.together(field))
            room, count = room - len(text), count + 1
    return tuple(found)
