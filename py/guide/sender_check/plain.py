"""A message as it is meant to be read: unseen characters gone, disguises undone, words in order."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from guide.sender_check.phrases import WordRanges
from guide.sender_check.rules import SenderRules

_INVISIBLE = frozenset({"Cf", "Mn", "Me", "Cc"})
_ODD = re.compile(r"[^\n -~\u05d0-\u05ea]")
_DEFANGED = re.compile(r"\s?[\[({<]\s?(?:(\.|dot|נקודה)|(at|@|שטרודל))\s?[\])}>]\s?", re.IGNORECASE)
_HTTP = re.compile(r"\bh(?:xx|\*\*|tt)p(s?)(?:\[:\]|:)(?=/)", re.IGNORECASE)
# Names of signs that people say instead of writing them; "at" is a word of its own, so it counts
# only where the dot is said as well.
_SAID_AT = re.compile(
    r"(?<![\w.-])([\w.-]{1,64}) (?:at|שטרודל|כרוכית) "
    r"([\w-]{1,64}(?:(?:\.| dot | נקודה )[\w-]{1,64}){0,6} (?:dot|נקודה) \w{1,64})",
    re.IGNORECASE,
)
_SAID = (
    (re.compile(r"(?<=\w) (?:dot|נקודה) (?=\w)", re.IGNORECASE), "."),
    (re.compile(r"(?<=\w) (?:dash|hyphen|מקף) (?=\w)", re.IGNORECASE), "-"),
    (re.compile(r"(?<=\w) (?:slash|לוכסן) (?=\w)", re.IGNORECASE), "/"),
)
_KOM = re.compile(r"(?<=\.)קום\b")
# P-a-s-s-w-o-r-d, W h a t s A p p: at least five single letters in a row.
_APART = re.compile(r"(?<![^\W\d_])(?:[^\W\d_][ .*_-]{1,2}){4,30}[^\W\d_](?!\w)")
_DOT = re.compile(r"(?<=\w)[·•‧∙](?=\w)")
_WORD = re.compile(
    r"[^\W_](?:[^\W_]|['\"׳״](?=[^\W_])|(?<=[a-z])[@$!|](?=[a-z0-9]))*", re.IGNORECASE
)
_LEET = re.compile(r"(?=.*[a-z])(?=.*[0-9@$!|])[a-z0-9@$!|]+\Z")
_SENTENCE_END = re.compile(r"[.!?;…](?=\s|['\")\]]|\Z)|\n\s*(?:\n|[-•*]\s)|\Z")


@dataclass(frozen=True)
class Sentence:
    """A range of words, and whether a question mark ends it."""

    start: int
    stop: int
    asks: bool


@dataclass(frozen=True)
class Message:
    """A text to be judged: `plain` to search in, `words` in it at `spans`, what they mean."""

    plain: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    sentences: tuple[Sentence, ...]
    found: WordRanges


def read(rules: SenderRules, plain: str) -> Message:
    """Return the message in a text made plain, its addresses blanked. O(len(text))."""
    spans, words = [], []
    for match in _WORD.finditer(plain):
        spans.append(match.span())
        words.append(_word(rules, match[0]))
    sentences = tuple(_sentences(plain, [start for start, _ in spans]))
    return Message(plain, tuple(words), tuple(spans), sentences, rules.phrases.find(words))


def undisguised(rules: SenderRules, text: str) -> str:
    """Return the text without invisible characters, defanged, spoken and spaced signs put back."""
    kept = _ODD.sub(lambda odd: _plain(odd[0]), text)
    kept = _HTTP.sub(r"http\1:", _DEFANGED.sub(lambda m: "." if m[1] else "@", kept))
    kept = _DOT.sub(".", kept)
    kept = _SAID_AT.sub(r"\1@\2", kept)
    for said, sign in _SAID:
        kept = said.sub(sign, kept)
    kept = _joined(rules, _KOM.sub("com", kept))
    return _APART.sub(lambda m: re.sub(r"[^\w]|_", "", m[0]), kept)


def _joined(rules: SenderRules, text: str) -> str:
    """Return the text with blanks taken out of addresses: "help @ b0nus . top"."""
    dots, signs = _blanks(rules.names.plain_ends)
    return signs.sub("@", dots.sub(".", text))


@cache
def _blanks(ends: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    end = "|".join(map(re.escape, ends))
    before = rf"(?<=[\w-]) \. ?(?=(?:[\w-]{{1,40}} ?\. ?){{0,4}}(?:{end})\b)"
    after = r"(?<=[\w-])\. (?=(?:com|net|org|co\.il)\b)"
    return re.compile(f"{before}|{after}"), re.compile(r"(?<=[\w-])(?: @ ?|@ )(?=[\w-]+\.\w)")


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """Return what a reader takes an odd character for: "" for one that cannot be seen."""
    if char in "\t\r\x0b\x0c\u2028\u2029\x85":
        return " " if char in "\t\x0b\x0c" else "\n" if char != "\r" else ""
    if char in "’‘`´′":
        return "'"
    if char in "。｡．․":
        return "."
    value = unicodedata.digit(char, None)
    if value is not None:
        return str(value)
    kept = unicodedata.normalize("NFKC", char)
    return "".join(c for c in kept if unicodedata.category(c) not in _INVISIBLE)


def _word(rules: SenderRules, word: str) -> str:
    """Return a word as it is looked up: small, look-alike letters and digits made letters."""
    low = word.lower().replace("׳", "'").replace("״", '"')
    if low.isascii():
        worn = _LEET.match(low) and 2 * sum(map(str.isalpha, low)) >= len(low)
        return low.translate(rules.letters) if worn else low  # "F12" is a key.
    if any("a" <= c <= "z" for c in low):  # A word all in another script is that script's.
        bare = (c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
        return "".join(rules.letters.get(ord(c), c) for c in bare)
    return low


def _sentences(plain: str, starts: list[int]) -> Iterator[Sentence]:
    first = 0
    for end in _SENTENCE_END.finditer(plain):
        stop = first
        while stop < len(starts) and starts[stop] < end.end():
            stop += 1
        if stop > first:
            yield Sentence(first, stop, end[0] == "?")
        first = stop
