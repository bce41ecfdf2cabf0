"""Whether many things add up to a scheme of which no single ask is known.

    labels of the words, signs of the addresses, length -> features -> learned weights -> log odds

`uv run build.py --renew` learns the weights, and `packager.sender_training` says from what. A
denial, a question, a warning, or an address of OpenAI's: then nothing is weighed at all.
"""

from collections.abc import Iterable, Sequence

from guide.sender_check.plain import Message
from guide.sender_check.policy import WEIGHTS
from guide.sender_check.rules import SenderRules

# Log odds; with less the person is told that one cannot tell. From 0.5 to 1.1 it is the same one
# of 785 harmless texts, each weighed by a table that was learned without it.
SURE = 0.7
_LENGTHS = (8, 20, 45, 100)  # Words; what a scheme says takes a few sentences.
# Whoever denies, warns, asks, or speaks of codes and programs in general.
_NEVER = ("never", "scammers", "warns", "no_call", "question", "code_sent", "harmless", "technical")


def add_up(rules: SenderRules, message: Message, codes: Iterable[str]) -> bool:
    """Tell whether the words and addresses (`codes`: their signs) are those of a scheme."""
    found = features(message, codes)
    return bool(found) and rules.weights.speaks_for(found) > SURE


def features(message: Message, codes: Iterable[str]) -> Sequence[str]:
    """Return what is weighed of a message, sorted; nothing where none of it may count."""
    signs = {*codes}
    genuine = any(WEIGHTS[code] == "openai_domain" for code in signs)
    asked = any(sentence.asks for sentence in message.sentences)
    if genuine or asked or any(map(message.found.get, _NEVER)):
        return ()
    labels = {label for label, spans in message.found.items() if spans}
    length = sum(len(message.words) >= least for least in _LENGTHS)
    return sorted({*labels, *(f"sign {code}" for code in signs), f"length {length}"})
