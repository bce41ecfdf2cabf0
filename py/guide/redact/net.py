"""The last net: long random runs that no name and no known beginning gives away.

Measured, not listed (`randomness`). What support needs goes through: ids by their form, by the
name before them, hashes that are asked for, UUIDs, files, hosts; what links carry is for `links`.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from guide.redact import owners, randomness
from guide.redact.fold import Folded
from guide.redact.lexicon import SecretWords
from guide.redact.links import Link
from guide.redact.patterns import Span, wrapped_end
from guide.redact.shapes import UUID, Known

KIND = "secret"
# "9f2a7c1de4b5" | "9f2a"
_RUN = re.compile(r"[A-Za-z0-9$][A-Za-z0-9_+/=.~$!*:|^-]{11,}")
_PART = randomness.PART
# "data:image/png;base64,AAAA" | "AAAA"
_INLINE = re.compile(r"data:[a-z/+.-]{3,40};base64,[A-Za-z0-9+/=]*")
# "sha256-AAAA" | "AAAA"
_HASHED = re.compile(r"(?:sha\d{1,3}|md5|blake[23]\w?)[:=-]", re.IGNORECASE)
# "abcdefghijklmnopabcdefghijklmnop" | "abcq"
_EXTENSION = re.compile(r"[a-p]{32}")
# "8f3a2b1c9d4e5f60-TLV" | "8f3a"
_RAY = re.compile(r"[0-9a-f]{16}(?:-[a-z]{3})?")
_LEAST = {1: 14, 2: 16, 3: 12}  # Random characters, by how many kinds of them there are.
_LEAST_HEX = 20
_LEAST_DIGITS = 28  # So many digits are no id's.
_SHORT_GAP = 4  # Parts between random ones that are random by chance no more.
_HASH_SIZES = frozenset({32, 40, 56, 64, 96, 128})


def find(
    folded: Folded, words: SecretWords, known: Known, links: tuple[Link, ...]
) -> Iterator[Span]:
    """Yield random runs outside of links, each with what is written as one with it."""
    skipped = [*((link.start, link.end) for link in links)]
    skipped += [match.span() for match in _INLINE.finditer(folded.text)]
    skipped.sort()
    at = 0
    for run in _RUN.finditer(folded.text):
        while at < len(skipped) and skipped[at][1] <= run.start():
            at += 1
        if at < len(skipped) and skipped[at][0] < run.end():
            continue
        for start, end in _random_in(known, run):
            if not _is_needed(folded, words, known, start, end):
                yield KIND, start, wrapped_end(folded.text, end)


def _random_in(known: Known, run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a run that are random enough."""
    parts = [(m.start(), m.end(), randomness.of_part(known.pairs, m[0])) for m in _PART.finditer(run.string, run.start(), run.end())]
    first = -1
    last = -1
    for index, (start, end, count) in enumerate(parts):
        if count:
            first = index if first < 0 else first
            last = index
        elif first >= 0 and (end - start > _SHORT_GAP and not run.string[start:end].isdigit()):
            yield from _stretch(known, run, parts, first, last)
            first = last = -1
    if first >= 0:
        yield from _stretch(known, run, parts, first, last)


def _stretch(
    known: Known, run: re.Match[str], parts: list[tuple[int, int, int]], first: int, last: int
) -> Iterator[tuple[int, int]]:
    text = run.string
    start, end = parts[first][0], parts[last][1]
    found = randomness.of(known.pairs, text[start:end])
    least = _LEAST_HEX if found.hexadecimal else _LEAST[found.kinds]
    if found.count < least or 2 * found.count < end - start:
        return
    # A key's own beginning and end are part of it: "abc_live_...", "...==".
    while first > 0 and text[parts[first - 1][1] : start] in ("-", "_", "$", ".", "~") and start - parts[first - 1][0] <= 16:  # noqa: PLR2004
        first -= 1
        start = parts[first][0]
    while last + 1 < len(parts) and text[end : parts[last + 1][0]] in ("-", "_", "~", "+", "/", "."):
        last += 1
        end = parts[last][1]
    while end < run.end() and text[end] in "=_~-$":
        end += 1
    while start > run.start() and text[start - 1] in "$_-/+":
        start -= 1
    yield start, end


def _is_needed(folded: Folded, words: SecretWords, known: Known, start: int, end: int) -> bool:
    """Tell whether support needs this run: an id, a hash that was asked for, a file."""
    shown = folded.low[start:end].strip("$_-/+=~")
    name, _, ending = shown.rpartition(".")
    before = folded.text[max(0, start - 8) : start]
    if UUID.fullmatch(shown) or known.ids.fullmatch(shown) or _EXTENSION.fullmatch(shown) or _RAY.fullmatch(shown):
        return True
    if (name and ending in known.file_endings) or _HASHED.match(folded.text, start) or _HASHED.search(before):
        return True
    owner = owners.owner_of(folded, words, start)
    return owner == owners.ID or (owner == owners.HASH and len(shown) in _HASH_SIZES)
