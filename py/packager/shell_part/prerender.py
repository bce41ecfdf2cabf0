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

from packager.content_check import ask_guide
from packager.errors import BuildError
from packager.shell_part import scripts

PLACE = re.compile(r"<!-- ((?:first-paint|static-guide|static-page|notice)(?::[\w.:-]+)?) -->")
SURFACE = "{surface}"
LANGUAGE = "language"
VERSION = "{version}"
IN_WHICH = "{language}"
SURFACES = ("options", "picture", "privacy", "diagnostics", "case_file", "welcome", "news")


def make(extension: Path, content: Path, version: str, folder: Path) -> None:
    """Put every page of the extension, filled, into `folder`; `content` has what with.

    Raises BuildError.
    """
    pages = _pages(extension)
    if not pages:
        message = f"{extension.name}/ has no page; the popup's is popup.html"
        raise BuildError(message)
    filled = json.loads((content / ask_guide.FILL).read_text(encoding="utf-8"))
    for name, text in pages.items():
        whole = fill(text, filled).replace(VERSION, version).replace(IN_WHICH, filled[LANGUAGE])
        (folder / name).write_text(whole, encoding="utf-8", newline="\n")


def places(extension: Path) -> list[str]:
    """Return the names of all that comes into the pages, sorted."""
    found = {name for text in _pages(extension).values() for name in PLACE.findall(text)}
    return sorted(found | {LANGUAGE})


def _pages(extension: Path) -> dict[str, str]:
    sources = scripts.sources(extension, "*.html")
    texts = ((path.name, path.read_text(encoding="utf-8")) for path in sources)
    return dict(page for source in texts for page in of(*source))


def of(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield the pages, by name, that a source is: itself, or one for each surface."""
    if SURFACE not in text:
        yield name, text
        return
    yield from ((f"{surface}.html", text.replace(SURFACE, surface)) for surface in SURFACES)


def fill(page: str, filled: Mapping[str, str]) -> str:
    """Return the page with each placeholder replaced."""
    return PLACE.sub(lambda place: filled[place[1]], page)
