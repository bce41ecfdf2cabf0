"""What an answer from support asks for, one by one: nothing that it asks is passed over.

    remarks -> those that ask -> each thing asked -> the fields that answer it

A remark asks by a question mark or by words of request (`cue`); an item does when the line above
its list does. What no field answers stays, in their words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guide.ids import ReplyKind
from guide.reading.answering_fields import fields_in, meant
from guide.reading.lines import Remark
from guide.reading.phrases import Stretch, TextWords
from guide.reading.rules import ASKED, AnswerRules
from guide.text.phrases import folded

MAX_ASKED = 20
_MIN_LETTERS = 3
_HEAD = 14  # Words that may stand between a request and the colon before its things.
_BEFORE = 4  # Words before a request in which a "not" is about it.
_ENDS = " \t.,;:!-–—*•_\"'“”"
# Words after which a request goes on as a sentence, in which a comma is no end of a thing.
_CLAUSE = re.compile(
    r"(?:us |me )?(?:whether|if|which|what|when|where|how|who|why|that|"
    r"האם|אם|איזה|איזו|באיזה|באיזו|מתי|איך|כיצד|מה|איפה|היכן|מי|כי|למה)\b"
)
_CLAUSES = re.compile(
    r",? and (?=(?:whether|if|which|what|when|where|how|who|why|the|your|any|a|"
    r"do|does|did|is|are)\b)|; |"
    r", (?=(?:whether|which|what|when|where|how)\b)"
    r"|,? ו(?=(?:האם|איזה|איזו|באיזה|באיזו|מתי|איך|כיצד|מה|איפה|היכן|את)\b)"
)
# Finds the «, and » of «what does it say, and does it stay?», not «a name and a day».
_QUESTIONS = re.compile(
    r",? and (?:also |roughly |if so |about )?"
    r"(?=(?:do|does|did|is|are|was|were|have|has|can|which|what|when|where|how|who)\b)"
)
# What follows "we need" and is no thing: "to verify", "לבדוק".
_TO_DO = re.compile(
    r"\s*(?:to\s+(?!know|see|have|get|receive|hear)|ל(?!דעת|קבל|ראות|נו\b|ה)[א-ת]{3,})"
)
# Finds the «ו» of «החשבונית ואישור», not «סרטון וידאו».
_AND = re.compile(r"(?<=[א-ת]) ו(?=[א-ת]{3})(?!ידאו|ואטס|דאו|יש\b)")
# Finds «number is 07712345», not «charge of 2026».
_GIVEN = re.compile(r"\d{5}")
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_HELD = {ord(" "): "\x01", ord(","): "\x02", ord(";"): "\x03", ord("&"): "\x04"}
_LET_GO = {ord(there): chr(here) for here, there in _HELD.items()}
# Finds «it», «them to us», «אותה עד יום חמישי».
_IT = re.compile(
    r"(?:it|them|this|that|those|these|one|אותה|אותו|אותם|אותן|זאת|זה)(?=$|[\s.,!?])", re.IGNORECASE
)
# Finds «some more information», «פרטים נוספים»: nothing that could be sent.
_NOTHING = re.compile(
    r"(?:(?:a|an|the|some|few|bit|little|more|of|any|additional|further|following|other|these|those|your|quick|couple|all|below|new|this|our|to)\s+)*"
    r"(?:information|info|details|detail|things|thing|questions|question|data|context|so|back|again|anything|response|email|attention|reply|moment|time|message|know|us|more|below|patience|assistance|help)"
    r"|הכול|(?:עוד\s+)?(?:פרטים|מידע|נתונים)(?:\s+נוספ\S*)?|בהקדם|תשובה|פנייה|הודעה|סבלנות"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that support asks for: in their words, and the fields that answer it.

    A `picture` is something that no words can answer. What is asked only for the case that
    something else fails is `perhaps`.
    """

    text: str
    fields: tuple[str, ...]
    picture: bool = False
    perhaps: bool = False


def read(
    rules: AnswerRules, remarks: Sequence[Remark], found: Sequence[Asked], kind: ReplyKind
) -> tuple[Asked, ...]:
    """Return what an answer of some kind asks for, each once; `found` is that `by_words`.

    What only looks like a question (a survey, a courtesy) stands in all kinds of answers, so of
    one that is not there to ask only what a field or a picture answers counts.
    """
    if kind == "suspicious":
        return ()  # What a trap asks for is nobody's to answer.
    if kind != "asks_details":
        return tuple(one for one in found if one.fields or one.picture)
    return (*found, *_by_meaning(rules, remarks, found))[:MAX_ASKED]


def surely(found: Iterable[Asked]) -> bool:
    """Tell whether something that a field or a picture answers is asked for in any case."""
    return any(not one.perhaps and (one.fields or one.picture) for one in found)


def _by_meaning(
    rules: AnswerRules, remarks: Iterable[Remark], found: Iterable[Asked]
) -> Iterator[Asked]:
    """Yield the fields that are named where a sentence asks without words of request."""
    known = {field for one in found for field in one.fields}
    for remark in remarks:
        if remark.has("refrain", "courtesy") or any(asked_in(rules, remark)):
            continue
        if _GIVEN.search(remark.text):  # "Your case number is 07712345" tells, and asks nothing.
            continue
        shares = rules.kinds.shares(remark.text)
        if not shares or max(shares, key=shares.__getitem__) != "asks_details":
            continue
        for part in _things(rules, remark.text):
            fields, picture, _ = meant(rules, part)
            if new := tuple(field for field in fields if field not in known):
                known.update(new)
                yield Asked(_named(rules, part.strip(_ENDS)), new, picture)


def by_words(rules: AnswerRules, remarks: Iterable[Remark]) -> tuple[Asked, ...]:
    """Return what is asked by words of request and by question marks, in its order, each once."""
    found: dict[str, Asked] = {}
    before = ""
    for remark in remarks:
        perhaps = _is_conditional(remark)
        for text in asked_in(rules, remark):
            bare = _named(rules, text.strip(_ENDS))
            if _IT.match(bare):
                said = _said_before(rules, _before_cue(remark)) or _said_before(rules, before)
                bare = said or remark.text
            letters = sum(map(str.isalpha, bare))
            if (
                letters < _MIN_LETTERS
                or _NOTHING.fullmatch(folded(bare))
                or len(found) >= MAX_ASKED
            ):
                continue
            fields, picture, courtesy = meant(rules, bare)
            if courtesy or not (fields or picture or " " in bare or remark.under):
                continue
            found.setdefault(bare.casefold(), Asked(bare, fields, picture, perhaps))
        before = remark.text
    return tuple(found.values())


def _before_cue(remark: Remark) -> str:
    """Return what stands before the words of request in a remark."""
    cue = request(remark)
    return remark.text[: remark.words.places[cue[0]][0]] if cue else ""


def _said_before(rules: AnswerRules, sentence: str) -> str:
    """Return what "it" stands for: the first field that the sentence before names, in its words."""
    words = TextWords.of(sentence)
    found = rules.book.find(words)
    spans = (span for label, some in found.items() if label.startswith(ASKED) for span in some)
    first = min(spans, key=lambda span: (span[0], -span[1]), default=None)
    if first is None:
        return ""
    return sentence[words.places[first[0]][0] : words.places[first[1] - 1][1]]


def _is_conditional(remark: Remark) -> bool:
    first = remark.under or remark
    return any(start == 0 for start, _ in first.found.get("conditional", ()))


def _named(rules: AnswerRules, thing: str) -> str:
    """Return a thing that was asked for as a line of its own begins."""
    first, _, rest = thing.partition(" ")
    while rest and first.casefold().strip(",:") in rules.leads:
        first, _, rest = (thing := rest.lstrip()).partition(" ")
    return f"{thing[:1].upper()}{thing[1:]}"


def asked_in(rules: AnswerRules, remark: Remark) -> Iterator[str]:
    """Yield the things that a remark asks for."""
    if remark.under is not None and _is_asked_by(remark.under):
        yield remark.text
    elif remark.leads:
        return
    elif (cue := request(remark)) is not None:
        yield from _things(rules, remark.text[remark.words.places[cue[1] - 1][1] :].rstrip("?"))
    elif remark.asks and not remark.has("courtesy"):
        yield from (f"{one.rstrip('?')}?" for one in _QUESTIONS.split(remark.text))
    elif (wanted := remark.found.get("wanted")) and not remark.has("courtesy", "refrain"):
        yield from _things(rules, remark.text[: remark.words.places[wanted[0][0]][0]])


def _is_asked_by(head: Remark) -> bool:
    """Tell whether the items below a line are asked for, and are not what is to be tried."""
    if head.has("step_head") and not head.has("cue", "ask_head"):
        return False
    return head.has("ask_head", "cue") or (head.asks and not head.has("courtesy"))


def request(remark: Remark) -> Stretch | None:
    """Return the words of request in a remark, None where it asks for nothing by such words."""
    # "Also state the currency": after a word that leads to an order a bare verb is one, too.
    found = remark.found
    led = {0, *(end for start, end in found.get("step_lead", ()) if start == 0)}
    bare = (span for span in found.get("bare", ()) if span[0] in led)
    cues: list[Stretch] = sorted([*found.get("cue", ()), *bare])
    wanted = [cue for cue in cues if not _is_refrained(remark, cue) and not _is_empty(remark, cue)]
    if not wanted:
        return None
    first: Stretch = wanted[0]
    # "Please reply to this email with": of those that run into each other the last one counts.
    for cue in wanted[1:]:
        if cue[0] <= first[1]:
            first = (first[0], max(cue[1], first[1]))
    return first


def _is_refrained(remark: Remark, cue: Stretch) -> bool:
    start, end = cue
    if any(a <= start < b or start <= a < end for a, b in remark.found.get("courtesy", ())):
        return True
    for a, b in remark.found.get("refrain", ()):
        if start - _BEFORE <= a and b <= end and a != start:
            between = remark.text[
                remark.words.places[b - 1][1] : remark.words.places[max(start, b - 1)][0]
            ]
            if not any(mark in between for mark in ",;:-–—"):
                return True
    return False


def _is_empty(remark: Remark, cue: Stretch) -> bool:
    rest = remark.text[remark.words.places[cue[1] - 1][1] :]
    needs = folded(remark.text[remark.words.places[cue[0]][0] : remark.words.places[cue[1] - 1][1]])
    if not rest.strip(_ENDS + "?)"):
        return True
    return needs.endswith(_NEEDS) and _TO_DO.match(folded(rest)) is not None


_NEEDS = ("need", "needs", "require", "requires", "צריכים", "צריך", "צריכה", "נצטרך", "אצטרך")


def _things(rules: AnswerRules, wish: str) -> Iterator[str]:
    """Yield the things of a wish: "the date, the amount and a screenshot, so that we can look"."""
    wish = _BRACKETS.sub(lambda held: held[0].translate(_HELD), wish).strip()
    head, colon, tail = wish.partition(": ")
    if colon and tail.strip() and len(head.split()) <= _HEAD:
        wish = tail
    wish = wish.removeprefix(":").strip()
    clause = _CLAUSE.match(folded(wish)) is not None
    # Why it is asked is no thing; in a sentence the same words may be part of the question.
    if not clause and (why := rules.any_of("reasons").search(folded(wish), 1)):
        wish = wish[: why.start()]
    for part in _CLAUSES.split(wish) if clause else rules.any_of("joins").split(wish):
        yield from (one.translate(_LET_GO) for one in ([part] if clause else _apart(rules, part)))


def _apart(rules: AnswerRules, thing: str) -> list[str]:
    """Return a thing cut at a plain "and", unless both sides share what follows."""
    parts = [part for one in rules.any_of("ands").split(thing) for part in _AND.split(one)]
    if len(parts) == 1 or _CLAUSE.match(folded(parts[0])):
        return [thing]
    whole, each = fields_in(rules, thing), [fields_in(rules, part) for part in parts]
    # "The date and amount of each charge": apart, the date is of nothing.
    together = {field for some in each for field in some}
    return [thing] if set(whole) - together else parts
