"""Runs of words that prose does not explain, at a place in a sentence, and the names after them."""

from guide.redact import slot_values
from guide.redact.slot_sentences import ANSWER, SlotSentence, is_compound
from guide.redact.slot_words import (
    FILL,
    FUNCTION,
    GIVE,
    JOIN,
    LINK,
    PREFIXED,
    PROSE,
    SPOKEN,
    STATE,
    TO,
    SlotWord,
)
from guide.text.hebrew import AND, is_hebrew

_MOST_AHEAD, _MOST_RUN = 7, 6
_LEAST_PHRASE, _MOST_PHRASE = 3, 8
_SHORT = 3  # Letters.
_ENDINGS = ("ed", "ing", "ly", "תי")
_SENTENCES = FUNCTION | LINK | JOIN | TO  # What words do that only sentences have.
_BESIDE = FUNCTION | LINK | TO | GIVE | FILL
_CLOSE = 3
_ENOUGH = 2  # Unknown words before which one of prose may stand.
_MORE = 2  # Words of prose that may end so long a run.
_LEAST_SPELLED, _LEAST_READ_OUT = 5, 4


def last_of(sentence: SlotSentence, at: int, *, tied: bool) -> int:
    """Return the last word of the run of unknown words from `at`; -1 when there is none.

    One word of prose may begin a run and end it: "correct horse battery", "blue cat 42 runs".
    """
    drawn = slot_values.is_drawn(sentence.words[at])
    if not drawn and (end := _phrase_to(sentence.words, at, tied=tied)) > at:
        return end
    if not any(_is_unknown(sentence, i) for i in range(at, min(at + 2, len(sentence.words)))):
        return -1
    stop = _stop(sentence.words, at)
    unknown = [i for i in range(at, stop) if _is_unknown(sentence, i)]
    if not unknown or unknown[0] > at + 1:
        return -1
    if unknown[0] > at and not tied and len(unknown) < _ENOUGH:
        return -1
    return min(unknown[-1] + _MORE * (len(unknown) > 1), stop - 1)


def _phrase_to(words: tuple[SlotWord, ...], at: int, *, tied: bool) -> int:
    """Return the last of the words that fill a clause as no prose does; -1 for none.

    "blue horse runs", "lamp, river, door": nouns and the like, no article among them, nothing that
    is said of passwords. Where nothing ties them, prose must not know one of them.
    """
    end = _list_end(words, at)
    end = end if end - at >= _LEAST_PHRASE - 1 else _clause_end(words, at)
    run = words[at : end + 1]
    unknown = any(not word.does & PROSE for word in run)
    least = _LEAST_PHRASE - (tied and unknown)
    if not least <= len(run) <= _MOST_PHRASE or not _is_whole(words, end):
        return -1
    if any(_is_glued(word) for word in run) or any(w.shown.isdigit() for w in run[:-1]):
        return -1  # "16 characters long".
    said = [bool(w.does & (STATE | FILL)) or w.shown.lower().endswith(_ENDINGS) for w in run]
    few = sum(said) <= unknown and not said[0]  # "friday fish correct".
    return end if (few or not any(said)) and (tied or unknown) else -1


def _is_whole(words: tuple[SlotWord, ...], end: int) -> bool:
    """Tell whether a clause may end there: at a sign, or before "is", "and", "as"."""
    if words[end].parts or end + 1 == len(words):
        return True
    after = words[end + 1]
    return bool(after.does & (LINK | JOIN | TO)) or after.shown[:1] == AND


def _is_glued(word: SlotWord) -> bool:
    """Tell whether a Hebrew word has a prefix that only sentences glue to it."""
    return bool(word.does & PREFIXED) or (word.shown[:1] == AND and len(word.shown) > _SHORT)


def _clause_end(words: tuple[SlotWord, ...], at: int) -> int:
    """Return the last word before a sign, an end, or a word that only sentences have."""
    end = at
    while end < len(words) and not words[end].parts and _is_in_phrases(words[end]):
        end += 1
    ends = end < len(words) and words[end].parts and _is_in_phrases(words[end])
    return end if ends else end - 1


def _list_end(words: tuple[SlotWord, ...], at: int) -> int:
    """Return the last word of "lamp, river, door", which are all written small."""
    end = at
    while end < len(words) and words[end].after == "," and _is_listed(words[end]):
        end += 1
    return end if end < len(words) and _is_listed(words[end]) else end - 1


def _is_listed(word: SlotWord) -> bool:
    return _is_in_phrases(word) and (word.shown.islower() or is_hebrew(word.shown))


def _is_in_phrases(word: SlotWord) -> bool:
    return not word.named and not word.is_mail and not word.does & _SENTENCES


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


def last_before_name(sentence: SlotSentence, at: int, *, given: bool = False) -> int:
    """Return the last word of a value that its name follows ("X is my password"); -1: none.

    `given`: what stands before asks for a value, too.
    """
    words = sentence.words
    begins = not at or words[at - 1].parts
    last = last_of(sentence, at, tied=given or begins)
    if last < at or not sentence.names or sentence.names[-1] <= last:
        return -1
    while words[at].shown.isdigit() and words[last + 1].shown.isdigit() and not words[last].after:
        last += 1  # "61 33".
    here = last + 1
    if here == len(words) or _is_joined(words[here]):
        return -1
    opened = tied = "(" in words[here].before
    for index in range(here, min(here + _MOST_AHEAD, len(words))):
        word = words[index]
        if word.named:
            other = is_compound(words, index) and words[at].shown.isalpha()
            other |= opened and ")" not in word.after  # "(my password X)".
            return last if tied and not other else -1
        if not (word.does & _BESIDE or (tied and _is_of_name(words, index))) or word.parts:
            return -1
        tied |= bool(word.does & LINK) or word.shown == "-"
        tied |= index == here and bool(word.does & TO)
    return -1


def _is_joined(word: SlotWord) -> bool:
    """Tell whether another clause begins: "X and it is the code", in Hebrew in one word."""
    return bool(word.does & JOIN and not word.does & TO) or word.shown[:1] == AND


def _is_of_name(words: tuple[SlotWord, ...], at: int) -> bool:
    """Tell whether a word only tells which secret is named: "my old Bitwarden password"."""
    return any(word.named for word in words[at + 1 : at + _CLOSE])


def is_odd_sentence(run: tuple[SlotWord, ...]) -> bool:
    """Tell whether a number and a word that prose does not know are in it, and no secret's name."""
    odd = any(not w.does & PROSE and not w.shown.lower().endswith(_ENDINGS) for w in run)
    return odd and any(w.shown.isdigit() for w in run) and not any(w.named for w in run)


def spelled_to(words: tuple[SlotWord, ...], at: int) -> int:
    """Return the last of characters or digits' names that spell a secret from `at`; -1: none."""
    last = at
    while last < len(words) and len(words[last].shown) == 1 and words[last].shown.isalnum():
        last += 1
        if words[last - 1].after.strip("-"):
            break
    if last - at >= _LEAST_SPELLED:
        return _numbered(words, last - 1)
    last = at
    while last < len(words) and words[last].does & SPOKEN:
        last += 1
        if words[last - 1].after.strip("-,"):
            break
    return _numbered(words, last - 1) if last - at >= _LEAST_READ_OUT else -1


def _numbered(words: tuple[SlotWord, ...], last: int) -> int:
    """Return where what is spelled ends when a number goes on: "k i w i and then 353"."""
    at = last + 1
    while at < len(words) and at - last <= _MORE and words[at].does & JOIN:
        at += 1
    return at if at < len(words) and words[at].shown.isdigit() else last
