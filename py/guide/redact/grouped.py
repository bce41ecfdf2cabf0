"""Secrets that show by their grouping: recovery and licence keys, seeds, device codes, Wi-Fi."""

import re
from collections.abc import Iterator

from guide.redact import owners, randomness
from guide.redact.fold import DASH, DIGITS, Folded, near
from guide.redact.lexicon import SecretWords
from guide.redact.patterns import Span
from guide.redact.shapes import UUID, Known


def _of(size: int, least: int, most: int) -> str:
    """Return a pattern of groups of one size and one sign between, the last perhaps shorter."""
    group, sign = f"[A-Za-z0-9]{{{size}}}", f"(?P=s{size})"
    rest = f"(?:{sign}[A-Za-z0-9]{{1,{size - 1}}}(?![A-Za-z0-9]))?"
    return f"{group}(?P<s{size}>[- ]){group}(?:{sign}{group}){{{least},{most}}}{rest}"


# These begin with the sign before, since what begins with a look behind is slow to search for.
# Finds « ABCD-1234-EFGH», not «xABCD-1234-EFGH».
_GROUPS = re.compile(
    r"[^A-Za-z0-9_](?=[A-Za-z0-9])(?<![A-Za-z0-9]-)"
    rf"(?P<groups>{_of(5, 1, 12)}|{_of(4, 1, 16)}|{_of(6, 1, 12)}|{_of(8, 0, 12)}"
    r"|[A-Z0-9]{4}-[A-Z0-9]{6}-[A-Z0-9]{4,5}"  # As shops' gift cards have it.
    r"|[A-Z0-9]{3}(?:-[A-Z0-9]{3}){3,9}|(?:[A-Z0-9]{1,3}-)?[A-Z0-9]{4,8}(?:-[A-Z0-9]{4,8}){4,9})"
    r"(?![A-Za-z0-9_])"
)
# Finds « K2SS-5LCI», not « K2SS».
_PAIRED = re.compile(
    r"[^A-Za-z0-9_/.-](?P<groups>[A-Z0-9]{4}-[A-Z0-9]{4,5}|[a-z0-9]{5}-[a-z0-9]{5})(?![A-Za-z0-9_/-])"
)
# Finds «12345 67890 12345 67890 12345 67890», not «12345 67890».
_NUMBERS = re.compile(
    r"\d(?<![\d-]\d)(?:\d{4}(?:[ -]\d{5}){5,13}|\d{5}(?:[ -]\d{6}){5,9}|\d{27,95})(?![\d-])"
)
# Longer than any card: a program's licence. Its name is "serial number", which is also an id's.
# Finds «1234-5678-9012-3456-7890-1234», not «1234-5678-9012-3456».
_LICENCE = re.compile(r"\d(?<![\w-]\d)\d{3}(?:-\d{4}){5,7}(?![\w-])")
# Finds «WIFI:S:home;P:tiger;;», not «WIFI».
_WIFI = re.compile(r"WIFI:[^\n]{0,120}?P:(?P<value>(?:\\.|[^;\\\n]){1,64});", re.IGNORECASE)
# As browsers make passwords up.
# Finds « dufvyx-7vorga-Tyhgox», not « abcdef-ghijkl».
_SUGGESTED = re.compile(
    r"[^A-Za-z0-9_/.-](?P<groups>[A-Za-z0-9]{6}(?:-[A-Za-z0-9]{6}){2})(?![A-Za-z0-9_/-])"
)
_MOST_SUGGESTED = 18  # Small letters only are words.
_VOWELS = frozenset("AEIOUY")
_FEW = 3  # Of so few groups two must be of letters and digits, whatever their name is.
_GIFT = [4, 6]
_RARE = 4.7  # Mean of `pairs` inside groups of letters. Words: 4.2 and less; draws: 5.8.


def find(folded: Folded, words: SecretWords, known: Known) -> Iterator[Span]:
    """Yield keys in groups, number keys, device codes, and what a Wi-Fi code holds."""
    for match in _WIFI.finditer(folded.text) if "wifi:" in folded.low else ():
        yield "password", *match.span("value")
    for match in near(DIGITS, _NUMBERS, folded.text):
        if owners.owner_of(folded, words, match.start()) != owners.ID:
            yield "one_time_code", match.start(), match.end()
    yield from (("secret", *match.span()) for match in near(DASH, _LICENCE, folded.text))
    text = f"\n{folded.text}"  # So that the first word has a sign before it, too.
    for match in _GROUPS.finditer(text):
        start, end = _trimmed(match, words, known)
        owner = owners.owner_of(folded, words, start)
        groups = re.split("[- ]", folded.text[start:end])
        if (owner != owners.ID or _is_password(groups)) and _is_key(
            known, groups, named=owner == owners.SECRET
        ):
            yield "secret", start, end
    for match in near(DASH, _SUGGESTED, text):
        small = sum(map(str.islower, match["groups"]))
        drawn = _MOST_SUGGESTED > small > len(match["groups"]) // 2
        if drawn and owners.owner_of(folded, words, match.start()) != owners.ID:
            yield "password", match.start(), match.end() - 1
    for match in near(DASH, _PAIRED, text):
        owner = owners.owner_of(folded, words, match.start())
        if owner != owners.ID and _is_paired(match["groups"].split("-")):
            yield "one_time_code", match.start(), match.end() - 1


def _trimmed(match: re.Match[str], words: SecretWords, known: Known) -> tuple[int, int]:
    """Return where a match begins and ends without the words of prose around its groups."""
    start, end = match.start(), match.end() - 1
    groups = match["groups"].split(" ")
    capitals = any(group.isupper() for group in groups)

    def is_prose(group: str) -> bool:
        return _is_word(words, group) or (capitals and _is_small(known, group))

    while len(groups) > 1 and is_prose(groups[-1]):
        end -= len(groups.pop()) + 1
    while len(groups) > 1 and is_prose(groups[0]):
        start += len(groups.pop(0)) + 1
    return start, end


def _is_small(known: Known, group: str) -> bool:
    """Tell whether small letters, beside groups with capitals, are a word's."""
    return group.isalpha() and group.islower() and not randomness.is_odd(known.pairs, group)


def _is_word(words: SecretWords, group: str) -> bool:
    low = group.lower()
    return low in words.not_in_phrases or low in words.known or low in words.not_values


def _is_key(known: Known, groups: list[str], *, named: bool) -> bool:
    """Tell whether these groups are drawn: letters with digits in some, or no words in any."""
    odd, letters = sum(map(_is_odd, groups)), [group for group in groups if group.isalpha()]
    if UUID.fullmatch("-".join(groups).lower()):
        return False
    if odd and (len(groups) > _FEW if named else list(map(len, groups))[:2] == _GIFT):
        return True
    if odd > 1 and ("".join(groups).isupper() or odd * 2 >= len(groups)):
        return True
    alike = "".join(letters).isupper() or "".join(letters).islower()
    return (
        alike
        and len(letters) >= _FEW
        and len(letters) + odd == len(groups)
        and _drawn(known, letters)
    )


def _is_password(groups: list[str]) -> bool:
    """Tell whether these are as programs draw passwords, whatever stands before: "for my client".

    WordPress's are six groups of four, small letters, capitals and digits mixed.
    """
    return (
        len(groups) > _FEW + 1
        and sum(map(_is_odd, groups)) * 3 >= len(groups) * 2
        and (any(map(str.islower, "".join(groups))) and any(map(str.isupper, "".join(groups))))
    )


def _is_odd(group: str) -> bool:
    """Tell whether no word has this form: a digit among letters, capitals in the middle."""
    if group.isalpha():
        return not (group.islower() or group.isupper() or group.istitle())
    return not group.isdigit()


def _drawn(known: Known, letters: list[str]) -> bool:
    """Tell whether groups of letters are no words: the pairs inside the groups are rare ones."""
    low = {group.lower() for group in letters}
    counted = [known.pairs.get(g[i : i + 2], 0) for g in low for i in range(len(g) - 1)]
    return len(low) == len(letters) and sum(counted) > _RARE * len(counted)


def _is_paired(groups: list[str]) -> bool:
    """Tell whether two groups are a device's or a recovery code: letters and digits in them."""
    mixed = [group for group in groups if not group.isalpha() and not group.isdigit()]
    if not "".join(groups).isupper():
        return len(mixed) == len(groups)
    if not mixed and all(map(str.isalpha, groups)):  # RFC 8628 advises letters without vowels.
        return _VOWELS.isdisjoint("".join(groups)) and "HTTP" not in groups
    return bool(mixed) and not all(g[:-1].isalpha() or g.isdigit() for g in groups)
