"""Pages with Python's first screen already in them, so that the popup opens like plain HTML.

A page says where: `<!-- first-paint:he -->`, `<!-- static-guide:en -->`,
`<!-- words:shell.failed:he -->`. `rehearsal` says what comes there.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from packager import programs, rehearsal
from packager.errors import BuildError

PLACE = re.compile(r"<!-- ((?:first-paint|static-guide|words):[\w.:-]+) -->")


def make(extension: Path, py: Path, folder: Path) -> None:
    """Put every page of the extension, filled, into `folder`. Raises BuildError."""
    pages = {path.name: path.read_text(encoding="utf-8") for path in extension.glob("*.html")}
    if not pages:
        message = f"{extension.name}/ has no page; the popup's is popup.html"
        raise BuildError(message)
    names = sorted({name for text in pages.values() for name in PLACE.findall(text)})
    filled = json.loads(programs.python(rehearsal.__name__, "fill", *names, path=(py,)))
    for name, text in pages.items():
        (folder / name).write_text(fill(text, filled), encoding="utf-8", newline="\n")


def fill(page: str, filled: Mapping[str, str]) -> str:
    """Return the page with each placeholder replaced."""
    return PLACE.sub(lambda place: filled[place[1]], page)
