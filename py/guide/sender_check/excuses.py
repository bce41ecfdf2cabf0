"""Why a verb that hands something over is no ask: denied, warned of, asked or told by the person.

"never share your code" is denied; "scammers ask for codes", "should I send it?", "I sent it" only
mention it; an order, or what a human asked of the person, has no excuse
"""

from typing import Literal

from guide.sender_check.labels import Labels
from guide.sender_check.phrases import WordRange
from guide.sender_check.plain import Sentence
from guide.text.hebrew import is_hebrew

type Excuse = Literal["", "denied", "mentioned"]

_NEAR = 4  # Words before a verb among which its subject stands.
_FAR = 8
_BEFORE = 14  # Words before a verb that may deny it.
_ALSO_PAST = frozenset(("שלחו", "מסרו", "העבירו", "אמרו", "כתבו", "ענו", "השיבו", "הקריאו", "נתנו"))
_TO_ME = (("לי",), ("אליי",), ("אלי",))
_SURE = frozenset(
    ("wish", "demand", "gave", "support", "only_pay", "messenger_us", "hand_now", "advance", "gain")
)
_TOLD = frozenset({"told_ask", "gave", "demand", "wish"})


def excuse(labels: Labels, sentence: Sentence, verb: WordRange, label: str) -> Excuse:
    """Return "" for an ask, "denied" for a promise or warning, "mentioned" for talk of it."""
    first = max(sentence.start, labels.clause(sentence, verb[0]), verb[0] - _BEFORE)
    if denied(labels, first, verb) or labels.within(("to_nobody",), verb[1], verb[1] + _FAR):
        return "denied"
    if _is_talk(labels, sentence, first, verb, label):
        return "mentioned"
    if label == "told_ask":
        return "" if _is_asked_by_human(labels, sentence, verb) else "mentioned"
    if label in _SURE or labels.within(("told_to",), first, verb[0] + 1):
        return ""
    return _of_subject(labels, sentence, first, verb)


def _is_asked_by_human(labels: Labels, sentence: Sentence, verb: WordRange) -> bool:
    """Tell whether "he asked for the code", and not "the page" or "the bank asks for it"."""
    human = labels.within(("human",), max(sentence.start, verb[0] - _FAR), verb[1])
    other = labels.within(("elsewhere",), max(sentence.start, verb[0] - _NEAR), verb[0])
    return human and not other


def _of_subject(labels: Labels, sentence: Sentence, first: int, verb: WordRange) -> Excuse:
    """Return the excuse of a verb whose subject is the person, or who offers something."""
    near = max(first, verb[0] - _NEAR)
    if not _is_order(labels, sentence, verb) or labels.within(("first_person",), near, verb[0]):
        return "mentioned"
    if labels.within(("offers",), near, verb[0]):
        to_you = labels.within(("to_you",), verb[1], min(verb[1] + _FAR, sentence.stop))
        return "denied" if to_you else "mentioned"
    return ""


def _is_order(labels: Labels, sentence: Sentence, verb: WordRange) -> bool:
    """Tell whether a verb is an order by its place: at a clause's start, or after "please".

    "Friends share passwords" is none; nor are a Hebrew infinitive without "please" or "must",
    and what reads as an order and as the past, when it was done to the person: "שלחו לי".
    """
    at, words = verb[0], labels.message.words
    if is_hebrew(words[at]):
        past = words[at].lstrip("ו") in _ALSO_PAST and words[at + 1 : at + 2] in _TO_ME
        asked = labels.within(("lead",), at - 2, at)
        return (asked or words[at].lstrip("ו")[:1] != "ל") and not past
    if at == sentence.start or labels.within(("lead",), at - 1, at):
        return True
    gap = labels.message.plain[labels.message.spans[at - 1][1] : labels.message.spans[at][0]]
    return gap != " "


def _is_talk(labels: Labels, sentence: Sentence, first: int, verb: WordRange, label: str) -> bool:
    """Tell whether it is about scams in general, a condition, or a question of the person."""
    told = label in _TOLD
    if labels.within(("scammers",), sentence.start, sentence.start + 3):
        return True
    if told and labels.within(("condition",), max(first, verb[0] - _FAR), verb[0]):
        return True
    asked = labels.within(("to_us",), verb[0], min(verb[1] + 6, sentence.stop))
    if asked or labels.within(("polite",), sentence.start, verb[0] + 1):
        return False
    if label == "demand" and verb[0] == sentence.start:
        return False  # "May I have your password?"
    if labels.within(("scammers",), sentence.start if told else first, verb[0] + 1):
        return True
    return sentence.asks and _is_question(labels, sentence, first, verb, told=told)


def _is_question(
    labels: Labels, sentence: Sentence, first: int, verb: WordRange, *, told: bool
) -> bool:
    """Tell whether a question asks whether such a thing is asked, and tells of nobody who did."""
    begins = labels.within(("question",), sentence.start, sentence.start + 2)
    return begins or not (told or labels.within(("told_to",), first, verb[0] + 1))


def denied(labels: Labels, first: int, verb: WordRange) -> bool:
    """Tell whether a "never" before the verb is meant: "do not forget to" denies nothing."""
    return any(
        not labels.within(("no_denial",), at, stop + 2)
        and not labels.within(("if_not",), at - 2, at + 1)
        for at, stop in labels.between("never", first, verb[0] + 1)
    )
