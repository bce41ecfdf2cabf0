"""Codes of what is locked, told without the word: "Screen Time on the kid's iPad is 7455".

A safe, a gate, an alarm or a voice mailbox needs no word for its code: the digits tied to it are
that. What only may be locked, as a phone, needs a word for opening or locking in its sentence, too.
"""

import re
from collections.abc import Iterator

from guide.redact import nearby, owners, values
from guide.redact.fold import DIGITS, WORD
from guide.redact.lexicon import has
from guide.redact.nearby import Seen
from guide.redact.patterns import Span
from guide.text.hebrew import FOR

KIND = "one_time_code"
_AHEAD, _BEHIND, _MOST_WORDS, _MOST_OTHERS = 70, 34, 7, 2
_FOR = frozenset(FOR)  # "4829 לכספת".
# Finds «,», not « ».
_END_OF_CLAUSE = re.compile(r"[,;:()]")
# Finds «7455» and «12-34-56», not «12:34».
_NUMBER = re.compile(
    r"\d(?<![\w.,:/$€₪£+#-]\d)(?:\d{3,7}|\d(?:[ -]\d\d){2})(?![\w%$€₪°]|[.,:/-]\d|[ -]\d|\.\w)"
)
# Finds «90» and «49», not «9».
_PAIR = re.compile(r"\d\d")
_DIAL, _MOST_DAYS = 8, 31  # "90-49-56" is no day.
# Finds « (», not « ».
_OPENED = re.compile(r"[:=(,\"'`*-]+\s{0,2}\Z")


def of_thing(seen: Seen) -> Iterator[Span]:
    """Yield the digits tied to what is locked by digits: a safe, an alarm."""
    yield from _tied(seen)


def of_device(seen: Seen) -> Iterator[Span]:
    """Yield the digits that a phone or a tablet is said to open with."""
    first, stop = nearby.sentence_around(seen, behind=_AHEAD, ahead=_AHEAD)
    if any(has(seen.words.unlocking, word) for word in WORD.findall(seen.folded.low, first, stop)):
        yield from _tied(seen)


def _tied(seen: Seen) -> Iterator[Span]:
    for match in nearby.in_sentence(seen, _NUMBER, behind=0, ahead=_AHEAD, look=DIGITS):
        if _is_tied(seen, match) and not _is_other(seen, match):
            yield KIND, *match.span()
        break
    yield from _before(seen)


def _before(seen: Seen) -> Iterator[Span]:
    """Yield the digits in "4829 for the safe" and "4829 is the gate"."""
    low, name = seen.folded.low, seen.mention
    for match in nearby.in_sentence(seen, _NUMBER, behind=_BEHIND, ahead=0, look=DIGITS):
        said = WORD.findall(low, match.end(), name.start)
        leads = low[name.start] in _FOR or any(
            has(seen.words.to, word) or word in seen.words.tight for word in said
        )
        ours = len(said) <= _MOST_WORDS and all(_is_whose(seen, word) for word in said)
        parted = _END_OF_CLAUSE.search(low, match.end(), name.start)
        if leads and ours and not parted and not _is_other(seen, match):
            yield KIND, *match.span()


def _is_tied(seen: Seen, number: re.Match[str]) -> bool:
    """Tell whether a sign or "is" ties the number, or only words for whose the thing is."""
    between = seen.folded.low[seen.mention.end : number.start()]
    said = WORD.findall(between)
    if len(said) > _MOST_WORDS or any(_parts(seen, word) for word in said):
        return False
    others = [word for word in said if not _is_whose(seen, word)]
    if not others:
        return True
    linked = said[-1] in seen.words.tight
    return len(others) <= _MOST_OTHERS and (linked or bool(_OPENED.search(between)))


def _is_whose(seen: Seen, word: str) -> bool:
    words = seen.words
    return any(has(some, word) for some in (words.known, words.keepers, words.unlocking))


def _parts(seen: Seen, word: str) -> bool:
    """Tell whether a word parts the number from the thing: it fails at an hour, costs so much."""
    words = seen.words
    return word in words.hours or has(words.owners, word) or has(words.paying, word)


def _is_other(seen: Seen, number: re.Match[str]) -> bool:
    """Tell whether the number is a year, an hour, an amount, or an order's."""
    folded, words, start = seen.folded, seen.words, number.start()
    pairs = [int(pair) for pair in _PAIR.findall(number[0])]
    dialled = len(number[0]) == _DIAL and max(pairs) > _MOST_DAYS
    moment = (values.is_moment(number[0]) and not dialled) or values.is_hour(folded, start, words)
    return (
        moment
        or number[0].endswith("000")
        or nearby.is_counted(seen, number.end())
        or owners.owner_of(folded, words, start) == owners.ID
    )
