"""Sending a letter, one thing after the other: copy each part, open the place, say that it went.

    subject, messages -> parts, each copied or not -> the one next thing

What is next is known when the popup opens again, which closes at each paste.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from guide.cases import copies
from guide.ids import LetterPart
from guide.letters.boxes import Box
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
    """One thing to copy: the subject, or a message of the body; `effect` copies it.

    `heading` is that of the box of a form into which it goes, "" elsewhere.
    """

    part: LetterPart
    number: int
    effect: Json
    copied: bool
    heading: str = ""


def sending(situation: Situation, case: Case, subject: str, boxes: Iterable[Box]) -> dict[str, Any]:
    """Return the parts to copy, and what is next; `subject` is "" where the place has none.

    What is chosen in a form is not copied.
    """
    parts = tuple(_parts(situation, case, subject, (box for box in boxes if not box.choice)))
    done = sum(part.copied for part in parts)
    following = next((part for part in parts if not part.copied), None)
    return {
        "subject_part": next((part for part in parts if part.part == "subject"), None),
        "body_parts": tuple(part for part in parts if part.part == "body"),
        "next": _next(situation, case, following),
        "next_part": following,
        "parts_copied": done,
        "parts_count": len(parts),
        # Where the person is in the middle of it, the popup begins there.
        "begun": done > 0 and not case.editing,
    }


def _parts(
    situation: Situation, case: Case, subject: str, boxes: Iterable[Box]
) -> Iterator[PartToCopy]:
    if subject:
        yield _part(situation, case, "subject", 1, subject)
    for number, box in enumerate(boxes, 1):
        yield _part(situation, case, "body", number, box.text)._replace(heading=box.heading)


def _part(situation: Situation, case: Case, part: LetterPart, number: int, text: str) -> PartToCopy:
    mark = copies.mark(text)
    effect = wire.CopyText("copy", text, part, number, mark)
    copied = copies.is_copied(case, situation.letter_locale, part, number, mark)
    return PartToCopy(part, number, encode(effect), copied)


def _next(situation: Situation, case: Case, following: PartToCopy | None) -> NextAct:
    if case.editing:
        return "edit"
    if following:
        return "copy"
    address = situation.catalog.channels[case.channel].address
    url = situation.catalog.addresses[address].url
    there = case.opened == case.channel or is_there(situation.turn.page, url)
    return "sent" if there else "open"


def is_there(page: Page | None, url: str) -> bool:
    """Tell whether the page that is open is this one, or of the site whose front page this is."""
    here, place = _PLACE.match(page.url) if page else None, _PLACE.match(url)
    if here is None or place is None or here[1] != place[1]:
        return False
    return bool(_FRONT.fullmatch(place[2])) or here[2].startswith(place[2].rstrip("/"))
