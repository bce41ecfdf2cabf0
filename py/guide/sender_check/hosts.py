"""Host names as a browser reads them, and how they pretend to be another's.

A copy of a name is the name in look-alike letters, one slip away from it, or with words beside it
that only its owner could promise ("openai-support").
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from encodings.punycode import punycode_decode
from functools import cache
from urllib.parse import unquote

from guide.sender_check.rules import SenderRules

_PARTS = re.compile(r"[-_.\s]+")
_AUTHORITY = re.compile(
    r"[a-z][a-z0-9+.-]*:[/\\]+|[/\\]{2,}|[a-z][a-z0-9+.-]*:(?=\D)", re.IGNORECASE
)
_TWO_FOR_ONE = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "gov", "edu"})
_HEBREW = re.compile(r"[\u05d0-\u05ea\W\d_]+")
_LEAST = 5  # Shorter names are one slip away from too much.


@dataclass(frozen=True, slots=True)
class Host:
    """A host name in lower case: `shown` with its true letters, `ascii` as the network has it."""

    shown: str
    ascii: str


def split(link: str) -> tuple[str, Host, str]:
    """Return what stands before the @, the host, and the path of a link, as a browser would."""
    start = _AUTHORITY.match(link)
    rest = link[start.end() if start else 0 :]
    authority, path = [*re.split(r"(?=[/\\?#])", rest, maxsplit=1), ""][:2]
    user, _, host = unquote(authority).rpartition("@")
    return user, host_of(re.sub(r":\d*\Z", "", host)), path.replace("\\", "/")


def host_of(name: str) -> Host:
    """Return the host with its punycode labels decoded."""
    low = unquote(name).lower().strip(". ")
    shown = ".".join(_decoded(label) for label in low.split("."))
    return Host(shown, low if low.isascii() else shown)


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return punycode_decode(label[4:], "strict").lower()  # The stdlib's idna refuses too much.
    except (UnicodeError, ValueError, OverflowError):
        return label


def is_under(host: str, domains: Iterable[str]) -> bool:
    """Tell whether the host is one of these domains or below it."""
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)


def end_of(host: Host, reason: str) -> str:
    """Return what of the host to show: where its name misleads, only the end, which counts."""
    labels = host.shown.split(".")
    if reason != "subdomain_trick":
        return host.shown
    national = len(labels[-1]) == 2 and len(labels) > 2 and labels[-2] in _SECOND_LEVEL  # noqa: PLR2004
    return ".".join(labels[-3 if national else -2 :])


def deception(rules: SenderRules, host: Host) -> str:
    """Return the code of how a host that is not OpenAI's pretends to be, or "not_listed"."""
    if is_under(host.ascii, rules.names.others):
        return "another_company"
    if not host.shown.isascii():
        plain = skeleton(rules, host.shown)
        return "homograph" if _wears_name(rules, plain) else "not_listed"
    trick = any(f"{site}." in host.ascii or f"{site}-" in host.ascii for site in rules.names.sites)
    if trick:
        return "subdomain_trick"
    if host.ascii in rules.names.not_copies:
        return "not_listed"
    if any(is_copy(rules, label) for label in host.ascii.split(".")):
        return "look_alike"
    return "uses_name" if claims_brand(rules, host.ascii) else "not_listed"


def skeleton(rules: SenderRules, text: str) -> str:
    """Return the text as it looks: accents off, look-alike letters made Latin ones.

    A word that is all Hebrew is Hebrew: its letters imitate only between Latin ones.
    """
    if _HEBREW.fullmatch(text):
        return text
    bare = "".join(
        c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c)
    )
    return bare.translate(rules.letters)


def claims_brand(rules: SenderRules, text: str) -> bool:
    """Tell whether one of the brands is in the text, also in look-alike letters."""
    joined = _PARTS.sub("", text.lower())
    return any(b in joined or b in skeleton(rules, joined) for b in rules.names.brands)


def is_copy(rules: SenderRules, label: str) -> bool:
    """Tell whether one label or account name copies a brand: see the module."""
    low = label.lower()
    if low in rules.names.not_copies:
        return False
    if not low.isascii():
        return _wears_name(rules, skeleton(rules, low))
    parts = _PARTS.split(low)
    return any(_is_slip(rules, part) for part in (low, *parts)) or _promises(rules, low)


def _wears_name(rules: SenderRules, plain: str) -> bool:
    return any(brand in plain for brand in rules.names.brands) or any(
        _is_slip(rules, part) for part in _PARTS.split(plain)
    )


def _is_slip(rules: SenderRules, part: str) -> bool:
    """Tell whether a word is a brand, looks like it, or is one slip of the keyboard away."""
    if part in rules.names.not_copies or len(part) < _LEAST:
        return False
    looks = {part, skeleton(rules, part), skeleton(rules, part).replace("l", "i")}
    for two, one in _TWO_FOR_ONE:
        looks |= {look.replace(two, one) for look in looks}
    return any(_near(look, brand) for look in looks for brand in rules.names.brands)


def _promises(rules: SenderRules, low: str) -> bool:
    """Tell whether all that stands beside the brand is what only its owner could promise."""
    for look in (low, skeleton(rules, low)):
        for brand in _spaced(rules.names.brands):
            sides = brand.split(look, maxsplit=1)
            beside = [part for side in sides for part in _PARTS.split(side) if part]
            if len(sides) > 1 and any(_is_claim(rules, part) for part in beside):
                return True
    return False


def _is_claim(rules: SenderRules, part: str) -> bool:
    """Tell whether a part is a promise, or begins or ends with a long one: "supportteam"."""
    part = part.strip("0123456789")
    long = (claim for claim in rules.names.claims if len(claim) >= _LEAST)
    return part in rules.names.claims or any(
        part.startswith(claim) or part.endswith(claim) for claim in long
    )


@cache
def _spaced(brands: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return the pattern of each brand, its letters together or apart: "chat-gpt"."""
    return tuple(re.compile("[-_]?".join(map(re.escape, brand))) for brand in brands)


def _near(word: str, brand: str) -> bool:
    """Tell whether one letter was added, lost, changed or swapped with its neighbour."""
    if abs(len(word) - len(brand)) > 1:
        return False
    while word and brand and word[0] == brand[0]:
        word, brand = word[1:], brand[1:]
    while word and brand and word[-1] == brand[-1]:
        word, brand = word[:-1], brand[:-1]
    return max(len(word), len(brand)) <= 1 or (len(word) == len(brand) == 2 and word == brand[::-1])  # noqa: PLR2004
