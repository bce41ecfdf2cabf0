"""How strongly the words before a place in a sentence ask for a secret there.

RULES are tried in turn, and the first that applies decides: a quotation, a sign, the name itself, a
comma, and the word before: "is", "typed", "to", "and".
"""

from collections.abc import Callable

from guide.redact import slot_values, values
from guide.redact.slot_runs import last_before_name, last_of
from guide.redact.slot_sentences import ANSWER, CODE, SlotSentence
from guide.redact.slot_spots import Spot, lead_to
from guide.redact.slot_words import (
    FILL,
    FUNCTION,
    GIVE,
    JOIN,
    LINK,
    OWNER,
    PROSE,
    STATE,
    TO,
    SlotWord,
)
from guide.text.hebrew import THE, is_hebrew

# No tie; after "to" or "and"; after "typed" or the name; after "is", a sign or a quote; a pair.
NONE, LOOSE, GIVEN, TIED, PAIRED = range(5)
_MOST_AHEAD, _MOST_FILLING, _NEAR = 7, 6, 6
_CLOSE = 3
_MOST_REFUSED = 4
_LEAST_CAPITALS, _LEAST_NUMBER = 5, 4
_QUOTES, _CLOSING = frozenset("\"'`(["), frozenset("\"'`)].")
_GLUED = frozenset(f"ש{THE}")  # "שביקשתם", "של המצלמה".
_OTHERS = frozenset({"he", "she", "they", "והוא", "והיא", "והם"})
_ONE = frozenset({"one", "הישנה", "הקודמת", "החדשה"})


def tie(sentence: SlotSentence, at: int, ended: int) -> int:
    """Return how strongly the words before word `at` ask for a value there."""
    spot = Spot(sentence, at, ended, lead_to(sentence.words, at))
    for rule in _RULES:
        if (found := rule(spot)) is not None:
            return found
    return NONE


def _quoted(spot: Spot) -> int | None:
    """A quotation or brackets around nothing else."""
    if spot.own.before[-1:] not in _QUOTES or not spot.sentence.tells:
        return None
    end = last_of(spot.sentence, spot.at, tied=True)
    closed = end >= spot.at and spot.words[end].after[:1] in _CLOSING
    return TIED if spot.own.before and closed else None


def _of_another(spot: Spot) -> int | None:
    """What somebody else does begins anew: "my password, and he used AnyDesk"."""
    subject = {word.shown.lower() for word in spot.words[max(0, spot.before - 1) : spot.at]}
    return NONE if subject & _OTHERS and not slot_values.is_drawn(spot.own) else None


def _alone(spot: Spot) -> int | None:
    """A sentence that is nothing but the value, after one that asks."""
    if spot.before >= 0 and spot.at:
        return None
    rest = spot.words[spot.at :]
    fills = len(rest) <= _MOST_FILLING and not any(word.does & FUNCTION for word in rest)
    named = ANSWER in spot.sentence.kinds and spot.sentence.carried and spot.own.parts
    asked = spot.sentence.asked or spot.sentence.pointed
    drawn = spot.sentence.carried and values.is_typed(spot.own.shown)  # "... was. Tiger99, I said."
    return TIED if asked and fills else LOOSE if (named or drawn) and not spot.at else NONE


def _after_sign(spot: Spot) -> int | None:
    """A colon, "=", a dash or an arrow: near the name, or where the words before only announce."""
    if not spot.at or not _is_sign(spot.next_to):
        return None
    sentence, first = spot.sentence, spot.words[0]
    two = spot.at > 1 and not spot.words[spot.at - 2].does & FUNCTION
    if two and spot.next_to.shown in ("/", "|"):
        return PAIRED  # "Login: dana / bluehorse".
    announces = (
        (sentence.leads and spot.at == 1 and first.does & GIVE)
        or (sentence.carried and _is_label(spot.words[: spot.at]))
        or ((sentence.names or sentence.logs) and spot.next_to.does & (FILL | FUNCTION))
    )
    ends = sentence.carried and spot.is_last and spot.own.shown[:1].isdigit()
    if announces or sentence.pointed or (ends and not sentence.others):
        return TIED
    near = spot.names(spot.at - _MOST_AHEAD, spot.at)
    return TIED if near or last_before_name(sentence, spot.at) >= spot.at else NONE


def _is_sign(word: SlotWord) -> bool:
    return word.after.rstrip("*_")[-1:] in (":", "=") or not word.shown.strip("-=>|/:")


def _is_label(before: tuple[SlotWord, ...]) -> bool:
    """Tell whether these words only announce: "The answer:"."""
    return len(before) == 1 or all(w.does & (FILL | FUNCTION | GIVE | LINK) for w in before)


def _told(spot: Spot) -> int | None:
    """Digits at the end of an answer: "Me: Sure, 945 114."."""
    rest = spot.words[spot.at :]
    digits = all(word.shown[:1].isdigit() for word in rest)
    drawn = len(rest) == 1 and slot_values.is_drawn(spot.own)
    return LOOSE if spot.sentence.asked and (digits or drawn) else None


def _prefixed(spot: Spot) -> int | None:
    """A Hebrew prefix with a dash: "ל-bluehorse"."""
    prefixed = spot.own.before[:1] and spot.own.before[0] not in _QUOTES
    return LOOSE if prefixed and spot.sentence.tells else None


def _after_name(spot: Spot) -> int | None:
    """What follows the name: at once, or set off by commas."""
    if not spot.lead.named:
        return None
    if not spot.next_to.parts:
        return GIVEN
    end = last_of(spot.sentence, spot.at, tied=False)
    if spot.next_to.after.lstrip("'") != "," or end < spot.at:
        return NONE
    ends = spot.words[end].after.lstrip("'")[:1] in (",", ".", ")") or end + 1 == len(spot.words)
    return GIVEN if ends or spot.words[end + 1].does & (JOIN | LINK) else NONE


def _refused(spot: Spot) -> int | None:
    """An answer that is not taken: "and Gomel is not accepted", "X doesn't pass"."""
    sentence, after = spot.sentence, spot.words[spot.at + 1 : spot.at + 1 + _MOST_REFUSED]
    rest = [word for word in after if any(map(str.isalnum, word.shown))]
    told = ANSWER in sentence.kinds and (sentence.names or sentence.carried)
    named = spot.own.shown[:1].isupper() or is_hebrew(spot.own.shown)
    if not (told and named and rest) or spot.own.does & PROSE:
        return None
    begins = rest[0].does & (LINK | STATE) or rest[0].shown.lower().endswith("n't")
    return TIED if begins and any(word.does & STATE for word in rest) else None


def _apposed(spot: Spot) -> int | None:
    """What a comma parts from the words before: one more value, or the last words."""
    if not spot.next_to.parts:
        return None
    sign, own = spot.next_to.after, spot.own
    if 0 <= spot.ended == spot.at - 1 and sign in (",", ";"):
        return LOOSE
    if sign != "," or not (spot.names(0, spot.at) or _is_set_off(spot)):
        return NONE
    end = last_of(spot.sentence, spot.at, tied=True)
    set_off = own.after[:1] in (",", ".", ")", "") and own.digits >= _LEAST_NUMBER
    enclosed = spot.words[end].after == "," and spot.names(spot.at - _CLOSE, spot.at)
    small = own.shown[:1].islower() or own.digits or (CODE in spot.sentence.kinds)
    ends = small and all(not word.does & PROSE for word in spot.words[spot.at :])
    return LOOSE if set_off or enclosed or ends else NONE


def _is_set_off(spot: Spot) -> bool:
    """Tell whether what is drawn stands between commas: "with their wifi, 4785902699, it works"."""
    owned = any(word.does & OWNER for word in spot.words)
    drawn = spot.own.after == "," and slot_values.is_drawn(spot.own)
    return spot.sentence.logs and drawn and not owned


def _after_mail(spot: Spot) -> int | None:
    """The address one signs in with, and then: "dana@example.com and bluehorse"."""
    pair = spot.lead.does & (JOIN | TO) and spot.before and spot.words[spot.before - 1].is_mail
    return PAIRED if pair else None


def _after_link(spot: Spot) -> int | None:
    """The word "is": with the name before it, or nothing but "it"."""
    if not spot.lead.does & LINK:
        return None
    names = [name for name in spot.sentence.heads if name < spot.before]
    if names and _is_one_clause(spot.words[names[-1] : spot.before]):
        return TIED
    if spot.before and spot.words[spot.before - 1].does & FILL and spot.sentence.tells:
        return TIED  # "... and the answer is".
    clause = spot.before
    while clause > 0 and not spot.words[clause - 1].parts:
        clause -= 1
    subject = spot.words[clause : spot.before]
    alone = all(word.does & (FUNCTION | LINK | FILL | JOIN | GIVE) for word in subject)
    one = spot.sentence.leads and any(word.shown.lower() in _ONE for word in subject)
    return TIED if alone and (spot.sentence.names or spot.sentence.carried or one) else None


def _is_one_clause(words: tuple[SlotWord, ...]) -> bool:
    """Tell whether these words, from a name on, still speak of it."""
    name, *others = words
    if name.after[:1] == ",":
        return all(word.does & (FUNCTION | LINK | FILL | GIVE) for word in others)
    return len(others) < _MOST_AHEAD + 2 and all(
        not word.parts or word is others[-1] or word.after == ")" for word in others
    )


def _after_verb(spot: Spot) -> int | None:
    """The words "typed", "to", and before what is drawn any that leads on."""
    sentence, does = spot.sentence, spot.lead.does
    beside = sentence.leads or sentence.carried or sentence.logs
    drawn = beside and slot_values.is_drawn(spot.own)
    if does & GIVE and (sentence.tells or not spot.before or drawn):
        return GIVEN
    if drawn and does & (LINK | TO | FUNCTION):
        return LOOSE
    changed = sentence.logs or any(w.named or w.does & GIVE for w in spot.words[: spot.before])
    return LOOSE if sentence.tells and changed and does & TO else None


def _after_and(spot: Spot) -> int | None:
    """The words "and" and "or": after a value, or "my first pet, and X is refused"."""
    added = 0 <= spot.ended == spot.at - 2 and spot.next_to.does & JOIN  # "X, then Y".
    if not added and not spot.lead.does & JOIN:
        return None
    answers = ANSWER in spot.sentence.kinds and spot.before and spot.words[spot.before - 1].named
    more = spot.ended >= 0 or (not spot.before and spot.sentence.names)
    return LOOSE if answers or more else None


def _near(spot: Spot) -> int | None:
    """A number or a code that stands a few words after its name: "the PIN of my card 4829"."""
    shown = spot.own.shown
    if not shown[:1].isdigit() and not (shown.isupper() and len(shown) >= _LEAST_CAPITALS):
        return None
    explained = (PROSE if spot.sentence.strong else FUNCTION) | GIVE | FILL
    for word in reversed(spot.words[max(0, spot.at - _NEAR) : spot.at]):
        if word.named:
            return LOOSE
        glued = word.shown[:1] in _GLUED
        if word.does & OWNER or word.after.strip("\"',") or not (glued or word.does & explained):
            return None
    return None


_RULES: tuple[Callable[[Spot], int | None], ...] = (
    _quoted,
    _after_sign,
    _refused,
    _of_another,
    _alone,
    _told,
    _prefixed,
    _after_name,
    _apposed,
    _after_mail,
    _after_link,
    _after_verb,
    _after_and,
    _near,
)
