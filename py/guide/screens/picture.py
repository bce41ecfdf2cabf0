"""The page where parts of a screenshot are blackened: only its words; the picture stays there."""

from typing import Any

from guide.situation import Situation

MOST_PIXELS = 40_000_000  # What a canvas of either browser holds, with room to draw.
MOST_BYTES = 50_000_000


def context(_: Situation) -> dict[str, Any]:
    """Return the context of `picture.html.j2`."""
    return {"most_pixels": MOST_PIXELS, "most_bytes": MOST_BYTES}
