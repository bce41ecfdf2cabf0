"""What a browser prints, read back by poppler: the texts of a PDF, and its pages as pictures.

Of the readers that were tried it is the one that keeps Hebrew words whole, out of both browsers.
"""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.harness import apt
from tests.harness.browsers_found import say_on_stderr

# Marks of direction are no part of any word, and poppler adds its own.
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# By script, since a number in a Hebrew line comes out glued to the next word.
_PIECES = re.compile(r"[א-ת]+|[A-Za-z]+|\d+")
DOTS = 40  # An inch: enough to see where there is ink.
INK = 200  # Of 255, which is white.


def pages(pdf: Path) -> list[str]:
    """Return the text of each page."""
    text = _poppler("pdftotext", "-layout", str(pdf), "-").decode()
    return _MARKS.sub("", text).split("\f")[:-1]


def bag(text: str) -> Counter[str]:
    """Return the words and numbers of a text, by script, whatever their order."""
    return Counter(_PIECES.findall(_MARKS.sub("", text)))


def pictures(pdf: Path, folder: Path, dots: int = 80) -> list[Path]:
    """Put each page as a PNG file into a folder, and return them in order."""
    folder.mkdir(parents=True, exist_ok=True)
    _poppler("pdftoppm", "-png", "-r", str(dots), str(pdf), str(folder / pdf.stem))
    return sorted(folder.glob(f"{pdf.stem}-*.png"))


def inked(pdf: Path) -> Iterator[list[float]]:
    """Yield for each page how far there is ink, of its width and height: start, top, end, bottom.

    A white page gives nothing but an empty list.
    """
    raw = _poppler("pdftoppm", "-gray", "-r", str(DOTS), str(pdf))
    while raw:
        head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", raw)
        assert head, "pdftoppm gives a PGM file a page"
        width, height = int(head[1]), int(head[2])
        picture = raw[head.end() : head.end() + width * height]
        raw = raw[head.end() + width * height :]
        dark = [at for at, grey in enumerate(picture) if grey < INK]
        across = [at % width / width for at in dark]
        down = [at // width / height for at in dark]
        yield [min(across), min(down), max(across), max(down)] if dark else []


def _poppler(*command: str) -> bytes:
    if not shutil.which(command[0]):
        apt.install(("poppler-utils",), say_on_stderr)
    return subprocess.run(command, capture_output=True, check=True).stdout
