"""What a message asks for, whoever sent it: a code, a card, a gift card, remote control, a call.

    sentence -> a word that hands over or demands -> what is to be handed over -> excused or not

A ruler over words: the verb comes first and its object soon after, in one sentence. It is no ask
when it is denied ("never share your code"), when the person asks it, or when it tells of scams.
"""

from collections.abc import Iterator

from guide.sender_check import excuses
from guide.sender_check.labels import Labels
from guide.sender_check.phrases import WordRange
from guide.sender_check.plain import Message, Sentence
from guide.sender_check.policy import Sign
from guide.sender_check.wants import ASKS, Ask

_LAST_CODE = 40  # Words that "read it to us" may stand after the code it means.
# A "QR code" is no code, and can be scanned all the same.
_OBJECTS = frozenset(label for ask in ASKS for label in ask.objects) - {"square"} | {"code_context"}


def find(message: Message, pages: frozenset[str] = frozenset()) -> Iterator[Sign]:
    """Yield a sign for each kind of thing that the message asks for; `pages`: its links' signs."""
    labels = Labels(message, _OBJECTS)
    asks = [ask for ask in ASKS if _is_open(message, ask, pages)]
    for sentence in message.sentences:
        for ask in asks:
            yield from _judged(labels, sentence, ask)
    if message.found.get("code_sent"):
        yield Sign("sign_in_code")


def _is_open(message: Message, ask: Ask, pages: frozenset[str]) -> bool:
    """Tell whether the message has what the ask wants of all of it, and nothing that spoils it."""
    wanted = (ask.verbs, ask.objects, ask.anywhere)
    told = all(not labels or any(map(message.found.get, labels)) for labels in wanted)
    told = told and not any(map(message.found.get, ask.unless))
    return told and (not ask.pages or not pages.isdisjoint(ask.pages))


def _judged(labels: Labels, sentence: Sentence, ask: Ask) -> Iterator[Sign]:
    """Yield the ask's sign, or that it is mentioned only, if it is in the sentence."""
    needed = not ask.needs or labels.within(ask.needs, sentence.start, sentence.stop)
    if not needed or labels.within(ask.spoils, sentence.start, sentence.stop):
        return
    mentioned = False
    for label, verb, span in _pairs(labels, sentence, ask):
        excuse = excuses.excuse(labels, sentence, verb, excuses.WHOEVER if ask.whoever else label)
        if not excuse:
            yield Sign(ask.code, labels.shown(span) if ask.code == "messenger" else "")
            return
        mentioned |= excuse == "mentioned"
    if mentioned:
        yield Sign("ask_mentioned")


def _pairs(
    labels: Labels, sentence: Sentence, ask: Ask
) -> Iterator[tuple[str, WordRange, WordRange]]:
    """Yield each verb of the ask that has its object: label, verb, object."""
    for label in ask.verbs:
        for verb in labels.between(label, sentence.start, sentence.stop):
            if span := _object(labels, sentence, ask, verb):
                yield label, verb, span


def _object(labels: Labels, sentence: Sentence, ask: Ask, verb: WordRange) -> WordRange | None:
    """Return where the object of a verb stands, unless a "not" is between: "never the key"."""
    if not ask.objects:
        return verb
    reach = min(verb[1] + ask.gap, sentence.stop)
    if ask.code == "asks_call" and labels.within(("elsewhere",), verb[1], verb[1] + 4):
        return None
    for span in (s for label in ask.objects for s in labels.between(label, verb[1], reach)):
        if not excuses.denied(labels, verb[1], (span[0], span[0])):
            return span
    back = _LAST_CODE if ask.gap == 0 else ask.gap
    before = labels.within(ask.objects, verb[0] - back, verb[0]) if ask.around else False
    return verb if before else None
