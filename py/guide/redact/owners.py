"""Whose is this number or run? The nearest name before it in its sentence decides."""

import re

from guide.redact.fold import FILLER, Folded
from guide.redact.lexicon import SecretWords, has
from guide.text.hebrew import LETTERS

SECRET, ID, HASH = "secret", "id", "hash"
_FAR = 110
_MOST_WORDS = 8
# Finds «sha-256», not «-».
_WORD = re.compile(rf"[a-z]+(?:-?\d{{1,3}}(?![a-z\d]))?|[{LETTERS}][{LETTERS}'\"]*|\d+|[{FILLER}]")
# Finds «a. b», not «a.b».
_END = re.compile(r"[.!?;](?=\s)|\n(?=\s*\S)")
# Finds «requestId», not «request».
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def owner_of(folded: Folded, words: SecretWords, start: int) -> str:
    """Return SECRET, ID or HASH by the names before `start`, "" when there are none.

    `run_owners` name runs of letters and digits: a number after them may be a code.
    """
    number = (
        folded.text[start : start + 1].isdigit()
        and folded.text[start : start + 6].replace(" ", "").isdigit()
    )
    first = max(0, start - _FAR)
    before = _HUMP.sub(" ", folded.text[first:start]).lower()
    ends = [end.end() for end in _END.finditer(before)]
    before = before[ends[-1] if ends else 0 :]
    tight = True
    for word in reversed(_WORD.findall(before)[-_MOST_WORDS:]):
        if word[0].isdigit() or word == FILLER:
            if len(word) > 3 or word == FILLER:  # Another's value.  # noqa: PLR2004
                break
            continue
        bare = word.rstrip("0123456789").rstrip("-")
        if has(words.secrets, word):
            return SECRET
        if has(words.hash_names, bare) or word in words.hash_names:
            return HASH
        if word in words.id_nouns or (
            tight and (has(words.owners, word) or (not number and has(words.run_owners, word)))
        ):
            return ID
        tight = tight and has(words.known, word)
    return ""
