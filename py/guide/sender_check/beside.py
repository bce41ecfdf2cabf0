"""Whether the words beside a genuine sender or link ask for anything at all.

    words -> all plain, or most of them plain and none loaded -> they say no more than the sender

Whoever may write into a genuine mail chooses the words. So it is not enough that no ask is known:
nothing may be named that asks are about (money, numbers, files, help by others, haste), unless the
sentence denies it, and most of the words must be those of receipts, notices and plain questions.
"""

import re

from guide.sender_check import excuses
from guide.sender_check.labels import Labels
from guide.sender_check.plain import Message, Sentence
from guide.sender_check.policy import Sign

# What asks are made of, whatever they ask for.
_LOADED = (
    "loaded", "hand_over", "read_out", "hand_it", "hand_now", "demand", "told_ask", "gave", "wish",
    "pay", "gift", "crypto", "connect", "wallet", "fee", "remote_tool", "key",
    "shell", "session", "scan", "qr", "turn_off", "protection", "risky_right", "advance",
    "recovers", "gain", "stake", "messenger", "messenger_us", "call_us", "identity", "photo",
    "only_pay",
)  # fmt: skip
_PLAIN = 0.7  # Of the words, at least: with fewer, it may be any language and about anything.
# Whoever types such a code in lets another's device into the account: finds «KQWE-9921».
_OF_DEVICE = re.compile(r"\b(?=[A-Z0-9-]*[A-Z])[A-Z0-9]{4}-[A-Z0-9]{4,5}\b")
_TOKEN = re.compile(r"\S+")
_PART = 3  # Letters of the longest word in an identifier that is believed.


def are_harmless(message: Message, signs: list[Sign]) -> bool:
    """Tell whether the words ask for nothing: "is this really from", "your code", a receipt."""
    plain = _plain(message)
    if len(plain) == len(message.words):
        return True
    mentioned = any(sign.code in ("ask_mentioned", "number") for sign in signs)
    if mentioned or _OF_DEVICE.search(message.plain):
        return False
    ordinary = plain | _words(message, "ordinary")
    return len(ordinary) >= _PLAIN * len(message.words) and not _is_loaded(message, plain)


def _plain(message: Message) -> set[int]:
    """Return which words can ask for nothing, numbers and identifiers among them."""
    known = _words(message, "neutral")
    tokens = [(m.end(), _is_id(m[0])) for m in _TOKEN.finditer(message.plain)]
    at = 0
    for index, (_, stop) in enumerate(message.spans):
        while tokens[at][0] < stop:
            at += 1
        if tokens[at][1] and _is_part_of_id(message, index):
            known.add(index)
    return known


def _words(message: Message, label: str) -> set[int]:
    return {word for span in message.found.get(label, ()) for word in range(*span)}


def _is_id(token: str) -> bool:
    """Tell whether a token is a number, a version or an identifier: a third of it is digits."""
    return 3 * sum(map(str.isdigit, token)) >= sum(map(str.isalnum, token))


def _is_part_of_id(message: Message, index: int) -> bool:
    """Tell whether a word in an identifier is none of a sentence: "MAD", not "call" or "c4ll"."""
    start, stop = message.spans[index]
    written = message.plain[start:stop]
    return not message.words[index].isalpha() or (written.isalpha() and len(written) <= _PART)


def _is_loaded(message: Message, plain: set[int]) -> bool:
    """Tell whether a loaded word stands there that no sentence denies and no phrase makes plain."""
    labels = Labels(message, frozenset(_LOADED) - {"loaded"})
    return any(
        not plain.issuperset(range(*span)) and not _is_denied(labels, sentence, span)
        for sentence in message.sentences
        for label in _LOADED
        for span in labels.between(label, sentence.start, sentence.stop)
    )


def _is_denied(labels: Labels, sentence: Sentence, span: tuple[int, int]) -> bool:
    return excuses.denied(labels, labels.clause(sentence, span[0]), (span[0] - 1, span[1]))
