"""What a page in another language must not have: words left over, words cut, things on one side."""

import tomllib
from pathlib import Path
from typing import Any

from tests.harness.popup import Popup

FILE = Path(__file__).parents[2] / "py" / "guide" / "content" / "pseudo.toml"
PSEUDO: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))
SCRIPT = Path(__file__).with_name("languages.js").read_text(encoding="utf-8")


def left_over(popup: Popup, own: str) -> list[str]:
    """Return the plain words of a pseudo-language's home that are seen, but `own` and names."""
    longest_first = sorted(PSEUDO["names"], key=len, reverse=True)
    return _asked(popup, "leftOver(...arguments)", longest_first, own)


def clipped(popup: Popup) -> list[str]:
    """Return elements that hide a part of what is in them."""
    return _asked(popup, "clipped()")


def unmirrored(popup: Popup) -> list[str]:
    """Return what stands elsewhere than its mirror image would, on a page from right to left."""
    return _asked(popup, "unmirrored()")


def narrowed(popup: Popup, width: int) -> list[str]:
    """Make the popup's viewport this wide; return what keeps it wider, if anything does."""
    try:
        popup.set_width(width)
    except AssertionError as error:
        return [str(error), *_asked(popup, "tooWide(...arguments)", width)]
    return popup.cut_off()


def _asked(popup: Popup, call: str, *args: object) -> list[str]:
    found: list[str] = popup.evaluate(f"{SCRIPT}; return {call}", *args)
    return found
