"""What people tell beside a secret's place and not by its name: hints, and codes of coupons.

"my dog's name and the year I was born, so rex 1997"      "a free month, BL08ICX96X"
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from guide.redact import nearby, owners, randomness, trie, values
from guide.redact.fold import WORD
from guide.redact.lexicon import SecretWords, has
from guide.redact.nearby import Seen
from guide.redact.patterns import Span
from guide.redact.slot_words import is_unknown

_PART_BEHIND, _PART_AHEAD = 60, 40  # Characters around a number's name, where the word's stands.


def password(seen: Seen) -> Iterator[Span]:
    """Yield the word and number after "the dog's name and the year I was born, so ..."."""
    low = seen.folded.low
    first, stop = nearby.sentence_around(seen, behind=_PART_BEHIND, ahead=_PART_AHEAD)
    around = WORD.findall(low, first, stop)
    told = any(has(seen.words.made_of, word) for word in around)
    if told and any(has(seen.words.secrets, word) for word in around):
        yield from _beside_parts(seen, first)
    hinted = _hinted(seen.words).match(low, seen.mention.end) if told else None
    if hinted and not _names_a_thing(seen.words, hinted["value"]):
        yield "password", *hinted.span("value")


def _beside_parts(seen: Seen, first: int) -> Iterator[Span]:
    """Yield rex and 1997 of a password that is "my dog's name rex and my birth year 1997"."""
    low, name = seen.folded.low, seen.mention
    number = _NUMBER.match(low, name.end)
    before = _joined(seen.words).search(low[first : name.start])
    if not number or not before:
        return
    yield "password", *number.span("number")
    if before["word"] not in seen.words.known and not has(seen.words.made_of, before["word"]):
        yield "password", first + before.start("word"), first + before.end("word")


# Finds «: 1997», not « of mine».
_NUMBER = re.compile(r"[ :,(=-]{1,3}(?P<number>\d{1,8})(?![\w%]|[.,:/-]\d)")


@cache
def _joined(words: SecretWords) -> re.Pattern[str]:
    joins = trie.pattern((*words.and_then, *words.pauses))
    # Finds «rex and my », not «rex my ».
    return re.compile(rf"(?P<word>[^\W\d_]{{2,15}}),? (?:{joins})(?: [^\W\d_]{{1,4}})? ?\Z")


def _names_a_thing(words: SecretWords, value: str) -> bool:
    """Tell whether the word of "error 500" or "step 3" is no part of a password."""
    others = (words.owners, words.things, words.units, words.not_values, words.known)
    return any(has(some, part) for part in WORD.findall(value) for some in others)


@cache
def _hinted(words: SecretWords) -> re.Pattern[str]:
    leads = trie.pattern(words.hint_leads)
    # Finds « of mine, so rex 1997», not « of mine is required».
    return re.compile(
        rf"(?: [^\W\d_]+){{0,4}}? ?(?:[,:;(=-]{{1,2}} ?(?:{leads} )?|{leads}:? )[\"'`]?"
        r"(?P<value>[^\W\d_]{3,15}[ _.+-]?\d{2,8}|\d{2,8}[ _.+-]?[^\W\d_]{3,15})(?![\w%]|[.,:/]\d)"
    )


# Finds «BL08ICX96X», not «SAVE» and «20».
_PRINTED = re.compile(r"(?<![\w./@-])[A-Z0-9]{8,24}(?![\w/@]|[.-]\w)")
_LEAST_LETTERS = 3
_TURNS = 3  # So often letters and digits take turns in nothing that somebody thought up.


def coupon(seen: Seen) -> Iterator[Span]:
    """Yield the drawn codes in a sentence on a coupon."""
    for match in nearby.in_sentence(seen, _PRINTED, behind=60, ahead=80):
        kinds = [c.isdigit() for c in match[0]]
        turns = sum(a != b for a, b in pairwise(kinds))
        letters = "".join(c for c in match[0] if c.isalpha()).lower()
        odd = randomness.is_odd if turns else randomness.is_unlikely
        drawn = turns >= _TURNS or odd(seen.reading.known.pairs, letters)
        parts = [part.lower() for part in WORD.findall(match[0])]
        drawn |= turns == _TURNS - 1 and all(is_unknown(seen.words, part) for part in parts)
        drawn &= len(letters) >= _LEAST_LETTERS
        owner = owners.owner_of(seen.folded, seen.words, match.start())
        if drawn and owner != owners.ID and not values.is_ordinary(match[0].lower()):
            yield "one_time_code", *match.span()
