"""Whose is this number or run? The nearest name before it in its sentence decides."""

import re

from guide.redact.fold import FILLER, Folded
from guide.redact.lexicon import SecretWords, has
from guide.text.hebrew import AND, IN, LETTERS

SECRET, ID, HASH = "secret", "id", "hash"
_FAR = 110
_MOST_WORDS = 8
_SHORT_NUMBER = 3
_INDENTED, _MARKS = 20, " \t>*`\"'"  # What may stand between a line's beginning and a value.
# Finds «sha-256» and «,», not «-».
_WORD = re.compile(rf"[a-z]+(?:-?\d{{1,3}}(?![a-z\d]))?|[{LETTERS}][{LETTERS}'\"]*|\d+|[,{FILLER}]")
# Finds «a. b», not «a.b».
_END = re.compile(r"[.!?;](?=\s)|\n(?=\s*\S)")
# Finds «requestId», not «request».
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])(?!GPT)")


def owner_of(folded: Folded, words: SecretWords, start: int) -> str:
    """Return SECRET, ID or HASH by the names before `start`, "" when there are none.

    `run_owners` have ids of letters and digits; "row" and "line", among `owners`, only numbers.
    """
    number = folded.text[start : start + 6].replace(" ", "").isdigit()
    owners = words.owners if number else words.run_owners
    tight, joined, found = True, True, ""
    before = _before(folded, start)
    below = folded.text[max(0, start - _INDENTED) : start].rstrip(_MARKS)[-1:] == "\n"
    for at, word in enumerate(before):
        if word == ",":
            tight = joined
            continue
        if word == FILLER or (word.isdigit() and len(word) > _SHORT_NUMBER and not joined):
            break  # Another's value, but in "orders 482913 and 482914".
        if word.isdigit():
            continue
        joined = joined and (word == AND or word in words.and_then)
        named = _named(words, word)
        if named and (tight or named != ID or not below):
            return named
        glued = word not in words.not_values  # "בבקשה" is no request.
        if tight and (word in owners or (glued and has(owners, word))):
            found = ID
            if not below and not _is_place(words, word, before[at + 1 : at + 2]):
                return ID
        tied = before[0] in words.links and _is_numbered(words, before, at)
        if tied and (word in owners or has(owners, word)):
            return ID  # "The number of the transaction that my bank asks for is ...".
        tight = tight and has(words.known, word)
    return found


def _is_place(words: SecretWords, word: str, before: list[str]) -> bool:
    """Tell whether an owner is only where something stood: "my key in the chat", "בצ'אט"."""
    inside = any(w in words.between for w in before) or word[:1] == IN
    return inside and has(words.where, word)


def _is_numbered(words: SecretWords, before: list[str], at: int) -> bool:
    """Tell whether the word at `at` is an owner's whose number is spoken of: "order number"."""
    beside = {*before[at + 1 : at + 2], *before[max(0, at - 1) : at]} - words.links
    return not words.tight.isdisjoint(beside)


def _before(folded: Folded, start: int) -> list[str]:
    """Return the words before `start` in its sentence, the nearest first."""
    before = _HUMP.sub(" ", folded.text[max(0, start - _FAR) : start]).lower()
    ends = [end.end() for end in _END.finditer(before)]
    return _WORD.findall(before[ends[-1] if ends else 0 :])[: -_MOST_WORDS - 1 : -1]


def _named(words: SecretWords, word: str) -> str:
    """Return what a word makes of what follows, however far it stands from it."""
    if has(words.secrets, word):
        return SECRET
    if word in words.hash_names or has(words.hash_names, word.rstrip("0123456789").rstrip("-")):
        return HASH
    return ID if word in words.id_nouns else ""
