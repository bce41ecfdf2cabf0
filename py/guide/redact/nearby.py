"""Around a mention: what stands after it, before it, and in the same sentence.

mention -> walk over the words between -> value, with how strongly it is tied to the mention
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from guide.redact import values
from guide.redact.fold import FILLER, Folded
from guide.redact.lexicon import Mention, SecretWords, has
from guide.redact.patterns import Span
from guide.redact.values import BARE, IS, SIGN, TO, Value

_TOKEN = re.compile(
    rf"[ \t]*(?:\r?\n[ \t>]*){{0,2}}(?:(?!'s\s)[\"'`*\])(_]){{0,3}}[ \t]{{0,2}}"
    rf"(?:(?P<sign>[:=]+>?|->|\||[→⇒➜])|(?P<dash>-+(?=[\s\"'`*\d])|'s(?=\s))|(?P<comma>,)"
    rf"|(?P<word>[^\s:=,;\"`*()\[\]{FILLER}]{{1,40}})(?=[\s:=,;\"`*(){FILLER}]|\Z))"
)
_MOST_STEPS = 12
# "no." and "ת.ז." end no sentence, nor does a sign inside a password.
_SENTENCE_END = re.compile(r"\n|[!?;](?![A-Za-z0-9])|(?<!no)(?<!num)(?<!ז)(?<!מס)\.(?!\d)")
_WORD_BEFORE = re.compile(r"([^\s\"'`(){}\[\],;]+)[ \t:#=\"'`(]*\Z")
_AS = "כ"  # Glued to a name: as.
_ABBREVIATED = 4  # "no.", "num."
_BLANKS = re.compile(r"\S+")
_MOST_BEHIND = 5
_TIGHT = re.compile(r"[\s:#=._-]*(?:(?:number|no|num|id|is|מספר|מס'|הוא|היא)[\s:#=._-]*){0,2}")


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention with the folded text it stands in and the words it is read by."""

    folded: Folded
    words: SecretWords
    mention: Mention


def walk(seen: Seen) -> Iterator[Value]:
    """Yield what may be the value: after all words between, then right after the first sign."""
    low, words = seen.folded.low, seen.words
    pos, link, first_sign = seen.mention.end, BARE, -1
    for _ in range(_MOST_STEPS):
        token = _TOKEN.match(low, pos)
        if not token or not (step := _link(token, words)):
            break
        link, pos = max(link, step), token.end()
        first_sign = pos if step == SIGN and first_sign < 0 else first_sign
    for place, strength in ((pos, link), (first_sign, SIGN)):
        if place >= 0 and (value := values.at(seen.folded, place, strength)):
            yield value


def _link(token: re.Match[str], words: SecretWords) -> int:
    """Return how strongly this token ties the value to the mention; 0 when it is the value."""
    if token["sign"]:
        return SIGN
    if token["dash"]:
        return IS
    if token["comma"]:
        return BARE
    word = token["word"]
    if has(words.links, word):
        return IS
    if has(words.to, word):
        return TO
    return BARE if has(words.between, word) else 0


def behind(seen: Seen, kind: str, accept: Callable[[Value], bool]) -> Iterator[Span]:
    """Yield the value in "X is my password" or "X (password)": it stands before the mention."""
    low, start, words = seen.folded.low, seen.mention.start, seen.words
    first = max(0, start - 100)
    tokens = list(_BLANKS.finditer(low, first, start))[-_MOST_BEHIND - 2 :]
    tie, tied = "", low[start] == _AS  # "X כסיסמה"
    while tokens and not tied:
        word = tokens[-1][0].lstrip("(")
        if word and not has(words.known, word):
            break
        tie = tokens.pop()[0]
        tied = tie[0] == "(" and low[seen.mention.end : seen.mention.end + 1] == ")"
    if not tokens or not (tied or has(words.links, tie) or has(words.to, tie)):
        return
    last = tokens[-2:]
    split = len(last) == 2 and all(t[0].isdigit() and len(t[0]) == 3 for t in last)  # noqa: PLR2004
    value = values.at(seen.folded, last[0 if split else -1].start(), TO)
    if value and split:
        value = replace(value, text=low[value.start : last[-1].end()], end=last[-1].end())
    if value and value.end <= start and accept(value):
        yield kind, value.start, value.end


def in_sentence(
    seen: Seen, pattern: re.Pattern[str], *, behind: int, ahead: int
) -> Iterator[re.Match[str]]:
    """Yield matches near the mention that no end of a sentence parts from it."""
    text, mention = seen.folded.text, seen.mention
    stop = _SENTENCE_END.search(text, mention.end, mention.end + ahead)
    yield from _whole(pattern, text, mention.end, stop.start() if stop else mention.end + ahead)
    first = max(0, mention.start - behind)
    for end in _SENTENCE_END.finditer(text, first, mention.start):
        first = end.end()
    yield from pattern.finditer(text, first, mention.start)


def _whole(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield matches that begin before `end`, each as far as it reaches."""
    for match in pattern.finditer(text, start, end):
        if whole := pattern.match(text, match.start()):
            yield whole


def is_owned(seen: Seen, match: re.Match[str]) -> bool:
    """Tell whether the words around a number make it an order's, an error's, an amount."""
    before = word_before(seen, match.start())
    if before in seen.words.between:
        before = word_before(seen, seen.folded.low.rfind(before, 0, match.start()))
    return has(seen.words.owners, before) or is_counted(seen, match.end())


def is_counted(seen: Seen, end: int) -> bool:
    """Tell whether the number before `end` counts what follows it."""
    return values.is_counted(seen.folded, end, seen.words)


def word_before(seen: Seen, start: int) -> str:
    """Return the word before `start` in the same sentence, or ""."""
    match = _WORD_BEFORE.search(seen.folded.low[max(0, start - 40) : max(0, start)])
    if not match or (match[1][-1] in ".!?" and len(match[1]) > _ABBREVIATED):
        return ""  # Another sentence's.
    return match[1].strip(".:#'\"-")


def is_tight(seen: Seen, value: Value) -> bool:
    """Tell whether nothing but "number is:" stands between the mention and the value."""
    return bool(_TIGHT.fullmatch(seen.folded.low, seen.mention.end, value.start))
