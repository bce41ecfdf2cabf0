"""A letter for a form, field by field: the form's own heading, and what goes below it.

    [Account Email]                        a box to type into
    noa@example.com

    * * *

    (•) Which product is affected?         something to choose there
    ChatGPT

The headings are the form's, in its language, so that each is found; they go into no box.
"""

import re
from dataclasses import dataclass

BREAK = "* * *"  # Harmless where the whole body is pasted at once.
_HEADING = re.compile(r"\[(?P<box>[^\]\n]+)\]|\(•\) ?(?P<choice>[^\n]+)")


@dataclass(frozen=True, slots=True)
class Box:
    """One text to send, or to put into a form; `choice` is chosen there, and not typed."""

    text: str
    heading: str = ""
    choice: bool = False


def messages(body: str) -> tuple[str, ...]:
    """Return the messages of a body, the person's own edit of one too, in the order to send."""
    parts = "\n" + body + "\n"
    return tuple(part.strip("\n") for part in parts.split(f"\n{BREAK}\n") if part.strip())


def boxes(body: str, *, form: bool, typed: str | None = None) -> tuple[Box, ...]:
    """Return what is copied one by one; only for a `form` are there headings.

    `typed` is the same body before anything in it was hidden: what stands for a secret is none.
    """
    parts = messages(body)
    before = body if typed is None else typed
    return tuple(_box(part, before) for part in parts) if form else tuple(map(Box, parts))


def _box(part: str, typed: str) -> Box:
    first, _, rest = part.partition("\n")
    found = _HEADING.fullmatch(first.strip())
    if found is None or found[0] not in typed:
        return Box(part)
    return Box(rest.strip("\n"), found["box"] or found["choice"], choice=bool(found["choice"]))
