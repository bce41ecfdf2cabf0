"""Pages with Python's first screen already in them, so that the popup opens like plain HTML.

A page says where: `<!-- first-paint -->`, `<!-- static-guide -->`, `<!-- notice:problems.no_copy
-->`, and what comes there comes once in each language: `ask_guide` says it. A page in which
`{surface}` stands becomes one for each surface beside the popup, under its name; `{version}` is
ours, and `{language}` are the attributes of a page whose language no script has chosen yet.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from packager import programs
from packager.content_check import ask_guide
from packager.errors import BuildError
from packager.shell_part import scripts

PLACE = re.compile(r"<!-- ((?:first-paint|static-guide|static-page|notice)(?::[\w.:-]+)?) -->")
SURFACE = "{surface}"
LANGUAGE = "language"
VERSION = "{version}"
IN_WHICH = "{language}"
SURFACES = ("options", "picture", "privacy", "diagnostics", "case_file", "welcome", "news")


def make(extension: Path, py: Path, version: str, folder: Path) -> None:
    """Put every page of the extension, filled, into `folder`. Raises BuildError."""
    sources = {
        path.name: path.read_text(encoding="utf-8") for path in scripts.sources(extension, "*.html")
    }
    pages = dict(page for source in sources.items() for page in of(*source))
    if not pages:
        message = f"{extension.name}/ has no page; the popup's is popup.html"
        raise BuildError(message)
    names = sorted({name for text in pages.values() for name in PLACE.findall(text)} | {LANGUAGE})
    filled = json.loads(programs.python(ask_guide.__name__, "fill", *names, path=(py,)))
    for name, text in pages.items():
        whole = fill(text, filled).replace(VERSION, version).replace(IN_WHICH, filled[LANGUAGE])
        (folder / name).write_text(whole, encoding="utf-8", newline="\n")


def of(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield the pages, by name, that a source is: itself, or one for each surface."""
    if SURFACE not in text:
        yield name, text
        return
    yield from ((f"{surface}.html", text.replace(SURFACE, surface)) for surface in SURFACES)


def fill(page: str, filled: Mapping[str, str]) -> str:
    """Return the page with each placeholder replaced."""
    return PLACE.sub(lambda place: filled[place[1]], page)
