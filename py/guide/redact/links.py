"""Links that are keys: whoever has one gets in. Hooks, invitations, signed links, magic links.

A link is taken apart: host and path (is it known to open without signing in?), each step of the
path, each parameter. Its host stays readable, so that one sees what was there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from guide.redact import randomness
from guide.redact.fold import FILLER, Folded
from guide.redact.patterns import Span
from guide.redact.shapes import HASHED, UUID, Known, path_below
from guide.text.hebrew import LETTERS

KIND = "open_link"
_END = rf"\s<>\"'`|{LETTERS}{FILLER}"
# Finds «https://example.com/a», not «example».
_LINK = re.compile(
    rf"(?:https?|wss?|ftps?|webcals?|slack|tg|zoommtg|app)://[^{_END}]{{4,4096}}"
    rf"|(?<![\w.@/-])(?:[a-z0-9-]{{1,63}}\.){{1,6}}[a-z]{{2,12}}(?::\d{{2,5}})?/[^{_END}]{{3,4096}}"
)
_AFTER = ".,;:!?)]}*'"
# Finds «?a=b», not «a».
_PARAMETER = re.compile(r"[?&#;](?:(?P<name>[^=&#?;]{1,64})=)?(?P<value>[^&#?;]+)")
# Finds «a», not «/».
_STEP = re.compile(r"[^/?#]+")
# Finds «x-amz-signature», not «page».
_SECRET_NAME = re.compile(
    r"(?:.*[^a-z])?(?:sig|signature|token|key|secret|code|password|passwd|pwd|credential|credentials|auth|hash|jwt|session|nonce|otp|pin)"
    r"|.*(?:token|secret|password|signature|credential|apikey|passcode)"
)
# Finds «order_id», not «size».
_NEEDED_NAME = re.compile(
    r"(?:.*[^a-z])?(?:order|invoice|request|req|case|ticket|error|trace|event|article|conversation|thread|org|organization|project|message|model|app|utm|payment|transaction|charge|receipt|product|item|dp|customer|incident)(?:[_-]?(?:id|no|number|\w+))?"
)
# Finds «oauth2», not «9f2a7c».
_NUMBERED = re.compile(r"(?:(?:19|20)\d\d[A-Za-z]+|[A-Za-z]+(?:\d|\d{4}))\Z")
_LEAST = 12  # Random characters; fewer may be the name of a page.
_LEAST_HEX = 16
_SHORT = 6  # A named value, or one after a known host or step, may be this short.
_NUMBER = 9


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the folded text: [start, end); `path` is where what follows the host begins."""

    start: int
    path: int
    end: int
    host: str


def find_all(folded: Folded) -> Iterator[Link]:
    """Yield the links of a text, those without "https://" too."""
    for match in _LINK.finditer(folded.low):
        start, end = match.start(), match.start() + len(match[0].rstrip(_AFTER))
        first = folded.low.find("://", start, end)
        host_start = first + 3 if first >= 0 else start
        stops = [p for s in "/?#" if (p := folded.low.find(s, host_start, end)) >= 0]
        path = min(stops, default=end)
        host = folded.low[host_start:path].rpartition("@")[2].partition(":")[0]
        yield Link(start, path, end, host)


def find_keys(folded: Folded, known: Known, links: tuple[Link, ...]) -> Iterator[Span]:
    """Yield the parts of links that nobody else should have."""
    for link in links:
        path = folded.low[link.path + 1 : link.end]
        opens = path_below(known.open_links, link.host, path)
        first = link.path + 1 + opens
        rest = folded.text[first : link.end]
        whole = opens > 0 or link.host in known.open_hosts
        if (whole and len(rest) >= _SHORT) or (opens == 0 and _has_key(known, rest)):
            yield KIND, first, link.end
            continue
        needed = path_below(known.needed_links, link.host, path) >= 0
        if not needed:
            yield from _drawn_steps(folded, link)
        yield from _steps(folded, known, link, needed=needed)
        yield from _parameters(folded, known, link)


def _has_key(known: Known, rest: str) -> bool:
    return any(is_key_like(known, part) for part in randomness.PART.findall(rest))


def is_key_like(known: Known, part: str) -> bool:
    """Tell whether a short part of a link was drawn by a machine."""
    if len(part) < _SHORT or part.isdigit():
        return len(part) >= _NUMBER
    if not part.isalpha():
        return not ((part.islower() or part.istitle()) and _NUMBERED.fullmatch(part))
    turns = sum(a.islower() and b.isupper() for a, b in pairwise(part))
    short = part[0].islower() and len(part) < _NUMBER
    return turns > 1 or (turns > 0 and short) or randomness.is_unlikely(known.pairs, part)


def _steps(folded: Folded, known: Known, link: Link, *, needed: bool) -> Iterator[Span]:
    """Yield the steps of a path that are random, or key-like after a step like "verify".

    Where support needs the link, only what no id of such a place looks like.
    """
    before = ""
    stop = min(
        (p for s in "?#" if (p := folded.text.find(s, link.path, link.end)) >= 0), default=link.end
    )
    for step in _STEP.finditer(folded.text, link.path, stop):
        shown = step[0]
        named = before in known.secret_paths and len(shown) > _SHORT
        owned = _NEEDED_NAME.fullmatch(before.removesuffix("s"))
        if needed:
            if not owned and is_random(known, shown) and _is_base64(known, shown):
                yield KIND, step.start(), step.end()
            before = shown.lower()
            continue
        if (
            (not owned and is_short_draw(known, shown))
            or is_random(known, shown)
            or (named and (UUID.fullmatch(shown.lower()) or _is_drawn(known, shown)))
        ):
            yield KIND, step.start(), step.end()
        before = shown.lower()


def _drawn_steps(folded: Folded, link: Link) -> Iterator[Span]:
    """Yield steps that follow one another, too short to tell alone, and are drawn together."""
    run: list[re.Match[str]] = []
    for step in (*_STEP.finditer(folded.text, link.path, link.end), None):
        if step and _is_odd(step[0]):
            run.append(step)
            continue
        shown = "".join(odd[0] for odd in run)
        if len(run) > 1 and len(shown) >= _LEAST_STEPS and any(map(str.isdigit, shown)):
            yield KIND, run[0].start(), run[-1].end()
        run = []


def _is_odd(shown: str) -> bool:
    """Tell whether a step has small letters, capitals and digits as names do not: "GAJt5x"."""
    if not shown.isalnum() or len(shown) < _LEAST_STEP or _NUMBERED.fullmatch(shown):
        return False
    kinds = sum(any(map(kind, shown)) for kind in (str.islower, str.isupper, str.isdigit))
    pieces = _CASES.findall(shown)
    return kinds > 1 and not shown.istitle() and any(len(piece) <= _SHORT_PIECE for piece in pieces)


_LEAST_STEP, _LEAST_STEPS, _SHORT_PIECE = 4, 10, 2
# Finds «Xueo», not «-».
_CASES = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def _is_base64(known: Known, shown: str) -> bool:
    """Tell whether a run is long and has small letters, capitals and digits, as keys have."""
    found = randomness.of(known.pairs, shown)
    return found.kinds > 2 and found.count >= _LEAST_NEEDED  # noqa: PLR2004


def is_short_draw(known: Known, shown: str) -> bool:
    """Tell whether a short step changes its kind of letter as often as only draws do."""
    if not shown.isalnum() or known.ids.fullmatch(shown.lower()):
        return False
    found = randomness.of(known.pairs, shown)
    if _is_patchwork(shown):
        return True
    if not found.digits or found.pieces <= _FEW_PIECES - (found.count == len(shown)):
        return False
    return found.count >= (_LEAST_SHORT_HEX if found.hexadecimal else _LEAST_SHORT[found.kinds])


def _is_patchwork(shown: str) -> bool:
    """Tell whether small letters, capitals and digits change more often than names do."""
    pieces = _CASES.findall(shown)
    short = sum(len(piece) <= _SHORT_PIECE for piece in pieces)
    kinds = sum(any(map(kind, shown)) for kind in (str.islower, str.isupper, str.isdigit))
    return kinds > 2 and len(pieces) > _MANY_PIECES and short > 2  # noqa: PLR2004


_MANY_PIECES = 4
_LEAST_NEEDED = 20
_LEAST_SHORT = {1: 12, 2: 10, 3: 8}  # Random characters, by how many kinds of them there are.
_LEAST_SHORT_HEX = 12
_FEW_PIECES = 3


def _is_drawn(known: Known, shown: str) -> bool:
    return any(
        is_key_like(known, part) for part in randomness.PART.findall(shown)
    ) and not _is_file(known, shown)


def _is_file(known: Known, shown: str) -> bool:
    """Tell whether this is a file of a program, whose name a build or a crash has drawn."""
    name, _, ending = shown.rpartition(".")
    return bool(name) and ending.lower() in known.built_endings


def _parameters(folded: Folded, known: Known, link: Link) -> Iterator[Span]:
    for match in _PARAMETER.finditer(folded.text, link.path, link.end):
        name, value = (match["name"] or "").lower(), match["value"]
        secret = name in known.secret_parameters or _SECRET_NAME.fullmatch(name)
        drawn = len(value) >= _SHORT and (_is_drawn(known, value) or value.isdigit())
        unnamed = not (name and _NEEDED_NAME.fullmatch(name)) and is_random(known, value)
        if (secret and drawn) or unnamed:
            yield KIND, match.start("value"), match.end("value")


def is_random(known: Known, shown: str) -> bool:
    """Tell whether a step or a value is a run of random characters, and no id or file."""
    if len(shown) < _LEAST or UUID.fullmatch(shown.lower()) or known.ids.fullmatch(shown.lower()):
        return False
    found = randomness.of(known.pairs, shown)
    least = _LEAST_HEX if found.hexadecimal else _LEAST
    return found.count >= least and not _is_file(known, shown) and not HASHED.search(shown)
