"""Lists of codes, as they are printed for safe-keeping: one shape, in lines, columns or commas."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from guide.redact import code_pairs, other_codes, owners, values
from guide.redact.fold import DIGITS, near
from guide.redact.lexicon import Mention, SecretWords
from guide.redact.nearby import TextRead
from guide.redact.patterns import Span
from guide.text.hebrew import PREFIXES

# Finds «8d6swxx1hp», not «abc».
_ITEM = re.compile(
    r"(?<![A-Za-z0-9_.@/])(?<![A-Za-z0-9]-)[A-Za-z0-9]{4,12}(?:-[A-Za-z0-9]{3,12}){0,6}(?![\w@]|[./-]\w)"
)
# Finds «, 2. » and nothing at all, too.
_BETWEEN = re.compile(
    r"[\s,;|/•·*>\"'()\[\]✓✔☐☑xX+–-]{0,12}"
    r"(?:\([^()\n]{2,12}\)\s{0,3})?(?:[^\W\d_]{2,8}(?=\s?\d))?\s?(?:\(?#?(?:\d{1,2}|[a-jA-J](?=[.)]))\s?[.):-]?\s{0,4}-?\s{0,2})?"
    rf"[\s\"'`\[\]|-]{{0,4}}(?P<word>[^\W\d_]+ |[{PREFIXES}]-?)?"
)
# Finds «a, b», not «a b».
_LISTED = re.compile(r"[\n,;|/•*]|  ")
# Finds « that I tried:\n», not « 482913».
_REST = re.compile(r"[^\n\d]{0,60}(?=\n)")
# Finds «\n- 482913 (used)», not «\n482913 came».
_LINE = re.compile(
    r"(?:\r?\n[ \t>]{0,12}){1,2}"
    r"(?:[-*•·][ \t]{0,3}|\(?\d{1,2}[.):][ \t]{0,3}|\d{1,2}[ \t]{1,4}(?=\d{3}))?"
    r"(?P<number>\d{3,10}(?:[ -]\d{2,8}){0,3})[ \t]{0,3}[,;.]?"
    r"(?:[ \t]{0,3}\([^()\n]{1,20}\))?[ \t]{0,3}(?=\r?\n|\Z)"
)
# Finds «\n- 80ee 2f2f\n- 79a4 b5ff\n- df55 45d6», not «\n- 80ee 2f2f».
_GROUPED = re.compile(
    r"(?:(?:\A|\n)[ \t>]{0,8}(?:[-*•·][ \t]{0,3}|\(?\d{1,2}[.):][ \t]{0,3})?"
    r"[a-z0-9]{4}[ -][a-z0-9]{4}[ \t]{0,3}(?=\r?\n|\Z)\r?){3,}"
)
# Finds «80ee 2f2f», not «80ee».
_PAIR = re.compile(r"(?<![a-z0-9])[a-z0-9]{4}[ -][a-z0-9]{4}(?![a-z0-9])")
_SHORTEST = 4  # What is only called a code may be an error's, as 429 is.
_HEADINGS = frozenset({"strong_code", "code", "password", "pairing", "pin"})
_NAMED_WITHIN = 220
_LEAST_UNNAMED = 3
_LEAST_NUMBERS = 4
_SHORTEST_UNNAMED = 6
_NUMBER = 8
_CODE_ROLES = frozenset({"strong_code", "code"})


def find(reading: TextRead, mentions: tuple[Mention, ...]) -> Iterator[Span]:
    """Yield the codes of lists: after their name, or where they can be nothing else."""
    text = reading.folded.text
    names = [
        mention.end
        for mention in mentions
        if not _CODE_ROLES.isdisjoint(mention.roles)
        and not other_codes.is_other_code(reading, mention)
    ]
    run: list[re.Match[str]] = []
    for item in near(DIGITS, _ITEM, text):  # Half of a list has digits.
        if run and item[0].isalpha() and len(item[0]) < _SHORTEST_UNNAMED:
            continue  # A word between: "code 2:", "(used)".
        if run and not _goes_on(reading.words, run[-1], item):
            yield from _codes(reading, names, run)
            run = []
        run.append(item)
    yield from _codes(reading, names, run)
    yield from _below_headings(reading, mentions)
    yield from code_pairs.in_turn(reading)
    yield from _grouped(reading)


def _grouped(reading: TextRead) -> Iterator[Span]:
    """Yield pairs of groups in three lines or more, most with letters and digits in them."""
    low = reading.folded.low
    for lines in near(DIGITS, _GROUPED, low):
        pairs = [*_PAIR.finditer(low, *lines.span())]
        mixed = sum(map(_is_mixed, pairs))
        if 2 * mixed > len(pairs):
            yield from (("one_time_code", *pair.span()) for pair in pairs)


def _below_headings(reading: TextRead, mentions: tuple[Mention, ...]) -> Iterator[Span]:
    """Yield the numbers that stand alone on the lines below a line that names codes."""
    text = reading.folded.text
    for mention in mentions:
        if _HEADINGS.isdisjoint(mention.roles) or other_codes.is_other_code(reading, mention):
            continue
        rest = _REST.match(text, mention.end)
        items: list[re.Match[str]] = []
        at = rest.end() if rest else len(text)
        while item := _LINE.match(text, at):
            items.append(item)
            at = item.end()
        numbers = [item["number"] for item in items]
        weak = "code" in mention.roles and "strong_code" not in mention.roles
        short = weak and any(len(number) < _SHORTEST for number in numbers)
        if len(items) > 1 and not short and not any(map(values.is_moment, numbers)):
            yield from (("one_time_code", *item.span("number")) for item in items)


def _goes_on(words: SecretWords, last: re.Match[str], item: re.Match[str]) -> bool:
    """Tell whether an item is of one list with the last; letters alone need a list's signs."""
    if len(last[0]) != len(item[0]) or last[0].count("-") != item[0].count("-"):
        return False
    between = _BETWEEN.fullmatch(item.string, last.end(), item.start())
    if not between or not _joins(words, between["word"]):
        return False
    letters = [m for m in (last, item) if m[0].isalpha()]
    if not letters:
        return True
    signs = bool(_LISTED.search(item.string, last.end(), item.start()))
    drawn = all(
        m[0] in (m[0].lower(), m[0].upper()) and len(m[0]) >= _SHORTEST_UNNAMED for m in letters
    )
    return signs and drawn and not last[0].isdigit() and not item[0].isdigit()


def _joins(words: SecretWords, word: str | None) -> bool:
    return not word or not word[0].isascii() or word.strip().lower() in words.and_then


def _codes(reading: TextRead, names: list[int], run: list[re.Match[str]]) -> Iterator[Span]:
    if len(run) > 1 and _is_list(reading, names, run):
        yield from (("one_time_code", item.start(), item.end()) for item in run)


def _is_list(reading: TextRead, names: list[int], run: list[re.Match[str]]) -> bool:
    start, size = run[0].start(), len(run[0][0])
    if any(values.is_hour(reading.folded, item.start(), reading.words) for item in run):
        return False
    digits = all(item[0].isdigit() for item in run)
    if not digits and 2 * sum(map(_is_mixed, run)) < len(run):
        return False
    if owners.owner_of(reading.folded, reading.words, start) == owners.ID:
        return False
    before = bisect_left(names, start + 1) - 1
    if before >= 0 and start - names[before] < _NAMED_WITHIN:
        return True
    if digits:
        lines = reading.folded.text.count("\n", start, run[-1].end())
        return size == _NUMBER and len(run) >= _LEAST_NUMBERS and lines + 1 >= len(run)
    return len(run) >= _LEAST_UNNAMED and size >= _SHORTEST_UNNAMED


def _is_mixed(item: re.Match[str]) -> bool:
    shown = item[0].replace("-", "").replace(" ", "")
    return not shown.isdigit() and not shown.isalpha()
