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

WHOEVER = "whoever"
_NEAR = 4  # Words before a verb among which its subject stands.
_FAR = 8
_BEFORE = 14  # Words before a verb that may deny it.
_ALSO_PAST = frozenset(("שלחו", "מסרו", "העבירו", "אמרו", "כתבו", "ענו", "השיבו", "הקריאו", "נתנו"))
_PRESS = ("לחצו", "לחץ", "לחצי")
_PAST_INSIDE = frozenset(("קנה", "שלח", "העביר"))  # Orders only where a clause begins.
_TO_ME = (("לי",), ("אליי",), ("אלי",))
_PAYS = frozenset({"pay", "settle"})
_SURE = frozenset(
    (
        "wish",
        "demand",
        "gave",
        "support",
        "only_pay",
        "messenger_us",
        "hand_now",
        "advance",
        "gain",
        WHOEVER,
    )
)
_TOLD = frozenset({"told_ask", "gave", "demand", "wish", WHOEVER})


def excuse(labels: Labels, sentence: Sentence, verb: WordRange, label: str) -> Excuse:
    """Return "" for an ask, "denied" for a promise or warning, "mentioned" for talk of it.

    With WHOEVER for a label it matters neither who speaks nor whether it is an order.
    """
    first = max(sentence.start, labels.clause(sentence, verb[0]), verb[0] - _BEFORE)
    to_nobody = label != WHOEVER and labels.within(("to_nobody",), verb[1], verb[1] + _FAR)
    if denied(labels, first, verb) or to_nobody:
        return "denied"
    if _is_talk(labels, sentence, first, verb, label):
        return "mentioned"
    if label in _PAYS and _is_of_firm(labels, sentence, verb):
        return "mentioned"
    if label == "told_ask":
        return "" if _is_asked_by_human(labels, sentence, verb) else "mentioned"
    told = labels.within(("told_to",), first, verb[0] + 1)
    if label in _SURE or told or _is_pushed(labels, sentence, verb):
        return ""
    return _of_subject(labels, sentence, first, verb)


def _is_of_firm(labels: Labels, sentence: Sentence, verb: WordRange) -> bool:
    """Tell whether a firm is who pays, as in the news: "OpenAI must pay", "OpenAI תשלם"."""
    first = max(labels.clause(sentence, verb[0]), verb[0] - _NEAR)
    duties = {at for at, _ in labels.between("has_to", first, verb[0])}
    if labels.message.words[verb[0]].startswith(("ת", "ל")):
        duties.add(verb[0])  # And "OpenAI שלמו" is an order.
    pays = any(stop in duties for _, stop in labels.between("firm", first, verb[0]))
    return pays and not labels.within(("to_you",), first, verb[0])


def _is_pushed(labels: Labels, sentence: Sentence, verb: WordRange) -> bool:
    """Tell whether somebody wants it, further off: "she offers to clear it if I pay"."""
    first = max(sentence.start, verb[0] - _BEFORE)
    pushes = (p for of in ("told_ask", "bargain") for p in labels.between(of, first, verb[0]))
    return any(_is_asked_by_human(labels, sentence, push) for push in pushes)


def _is_asked_by_human(labels: Labels, sentence: Sentence, verb: WordRange) -> bool:
    """Tell whether "he asked for the code", and not "the page" or "the bank asks for it"."""
    first = max(sentence.start, verb[0] - _BEFORE)
    other = labels.within(("elsewhere",), max(sentence.start, verb[0] - _NEAR), verb[0])
    human = _has_human(labels, first, verb[0])
    told = labels.within(("human",), verb[0], verb[1])  # "She wants", "ביקש ממני".
    before = max(sentence.start, verb[0] - 1)
    if labels.within(("first_person",), before, verb[0]):
        return False  # "אני רוצה".
    by_machine = labels.within(("machine",), before, verb[0])
    somebody = not labels.within(("machine", "first_person"), first, verb[0])
    unknown = somebody and _has_unknown_subject(labels, sentence, verb)
    return not other and (human or unknown or (told and not by_machine))


def _has_human(labels: Labels, first: int, stop: int) -> bool:
    """Tell whether people are named that are no part of a machine's name: "password manager"."""
    machines = {word for span in labels.between("machine", first, stop) for word in range(*span)}
    return any(at not in machines for at, _ in labels.between("human", first, stop))


def _has_unknown_subject(labels: Labels, sentence: Sentence, verb: WordRange) -> bool:
    """Tell whether some word may be who asks: "Dana wants"; a Hebrew plural without one is people.

    A verb that begins its clause ("new phone, wants 6 numbers") is the machine's.
    """
    if is_hebrew(labels.message.words[verb[0]]):
        return _is_plural(labels, verb)
    return verb[0] > labels.clause(sentence, verb[0])


def _of_subject(labels: Labels, sentence: Sentence, first: int, verb: WordRange) -> Excuse:
    """Return the excuse of a verb whose subject is the person, or who offers something."""
    near = max(first, verb[0] - _NEAR)
    if not _is_order(labels, sentence, verb) or labels.within(("first_person",), near, verb[0]):
        return "mentioned"
    if labels.within(("offers",), near, verb[0]) and not _is_plural(labels, verb):
        to_you = labels.within(("to_you",), verb[1], min(verb[1] + _FAR, sentence.stop))
        return "denied" if to_you else "mentioned"
    return ""


def _is_plural(labels: Labels, verb: WordRange) -> bool:
    """Tell whether a Hebrew verb is plural: "OpenAI" before "צלצלו" is not who rings."""
    word = labels.message.words[verb[0]]
    return is_hebrew(word) and word.endswith(("ו", "ים"))


def _is_order(labels: Labels, sentence: Sentence, verb: WordRange) -> bool:
    """Tell whether a verb is an order by its place: at a clause's start, or after "please".

    "Friends share passwords" is none; nor are a Hebrew infinitive without "please" or "must",
    and what reads as an order and as the past, when it was done to the person: "שלחו לי".
    """
    at, words = verb[0], labels.message.words
    if is_hebrew(words[at]):
        past = words[at].lstrip("ו") in _ALSO_PAST and words[at + 1 : at + 2] in _TO_ME
        also = words[at].startswith("ול")  # "And to run": what led the verb before leads it, too.
        asked = labels.within(("lead",), at - (_FAR if also else 3), at)
        past |= words[at] in _PAST_INSIDE and at > labels.clause(sentence, at)
        return (asked or not _is_infinitive(words[at])) and not past
    if at == sentence.start or labels.within(("lead",), at - 1, at):
        return True
    first = labels.clause(sentence, at)
    if labels.within(("opens",), first, first + 1):  # "For your safety read us the code".
        purpose = words[first] == "to"
        return purpose or labels.within(("to_us",), at, verb[1] + 2)
    gap = labels.message.plain[labels.message.spans[at - 1][1] : labels.message.spans[at][0]]
    return gap != " "


def _is_talk(labels: Labels, sentence: Sentence, first: int, verb: WordRange, label: str) -> bool:
    """Tell whether it is about scams in general, a condition, or a question of the person."""
    told = label in _TOLD
    warns = told and labels.within(("warns",), 0, len(labels.message.words))
    if warns or labels.within(("scammers",), sentence.start, sentence.start + 3):
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


def _is_infinitive(word: str) -> bool:
    return word.lstrip("ו").startswith("ל") and not word.lstrip("ו").startswith(_PRESS)


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
        and not _is_number(labels, stop)
        and not _is_towards(labels, at)
        for at, stop in labels.between("never", first, verb[0] + 1)
    )


def _is_number(labels: Labels, at: int) -> bool:
    """Tell whether a number follows: "500 instead of 50" denies nothing."""
    return "".join(labels.message.words[at : at + 1]).isdigit()


def _is_towards(labels: Labels, at: int) -> bool:
    """Tell whether a Hebrew "אל" is "to": as "do not", a future form comes next."""
    words = labels.message.words[at : at + 2]
    return words[0] == "אל" and not words[-1].startswith(("ת", "נ"))
