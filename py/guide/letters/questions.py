"""What an answer from support asks for, one by one: nothing that it asks is passed over.

    their answer -> sentences and list items that ask -> each thing asked, and the fields it means

A sentence asks by a question mark or by words of `letters.toml` (`asks.cues`); a list asks when
the line above it does. What no field answers stays, in their words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from guide.letters.letter_rules import LetterRules
from guide.text import phrases

MAX_READ = 20_000  # Characters; no answer of a person is longer.
MAX_ASKED = 20
_MIN_LETTERS = 3
# Finds «- The date», «2) Your plan», not «-5».
_BULLET = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s+")
# Finds «On 3 March Support wrote:», «-----Original Message-----».
_QUOTED = re.compile(
    r"(?:On .{4,80} wrote:|-{2,}\s*Original Message.*|ב.{4,80} (?:כתב|כתבה|מאת).*:)$"
)
# Finds «Why?», «Thanks. », not «19.99».
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]*")


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that support asks for: in their words, and the fields that answer it.

    A `picture` is something that no words can answer.
    """

    text: str
    fields: tuple[str, ...]
    picture: bool = False


def read(rules: LetterRules, answer: str) -> tuple[Asked, ...]:
    """Return what an answer asks for, in its order, each once."""
    found: dict[str, Asked] = {}
    for text in _asked(rules, answer[:MAX_READ]):
        bare = _named(rules, text.strip(" \t.,;:-–—*•"))
        if sum(map(str.isalpha, bare)) >= _MIN_LETTERS and len(found) < MAX_ASKED:
            low = bare.casefold()
            picture = _pattern(rules.asks.picture).search(low) is not None
            found.setdefault(low, Asked(bare, fields_in(rules, low), picture))
    return tuple(found.values())


def _named(rules: LetterRules, thing: str) -> str:
    """Return a thing that was asked for as a line of its own begins."""
    first, _, rest = thing.partition(" ")
    while rest and first.casefold() in rules.asks.leads:
        first, _, rest = (thing := rest).partition(" ")
    return f"{thing[:1].upper()}{thing[1:]}"


def fields_in(rules: LetterRules, text: str) -> tuple[str, ...]:
    """Return the fields that a text names by whole words, in the order of the table."""
    low = phrases.folded(text)
    return tuple(f for f, named in rules.asked.items() if _pattern(named).search(low))


@cache
def _pattern(wanted: tuple[str, ...]) -> re.Pattern[str]:
    return phrases.pattern(wanted)


def _asked(rules: LetterRules, answer: str) -> Iterator[str]:
    listing = False
    for line in answer.splitlines():
        if _QUOTED.match(line.strip()):
            return
        if line.lstrip().startswith(">"):
            continue
        bullet = _BULLET.match(line)
        text = line[bullet.end() :] if bullet else line
        if bullet and listing:
            yield text
        elif text.strip():
            listing = _heads_list(rules, text)
            yield from () if listing else _in_sentences(rules, text)


def _heads_list(rules: LetterRules, line: str) -> bool:
    return (
        line.rstrip().endswith(":")
        and _pattern(rules.asks.cues).search(phrases.folded(line)) is not None
    )


def _in_sentences(rules: LetterRules, line: str) -> Iterator[str]:
    for match in _SENTENCE.finditer(line):
        sentence = match[0].strip()
        low = phrases.folded(sentence)
        if _pattern(rules.asks.courtesy).search(low):
            continue
        cue = _pattern(rules.asks.cues).search(low)
        if cue:
            yield from _things(rules, sentence[cue.end() :])
        elif sentence.endswith("?"):
            yield sentence


def _things(rules: LetterRules, wish: str) -> Iterator[str]:
    """Yield the things of a wish: "the date, the amount and a screenshot, so that we can look"."""
    ends = [at for reason in rules.asks.reasons if (at := phrases.folded(wish).find(reason)) > 0]
    wish = wish[: min(ends, default=len(wish))]
    # Longest first: ", and the" is one join, not two.
    joins = sorted(rules.asks.joins, key=len, reverse=True)
    yield from re.split("|".join(map(re.escape, joins)), wish)
