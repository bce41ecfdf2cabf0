"""Text as it leaves: cleaned of what cannot be seen, measured as the place counts, cut, tidied."""

import re
from collections.abc import Callable

from guide.catalog.languages import Language

type Measure = Callable[[str], int]

# Controls but tab and newline, soft hyphen, zero-width space, byte order mark, all bidi marks, lone
# surrogates: nothing a form should get. Joiners stay, since emoji and some scripts need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_TRAILING = re.compile(r"[^\S\n]+$", re.MULTILINE)
_LISTED = re.compile("[\n,;،؛]")
_BLANKS = re.compile(r"\n{3,}")


def clean(text: str) -> str:
    """Return what a person typed or pasted without unseen characters and heaps of blank lines."""
    text = _BREAKS.sub("\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    return tidy(_UNSEEN.sub("", text))


def tidy(text: str) -> str:
    """Return `text` without spaces at line ends, double blank lines, and blank lines around it."""
    return _BLANKS.sub("\n\n", _TRAILING.sub("", text)).strip("\n")


def one_line(text: str) -> str:
    """Return `text` as a single line."""
    return " ".join(text.split())


def several(text: str) -> tuple[str, ...]:
    """Return what stands on lines of its own, or between commas or semicolons, each once."""
    parts = map(one_line, _LISTED.split(text))
    return tuple(dict.fromkeys(filter(None, parts)))


# How X counts, from its published configuration v3 (twitter-text): a link is 23, an emoji 2,
# and so is a character outside these ranges; others are 1. A name that only looks like a link
# counts as whichever is more, so that we never come out too long.
_LINK = re.compile(
    r"(?:https?://)?(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}(?:[:/?#](?:[!-~]*[\w/=&#-])?)?",
    re.IGNORECASE | re.ASCII,
)
_ONE_EMOJI = "(?:[\U0001f1e6-\U0001f1ff]{2}|[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff])"
_EMOJI = re.compile(rf"{_ONE_EMOJI}[\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d{_ONE_EMOJI}\ufe0f?)*")
_LIGHT = re.compile("[\x00-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
LINK_WEIGHT = 23


def weight(text: str) -> int:
    """Return the length of `text` as X counts it."""
    links = _LINK.findall(text)
    rest, emoji = _EMOJI.subn("", _LINK.sub("", text))
    light = len(_LIGHT.findall(rest))
    return sum(map(_link_weight, links)) + 2 * emoji + 2 * len(rest) - light


def _link_weight(link: str) -> int:
    return LINK_WEIGHT if "://" in link else max(LINK_WEIGHT, len(link))


def cut(text: str, room: int, measure: Measure = len) -> str:
    """Return `text` on one line, shortened between words to at most `room`.

    It never ends inside a number in groups: half a card number would pass as no secret.
    """
    text = one_line(text)
    if measure(text) <= room:
        return text
    kept, words = 0, text.split(" ", room)
    while kept < len(words) and measure(" ".join(words[: kept + 1]) + "…") <= room:
        kept += 1
    while 0 < kept < len(words) and _has_digit(words[kept]) and _has_digit(words[kept - 1]):
        kept -= 1
    return _with_dots(" ".join(words[:kept])) or _hard_cut(words[0], room, measure)


# Finds «It failed. », «Why? », «one\n», not «19.99».
_SENTENCE_END = re.compile(r"[.!?…][\"”״’)]*(?:\s+|$)|\n+")


def split(text: str, room: int) -> tuple[str, str]:
    """Return the beginning of `text`, in whole sentences where they fit, and all of the rest.

    Nothing is lost and nothing is said twice. A single word that is too long stays in the rest.
    """
    if len(text) <= room:
        return text, ""
    if room <= 0:
        return "", text
    ends = [m.end() for m in _SENTENCE_END.finditer(text, 0, room)]
    if ends and ends[-1] > room // 3:
        return text[: ends[-1]].rstrip(), text[ends[-1] :].lstrip()
    at = text.rfind(" ", 0, room)
    while at > 0 and text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit():
        at = text.rfind(" ", 0, at)
    if at <= 0:
        return "", text
    return f"{text[:at].rstrip()}…", f"…{text[at + 1 :].lstrip()}"


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _with_dots(text: str) -> str:
    kept = text.rstrip(" ,.;:-–—(")
    return f"{kept}…" if kept else ""


def _hard_cut(word: str, room: int, measure: Measure) -> str:
    """Cut scripts without spaces anywhere; drop a link, a key or a number rather than break it."""
    if word[:room].isascii() or _has_digit(word):
        return ""
    while word and measure(f"{word}…") > room:
        word = word[:-1]
    return _with_dots(word.rstrip("\u200d"))


def whole_lines(text: str, room: int) -> str:
    """Return the first lines that fit, or a part of the first where it alone is longer."""
    if len(text) <= room:
        return text
    kept = ""
    for line in text.split("\n"):
        if len(kept) + len(line) > room:
            break
        kept += f"{line}\n"
    return f"{kept.rstrip()}\n…" if kept.strip() else cut(text, room)


def fenced(text: str) -> str:
    """Return `text` as a Markdown code block, with a fence longer than any inside."""
    runs = re.findall(r"`{3,}", text)
    fence = "`" * (max(map(len, runs), default=2) + 1)
    return f"{fence}\n{text}\n{fence}"


def is_foreign(text: str, language: Language) -> bool:
    """Tell whether a text begins in another script than the language's, and is mostly in others."""
    first = next(filter(str.isalpha, text), "")
    return bool(first) and not language.writes(first) and language.is_foreign(text)
