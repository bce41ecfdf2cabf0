"""Codes known by the words beside them: their names, that they came, that they were read out."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from guide.redact import (
    code_pairs,
    codes,
    nearby,
    other_codes,
    owners,
    randomness,
    read_out,
    values,
)
from guide.redact.fold import DASH, DIGITS, WORD
from guide.redact.lexicon import SecretWords, has
from guide.redact.nearby import Seen
from guide.redact.patterns import Span
from guide.redact.values import IS, SIGN, Value
from guide.text.hebrew import FOR, LETTERS, PREFIXES

# Finds « #5881», not « -5881».
_SHORT = re.compile(r"(?<=[\s:(])#?(?P<digits>\d{4,5})(?![\w%]|[.,:/-]\d)")
# Finds «KQZTRW», not «Code».
_CAPITALS = re.compile(r"[A-Z]{5,10}")
# Finds « is:\n482913\n», not « is 482913».
_CODE_LINE = re.compile(r"[^\n]{0,80}\n\s{0,6}(?P<code>\d{3}[ -]?\d{3})[ \t]*(?:\n|\Z)")
# Finds «KVQR-WIFH», not «READ».
_DEVICE = re.compile(r"(?<![A-Za-z0-9_/.-])[A-Z0-9]{4}-[A-Z0-9]{4,5}(?![A-Za-z0-9_/-])")


def _strong_codes(seen: Seen) -> Iterator[Span]:
    """Yield the code after its name; else six digits anywhere in the same sentence."""
    for value in nearby.walk(seen):
        end = _code_end(seen, value, strong=True)
        if end or _is_drawn(seen, value):
            end = end or value.end
            yield "one_time_code", value.start, end
            return
    if branded := _BRANDED.match(seen.folded.low, seen.mention.end):
        ordinary = values.is_ordinary(branded["value"])
        if not ordinary and not _is_owned(seen, branded.start("value")):
            yield "one_time_code", *branded.span("value")
    if line := _CODE_LINE.match(seen.folded.text, seen.mention.end):
        yield "one_time_code", *line.span("code")
    for match in nearby.in_sentence(seen, codes.LOOSE, behind=60, ahead=80, look=DIGITS):
        if not nearby.is_owned(seen, match):
            yield "one_time_code", match.start(), match.end()
    yield from _short(seen)


# Names of services nobody can list: "backup code for Discord 2wmk-i2cx".
# Finds « for discord 2wmk-i2cx», not « for discord fails».
_BRANDED = re.compile(
    rf"(?: (?:[{PREFIXES}]-)?[^\W\d_]+){{1,4}}:? (?P<value>(?=[a-z-]*\d)(?=[\d-]*[a-z])"
    r"(?:[a-z0-9]{3,12}(?:-[a-z0-9]{3,12}){1,6}|[a-z0-9]{6,16}))(?![\w./@-])"
)


def _is_owned(seen: Seen, start: int) -> bool:
    owner = owners.owner_of(seen.folded, seen.words, start)
    return owner == owners.ID or has(seen.words.owners, nearby.word_before(seen, start))


def _code_end(seen: Seen, value: Value, *, strong: bool) -> int:
    """Return where the code at the value ends; 0 when it is none, as an hour is: "at 1430"."""
    if values.is_hour(seen.folded, value.start, seen.words):
        return 0
    tight = strong and nearby.is_tight(seen, value)
    return codes.end_of(seen.folded, value, seen.words, strong=strong, tight=tight)


def _short(seen: Seen) -> Iterator[Span]:
    """Yield the first four or five digits soon after the name, "#5881" as it is typed, too."""
    for match in nearby.in_sentence(seen, _SHORT, behind=0, ahead=30, look=DIGITS):
        other = values.is_moment(match["digits"]) or nearby.is_owned(seen, match)
        if not other and not nearby.is_counted(seen, match.end()):
            yield "one_time_code", *match.span("digits")
        return


def _is_drawn(seen: Seen, value: Value) -> bool:
    """Tell whether letters alone, as a code without a digit by chance, are no word."""
    shown, low = value.text, value.text.lower()
    if not (low.isascii() and low.isalpha()) or has(seen.words.not_values, low):
        return False
    pairs, name = seen.reading.known.pairs, seen.mention
    if value.link >= IS and randomness.is_unlikely(pairs, low):
        return True
    around = seen.folded.text[max(0, name.start - 20) : value.start]
    shouting = around.isupper()
    if not _CAPITALS.fullmatch(shown) or (shouting and name.end > name.start + _SHOUTED):
        return value.link >= SIGN and len(low) > _SHORTEST_DRAWN and randomness.is_odd(pairs, low)
    return value.link >= IS or randomness.is_odd(pairs, low)


_SHOUTED, _SHORTEST_DRAWN = 3, 5


def _weak_codes(seen: Seen) -> Iterator[Span]:
    """Yield what follows "code", unless it is an error's, a country's or a program's."""
    low, before = seen.folded.low, nearby.word_before(seen, seen.mention.start)
    if has(seen.words.not_after, before):
        return
    if other_codes.is_of_an_order(seen, before) or other_codes.is_of_failure(seen, before):
        return
    what = _FOR_WHAT.match(seen.folded.text, seen.mention.end)
    if what and _is_drawn_for(seen, what):
        yield "one_time_code", *what.span("value")
        return
    handed = _is_handed(seen, before)
    named = handed or before in seen.words.between or low[seen.mention.start] == "ה"
    in_json = low[seen.mention.end : seen.mention.end + 1] in ("'", '"')
    for value in nearby.walk(seen):
        end = _code_end(seen, value, strong=False)
        digits = sum(c.isdigit() for c in seen.folded.text[value.start : end or value.start])
        alone = not before and value.link == SIGN and not value.text.startswith("10")
        tied = value.link >= IS
        enough = 6 if in_json or not (tied or handed) else 4 if named or alone else 5
        if end and digits >= enough and (tied or handed or digits == 6):  # noqa: PLR2004
            yield "one_time_code", value.start, end
            break
        if not in_json and _CAPITALS.fullmatch(value.text) and _is_drawn(seen, value):
            yield "one_time_code", value.start, value.end
            break
    yield from nearby.behind(seen, "one_time_code", lambda v: bool(codes.LOOSE.fullmatch(v.text)))
    for match in nearby.in_sentence(seen, codes.LOOSE, behind=60, ahead=40, look=DIGITS):
        if has(seen.words.handed, nearby.word_before(seen, match.start())) and not nearby.is_owned(
            seen, match
        ):
            yield "one_time_code", match.start(), match.end()


# Finds « לדירה 8389» and « for the cabin: K7Q2M9», not « for errors 5023».
_FOR_WHAT = re.compile(
    rf" (?:{FOR}[{LETTERS}\"']{{2,15}}|for (?:the|my|our) [a-z]{{2,15}})"
    r"(?: [^\W\d_]{2,15}){0,4}[:,]? "
    r"(?P<value>\d{4,8}|(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{5,16})(?![\w%@/-]|[.,:]\w)",
    re.IGNORECASE,
)


def _is_drawn_for(seen: Seen, what: re.Match[str]) -> bool:
    """Tell whether what follows "code for the ..." is the code, and no year, hour or amount."""
    value, start = what["value"].lower(), what.start("value")
    words = WORD.findall(seen.folded.low, seen.mention.end, start)
    other = any(word in seen.words.hours or has(seen.words.owners, word) for word in words)
    moment = values.is_moment(value) or values.is_hour(seen.folded, start, seen.words)
    counted = nearby.is_counted(seen, what.end())
    drawn = value.isdigit() or not (values.is_typed(what["value"]) or values.is_ordinary(value))
    return drawn and not (other or moment or counted or _is_owned(seen, start))


def _is_handed(seen: Seen, before: str) -> bool:
    """Tell whether the words beside "code" say that it came: "I got the code"."""
    if before in seen.words.between and not has(seen.words.handed, before):
        before = nearby.word_before(seen, seen.folded.low.rfind(before, 0, seen.mention.start))
    if has(seen.words.handed, before):
        return True
    after = other_codes.NEXT_WORDS.match(seen.folded.low, seen.mention.end)
    return any(has(seen.words.handed, word) for word in (after[0].split() if after else ()))


def _told(seen: Seen) -> Iterator[Span]:
    """Yield six digits in a sentence on what was read out to somebody."""
    for match in nearby.in_sentence(seen, codes.LOOSE, behind=90, ahead=90, look=DIGITS):
        owner = owners.owner_of(seen.folded, seen.words, match.start())
        if owner != owners.ID and not nearby.is_owned(seen, match):
            yield "one_time_code", match.start(), match.end()
    yield from _said_of_message(seen)


# Finds « 10499», not « 10499th».
_SAID_AT_ONCE = re.compile(r"[ \t]{1,2}[\"'(]?(?P<digits>\d{4,8})(?=[\"')]?[.,;!?]?(?:\s|\Z))")


def _said_of_message(seen: Seen) -> Iterator[Span]:
    """Yield "so I said 10499" in a sentence on what a message or a screen says."""
    said = _SAID_AT_ONCE.match(seen.folded.low, seen.mention.end)
    if not said or nearby.is_counted(seen, said.end("digits")):
        return
    first, _ = nearby.sentence_around(seen, behind=90, ahead=0)
    before = WORD.findall(seen.folded.low, first, seen.mention.start)
    told = any(has(seen.words.shown_on, word) for word in before)
    moment = values.is_moment(said["digits"]) or values.is_hour(
        seen.folded, said.start("digits"), seen.words
    )
    if told and not moment and not _is_owned(seen, said.start("digits")):
        yield "one_time_code", *said.span("digits")


def _digits(seen: Seen) -> Iterator[Span]:
    """Yield six digits in the sentence after one that speaks of them: "They were 482913"."""
    end = seen.mention.end
    for match in seen.reading.matches(codes.LOOSE, end, end + _NEXT_SENTENCE, look=DIGITS):
        owner = owners.owner_of(seen.folded, seen.words, match.start())
        if owner != owners.ID and not nearby.is_owned(seen, match):
            yield "one_time_code", match.start(), match.end()


_NEXT_SENTENCE = 110


def _device_codes(seen: Seen) -> Iterator[Span]:
    """Yield "KVQR-WIFH", without a digit, too, in a sentence on a code."""
    for match in nearby.in_sentence(seen, _DEVICE, behind=60, ahead=80, look=DASH):
        around = seen.folded.text[max(0, match.start() - 20) : match.start()]
        shouting = around.isupper() and around.isascii()
        groups, pairs = match[0].split("-"), seen.reading.known.pairs
        drawn = not match[0].replace("-", "").isalpha() or any(
            randomness.is_odd(pairs, group) for group in groups
        )
        told = drawn and not shouting and not nearby.is_owned(seen, match)
        if not match[0].replace("-", "").isdigit() and told:
            yield "one_time_code", match.start(), match.end()


# Finds «48 and 21», not «48».
_PAIRS = re.compile(
    r"\d(?<![\w.,:/$€₪£+#-]\d)\d(?:"
    r"(?:,? (?:and|then|ואז) |,? ו-?|, ?|[ -]|(?<=\d)[./](?!\d\d[./]))\d\d){1,3}"
    r"(?![\w%]|[.,:/-]\d)"
)


def _pairs(seen: Seen) -> Iterator[Span]:
    """Yield "48 21" and "first 48 then 21" after the name of a PIN."""
    for match in nearby.in_sentence(seen, _PAIRS, behind=0, ahead=40, look=DIGITS):
        near = match.start() - seen.mention.end <= _AT_ONCE or not set("./") & set(match[0])
        if near and not nearby.is_owned(seen, match) and not nearby.is_counted(seen, match.end()):
            yield "one_time_code", match.start(), match.end()


_AT_ONCE = 6


def _opening(seen: Seen) -> Iterator[Span]:
    """Yield the digits that a door, a safe or a phone opens with."""
    for value in nearby.walk(seen):
        end = codes.end_of(seen.folded, replace(value, link=IS), seen.words, strong=True)
        moment = values.is_moment(value.text) or nearby.is_counted(seen, value.end)
        if end and value.text[:1].isdigit() and not moment:
            yield "one_time_code", value.start, end
            return


# Finds « 72», not « 2026».
_MATCHED = re.compile(r"[ \t]{1,2}[\"'(]?(?P<number>\d{2,3})(?![\w%]|[.,:/-]\d)")


# Finds « and I said 72», not «. 72».
_SAID = re.compile(r"[^\n.]{0,40}?[ ,](?P<word>[^\W\d_]+) (?P<number>\d{2,3})(?![\w%]|[.,:/-]\d)")


def _matched(seen: Seen) -> Iterator[Span]:
    """Yield the number that a sign-in shows, to be tapped on the phone: "tap number 72"."""
    number = _MATCHED.match(seen.folded.text, seen.mention.end)
    if not number:
        said = _SAID.match(seen.folded.low, seen.mention.end)
        number = said if said and _is_verb(seen.words, said["word"]) else None
    if number and not nearby.is_counted(seen, number.end()):
        yield "one_time_code", *number.span("number")


def _is_verb(words: SecretWords, word: str) -> bool:
    return has(words.gives, word) or word in words.links


def _told_apart(seen: Seen) -> Iterator[Span]:
    yield from read_out.find(seen)
    yield from code_pairs.find(seen)


ROLES: Mapping[str, Callable[[Seen], Iterator[Span]]] = {
    "strong_code": lambda seen: chain(_strong_codes(seen), _told_apart(seen)),
    "code": lambda seen: chain(_weak_codes(seen), _told_apart(seen)),
    "told": lambda seen: chain(_told(seen), read_out.find(seen)),
    "sent": code_pairs.sent,
    "kept_secret": code_pairs.warned_of,
    "pin": _pairs,
    "opens": lambda seen: chain(_opening(seen), _pairs(seen)),
    "device_code": _device_codes,
    "digits": _digits,
    "matched": _matched,
}
