"""Paths of files whose folder or file has a drawn name: who knows the name gets at the file.

Names that programs draw (builds, caches, packages of an app store) are no secrets, and support
needs them: `drawn_in` lists what such folders lie in, `built_endings` what such files end in.
"""

import re
from collections.abc import Iterator

from guide.redact import links
from guide.redact.fold import FILLER, Folded, near
from guide.redact.patterns import Span
from guide.redact.shapes import HASHED, UUID, Known
from guide.text.hebrew import LETTERS

KIND = "secret"
_END = rf"\s<>\"'`|?*,;(){{}}\[\]{LETTERS}{FILLER}"
# Finds «/home/dana/a.txt», «C:\\Users\\a», «s3://b/a», not «and/or».
_PATH = re.compile(
    rf"(?:(?:s3|gs|gcs|az|abfss|smb|afp|nfs|file|sftp|scp|hdfs|dbfs)://|\\\\|(?<![\w./:~\\])"
    rf"(?:[A-Za-z]:[\\/]|~?/|\.{{1,2}}[\\/]|[A-Za-z][a-z_-]{{2,20}}[\\/]))[^{_END}]{{6,1024}}"
)
# Finds «/», not «a».
_SLASH = re.compile(r"[/\\]")
# Finds «a», not «/».
_STEP = re.compile(r"[^/\\]+")
# Finds «9f2a», not «-».
_PART = re.compile(r"[A-Za-z0-9]+")
_LEAST_PART, _HASH = 8, 40  # Of a commit.


def find(folded: Folded, known: Known, found: tuple[links.Link, ...]) -> Iterator[Span]:
    """Yield the steps of paths that were drawn at random; what links carry is for `links`."""
    text, at = folded.text, 0
    for path in near(_SLASH, _PATH, text):
        while at < len(found) and found[at].end <= path.start():
            at += 1
        if at < len(found) and found[at].start < path.end():
            continue
        before = ""
        for step in _STEP.finditer(text, *path.span()):
            shown = step[0].rstrip(".:!")
            if before not in known.drawn_in and _is_drawn(known, shown):
                yield KIND, step.start(), step.start() + len(shown)
            before = shown.lower()


def _is_drawn(known: Known, shown: str) -> bool:
    """Tell whether a step was drawn, all of it or a part between signs."""
    name, _, ending = shown.rpartition(".")
    whole = name if name and ending.isalnum() and len(ending) < _LEAST_PART else shown
    low = shown.lower()
    if ending.lower() in known.built_endings or known.ids.fullmatch(low) or HASHED.search(shown):
        return False
    return not UUID.search(low) and any(_is_key(known, part) for part in _PART.findall(whole))


def _is_key(known: Known, part: str) -> bool:
    if len(part) < _LEAST_PART or len(part) == _HASH or part.isdigit():
        return False
    return links.is_short_draw(known, part) or links.is_random(known, part)
