"""Secrets by their place in a sentence: "I typed bluehorse", "bluehorse is my password".

A password may be any word, so the words around it must give it away. A sentence that names a
password, a code or a secret answer has places where only its value can stand: after "is", after "I
typed", before "is my password", in brackets, alone after a question. What stands there and is no
word of prose is the value.

slot_words      what each word does: "is", "to", "typed", prose
slot_sentences  the sentences that name a secret, and those beside them
slot_runs       words that prose does not explain, one after another
slot_spots      a place, and the word that leads to it
slot_ties       how strongly the words before ask for a value
slot_values     whether what stands there is one
"""

from collections.abc import Iterable, Iterator

from guide.redact import owners, slot_sentences, slot_values
from guide.redact.lexicon import Mention
from guide.redact.nearby import TextRead
from guide.redact.patterns import Span
from guide.redact.slot_runs import first_of, is_odd_sentence, last_before_name, last_of, spelled_to
from guide.redact.slot_sentences import ANSWER, CODE, LOGIN, PASSWORD, SlotSentence
from guide.redact.slot_ties import GIVEN, LOOSE, PAIRED, TIED, tie
from guide.redact.slot_values import Slot
from guide.redact.slot_words import FUNCTION, JOIN, LINK, OWNER, PROSE, STATE, WORD, SlotWord

_OWN = frozenset({"my", "our", "the", "we", "i", "they", "he", "she", "it", "you", "your"})
_MOST_NUMBERED = 5


def find(reading: TextRead, mentions: Iterable[Mention]) -> Iterator[Span]:
    """Yield what stands in the places of sentences that name a secret."""
    known: dict[tuple[str, ...], list[Span]] = {}
    for start, around, parts, index in slot_sentences.near_names(reading, mentions):
        if around not in known:
            found = _in(reading, slot_sentences.read(parts, index))
            known[around] = [(kind, a - start, b - start) for kind, a, b in found]
        yield from ((kind, a + start, b + start) for kind, a, b in known[around])


def _in(reading: TextRead, sentence: SlotSentence) -> Iterator[Span]:
    """Yield the values in a sentence, left to right."""
    words, at, ended = sentence.words, 0, -1
    while at < len(words):
        span = _at(reading, sentence, at, ended)
        at += 1
        if span:
            yield span
            while at < len(words) and words[at].start < span[2]:
                at += 1
            ended = at - 1


def _at(reading: TextRead, sentence: SlotSentence, at: int, ended: int) -> Span | None:
    """Return the value that begins with word `at`, as a span; None for none."""
    word = sentence.words[at]
    if word.named or not word.shown:
        return None
    if PASSWORD in sentence.kinds and _is_announced(sentence.words, at, ended):
        return "password", word.start, word.end
    return _run_at(reading, sentence, at, ended)


def _run_at(reading: TextRead, sentence: SlotSentence, at: int, ended: int) -> Span | None:
    """Return the value of one word or more that begins with word `at`; None for none."""
    words = sentence.words
    word = words[at]
    if (end := spelled_to(words, at)) > at:
        kind = "password" if PASSWORD in sentence.kinds else "one_time_code"
        return kind, word.start, words[end].end
    if word.does & FUNCTION:
        end = _numbered_to(sentence, at, ended)
        return ("password", word.start, words[end].end) if end else None
    if at and words[at - 1].does & OWNER:
        return None
    if last_of(sentence, at, tied=True) < at:
        return None
    tied = tie(sentence, at, ended)
    last = last_of(sentence, at, tied=tied >= TIED) if tied else -1
    if (named := last_before_name(sentence, at, given=tied > LOOSE)) > last:
        last, tied = named, max(tied, TIED)
    return _value(reading, sentence, at, last, tied) if last >= at else None


def _is_announced(words: tuple[SlotWord, ...], at: int, ended: int) -> bool:
    """Tell whether "the word" announces this one, or it is the 48 of "X and 48"."""
    word, before = words[at], words[at - 1] if at else None
    if not before:
        return False
    if before.does & WORD:
        return not word.does & (FUNCTION | STATE | JOIN | LINK) and word.shown.isalpha()
    joined = before.does & JOIN or before.shown in ("+", "&")
    added = bool(joined) and 0 <= ended == at - 2
    return added and word.shown.isdigit() and (word.parts or at + 1 == len(words))


def _numbered_to(sentence: SlotSentence, at: int, ended: int) -> int:
    """Return the last word of "my dog rex 4" or "We hate 63 owls!" as a password; 0 for none."""
    words, end = sentence.words, at
    if PASSWORD not in sentence.kinds or words[at].shown.lower() not in _OWN:
        return 0
    while end < len(words) - 1 and end - at < _MOST_NUMBERED and not words[end].after:
        end += 1
    run = words[at + 1 : end + 1]
    number = end if words[end].shown.isdigit() and len(run) < _MOST_NUMBERED else 0
    if at and words[at].shown[0].isupper() and is_odd_sentence(run):
        number = end
    return number if number > at + 1 and tie(sentence, at, ended) >= GIVEN else 0


def _value(reading: TextRead, sentence: SlotSentence, at: int, last: int, tied: int) -> Span | None:
    """Return the value that the words from `at` to `last` are, as a span; None for none."""
    words, kinds = sentence.words, sentence.kinds
    slot = Slot(reading, words[at], words[last], tied=tied >= TIED, given=tied > LOOSE)
    if CODE in kinds and not words[at].does & PROSE and (end := _code_end(sentence, slot)):
        start = slot.first.start
        owned = owners.owner_of(reading.folded, reading.words, start) == owners.ID
        return None if owned else ("one_time_code", start, end)
    if LOGIN in kinds and slot_values.is_chosen(slot):  # Its look tells, and not what follows.
        return "password", slot.first.start, slot.first.end
    named = sentence.names or sentence.carried or sentence.leads
    told = tied == PAIRED or (named and not kinds.isdisjoint((PASSWORD, ANSWER)))
    if told and slot_values.is_password(slot):
        return "password", words[first_of(words, at)].start, slot.last.end
    return None


def _code_end(sentence: SlotSentence, slot: Slot) -> int:
    others = [w.shown for w in sentence.words if w.shown.isalpha() and w is not slot.first]
    return slot_values.code_end(
        slot,
        strong=sentence.strong,
        words=bool(sentence.names) or sentence.carried,
        shouting=bool(others) and all(map(str.isupper, others)),
    )
