"""Names of people, as people let them fall: "my name is", "Ms. Levi", a signature.

Masked for a public audience only. Names carry no check digit, so they come from statements
("my name is", "שמי"), from titles, from the line after a closing, from the words before an e-mail
address, and from what the caller knows.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from guide.redact.fold import Folded, near
from guide.redact.lexicon import Mention, SecretWords, alternatives
from guide.redact.patterns import Span
from guide.text.hebrew import PREFIXES

# Finds «Dana», not «12».
_WORD = re.compile(r"[ \t]*([^\W\d_]+(?:['\"-][^\W\d_]+)*)(\.(?=[ \t]?[A-Z]))?")
_MOST_WORDS = 4
# Finds «,\n», not «a».
_LINE_BREAK = re.compile(
    r"[ \t]{0,8}[,.!:-]{0,4}[ \t]{0,8}(?:\r?\n[ \t>*_-]{0,16}){1,3}[*_~-]{0,4}"
)
# Finds «a.\n», not «a, ».
_STARTS = re.compile(r"(?:\A|[\n.!?])[ \t>*_-]*\Z")
# Finds «, », not «a».
_SAME_LINE = re.compile(r"[ \t]{0,8}[,-]{1,4}[ \t]{0,8}")
# Finds «Dana\nx» and nothing at all, too.
_LINE_END = re.compile(r"[ \t*_.,!]*(?:\n|\Z)")
# Finds «<dana@example.com>», not «dana@example.com».
_MAILBOX = re.compile(r"<[^\s<>@]{1,64}@[^\s<>@]{3,255}>")
# Finds «From: Dana Levi », not «(1)».
_BEFORE_MAILBOX = re.compile(
    r"(?:\A|[\n:;,>(\"'*])[ \t]*((?:[^\W\d_][\w.'-]{0,30}[ \t]{1,2}){0,3}[^\W\d_][\w.'-]{1,30})"
    r"[\"' \t]*\Z"
)
# Finds « here», not «there».
_HERE_ITSELF = re.compile(r" here")
# Finds «Hi, Dana Levi here», not «dana here».
_HERE = re.compile(
    r"(?P<greeting>\b[Hh](?:i|ello|ey)[,!]? )?(?<![\w'-])"
    r"(?P<name>[A-Z][\w'-]{1,30}(?: [A-Z][\w'-]{1,30}){1,2}) here(?P<comma>,)?(?!\w)"
)


def find_names(
    folded: Folded, words: SecretWords, mentions: Iterable[Mention], people: Iterable[str] = ()
) -> Iterator[Span]:
    """Yield names stated or signed, those of `people`, and each wherever else it stands."""
    stated = [
        *_stated(folded, words, mentions),
        *_signed(folded, words),
        *_introduced(folded, words),
        *_titled(folded, words),
        *_beside(folded, words),
    ]
    yield from (("name", start, end) for start, end in stated)
    known = {folded.text[start:end] for start, end in stated} | {p.strip() for p in people}
    parts = {p for name in known for p in [name, *name.split()] if _is_telling(p, words)}
    if parts:
        again = re.compile(rf"(?<![A-Za-z0-9])(?:{alternatives(p.lower() for p in parts)})(?!\w)")
        yield from (("name", *match.span()) for match in again.finditer(folded.low))


def _is_telling(part: str, words: SecretWords) -> bool:
    """Tell whether this part of a name can be looked for alone without hiding other words."""
    return len(part) > 2 and part.lower() not in words.not_names | words.between | words.not_values  # noqa: PLR2004


def _stated(
    folded: Folded, words: SecretWords, mentions: Iterable[Mention]
) -> Iterator[tuple[int, int]]:
    for mention in mentions:
        if "name" not in mention.roles:
            continue
        gap = _gap(words).match(folded.low, mention.end)
        start = gap.end() if gap else mention.end
        if _says_whose(folded, words, mention, start) and (
            end := _name_end(folded.text, start, words)
        ):
            yield start, end


@cache
def _gap(words: SecretWords) -> re.Pattern[str]:
    links = alternatives(words.links)
    return re.compile(rf"[\"'*_]{{0,2}}[ \t]*[:=-]?[ \t]*(?:(?:{links})\b)?[ \t:]*[\"'*_]{{0,3}}")


def _says_whose(folded: Folded, words: SecretWords, mention: Mention, start: int) -> bool:
    """Tell whether "name" is a person's: a phrase, or the label of a line or of "my"."""
    low = folded.low
    if " " in low[mention.start : mention.end] or low[mention.start : mention.end] == "שמי":
        return True
    label = any(sign in low[mention.end : start] for sign in ":=")
    line = low.rfind("\n", 0, mention.start) + 1
    before = low[max(line, mention.start - 20) : mention.start].split()
    whose = not before or (before[-1] in words.between) or not before[-1].strip("-*>•#")
    in_json = low[mention.end : mention.end + 1] in ("'", '"')
    return label and whose and not in_json


def _name_end(text: str, start: int, words: SecretWords) -> int:
    """Return where the name that starts at `start` ends, 0 when none does."""
    pos, end, first = start, 0, ""
    for count in range(_MOST_WORDS):
        match = _WORD.match(text, pos)
        if not match or not _may_follow(match[1], first, count, words):
            break
        first = match[1] if not first or match[1] in words.particles else first
        pos = match.end()
        end = match.end(1) if match[1].lower() not in words.particles else end
    return end


def _may_follow(word: str, first: str, count: int, words: SecretWords) -> bool:
    if word.lower() in words.not_names or (len(word) < 2 and not count):  # noqa: PLR2004
        return False
    if not count or word in words.particles:
        return True
    if word.isascii() and first[:1].isupper():
        return word[0].isupper()
    return count < 2 or first in words.particles  # Given name and family name.  # noqa: PLR2004


def _signed(folded: Folded, words: SecretWords) -> Iterator[tuple[int, int]]:
    """Yield the name under a closing, or after it on its line, near the end of the text."""
    for match in _closing(words).finditer(folded.low):
        if not _STARTS.search(folded.low[max(0, match.start() - 8) : match.start()]):
            continue
        gap = _LINE_BREAK.match(folded.low, match.end()) or _SAME_LINE.match(
            folded.low, match.end()
        )
        end = _name_end(folded.text, gap.end(), words) if gap else 0
        if (
            gap
            and end
            and _LINE_END.match(folded.text, end)
            and _looks_signed(folded, words, gap.end(), end)
        ):
            yield gap.end(), end


@cache
def _closing(words: SecretWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words.closings)})(?!\w)")


def _looks_signed(folded: Folded, words: SecretWords, start: int, end: int) -> bool:
    """Tell whether the line is a name: few lines follow, and Latin words are capitalised."""
    shown = folded.text[start:end]
    last = folded.text.count("\n", end) <= 6  # A title, a company, a phone.  # noqa: PLR2004
    capitals = all(w[0].isupper() or w in words.particles for w in shown.split())
    return last and (not shown.isascii() or capitals or not folded.text[end:].strip())


def _introduced(folded: Folded, words: SecretWords) -> Iterator[tuple[int, int]]:
    """Yield "I'm Dana Levi": two capitalised words, one after a greeting, or a given name."""
    for match in _introducers(words).finditer(folded.low):
        before = folded.low[max(0, match.start() - _FURTHEST_GREETING) : match.start()]
        if _GLUED.search(before):
            continue
        greeting = _GREETING.search(before)
        end = _name_end(folded.text, match.end(), words)
        shown = folded.text[match.end() : end].split()
        capitals = all(w[0].isupper() for w in shown) and (len(shown) > 1 or greeting)
        if end and (capitals or shown[0] in words.given_names):
            yield match.end(), end


@cache
def _introducers(words: SecretWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words.introducers)}),? (?=\w)")


_FURTHEST_GREETING = 36
# Finds «hi, », not «high».
_GREETING = re.compile(r"\b(?:hi|hello|hey|dear)\b[^\n.]{0,30}\Z")
# Finds «a», not «a ».
_GLUED = re.compile(r"[\w-]\Z")


def _titled(folded: Folded, words: SecretWords) -> Iterator[tuple[int, int]]:
    """Yield the name after "Ms." or "my wife": in Latin letters it must be capitalised."""
    for match in _titles(words).finditer(folded.text):
        end = _name_end(folded.text, match.end(), words)
        shown = folded.text[match.end() : end]
        if end and (not shown.isascii() or all(w[0].isupper() for w in shown.split())):
            yield match.end(), end


@cache
def _titles(words: SecretWords) -> re.Pattern[str]:
    both = {form for title in words.titles for form in (title, title[0].upper() + title[1:])}
    return re.compile(rf"(?<!\w)[{PREFIXES}]?(?:{alternatives(both)})(?:\.|,)?[ \t]+(?=\w)")


def _beside(folded: Folded, words: SecretWords) -> Iterator[tuple[int, int]]:
    """Yield the name in "Dana Levi <dana@example.com>" and in "Hi, Dana Levi here"."""
    text = folded.text
    here = near(_HERE_ITSELF, _HERE, text)
    spans = [m.span("name") for m in here if m["greeting"] or m["comma"]]
    for mail in _MAILBOX.finditer(text):
        first = max(0, mail.start() - 100)
        if before := _BEFORE_MAILBOX.search(text[first : mail.start()]):
            spans.append((first + before.start(1), first + before.end(1)))
    for start, end in spans:
        parts = text[start:end].split()
        known = words.not_names | words.between | words.not_values
        named = not any(p.lower() in known for p in parts)
        if named and (not text[start:end].isascii() or all(p[0].isupper() for p in parts)):
            yield start, end
