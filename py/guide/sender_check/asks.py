"""What a message asks for, whoever sent it: a code, a card, a gift card, remote control, a call.

    sentence -> a word that hands over or demands -> what is to be handed over -> excused or not

A ruler over words: the verb comes first and its object soon after, in one sentence. It is no ask
when it is denied ("never share your code"), when the person asks it, or when it tells of scams.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from guide.sender_check import excuses
from guide.sender_check.labels import Labels
from guide.sender_check.phrases import WordRange
from guide.sender_check.plain import Message, Sentence
from guide.sender_check.policy import Sign

_GAP = 9  # Words between a verb and its object.
_WIDE = 14


@dataclass(frozen=True, slots=True)
class Ask:
    """These verbs with these objects within `gap` words are the sign `code`.

    `needs` are labels of which the sentence must have one, `anywhere` the message, `spoils` those
    the sentence must not have; `pages`: signs of a link, of which the message must have one;
    `around` lets the object stand before its verb, too. No objects: the verb says it all.
    """

    code: str
    verbs: tuple[str, ...]
    objects: tuple[str, ...] = ()
    gap: int = _GAP
    needs: tuple[str, ...] = ()
    spoils: tuple[str, ...] = ()
    around: bool = False
    anywhere: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()


_STRANGE = (
    "free_page",
    "shared_page",
    "hidden_target",
    "uses_name",
)  # Whose page it is, none knows.
_HAND = ("hand_over", "demand", "told_ask", "gave")
_PAY = ("hand_over", "pay", "demand", "told_ask", "gave", "only_pay")
_HELP = ("help_context", "support", "stop_charge")
_CODES = ("code_sent", "code", "bare_code")
ASKS: tuple[Ask, ...] = (
    Ask("asks_code", _HAND, ("code",)),
    Ask("asks_code", ("hand_over", "told_ask"), ("bare_code",), needs=("code_context",)),
    Ask("asks_code", ("read_out",), ("code", "bare_code", "digits")),
    Ask("asks_code", ("hand_it",), _CODES, gap=0, around=True),
    Ask("asks_card", _HAND, ("card",)),
    Ask("asks_card", ("photo",), ("card", "card_word")),
    Ask("asks_password", _HAND, ("password",), spoils=("self",)),
    Ask("asks_password", ("put_in",), ("password",), needs=("in_reply",), spoils=("self",)),
    Ask("asks_password", ("wish",), ("password",), gap=3, needs=("yours",)),
    Ask("asks_password", ("hand_now",), ("password",)),
    Ask("asks_password", ("put_in",), ("password",), pages=_STRANGE),
    Ask("asks_key", _HAND, ("key",), spoils=("technical",)),
    Ask("asks_key", ("paste",), ("session",), spoils=("technical", "turn_off")),
    Ask("asks_gift_card", _PAY, ("gift",)),
    Ask("asks_crypto", _PAY, ("crypto",)),
    Ask("asks_crypto", ("connect",), ("wallet",)),
    Ask("asks_fee", ("pay", "hand_over", "demand", "told_ask"), ("fee",), needs=("release",)),
    Ask("asks_fee", ("advance", "pay"), ("fee", "advance"), around=True, anywhere=("recovers",)),
    Ask("asks_deposit", ("gain",), ("per_period",), around=True, anywhere=("stake",)),
    Ask("asks_remote", ("install", "hand_over", "told_ask"), ("remote_tool",)),
    Ask("asks_remote", ("let_in",), ("device",), needs=("to_us", "support", "human", "offers")),
    Ask("asks_command", ("paste", "install"), ("shell",), needs=("prove",)),
    Ask("asks_command", ("paste", "install"), ("shell_sure",)),
    Ask("asks_command", ("paste", "install"), ("shell",), pages=("shared_page", "hidden_target")),
    Ask("asks_scan", ("scan",), ("qr",), around=True, anywhere=("threat",)),
    Ask("asks_scan", ("scan",), ("qr",), gap=0, around=True, anywhere=("threat",)),
    Ask("asks_unprotected", ("turn_off",), ("protection",), 4),
    Ask("asks_unprotected", ("install",), ("risky_right",), 4),
    Ask("messenger", ("move", "contact_us", "told_ask"), ("messenger",), 7, _HELP, _CODES),
    Ask("messenger", ("move_us",), ("messenger",), 7, (), _CODES),
    Ask("messenger", ("support",), ("messenger",), 3, (), _CODES),
    Ask("messenger", ("messenger_us",), needs=_HELP),
    Ask("asks_call", ("call_us",), ("stop_charge",), gap=_WIDE, around=True),
    Ask("asks_identity", ("hand_over", "photo", "demand"), ("identity",)),
)
_LAST_CODE = 40  # Words that "read it to us" may stand after the code it means.
# A "QR code" is no code, and can be scanned all the same.
_OBJECTS = frozenset(label for ask in ASKS for label in ask.objects) - {"qr"} | {"code_context"}


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
    """Tell whether the message has what the ask wants of all of it."""
    told = not ask.anywhere or any(message.found.get(label) for label in ask.anywhere)
    return told and (not ask.pages or not pages.isdisjoint(ask.pages))


def _judged(labels: Labels, sentence: Sentence, ask: Ask) -> Iterator[Sign]:
    """Yield the ask's sign, or that it is mentioned only, if it is in the sentence."""
    needed = not ask.needs or labels.within(ask.needs, sentence.start, sentence.stop)
    if not needed or labels.within(ask.spoils, sentence.start, sentence.stop):
        return
    mentioned = False
    for label, verb, span in _pairs(labels, sentence, ask):
        excuse = excuses.excuse(labels, sentence, verb, label)
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
