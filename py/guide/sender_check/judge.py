"""Is this really OpenAI? A message, address, link, number or account name -> a Verdict.

    text -> plain -> signs (disguise, addresses, numbers, asks) -> POLICY -> the worst decides
    none is a scam's -> all things together are weighed

What a message asks for is judged whoever sent it, and a sender alone proves nothing: it can be
forged, and genuine mails carry the words of strangers (invitations, shared chats, names of GPTs).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from guide.sender_check import addresses, asks, beside, disguise, numbers, plain, weighing
from guide.sender_check.plain import Message
from guide.sender_check.policy import RANKS, WEIGHTS, WORST_FIRST, Kind, Sign
from guide.sender_check.rules import SenderRules

LONGEST = 100_000  # Characters; twice what the popup's field holds. The rest is not read, and said.
SECRETS = frozenset({"asks_code", "asks_card", "asks_password", "asks_key"})
_OF_SITE = frozenset({"shared_page", "genuine_link", "genuine_sender"})
MOST = 4  # Reasons that are told.


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a text is (`kind`), and why: signs, the weightiest first, then notes."""

    kind: Kind
    reasons: tuple[Sign, ...]


def judge(rules: SenderRules, text: str) -> Verdict:
    """Return the verdict on all of `text`; total on any text, O(len(text))."""
    signs = list(disguise.find(rules, text[:LONGEST]))
    message, found = _read(rules, text)
    codes = frozenset(sign.code for sign in found)
    signs += found
    signs += numbers.find(rules, message)
    signs += asks.find(message, codes)
    if len(text) > LONGEST:
        signs.append(Sign("read_in_part"))
    if _asks_whose_site(message, signs):
        signs = [*map(_as_site, signs), Sign("strangers_too")]
    signs += _beside_sender(message, signs)
    if not _is_scam(signs) and weighing.add_up(rules, message, codes):
        signs.append(Sign("adds_up"))
    return _verdict(signs)


def taken_apart(rules: SenderRules, text: str) -> tuple[Message, frozenset[str]]:
    """Return a text made plain, its addresses blanked, and the codes of their signs."""
    message, found = _read(rules, text)
    return message, frozenset(sign.code for sign in found)


def _read(rules: SenderRules, text: str) -> tuple[Message, list[Sign]]:
    whole = plain.undisguised(rules, text[:LONGEST])
    things = list(addresses.find(rules, whole))
    return plain.read(rules, _without(whole, things)), [thing.sign for thing in things]


def _is_scam(signs: Iterable[Sign]) -> bool:
    return any(WEIGHTS[sign.code] == "scam" for sign in signs)


def asks_for_secrets(rules: SenderRules, text: str) -> bool:
    """Tell whether a text asks for what support never needs: a password, a code, a key, a card."""
    message = plain.read(rules, plain.undisguised(rules, text[:LONGEST]))
    return any(sign.code in SECRETS for sign in asks.find(message))


def _without(text: str, things: Iterable[addresses.Thing]) -> str:
    """Return the text with blanks in place of the addresses."""
    parts, done = [], 0
    for thing in sorted(things, key=lambda thing: thing.start):
        start = max(done, thing.start)
        stop = max(start, thing.stop)
        parts += [text[done:start], " " * (stop - start)]
        done = stop
    return "".join([*parts, text[done:]])


def _beside_sender(message: Message, signs: list[Sign]) -> list[Sign]:
    """Return what a genuine sender or link says no more than: words beside it are anyone's."""
    if not any(WEIGHTS[sign.code] == "openai_domain" for sign in signs):
        return []
    found = [] if beside.are_harmless(message, signs) else [Sign("stranger_words")]
    sender = any(sign.code == "genuine_sender" for sign in signs)
    return [*found, Sign("strangers_too")] if sender and message.words else found


def _asks_whose_site(message: Message, signs: list[Sign]) -> bool:
    """Tell whether a person only asks about a page that has others' words, and says no ask."""
    codes = {sign.code for sign in signs}
    asked = any(sentence.asks for sentence in message.sentences)
    if not asked or "shared_page" not in codes or not codes <= _OF_SITE:
        return False
    promises = any(message.found.get(label) for label in ("support", "lure"))
    return not promises and beside.are_harmless(message, signs)


def _as_site(sign: Sign) -> Sign:
    return Sign("genuine_link", sign.detail) if sign.code == "shared_page" else sign


def _verdict(signs: list[Sign]) -> Verdict:
    weighed = [sign for sign in signs if WEIGHTS[sign.code] != "note"]
    notes = [sign for sign in signs if WEIGHTS[sign.code] == "note"]
    kinds = {WEIGHTS[sign.code] for sign in weighed}
    kind: Kind = next((kind for kind in WORST_FIRST if kind in kinds), "unknown")
    shown = {kind, "openai_domain"} if kind == "unknown" else {kind}
    decisive = [sign for sign in weighed if WEIGHTS[sign.code] in shown]
    ranked = sorted(dict.fromkeys([*decisive, *notes]), key=lambda sign: RANKS[sign.code])
    return Verdict(kind, tuple(ranked[:MOST]) or (Sign("nothing"),))
