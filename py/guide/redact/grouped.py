"""Secrets that show by their grouping: recovery codes, licence and recovery keys, seeds, phrases.

Groups of one length, lists of codes of one shape, a dozen plain words without a single "the".
"""

import re
from collections.abc import Iterator

from guide.redact import owners, randomness
from guide.redact.fold import FILLER, Folded
from guide.redact.lexicon import SecretWords
from guide.redact.patterns import Span
from guide.redact.shapes import UUID, Known

# "ABCD-1234-EFGH" | "ABCD-1234"
_GROUPS = re.compile(
    r"(?<![A-Za-z0-9_])(?<![A-Za-z0-9]-)(?:"
    r"[A-Za-z0-9]{5}(?P<s5>[- ])[A-Za-z0-9]{5}(?:(?P=s5)[A-Za-z0-9]{5}){1,12}(?:(?P=s5)[A-Za-z0-9]{1,4}(?![A-Za-z0-9]))?"
    r"|[A-Za-z0-9]{4}(?P<s4>[- ])[A-Za-z0-9]{4}(?:(?P=s4)[A-Za-z0-9]{4}){1,16}(?:(?P=s4)[A-Za-z0-9]{1,3}(?![A-Za-z0-9]))?"
    r"|[A-Za-z0-9]{6}(?P<s6>[- ])[A-Za-z0-9]{6}(?:(?P=s6)[A-Za-z0-9]{6}){1,12}(?:(?P=s6)[A-Za-z0-9]{1,5}(?![A-Za-z0-9]))?"
    r"|[A-Za-z0-9]{8}(?P<s8>[- ])[A-Za-z0-9]{8}(?:(?P=s8)[A-Za-z0-9]{8}){0,12}(?:(?P=s8)[A-Za-z0-9]{1,7}(?![A-Za-z0-9]))?"
    r"|[A-Z0-9]{3}(?:-[A-Z0-9]{3}){3,9}|(?:[A-Z0-9]{1,3}-)?[A-Z0-9]{4,8}(?:-[A-Z0-9]{4,8}){4,9})(?![A-Za-z0-9_])"
)
# "K2SS-5LCI" | "K2SS"
_PAIRED = re.compile(r"(?<![A-Za-z0-9_/.-])(?:[A-Z0-9]{4}-[A-Z0-9]{4,5}|[a-z0-9]{5}-[a-z0-9]{5})(?![A-Za-z0-9_/-])")
# "12345 67890 12345 67890 12345 67890" | "12345 67890"
_NUMBERS = re.compile(r"(?<![\d-])(?:\d{5}(?:[ -]\d{5}){5,13}|\d{6}(?:[ -]\d{6}){5,9}|\d{28,96})(?![\d-])")
# "WIFI:S:home;P:secret;;" | "WIFI"
_WIFI = re.compile(r"WIFI:[^\n]{0,120}?P:(?P<value>(?:\\.|[^;\\\n]){1,64});", re.IGNORECASE)
# ", \n2. " | " 5 "
_BETWEEN = re.compile(r"[ \t]{0,3}[,;|]?[ \t]{0,3}(?:\r?\n[ \t>*•-]{0,8}){0,2}(?:\(?\d{1,2}[.):][ \t]{0,2})?")
# "zoo" | "7"
_WORD = re.compile(r"[A-Za-z]+")
_PHRASE_LEAST = 12
_MIXED_LEAST = 2  # Groups with letters and digits, of three or more.


def find(folded: Folded, words: SecretWords, known: Known) -> Iterator[Span]:
    """Yield keys in groups, number keys, Wi-Fi codes, recovery phrases, digits read out."""
    for match in _WIFI.finditer(folded.text):
        yield "password", *match.span("value")
    for match in _NUMBERS.finditer(folded.text):
        if not owners.owner_of(folded, words, match.start()) == owners.ID:
            yield "one_time_code", match.start(), match.end()
    for match in _GROUPS.finditer(folded.text):
        start, end = _trimmed(match, words)
        owner = owners.owner_of(folded, words, start)
        if owner != owners.ID and _is_key(known, folded.text[start:end], named=owner == owners.SECRET):
            yield "secret", start, end
    for match in _PAIRED.finditer(folded.text):
        if _is_paired(known, match[0]) and owners.owner_of(folded, words, match.start()) != owners.ID:
            yield "one_time_code", match.start(), match.end()
    yield from _phrases(folded.text, words)
    yield from _read_out(folded, words)


def _trimmed(match: re.Match[str], words: SecretWords) -> tuple[int, int]:
    """Return where a match begins and ends without the words of prose around its groups."""
    start, end = match.span()
    if " " not in match[0]:
        return start, end
    groups = match[0].split(" ")
    if not any(any(map(str.isdigit, g)) for g in groups) and not any(g.isupper() for g in groups):
        return start, end
    while len(groups) > 1 and _is_word(words, groups[-1]):
        end -= len(groups.pop()) + 1
    while len(groups) > 1 and _is_word(words, groups[0]):
        start += len(groups.pop(0)) + 1
    return start, end


def _is_word(words: SecretWords, group: str) -> bool:
    low = group.lower()
    return low in words.not_in_phrases or low in words.known or low in words.not_values


def _is_key(known: Known, shown: str, *, named: bool) -> bool:
    groups = re.split("[- ]", shown)
    if UUID.fullmatch(shown.lower()) or all(map(str.isdigit, groups)):
        return False
    odd = sum(_is_odd(group) for group in groups)
    told = named and odd > 0 and len(groups) > 3  # noqa: PLR2004
    if (told or odd >= _MIXED_LEAST) and (shown.upper() == shown or told or odd * 2 >= len(groups)):
        return True
    letters = [g for g in groups if g.isalpha()]
    same = all(map(str.isupper, letters)) or all(map(str.islower, letters))
    return same and len(letters) + odd == len(groups) and len(letters) > 2 and _drawn(known, letters)  # noqa: PLR2004


def _is_odd(group: str) -> bool:
    """Tell whether no word has this form: a digit among letters, capitals in the middle."""
    if group.isalpha():
        return not (group.islower() or group.isupper() or group.istitle())
    return not group.isdigit()


def _drawn(known: Known, letters: list[str]) -> bool:
    """Tell whether groups of letters are no words: pairs inside the groups are rare ones."""
    low = {g.lower() for g in letters}
    if len(low) < len(letters):
        return False
    counted = [known.pairs.get(g[i : i + 2], 0) for g in low for i in range(len(g) - 1)]
    return sum(counted) > 4.9 * len(counted)  # noqa: PLR2004  # Words: 4.1 and less; draws: 5.8.


def _is_paired(known: Known, shown: str) -> bool:
    """Tell whether two groups are a device's or a recovery code: letters and digits in both."""
    groups = shown.split("-")
    if shown.isupper():
        mixed = [g for g in groups if not g.isalpha() and not g.isdigit()]
        return bool(mixed) and not all(g[:-1].isalpha() or g.isdigit() for g in groups)
    return all(not g.isalpha() and not g.isdigit() for g in groups)


def _phrases(text: str, words: SecretWords) -> Iterator[Span]:
    """Yield recovery phrases: a dozen words or more in a row, none of which prose is made of."""
    run, first, last = 0, 0, 0
    for word in _WORD.finditer(text):
        shown, start = word[0], word.start()
        usual = 2 < len(shown) < 11 and shown[1:].islower() and shown.lower() not in words.not_in_phrases  # noqa: PLR2004
        if run and not (usual and _BETWEEN.fullmatch(text, last, start)):
            if run >= _PHRASE_LEAST:
                yield "seed_phrase", first, last
            run = 0
        if usual:
            first, run, last = first if run else start, run + 1, word.end()
    if run >= _PHRASE_LEAST:
        yield "seed_phrase", first, last


def _read_out(folded: Folded, words: SecretWords) -> Iterator[Span]:
    """Yield four digits or more that are written as words, one after the other."""
    run: list[re.Match[str]] = []
    for word in _SPOKEN.finditer(folded.low):
        if word[0] not in words.digit_words:
            if len(run) >= _SPOKEN_LEAST:
                yield "one_time_code", run[0].start(), run[-1].end()
            run = []
        else:
            if run and _apart(folded.low[run[-1].end() : word.start()]):
                run = []
            run.append(word)
    if len(run) >= _SPOKEN_LEAST:
        yield "one_time_code", run[0].start(), run[-1].end()


# "seven" | "7"
_SPOKEN = re.compile(r"[a-z]+|[א-ת]+")
_SPOKEN_LEAST = 4


def _apart(between: str) -> bool:
    return len(between) > 3 or not set(between) <= set(" ,-.\n\t")
