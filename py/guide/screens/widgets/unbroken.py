"""Texts in runs, so that numbers, ids and addresses stay in one piece, and in their own order.

A text from right to left shows "-20%" as "20%-" and tears a phone number at a line's end; a run
that is `ltr` is set in an element of its own, and one that is `whole` is never broken.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 40  # Characters that still fit into a line, whatever its width.
# Finds «+972 52-555-0143», «INV-2026-000123», «$20.00», «20 USD», «-20%», «a@b.com», not «and».
_RUN = re.compile(
    r"\+\d[\d() -]{5,}\d"
    r"|(?:(?<![^\s(\[\"'])[+\-−])?(?:[$€£₪]\s?)?[A-Za-z0-9](?:[!-~–€£₪]*[A-Za-z0-9%€£₪/#_=+])?"
    r"(?: (?:USD|EUR|GBP|ILS|NIS)\b)?"
)
_TELLING = re.compile(r"\d|@|://")


class Run(NamedTuple):
    """A piece of a text; of what is neither, nothing is special."""

    text: str
    ltr: bool = False
    whole: bool = False


def runs(text: str) -> tuple[Run, ...]:
    """Return the text in pieces, which together are the text."""
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[Run]:
    done = 0
    for found in _RUN.finditer(text):
        if not _TELLING.search(found[0]):
            continue
        if found.start() > done:
            yield Run(text[done : found.start()])
        yield Run(found[0], ltr=True, whole=len(found[0]) < LONGEST)
        done = found.end()
    if done < len(text):
        yield Run(text[done:])
