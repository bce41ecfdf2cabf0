"""Sending a letter, one thing after the other: copy, open the place, copy the rest, say it went.

    subject, messages -> parts, each copied or not -> the one next thing

A clipboard holds one text: the place is opened once the first part is on it, and what follows is
copied when that was pasted. What is next is known when the popup opens again, which closes at each
paste.
"""

import re
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from guide.cases.to_copy import Copyable
from guide.ids import LetterPart
from guide.letters import letter_rules
from guide.model import Case
from guide.protocol import wire
from guide.protocol.codec import Json, encode
from guide.situation import Situation
from guide.surroundings import Page

type NextAct = Literal["edit", "copy", "open", "sent"]

_PLACE = re.compile(r"https://([^/?#]+)([^?#]*)")
# The front page of a site, in whatever language; what it offers is on all other pages, too.
_FRONT = re.compile(r"/?|/[a-z]{2}(?:-[a-z]{2})?/?", re.IGNORECASE)


class PartToCopy(NamedTuple):
    """A part as its button shows it; `effect` copies it."""

    part: LetterPart
    number: int
    effect: Json
    copied: bool
    heading: str = ""


def sending(situation: Situation, case: Case, letter: Iterable[Copyable]) -> dict[str, Any]:
    """Return the parts to copy, and what is next."""
    parts = tuple(_button(part) for part in letter)
    following = next((part for part in parts if not part.copied), None)
    by_message = case.channel in letter_rules.for_catalog(situation.catalog).chat.channels
    done = sum(part.copied for part in parts)
    return {
        "parts": parts,
        "messages_count": sum(part.part == "body" for part in parts),
        "next": _next(situation, case, parts, following),
        "next_part": following,
        "parts_copied": done,
        # In a chat each part is sent before the next is pasted.
        "one_by_one": by_message and len(parts) > 1,
        # Where the person is in the middle of it, the popup begins there.
        "begun": done > 0 and not case.editing,
    }


def _button(part: Copyable) -> PartToCopy:
    effect = wire.CopyText("copy", part.text, part.part, part.number, part.mark)
    return PartToCopy(part.part, part.number, encode(effect), part.copied, part.heading)


def _next(
    situation: Situation,
    case: Case,
    parts: tuple[PartToCopy, ...],
    following: PartToCopy | None,
) -> NextAct:
    if case.editing:
        return "edit"
    if following and following is parts[0]:
        return "copy"
    address = situation.catalog.channels[case.channel].address
    url = situation.catalog.addresses[address].url
    if case.opened != case.channel and not is_there(situation.turn.page, url):
        return "open"
    return "copy" if following else "sent"


def is_there(page: Page | None, url: str) -> bool:
    """Tell whether the page that is open is this one, or of the site whose front page this is."""
    here, place = _PLACE.match(page.url) if page else None, _PLACE.match(url)
    if here is None or place is None or here[1] != place[1]:
        return False
    return bool(_FRONT.fullmatch(place[2])) or here[2].startswith(place[2].rstrip("/"))
