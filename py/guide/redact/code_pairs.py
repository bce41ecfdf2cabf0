"""Codes by what stands around them and not by their name: told twice, in halves, sent, warned of.

"482913, a minute later 571028: both codes are wrong"    "first three digits 482, last three 913"
"they sent me 482913."                                  "482913. Don't share it with anyone"
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from guide.redact import codes, nearby, other_codes, owners
from guide.redact.fold import DIGITS, WORD
from guide.redact.lexicon import Mention, has
from guide.redact.nearby import Seen, TextRead
from guide.redact.patterns import Span

_NEAR_PAIR, _FURTHEST_APART, _NEAR_WARNING = 110, 60, 60
_ROUND = "000"  # No code is drawn so but by a rare chance.
# Finds «482 913», not «482913».
_SPLIT_CODE = re.compile(r"\d(?<![\d#$€₪£+.,:/-]\d)\d\d[ -](?!000)\d{3}(?![\d%]|[.,:/-]\d| \d)")


def find(seen: Seen) -> Iterator[Span]:
    """Yield codes that are told twice, and those told in halves."""
    if not other_codes.is_other_code(seen.reading, seen.mention):
        yield from _twice(seen)
        yield from _halves(seen)


def sent(seen: Seen) -> Iterator[Span]:
    """Yield "482 913" right after "they sent", and "482913" that ends the clause."""
    for match in nearby.in_sentence(seen, _SPLIT_CODE, behind=0, ahead=20, look=DIGITS):
        if not nearby.is_owned(seen, match):
            yield "one_time_code", match.start(), match.end()
    alone = _SENT_ALONE.match(seen.folded.text, seen.mention.end)
    if alone and not _is_no_code(seen, *alone.span("digits")):
        yield "one_time_code", *alone.span("digits")


# Finds « 482913,» and « from Wolt 482913 to verify», not « 482913 points».
_SENT_ALONE = re.compile(
    r"[ \t]{1,2}"
    r"(?:(?:me|us|you|לי|לנו|אליי|אלי|from[ \t][\w']{2,20}|מ-?[\w'\"]{2,20})[ \t]{1,2}){0,2}"
    r"(?P<digits>\d{6})(?=[.,;!?]?(?:\s|\Z)(?! ?[^\W\d_])"
    r"| (?:to (?:verify|approve|confirm|sign|log)|ל(?:אישור|הזדהות|אימות|כניסה|התחברות))\b)"
)


def in_turn(reading: TextRead) -> Iterator[Span]:
    """Yield "first 240308, then 967869": codes in their order, where they came or were refused."""
    found = reading.matches(codes.LOOSE, 0, len(reading.folded.text), look=DIGITS)
    for run in _runs(found) if len(found) > 1 else ():
        start, end = run[0].start(), run[-1].end()
        seen = Seen(reading, Mention(start, start, ()))
        gaps = [(one.end(), other.start()) for one, other in pairwise(run)]
        ordered = all(_has_word(seen, seen.words.in_turn, *gap) for gap in gaps)
        near = max(0, start - _NEAR_PAIR), end + _NEAR_PAIR
        if not (gaps and ordered and _has_word(seen, seen.words.code_verbs, *near)):
            continue
        owned = _is_owned(seen, start)  # What is told of the first holds for all.
        if not owned and not any(_is_other_number(seen, *match.span()) for match in run):
            yield from (("one_time_code", *match.span()) for match in run)


def _has_word(seen: Seen, listed: frozenset[str], start: int, end: int) -> bool:
    return any(has(listed, word) for word in WORD.findall(seen.folded.low, start, end))


def warned_of(seen: Seen) -> Iterator[Span]:
    """Yield the code of a message before "don't share it with anyone"."""
    at = seen.mention.start
    for match in seen.reading.matches(codes.LOOSE, max(0, at - _NEAR_WARNING), at, look=DIGITS):
        if not _is_no_code(seen, *match.span()):
            yield "one_time_code", *match.span()


def _halves(seen: Seen) -> Iterator[Span]:
    """Yield "first three digits 482, last three 913" beside the name of a code."""
    name = seen.mention
    first, stop = max(0, name.start - _NEAR_PAIR), name.end + _NEAR_PAIR
    parts = [
        part
        for part in seen.reading.matches(_HALF, first, stop, look=DIGITS)
        if _is_half(seen, part) and not nearby.is_counted(seen, part.end())
    ]
    for run in _runs(parts):
        if len(run) > 1 and not _is_order(seen, run[0].start()):  # "... ends with 913".
            yield from (("one_time_code", *part.span()) for part in run)


# Finds «482», not «482.913».
_HALF = re.compile(r"\d(?<![\w.,:/$€₪£+#]\d)\d{1,4}(?![\w%]|[.,:/-]\d)")
_BEFORE_HALF, _MOST_WORDS = 32, 4


def _is_half(seen: Seen, number: re.Match[str]) -> bool:
    """Tell whether a few words before a number say which part of a code it is."""
    at = number.start()
    before = WORD.findall(seen.folded.low, max(0, at - _BEFORE_HALF), at)[-_MOST_WORDS:]
    return any(has(seen.words.halves, word) for word in before)


def _is_order(seen: Seen, start: int) -> bool:
    return owners.owner_of(seen.folded, seen.words, start) == owners.ID


def _twice(seen: Seen) -> Iterator[Span]:
    """Yield "482913, a minute later 571028": numbers of one length near "both codes", all alike."""
    name = seen.mention
    found = [
        match
        for match in seen.reading.matches(
            codes.LOOSE, max(0, name.start - 2 * _NEAR_PAIR), name.end + _NEAR_PAIR, look=DIGITS
        )
        if match.end() <= name.start or match.start() >= name.end
    ]
    for run in _runs(found):
        near = run[-1].end() > name.start - _NEAR_PAIR
        if near and len(run) > 1 and not any(_is_no_code(seen, *match.span()) for match in run):
            yield from (("one_time_code", *match.span()) for match in run)


def _runs(found: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Return matches in runs of one length, each near the one before and in its paragraph."""
    runs: list[list[re.Match[str]]] = []
    for match in found:
        last = runs[-1][-1] if runs else None
        between = match.string[last.end() : match.start()] if last else ""
        alike = last is not None and len(last[0]) == len(match[0])
        if alike and len(between) < _FURTHEST_APART and "\n" not in between:
            runs[-1].append(match)
        else:
            runs.append([match])
    return runs


def _is_no_code(seen: Seen, start: int, end: int) -> bool:
    """Tell whether a number is an order's, counted, or too round to have been drawn."""
    return _is_owned(seen, start) or _is_other_number(seen, start, end)


def _is_owned(seen: Seen, start: int) -> bool:
    return has(seen.words.owners, nearby.word_before(seen, start)) or _is_order(seen, start)


def _is_other_number(seen: Seen, start: int, end: int) -> bool:
    """Tell whether a number is the end of a key, counted, or too round to have been drawn."""
    text = seen.folded.text
    before = text[max(0, start - 1) : start]
    within = before.isascii() and before.isalpha()
    return within or nearby.is_counted(seen, end) or text[start:end].endswith(_ROUND)
