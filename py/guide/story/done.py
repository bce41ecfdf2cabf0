"""Advice that a story says was followed: "I logged out and changed the password".

A row is a deed: its verbs in the past, and what they are done to; both must stand in one clause,
unless the phrase is whole in itself. What is denied, planned, asked or said by others is none;
so is what support asks or tells to do, in quotes or as it was pasted.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from guide.story.cues import FIRST_PERSON, Found, Text
from guide.text.phrases import pattern


@dataclass(frozen=True, slots=True)
class Deed:
    """How one advice is said to be done; `whole` phrases need no object.

    Near one of `unless` it is about something else: "I cancelled it", of a key.
    """

    verbs: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DoneWords:
    """The file done.toml of one language."""

    undone: tuple[str, ...]
    told: tuple[str, ...]
    advised: tuple[str, ...]
    confirmed: tuple[str, ...]
    own: tuple[str, ...]
    deeds: Mapping[str, Deed] = field(default_factory=dict)


# "I did not try", and "the password reset email", which is no deed.
# Finds « not try», not « try».
_NOT = re.compile(
    r"\s*(?:not\b|only\b|just\b|רק\b|n't\b|לא\b|(?:e-?mail|mail|link|code|page|button|request)s?\b)"
)
# What somebody said, as a whole; a button's name is shorter.
# Finds «'Have you tried a private window?'», not «'Continue with Google'».
_QUOTE = re.compile(r'"[^"\n]{24,600}"|«[^»\n]{24,600}»|(?<!\w)\'[^\'\n]{24,600}\'(?!\w)')
# Steps that are told: a line with its number or bullet.
# Finds «- use a private window», not «I used it».
_STEP = re.compile(r"^[ \t]*(?:[-*•·]|\d{1,2}[.)])[ \t]", re.MULTILINE)
# Between a verb and what it is done to.
# Finds « the » and nothing at all, too.
_ARTICLE = re.compile(r"\s*(?:(?:the|my|our|this|that|all|both|את|כל)\s+)*")
# Between what was told and "I did": few words, and an end of the clause.
# Finds «, », not « you ».
_STOP = re.compile(r"(?: \w+){0,2}\s*[,.;:–—-]+\s*(?:(?:and|so|but|already)\s)?")
REACH = 70  # Characters between a verb and its object.
BACK = 28  # Characters in which a denial reaches forward.
LEAD = 160  # Characters before a list of steps, in which they are introduced.
ABOUT = 90  # Characters before, in which another thing may be what it is about.


class _Patterns:
    """The words of one deed in all languages, compiled."""

    def __init__(self, deeds: Iterable[Deed]) -> None:
        deeds = tuple(deeds)
        self.verbs = pattern(phrase for deed in deeds for phrase in deed.verbs)
        self.objects = pattern(phrase for deed in deeds for phrase in deed.objects)
        self.whole = pattern(phrase for deed in deeds for phrase in deed.whole)
        self.unless = pattern(phrase for deed in deeds for phrase in deed.unless)


class Deeds:
    """Finds what was done; made once of the words of all languages."""

    def __init__(self, languages: tuple[DoneWords, ...]) -> None:
        """Have the words; patterns are compiled when they are needed."""
        self._languages = languages
        self._made: list[tuple[str, _Patterns]] = []
        self._undone = self._told = self._own = pattern(())
        self._advised = self._confirmed = pattern(())

    def __getstate__(self) -> tuple[DoneWords, ...]:
        """Keep the words only."""
        return self._languages

    def __setstate__(self, languages: tuple[DoneWords, ...]) -> None:
        """Come back with nothing compiled."""
        self.__init__(languages)  # type: ignore[misc]  # The same object, as made.

    def find(self, text: Text) -> Iterator[Found]:
        """Yield each advice that was followed, with the words that say so."""
        self._make()
        confirmed = self._confirmed.search(text.low) is not None
        quotes = _quotes(text)
        for advice, words in self._made:
            for start, end in self._said(text, words):
                elsewhere = (max(0, start - ABOUT), start)
                if text.has(words.unless, elsewhere):
                    continue
                if self._is_done(text, start, quotes):
                    yield Found(advice, "", start, end)
            for thing in words.objects.finditer(text.low) if confirmed else ():
                if self._is_confirmed(text, *thing.span()):
                    yield Found(advice, "", *thing.span())

    def is_done(self, text: Text, place: int) -> bool:
        """Tell whether a verb in the past is of the person's deed: not denied, planned, told."""
        self._make()
        return self._is_done(text, place, _quotes(text))

    def _is_done(self, text: Text, place: int, quotes: Sequence[tuple[int, int]]) -> bool:
        return not self._is_undone(text, place) and not self._is_told(text, place, quotes)

    def _is_confirmed(self, text: Text, start: int, end: int) -> bool:
        """Tell whether they did what they were told: "told me to try incognito, I did"."""
        lead = (text.sentence(start)[0], start)
        # "Private window: did it" is a list of what was done, too.
        if text.low[slice(*lead)].strip(" -*\n") and not text.has(self._advised, lead):
            return False
        stop = _STOP.match(text.low, end)
        did = self._confirmed.match(text.low, stop.end()) if stop else None
        return did is not None and not _NOT.match(text.low, did.end())

    @staticmethod
    def _said(text: Text, words: "_Patterns") -> Iterator[tuple[int, int]]:
        for m in words.whole.finditer(text.low):
            if not _is_to_another(text, words, m.end()):
                yield m.span()
        for verb in words.verbs.finditer(text.low):
            if _NOT.match(text.low, verb.end()) or _is_to_another(text, words, verb.end()):
                continue
            _, end = text.sentence(verb.start())
            after = min(end, verb.end() + REACH)
            before = max(text.clause(verb.start())[0], verb.start() - REACH // 2)
            thing = words.objects.search(text.low, verb.end(), after)
            if thing := thing or words.objects.search(text.low, before, verb.start()):
                yield verb.start(), max(verb.end(), thing.end())

    def _is_undone(self, text: Text, place: int) -> bool:
        """Tell whether the words right before say that it was not done, or not by them."""
        start = max(text.clause(place)[0], place - BACK)
        before = text.low[start:place]
        return self._undone.search(before) is not None

    def _is_told(self, text: Text, place: int, quotes: Sequence[tuple[int, int]]) -> bool:
        """Tell whether somebody tells or asks the person to do it: support, in what was pasted."""
        for start, end in quotes:
            if start < place < end:
                return not self._is_own(text, (start, end))
        start = text.sentence(place)[0]
        asked = [m.end() for m in self._told.finditer(text.low, start, place)]
        if not asked and (line := _step_before(text, place)):
            # Below "Please try the following:".
            asked = [m.end() for m in self._told.finditer(text.low, max(0, line - LEAD), line)]
            start = line
        return bool(asked) and not self._is_own(text, (max(asked[-1], start), place))

    def _is_own(self, text: Text, span: tuple[int, int]) -> bool:
        return text.has(self._own, span) or text.has(FIRST_PERSON, span)

    def _make(self) -> None:
        if self._made:
            return
        self._undone = pattern(p for words in self._languages for p in words.undone)
        self._told = pattern(p for words in self._languages for p in words.told)
        self._own = pattern(p for words in self._languages for p in words.own)
        self._advised = pattern(p for words in self._languages for p in words.advised)
        self._confirmed = pattern(p for words in self._languages for p in words.confirmed)
        for advice in dict.fromkeys(a for words in self._languages for a in words.deeds):
            own = [words.deeds[advice] for words in self._languages if advice in words.deeds]
            self._made.append((advice, _Patterns(own)))


def _quotes(text: Text) -> list[tuple[int, int]]:
    return [quote.span() for quote in _QUOTE.finditer(text.low)]


def _is_to_another(text: Text, words: _Patterns, place: int) -> bool:
    """Tell whether another thing follows, to which it was done: "I cancelled the card"."""
    article = _ARTICLE.match(text.low, place)
    return words.unless.match(text.low, article.end() if article else place) is not None


def _step_before(text: Text, place: int) -> int:
    """Return where the list begins whose step stands at a place, 0 where it is in none."""
    line = text.low.rfind("\n", 0, place) + 1
    first = 0
    while line and _STEP.match(text.low, line):
        first, line = line, text.low.rfind("\n", 0, line - 1) + 1
    return first
