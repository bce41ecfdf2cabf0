"""The last net: long random runs that no name and no known beginning gives away.

Measured, not listed (`randomness`). What support needs goes through: ids by their form, by the
name before them, hashes that are asked for, UUIDs, files, hosts; what links carry is for `links`.
"""

import re
from collections.abc import Iterator

from guide.redact import owners, randomness
from guide.redact.fold import Folded
from guide.redact.lexicon import SecretWords, has
from guide.redact.links import Link
from guide.redact.patterns import Span
from guide.redact.shapes import HASHED, RAY, UUID, ZONE, Known
from guide.text.hebrew import LETTERS

KIND = "secret"
# Finds «9f2a7c1de4b5», not «9f2a».
_RUN = re.compile(r"[A-Za-z0-9$][A-Za-z0-9_+/=.~$!*:|^-]{11,}")
# Finds «ä», not «a».
_ACCENTED = re.compile(r"[À-ÖØ-öø-ɏ]")
_PART = randomness.PART
# What anybody may read: pictures in the text, certificates, public keys, hashes of packages.
# Finds «data:image/png;base64,AAAA», not «base64,AAAA».
OPEN = re.compile(
    r"data:[a-z/+.-]{3,40};base64,[A-Za-z0-9+/=]*|sha\d{3}-[A-Za-z0-9+/]{20,90}={0,2}"
    r"|-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]{1,9000}"
    r"|ssh-(?:rsa|ed25519|dss) AAAA[A-Za-z0-9+/=]+"
    r"|(?<!\w)0x[0-9a-fA-F]{6,16}(?!\w)"
)
# Finds «abcdefghijklmnopabcdefghijklmnop», not «abcq».
_EXTENSION = re.compile(r"[a-p]{32}")
_LEAST = {1: 14, 2: 16, 3: 12}  # Random characters, by how many kinds of them there are.
_LEAST_LETTERS = 14
_LEAST_HEX = 20
_IDS_HEX = 20  # So long are the ids of errors that no name goes before.
_DENSE = 30  # So many random characters of all kinds are Base64, where "/" parts no steps.
_SURE, _PIECE = 17, 2.7  # Below so many characters, pieces of so many are a name's.
_LONG_GAP = 8  # Of capitals alone.
_SHORT_GAP = 4  # Parts between random ones that are random by chance no more.
_JOINS = frozenset("-_$.~+!*")
_LONGEST_BEGINNING = 20
# Finds «\n  9f2a7c1d», not «a b».
_NEXT_LINE = re.compile(
    r"[\\=]?\r?\n[ \t>|*\"'`+]{0,16}(?=([A-Za-z0-9_.+/-]+={0,2})([\n\r\"'`]|\Z))"
)
_LEAST_BROKEN = 20
# Finds «sha-256», not «256».
_NAME = re.compile(rf"[a-z]+(?:-?\d{{1,3}})?|[{LETTERS}]+")
# Finds «9f2a7c», not «xyz».
_HEX = re.compile(r"[0-9a-f]+")
# Finds «  setup.exe», not « is».
_HASHED_FILE = re.compile(r"[ \t]{1,2}\*?[\w./\\-]{1,80}\.[a-z0-9]{1,6}(?!\w)")
_NEAR = 80
_LONGEST_ID = 200
_LONGEST_SHORT_HASH = 41  # Commits are shown shortened to any length.
_HASH_SIZES = frozenset({32, 40, 56, 64, 96, 128})


def find(
    folded: Folded, words: SecretWords, known: Known, links: tuple[Link, ...]
) -> Iterator[Span]:
    """Yield random runs outside of links, each with what is written as one with it."""
    skipped = [*((link.start, link.end) for link in links)]
    skipped += [match.span() for match in OPEN.finditer(folded.text)]
    skipped.sort()
    at = 0
    for run in _RUN.finditer(folded.text):
        while at < len(skipped) and skipped[at][1] <= run.start():
            at += 1
        if at < len(skipped) and skipped[at][0] < run.end():
            continue
        if _ACCENTED.search(folded.text[max(0, run.start() - 1) : run.end() + 1]):
            continue  # The rest of a long word: "…elektrizitätenhauptbetriebswerk…".
        for start, end in _random_in(known, run):
            if not _is_needed(folded, words, known, start, end):
                yield KIND, start, _wrapped_end(folded.text, start, end)


def is_zone(folded: Folded, start: int, end: int) -> bool:
    """Tell whether what was found there is of a time zone's name, as Asia/Novokuznetsk is."""
    near = ZONE.finditer(folded.text, max(0, start - _LONGEST_AREA), end + 1)
    return any(zone.start() <= start and end <= zone.end() for zone in near)


_LONGEST_AREA = 44


def _wrapped_end(text: str, start: int, end: int) -> int:
    """Return where a key ends that goes on in the next lines, each its last word's only one."""
    longest = end - start
    while longest >= _LEAST_BROKEN and (line := _NEXT_LINE.match(text, end)):
        more = line[1]
        told = any(map(str.isdigit, more)) or (
            not more.islower() and not more.istitle() and not more.isupper()
        )
        if not told or len(more) > longest + 1:
            break
        end = line.end(1)
    return end


def _random_in(known: Known, run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a run that are random enough."""
    parts = [
        (m.start(), m.end(), randomness.of_part(known.pairs, m[0]))
        for m in _PART.finditer(run.string, run.start(), run.end())
    ]
    first = -1
    last = -1
    for index, (start, end, count) in enumerate(parts):
        if count:
            first = index if first < 0 else first
            last = index
        elif first >= 0 and _is_word(run.string[start:end]):
            yield from _stretch(known, run, parts, first, last)
            first = last = -1
    if first >= 0:
        yield from _stretch(known, run, parts, first, last)


def _is_word(part: str) -> bool:
    """Tell whether a part that is not random ends a stretch; a few letters are there by chance."""
    longest = _LONG_GAP if part.isupper() else _SHORT_GAP
    return len(part) > longest and not part.isdigit()


def _stretch(
    known: Known, run: re.Match[str], parts: list[tuple[int, int, int]], first: int, last: int
) -> Iterator[tuple[int, int]]:
    text = run.string
    start, end = parts[first][0], parts[last][1]
    found = randomness.of(known.pairs, text[start:end])
    two = _LEAST_LETTERS if found.kinds == 2 and not found.digits else _LEAST[found.kinds]  # noqa: PLR2004
    least = _LEAST_HEX if found.hexadecimal else two
    if found.count < least or 2 * found.count < end - start or _is_named_model(found):
        return
    dense = found.kinds > 2 and found.count > _DENSE  # noqa: PLR2004
    # A key's own beginning and end are part of it: "abc_live_...", "123456789:...", "...==".
    while first > 0 and _belongs(
        text[parts[first - 1][0] : start], text[parts[first - 1][1] : start], dense=dense
    ):
        first -= 1
        start = parts[first][0]
    padded = run[0].endswith("=")
    while last + 1 < len(parts) and (
        padded
        or _goes_with(
            text[end : parts[last + 1][0]],
            text[parts[last + 1][0] : parts[last + 1][1]],
            dense=dense,
        )
    ):
        last += 1
        end = parts[last][1]
    end += len(text[end : run.end()]) - len(text[end : run.end()].lstrip("=_~-$+/"))
    start -= len(text[run.start() : start]) - len(text[run.start() : start].rstrip("$_-/+"))
    if start == run.start() and text[start - 1 : start] in ("/", "+") and run[0].endswith("="):
        start -= 1  # Base64 may begin with any of its signs.
    yield start, end


def _is_named_model(found: randomness.Randomness) -> bool:
    """Tell whether few and long pieces make this a name: "MacBookPro18"."""
    return found.kinds > 2 and found.count < _SURE and found.count > _PIECE * found.pieces  # noqa: PLR2004


def _belongs(shown: str, sign: str, *, dense: bool) -> bool:
    """Tell whether a part before a key, with the sign between, is its beginning."""
    part = shown.removesuffix(sign)
    if _is_join(sign):
        return len(part) <= _LONGEST_BEGINNING
    if sign[0] == "/" and len(part) < (_LONG_GAP if dense else _SHORT_GAP):
        return True
    digits = part.isdigit() and len(part) > _SHORT_GAP + 1
    if sign == ":" and len(part) < _SHORT_GAP:
        return True  # "s:...", as cookies are signed.
    return sign in (":", "/") and (digits or (not part.islower() and not part.istitle()))


def _is_join(sign: str) -> bool:
    """Tell whether these signs stand inside of keys and not between the steps of a path."""
    return len(sign) < _SHORT_GAP and (
        _JOINS.issuperset(sign) or (len(sign) > 1 and "+" in sign) or sign == "_/"
    )


def _goes_with(sign: str, part: str, *, dense: bool) -> bool:
    """Tell whether a part after a key, with the sign between, is its end."""
    return _is_join(sign) or (
        sign == "/"
        and (
            len(part) < (_LONG_GAP if dense else _SHORT_GAP)
            or not (part.islower() or part.istitle())
        )
    )


def _is_needed(folded: Folded, words: SecretWords, known: Known, start: int, end: int) -> bool:
    """Tell whether support needs this run: an id, a hash that was asked for, a file."""
    shown = folded.low[start:end].strip("$_-/+=~")
    name, _, ending = shown.rpartition(".")
    before = folded.text[max(0, start - 8) : start]
    if (
        UUID.fullmatch(shown)
        or known.ids.fullmatch(shown)
        or _EXTENSION.fullmatch(shown)
        or RAY.fullmatch(shown)
    ):
        return True
    if (
        (
            name
            and ending in known.file_endings
            and not _in_a_drawn_folder(folded, known, start, end)
        )
        or HASHED.match(folded.text, start)
        or HASHED.search(before)
    ):
        return True
    size = len(shown)
    if size > _LONGEST_ID:
        return False
    owner = owners.owner_of(folded, words, start)
    if owner == owners.ID or (
        size == _IDS_HEX and owner != owners.SECRET and _HEX.fullmatch(shown) is not None
    ):
        return True
    if owner == owners.HASH and (size in _HASH_SIZES or size < _LONGEST_SHORT_HASH):
        return True
    return (
        size in _HASH_SIZES
        and _HEX.fullmatch(shown) is not None
        and _is_hash(folded, words, start, end)
    )


def _in_a_drawn_folder(folded: Folded, known: Known, start: int, end: int) -> bool:
    """Tell whether a file lies in a folder that was drawn at random: then that is the key."""
    folder = folded.text[start:end].strip("/").rpartition("/")[0]
    return any(randomness.of_part(known.pairs, step) for step in folder.split("/") if step)


def _is_hash(folded: Folded, words: SecretWords, start: int, end: int) -> bool:
    """Tell whether a hash's name stands after it or in the sentence before, or its file does."""
    if _HASHED_FILE.match(folded.low, end):
        return True
    after = folded.low[end : end + _NEAR].partition("\n")[0]
    before = folded.low[max(0, start - _NEAR) : start]
    return any(
        has(words.hash_names, word) or word.rstrip("0123456789").rstrip("-") in words.hash_names
        for word in _NAME.findall(f"{before} {after}")
    )
