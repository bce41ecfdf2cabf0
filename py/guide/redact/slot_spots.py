"""A place in a sentence where a value may stand, and the word that leads to it."""

from dataclasses import dataclass

from guide.redact.slot_sentences import SlotSentence
from guide.redact.slot_words import FILL, GIVE, SlotWord
from guide.text.hebrew import THE

_MOST_FILLERS = 4
_PARTICLES = frozenset({"in", "out", "back", "of", "with", "by"})
_TAKES_PARTICLE = frozenset({
    "typed", "type", "typing", "keyed", "consists", "begins", "starts", "ends", "made", "composed",
})  # fmt: skip
_ARTICLES = frozenset({"the", "a", "an"})  # "the word kayak".
_ABSOLUTE = frozenset("האם")  # Letters that such nouns end in where nothing goes on.


@dataclass(frozen=True, slots=True)
class Spot:
    """A place before word `at`; `ended` is where the value before it did, -1 for none.

    `before` is the word that leads to it, the fillers between skipped; -1 for none.
    """

    sentence: SlotSentence
    at: int
    ended: int
    before: int

    @property
    def words(self) -> tuple[SlotWord, ...]:
        """The words of its sentence."""
        return self.sentence.words

    @property
    def own(self) -> SlotWord:
        """The word that stands there."""
        return self.words[self.at]

    @property
    def lead(self) -> SlotWord:
        """The word that leads to it."""
        return self.words[self.before]

    @property
    def next_to(self) -> SlotWord:
        """The word right before it."""
        return self.words[self.at - 1]

    @property
    def is_last(self) -> bool:
        """Whether nothing comes after it."""
        return self.at + 1 == len(self.words)

    def names(self, first: int, stop: int) -> bool:
        """Tell whether one of the words [first, stop) names a secret."""
        return any(first <= name < stop for name in self.sentence.names)


def lead_to(words: tuple[SlotWord, ...], at: int) -> int:
    """Return the word that leads to a place, words that say nothing skipped: "told him"."""
    before = at - 1
    for _ in range(_MOST_FILLERS):
        article = 0 <= before < at - 1 and words[before].shown.lower() in _ARTICLES
        if before < 0 or words[before].named or not (article or _is_skipped(words, before)):
            break
        if words[before].parts and before < at - 1:
            break
        before -= 1
    return before


def _is_skipped(words: tuple[SlotWord, ...], at: int) -> bool:
    if words[at].does & FILL:
        return not words[at].does & GIVE
    if at > 0 and words[at].shown[:1] == THE and _is_construct(words[at - 1]):
        return True  # "סיסמת המייל".
    return (
        at > 0
        and words[at].shown.lower() in _PARTICLES
        and words[at - 1].shown.lower() in _TAKES_PARTICLE
    )


def _is_construct(word: SlotWord) -> bool:
    """Tell whether a Hebrew name goes on with the next noun, as in "the password of the mail"."""
    whole = word.shown[:1] == THE or word.shown[-1:] in _ABSOLUTE
    return word.named and not word.after and not whole
