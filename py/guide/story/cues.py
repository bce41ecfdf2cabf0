"""Words of content as patterns: whole words, any case, Hebrew with the letters glued in front.

All languages are looked for at once, since people mix them in one sentence.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from guide.text.phrases import folded, pattern

# Where a sentence ends: not inside 19.99, openai.com or 2:30.
# Finds «It failed. Then», not «19.99».
_SENTENCE = re.compile(r"[.!?]+(?=\s|$)|\n+|;")
# Finds «paid, but», not «paid twice».
_CLAUSE = re.compile(
    r"[.!?,]+(?=\s|$)|\n+|;|:(?=\s)|\s[-–—]\s|\b(?:and|but|then)\b|(?<= )(?:אבל|ואז|אז)(?= )"
    r"|\s(?=ו(?:לא|עדיין|עכשיו|מאז|אין|אני|אף|הם|הוא|היא|זה)\s)"
)

# A verb of the first person, as Hebrew has it in one word.
# Finds «חויבתי», not «תיק».
FIRST_PERSON = re.compile(
    r"(?<![א-ת])(?!ו?(?:של|אצל|אות|אלי|עלי|אינ|מאת|ממ|אש|בת|משפח|חבר))[א-ת]{3,}תי(?![א-ת])"
)

# An address holds names of firms and people that the text does not speak of.
# Finds «dana@icloud.com», not «icloud».
_MAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Found:
    """The value of a field, and where in the text it stands: text[start:end]."""

    field: str
    value: str
    start: int
    end: int


class Cues:
    """Named patterns of one table of content."""

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        """Have the phrases; they are compiled when they are first looked for."""
        self._phrases = {name: tuple(phrases) for name, phrases in table.items()}
        self._patterns: dict[str, re.Pattern[str]] = {}

    def __getitem__(self, name: str) -> re.Pattern[str]:
        """Return the pattern of a name."""
        if name not in self._patterns:
            self._patterns[name] = pattern(self._phrases.get(name, ()))
        return self._patterns[name]

    def bare(self, name: str, word: str) -> int:
        """Return how many glued Hebrew letters stand before a phrase of a name: in באייפון one."""
        known = tuple(phrase.rstrip("*") for phrase in self._phrases.get(name, ()))
        return next((at for at in range(len(word)) if word[at:].startswith(known)), 0)

    def names(self) -> Iterator[str]:
        """Yield the names, in the order of content."""
        yield from self._phrases

    def __getstate__(self) -> dict[str, tuple[str, ...]]:
        """Keep the phrases only: compiled patterns would fill the snapshot."""
        return self._phrases

    def __setstate__(self, phrases: dict[str, tuple[str, ...]]) -> None:
        """Come back with nothing compiled."""
        self._phrases, self._patterns = phrases, {}


LONGEST = 300  # Characters on either side that count as one sentence, where nothing ends it.


class Text:
    """A story, folded letter for letter, with its sentences and clauses.

    Places in `low` are places in `raw`.
    """

    def __init__(self, raw: str) -> None:
        """Fold quotes, dashes and capitals; whatever would change length stays as it is."""
        self.raw = raw
        self.low = folded(raw)

    def without_mail(self) -> "Text":
        """Return the same text, each e-mail address in it without its words: in place, but mute."""
        return Text(_MAIL.sub(lambda m: "_" * len(m[0]), self.raw))

    @cached_property
    def _sentences(self) -> list[int]:
        return [match.end() for match in _SENTENCE.finditer(self.low)]

    @cached_property
    def _clauses(self) -> list[int]:
        return [match.end() for match in _CLAUSE.finditer(self.low)]

    def sentence(self, place: int) -> tuple[int, int]:
        """Return the start and end of the sentence around a place."""
        return _around(self._sentences, place, len(self.low))

    def with_sentence_before(self, place: int) -> tuple[int, int]:
        """Return the span of the sentence around a place and of the one before it."""
        start, end = self.sentence(place)
        return self.sentence(max(0, start - 2))[0], end

    def clause(self, place: int) -> tuple[int, int]:
        """Return the start and end of the clause around a place."""
        return _around(self._clauses, place, len(self.low))

    def has(self, cue: re.Pattern[str], span: tuple[int, int]) -> bool:
        """Tell whether a cue stands inside a span."""
        return cue.search(self.low, *span) is not None

    def last(self, cue: re.Pattern[str], span: tuple[int, int]) -> int:
        """Return where the last of a cue inside a span ends, -1 where there is none."""
        return max((m.end() for m in cue.finditer(self.low, *span)), default=-1)

    def before(self, cue: re.Pattern[str], place: int, within: int) -> bool:
        """Tell whether a cue ends at most `within` characters before a place, same sentence."""
        start = max(self.sentence(place)[0], place - within - 40)
        return any(place - m.end() <= within for m in cue.finditer(self.low, start, place))


def _around(ends: Sequence[int], place: int, length: int) -> tuple[int, int]:
    at = bisect_left(ends, place + 1)
    start, end = (ends[at - 1] if at else 0), (ends[at] if at < len(ends) else length)
    return max(start, place - LONGEST), min(end, place + LONGEST)
