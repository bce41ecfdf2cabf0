"""What the person brought from a page: to be looked at, and used as they say."""

from typing import Any

from guide.situation import Situation

# What it is for: the likeliest is the one action, the others stand below it.
USES = ("happened", "reply", "check")


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `brought.html.j2`."""
    brought = situation.state.brought
    placeholder = situation.compiled.redaction.words.placeholder
    text = brought.text if brought else ""
    first = brought.use if brought and brought.use in USES else USES[0]
    return {
        "text": text,
        "host": brought.host if brought else "",
        "cut": bool(brought and brought.cut),
        "flat": bool(brought and brought.flat),
        "masked": bool(placeholder.search(text)),
        "first": first,
        "others": tuple(use for use in USES if use != first),
    }
