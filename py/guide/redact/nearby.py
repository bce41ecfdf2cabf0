"""Around a mention: what stands after it, before it, and in the same sentence.

mention -> walk over the words between -> value, with how strongly it is tied to the mention
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from guide.redact import values
from guide.redact.fold import FILLER, Folded, near
from guide.redact.lexicon import Mention, SecretWords, has
from guide.redact.patterns import Span
from guide.redact.shapes import Known
from guide.redact.values import BARE, IS, SIGN, TO, Value
from guide.text.hebrew import AS

# Finds « is», not «\n\n\n».
_TOKEN = re.compile(
    rf"[ \t]*(?:\r?\n[ \t>]*){{0,2}}(?:(?!'s\s)[\"'`*\])(_]){{0,3}}[ \t]{{0,2}}"
    rf"(?:(?P<sign>[:=]+>?|->|\||[→⇒➜])|(?P<dash>-+(?=[\s\"'`*\d])|'s(?=\s))|(?P<comma>,)"
    rf"|(?P<word>[^\s:=,;\"`*()\[\]{FILLER}]{{1,40}})(?=[\s:=,;\"`*(){FILLER}]|\Z))"
)
# Finds « (my birth date)», not « (482913)».
_ASIDE = re.compile(r"[ \t]?\([^()\d\n]{2,40}\)")
_MOST_STEPS = 12
_MOST_UNKNOWN = 6  # Words that tell more of the thing: "for the Netflix of my brother".
# "no." and "ת.ז." end no sentence, nor does a sign inside a password.
# Finds «a. b», not «1.5».
_SENTENCE_END = re.compile(r"\n|[!?;](?![A-Za-z0-9])|(?<!no)(?<!num)(?<!ז)(?<!מס)\.(?!\d)")
# Finds «order #», not «((».
_WORD_BEFORE = re.compile(r"([^\s\"'`(){}\[\],;]+)[ \t:#=\"'`(]*\Z")
_ABBREVIATED = 4  # "no.", "num."
# Finds « no.», not «casino.».
_ABBREVIATION = re.compile(r"\b(?:no|num|nr|pass|pwd|pw|psw)\.\Z")
# Finds «a», not « ».
_BLANKS = re.compile(r"\S+")
# What the name is a heading of stands after it, and not before.
# Finds «: [», not «:».
_NAMES_NEXT = re.compile(r" ?[:=] ?[\[(<]")
_MOST_BEHIND = 5
_MOST_BRANDS = 2


@dataclass(frozen=True, eq=False)
class TextRead:
    """A folded text with what it is read by; what is looked for again is remembered."""

    folded: Folded
    words: SecretWords
    known: Known
    found: dict[re.Pattern[str], tuple[list[int], list[re.Match[str]]]] = field(
        default_factory=dict
    )

    def matches(
        self, pattern: re.Pattern[str], start: int, end: int, *, look: re.Pattern[str] | None = None
    ) -> list[re.Match[str]]:
        """Return the matches in the whole text that begin in [start, end).

        `look` finds something that every match that counts has: nothing is far from these.
        """
        if pattern not in self.found:
            text = self.folded.text
            found = list(near(look, pattern, text) if look else pattern.finditer(text))
            self.found[pattern] = [match.start() for match in found], found
        starts, found = self.found[pattern]
        return found[bisect_left(starts, start) : bisect_left(starts, end)]


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention with the reading it stands in."""

    reading: TextRead
    mention: Mention

    @property
    def folded(self) -> Folded:
        """The text."""
        return self.reading.folded

    @property
    def words(self) -> SecretWords:
        """The words it is read by."""
        return self.reading.words


def walk(seen: Seen) -> Iterator[Value]:
    """Yield what may be the value: after all words between, then right after the first sign."""
    low, words = seen.folded.low, seen.words
    pos, link, first_sign = seen.mention.end, BARE, -1
    pos += bool(_ABBREVIATION.search(low, max(0, pos - _ABBREVIATED - 1), pos + 1))
    if aside := _ASIDE.match(low, pos):
        pos = aside.end()
    for _ in range(_MOST_STEPS):
        token = _TOKEN.match(low, pos)
        if not token or not (step := _link(token, words)):
            break
        link, pos = max(link, step), token.end()
        first_sign = pos if step == SIGN and first_sign < 0 else first_sign
    for place, strength in ((pos, link), (first_sign, SIGN)):
        if place >= 0 and (value := values.at(seen.folded, seen.words, place, strength)):
            yield value
    yield from _further(seen, pos)


def _further(seen: Seen, pos: int) -> Iterator[Value]:
    """Yield what follows "is" or a sign after some words that nobody could list."""
    low, unknown = seen.folded.low, 0
    for _ in range(_MOST_STEPS):
        token = _TOKEN.match(low, pos)
        step = _link(token, seen.words) if token else 0
        if not token or "\n" in token[0]:
            return
        pos = token.end()
        if step in (IS, SIGN):
            if value := values.at(seen.folded, seen.words, pos, step):
                yield replace(value, far=True)
        elif not step:
            unknown += 1
            if (
                unknown > _MOST_UNKNOWN
                or not token["word"].strip(".'").replace("-", "").isalpha()
                or token["word"][-1] == "."
            ):
                return


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
    tokens, tied = _before(seen)
    if not tokens or not tied or _NAMES_NEXT.match(seen.folded.low, seen.mention.end):
        return
    last = tokens[-2:]
    split = len(last) == 2 and all(t[0].isdigit() and len(t[0]) == 3 for t in last)  # noqa: PLR2004
    value = values.at(seen.folded, seen.words, last[0 if split else -1].start(), TO)
    if value and split:
        value = replace(
            value, text=seen.folded.low[value.start : last[-1].end()], end=last[-1].end()
        )
    if value and value.end <= seen.mention.start and accept(value):
        yield kind, value.start, value.end


def _before(seen: Seen) -> tuple[list[re.Match[str]], bool]:
    """Return what stands before the mention and its own words, and whether these tie it to it."""
    low, start, words = seen.folded.low, seen.mention.start, seen.words
    tokens = list(_BLANKS.finditer(low, max(0, start - 100), start))[-_MOST_BEHIND - 2 :]
    tie, tied = "", low[start] == AS  # "X כסיסמה"
    brands = 0
    while tokens and not tied:
        word = tokens[-1][0].lstrip("(")
        if word and not has(words.known, word):
            brands += 1
            if brands > _MOST_BRANDS or not _is_brand(seen, tokens[-1]):
                break
        tie = tokens.pop()[0]
        tied = tie[0] == "(" and low[seen.mention.end : seen.mention.end + 1] == ")"
    return tokens, tied or has(words.links, tie) or has(words.to, tie)


def _is_brand(seen: Seen, token: re.Match[str]) -> bool:
    """Tell whether a word before a name only says whose it is: "as the Honeycomb API key"."""
    return token[0].isalpha() and seen.folded.text[token.start()].isupper()


def in_sentence(
    seen: Seen,
    pattern: re.Pattern[str],
    *,
    behind: int,
    ahead: int,
    look: re.Pattern[str] | None = None,
) -> Iterator[re.Match[str]]:
    """Yield matches near the mention that no end of a sentence parts from it."""
    first, stop = sentence_around(seen, behind=behind, ahead=ahead)
    mention, reading = seen.mention, seen.reading
    yield from reading.matches(pattern, mention.end, stop, look=look)
    yield from (
        m
        for m in reading.matches(pattern, first, mention.start, look=look)
        if m.end() <= mention.start
    )


def sentence_around(seen: Seen, *, behind: int, ahead: int) -> tuple[int, int]:
    """Return where the sentence of the mention begins and ends, so far and no further away."""
    mention, reading = seen.mention, seen.reading
    first, stop = max(0, mention.start - behind), mention.end + ahead
    if ends := reading.matches(_SENTENCE_END, mention.end, stop):
        stop = ends[0].start()
    if ends := reading.matches(_SENTENCE_END, first, mention.start):
        first = ends[-1].end()
    return first, stop


def is_owned(seen: Seen, match: re.Match[str]) -> bool:
    """Tell whether the words around a number make it an order's, an error's, an amount."""
    before = word_before(seen, match.start())
    if before in seen.words.between:
        before = word_before(seen, seen.folded.low.rfind(before, 0, match.start()))
    hour = values.is_hour(seen.folded, match.start(), seen.words)
    return hour or has(seen.words.owners, before) or is_counted(seen, match.end())


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
    between = seen.folded.low[seen.mention.end : value.start]
    aside = _ASIDE.match(between)
    words = _TIGHT_WORD.findall(between, aside.end() if aside else 0)
    return len(words) <= _MOST_TIGHT and all(w in seen.words.tight for w in words)


# Finds «number», not «:».
_TIGHT_WORD = re.compile(r"[^\W\d_]+'?")
_MOST_TIGHT = 2
