"""Whether the words beside a genuine sender or link ask for anything at all.

    words -> all plain, or most of them plain and none loaded -> they say no more than the sender

Whoever may write into a genuine mail chooses the words. So it is not enough that no ask is known:
nothing may be named that asks are about (money, numbers, files, help by others, haste), unless the
sentence denies it, and most of the words must be those of receipts, notices and plain questions.
"""

import re
from collections.abc import Iterator

from guide.sender_check import excuses
from guide.sender_check.labels import Labels
from guide.sender_check.phrases import WordRange
from guide.sender_check.plain import Message, Sentence
from guide.sender_check.policy import Sign

# What asks are made of, whatever they ask for.
_LOADED = (
    "set_to", "read_out", "hand_it", "hand_now", "gift", "crypto", "wallet",
    "remote_tool", "shell", "shell_sure", "session", "scan", "square", "protection", "risky_right",
    "advance", "recovers", "gain", "stake", "messenger", "messenger_us", "call_us", "photo",
    "only_pay", "seed", "safe_place", "by_app", "new_number", "authority", "new_owner",
    "press_key", "courier", "linked", "tasks", "top_up", "accounts", "card", "identity", "rail",
    "bank_login", "entry_link", "bail", "mule", "off_book", "law_threat", "vanish", "app_right",
    "package",
)  # fmt: skip
# Verbs that notices have, too: it matters for whom something is to be done, and what.
_ACTS = ("acts", "hand_over", "put_in", "reply_with", "demand", "wish", "pay", "settle", "swap")
_SECRETS = ("password", "key")  # To be typed in, other than in the place one knows.
_IN_FORMS = (*_SECRETS, "code", "bare_code", "card")  # No form of OpenAI's has a field for them.
# What is to be changed, approved or told, and words of its sentence by which it is for another
# than the account's owner: "add my number", "read it to the lady on the phone".
_FOR_ANOTHER = {
    ("put_in", "swap", "approve"): ("own", "new_number"),
    ("read_out",): ("human", "persuades"),
    ("approve",): ("support",),
}
_REACH = 6  # Words after such a verb.
_PLAIN = 0.5  # Of the words, at least: with fewer, it may be any language and about anything.
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
    if mentioned or _OF_DEVICE.search(message.plain) or _is_priced_invitation(message):
        return False
    ordinary = plain | _words(message, "ordinary")
    return len(ordinary) >= _PLAIN * len(message.words) and not _is_loaded(message, plain)


def _is_priced_invitation(message: Message) -> bool:
    """Tell whether an invitation names money: whoever sends it wrote that into its name."""
    return bool(message.found.get("invited")) and any(
        message.found.get(label) for label in ("fee", "charge_soon")
    )


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
    labels = Labels(message, frozenset(_LOADED) - {"set_to"})
    return any(
        not _is_denied(labels, sentence, span)
        for sentence in message.sentences
        for span in (
            *_named(labels, sentence, plain),
            *_done_for(labels, sentence),
            *_in_form(labels, sentence),
            *_done_for_another(labels, sentence),
        )
    )


def _named(labels: Labels, sentence: Sentence, plain: set[int]) -> Iterator[WordRange]:
    yield from labels.between("loaded", sentence.start, sentence.stop)
    for label in _LOADED:
        for span in labels.between(label, sentence.start, sentence.stop):
            if not plain.issuperset(range(*span)):
                yield span


def _done_for(labels: Labels, sentence: Sentence) -> Iterator[WordRange]:
    """Yield what is to be done for somebody: "reply to us", but not "tell us the date"."""
    for label in _ACTS:
        for span in labels.between(label, sentence.start, sentence.stop):
            reach = min(span[1] + _REACH, sentence.stop)
            secret = label == "put_in" and labels.within(_SECRETS, span[1], reach)
            fair = labels.within(("fair",), span[0], min(reach + _REACH, sentence.stop))
            asked = label == "demand" or labels.within(("to_person", "reply_with"), span[0], reach)
            if secret or (asked and not fair):
                yield span


def _in_form(labels: Labels, sentence: Sentence) -> Iterator[WordRange]:
    """Yield the secrets that a form has fields for: "Field 2: password. Field 3: code"."""
    if labels.message.found.get("a_form"):
        for label in _IN_FORMS:
            yield from labels.between(label, sentence.start, sentence.stop)


def _done_for_another(labels: Labels, sentence: Sentence) -> Iterator[WordRange]:
    """Yield what is to be done for whoever writes: "add my number", "approve it, it's me"."""
    place = sentence.start, sentence.stop
    for acts, others in _FOR_ANOTHER.items():
        if labels.within(others, *place):
            for label in acts:
                yield from labels.between(label, *place)


def _is_denied(labels: Labels, sentence: Sentence, span: tuple[int, int]) -> bool:
    return excuses.denied(labels, labels.clause(sentence, span[0]), (span[0] - 1, span[1]))
