"""Runs of words that prose does not explain, at a place in a sentence, and the names after them."""

from guide.redact.slot_sentences import ANSWER, SlotSentence, is_compound
from guide.redact.slot_words import (
    FILL,
    FUNCTION,
    GIVE,
    JOIN,
    LINK,
    PROSE,
    SPOKEN,
    TO,
    SlotWord,
)

_MOST_AHEAD, _MOST_RUN = 7, 6
_ENOUGH = 2  # Unknown words before which one of prose may stand.
_MORE = 2  # Words of prose that may end so long a run.
_LEAST_SPELLED, _LEAST_READ_OUT = 5, 4


def last_of(sentence: SlotSentence, at: int, *, tied: bool) -> int:
    """Return the last word of the run of unknown words from `at`; -1 when there is none.

    One word of prose may begin a run and end it: "correct horse battery", "blue cat 42 runs".
    """
    if not any(_is_unknown(sentence, i) for i in range(at, min(at + 2, len(sentence.words)))):
        return -1
    stop = _stop(sentence.words, at)
    unknown = [i for i in range(at, stop) if _is_unknown(sentence, i)]
    if not unknown or unknown[0] > at + 1:
        return -1
    if unknown[0] > at and not tied and len(unknown) < _ENOUGH:
        return -1
    return min(unknown[-1] + _MORE * (len(unknown) > 1), stop - 1)


def _stop(words: tuple[SlotWord, ...], at: int) -> int:
    """Return where a run from `at` must end: at a sign, or a word that only sentences have."""
    stop = at
    while stop < min(at + _MOST_RUN, len(words)):
        word = words[stop]
        if word.named or word.does & (FUNCTION | LINK | JOIN | GIVE | TO) or word.is_mail:
            break
        stop += 1
        if word.parts:
            break
    return stop


def _is_unknown(sentence: SlotSentence, at: int) -> bool:
    """Tell whether prose does not explain a word; a name in an answer has a capital."""
    word = sentence.words[at]
    return not word.does & PROSE or (ANSWER in sentence.kinds and at > 0 and word.shown.istitle())


def first_of(words: tuple[SlotWord, ...], at: int) -> int:
    """Return where a value begins: "New" in "New Orleans" is part of it."""
    while at > 1 and words[at - 1].shown.istitle() and words[at].shown.istitle():
        if words[at - 1].after or words[at - 1].named:
            break
        at -= 1
    return at


def last_before_name(sentence: SlotSentence, at: int) -> int:
    """Return the last word of a value that its name follows ("X is my password"); -1: none."""
    words, last = sentence.words, last_of(sentence, at, tied=False)
    if last < at or not sentence.names or sentence.names[-1] <= last:
        return -1
    here = last + 1
    tied = here < len(words) and "(" in words[here].before
    for index in range(here, min(here + _MOST_AHEAD, len(words))):
        word = words[index]
        if word.named:
            compound = is_compound(words, index) and words[at].shown.isalpha()
            return last if tied and not compound else -1
        if not word.does & (FUNCTION | LINK | TO | GIVE | FILL) or word.parts:
            return -1
        tied |= bool(word.does & LINK) or word.shown == "-"
        tied |= index == here and bool(word.does & TO)
    return -1


def spelled_to(words: tuple[SlotWord, ...], at: int) -> int:
    """Return the last of characters or digits' names that spell a secret from `at`; -1: none."""
    last = at
    while last < len(words) and len(words[last].shown) == 1 and words[last].shown.isalnum():
        last += 1
        if words[last - 1].after.strip("-"):
            break
    if last - at >= _LEAST_SPELLED:
        return last - 1
    last = at
    while last < len(words) and words[last].does & SPOKEN:
        last += 1
        if words[last - 1].after.strip("-,"):
            break
    return last - 1 if last - at >= _LEAST_READ_OUT else -1
