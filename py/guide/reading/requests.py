"""The words of request in a remark, and the things that they ask for.

    "Please share the date, the amount and a picture." -> "the date", "the amount", "a picture"

A remark asks by a question mark or by words of request (`cue`); an item does when the line above
its list does.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from guide.reading.answering_fields import fields_in, named_in
from guide.reading.lines import Remark
from guide.reading.phrases import Stretch, meet
from guide.reading.rules import AnswerRules
from guide.text.phrases import folded

_REASONS = 3  # Reasons of a wish that are looked at: a hostile one is nothing but reasons.
_HEAD = 14  # Words that may stand between a request and the colon before its things.
_BEFORE = 4  # Words before a request in which a "not" is about it.
ENDS = " \t.,;:!-–—*•_\"'“”"
# Words after which a request goes on as a sentence, in which a comma is no end of a thing.
_CLAUSE = re.compile(
    r"(?:us |me )?(?:whether|if|which|what|when|where|how|who|why|that|"
    r"האם|אם|איזה|איזו|באיזה|באיזו|מתי|איך|כיצד|מה|איפה|היכן|מי|כי|למה)\b"
)
_ASKING = (
    # How questions inside a sentence begin, in several languages.
    r"(?:האם|אם|[במל]?איזה|[במל]?איזו|מתי|איך|כיצד|מה[ויןם]?|איפה|היכן|על שם|מי|כמה)\b|"
    r"(?:wann|welche[rsmn]?|ob|wie|wo|was|wer|quand|quel(?:le)?s?|comment|où|si|"
    r"cuándo|cuál(?:es)?|qué|cómo|dónde|desde|quando|qual|quais|que|como|onde|se|"
    r"когда|как(?:ой|ая|ую|ие|им|ом)?|где|что|متى|ما|أي|هل|كيف|أين)\b"
)
_CLAUSES = re.compile(
    r",? and (?=(?:whether|if|which|what|when|where|how|who|why|the|your|any|a|"
    r"do|does|did|is|are)\b)|; |"
    r", (?=(?:whether|which|what|when|where|how|in which|on which|under which|at which)\b)"
    rf"|(?:,| (?:y|e|et|und|sowie|и))(?: (?:y|e|et|und|и))? (?={_ASKING})"
    rf"|,? ו(?=(?:את\b|{_ASKING}))|[،,] ?و(?=\w)"
)
# Finds the «, and » of «what does it say, and does it stay?», not «a name and a day».
_QUESTIONS = re.compile(
    r"(?:,? and |, |: )(?:also |roughly |if so |about |in |on |at |under )?"
    r"(?=(?:do|does|did|is|are|was|were|have|has|can|which|what|when|where|how|who|whose)\b)"
    rf"|(?:[,:]| (?:y|e|et|und|sowie|и))(?: (?:y|e|et|und|и))? (?={_ASKING})"
    rf"|,? ו(?={_ASKING})|[،,] ?و(?=\w)"
)
# Finds «So in which country», «Did it», which ask; and «While you're at it», «כדי שנבדוק», which
# only lead to a question.
_BEGINS = re.compile(
    r"(?:(?:and|so|also|or|but|then|in|on|at|by|for|from|to|with|under|roughly) ){0,2}"
    r"(?:do|does|did|is|are|was|were|have|has|can|could|would|will|any|"
    rf"which|what|when|where|how|who|whose|why)\b|ו?{_ASKING}"
)
_LEADS = re.compile(
    r"(?:(?:and|so|but|also),? )?(?:while|before|after|as|since|to|so that|so i|so we|in order|"
    r"once|in your own|for (?:me|us)|just|quick|one|two|last|כדי|בשביל|לפני|אחרי|בהמשך|לגבי|"
    r"בנוגע|לצורך|על מנת)\b"
)
# What follows "we need" and is no thing: "to verify", "לבדוק".
_TO_DO = re.compile(
    r"\s*(?:to\s+(?!know|see|have|get|receive|hear)|ל(?!דעת|קבל|ראות|נו\b|ה)[א-ת]{3,})"
)
# Finds «you can find it in Settings», which tells of a thing before and is none.
_TOLD = re.compile(r"(?:you|it|we|they|i|this|there|he|she)\b(?:'|\s)")
# Finds the «ו» of «החשבונית ואישור», not «סרטון וידאו».
_AND = re.compile(r"(?<=[א-ת]) ו(?=[א-ת]{3})(?!ידאו|ואטס|דאו|יש\b)")
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_HELD = {ord(" "): "\x01", ord(","): "\x02", ord(";"): "\x03", ord("&"): "\x04"}
_LET_GO = {ord(there): chr(here) for here, there in _HELD.items()}


def asked_in(rules: AnswerRules, remark: Remark) -> Iterator[str]:
    """Yield the things that a remark asks for."""
    if remark.under is not None and _is_asked_by(remark.under):
        yield from _items(rules, remark.text)
    elif remark.leads:
        return
    elif (cue := request(remark)) is not None:
        before, after = _around(remark, cue)
        things = _things(rules, after.rstrip("?"))
        if _is_wanted_before(rules, remark, cue, before):
            yield from _things(rules, before)
            things = (one for one in things if named_in(rules, one).starts)
        yield from things
    elif remark.asks and not remark.has("courtesy"):
        yield from (f"{one.rstrip('?')}?" for one in _questions(remark.text))
    elif (wanted := remark.found.get("wanted")) and not remark.has("courtesy", "refrain"):
        yield from _things(rules, remark.text[: remark.words.places[wanted[0][0]][0]])


def _questions(text: str) -> list[str]:
    """Return the questions of a sentence, without what leads to them: "While you're at it, ..."."""
    text = text.rpartition("¿")[2] if text.count("¿") == 1 else text
    first, *others = parts = _QUESTIONS.split(text)
    if not others or _BEGINS.match(folded(first)):
        return parts
    is_lead = text[len(first) :].startswith(":") or _LEADS.match(folded(first))
    return others if is_lead else parts


def _around(remark: Remark, span: Stretch) -> tuple[str, str]:
    """Return what stands before and behind some words of a remark."""
    places = remark.words.places
    return remark.text[: places[span[0]][0]], remark.text[places[span[1] - 1][1] :]


def _is_wanted_before(rules: AnswerRules, remark: Remark, cue: Stretch, before: str) -> bool:
    """Tell whether things stand before the words of request: "a screenshot would help us a lot"."""
    wanted = any(start == cue[0] for start, _ in remark.found.get("wanted", ()))
    return wanted and bool(named_in(rules, before).starts)


def _items(rules: AnswerRules, text: str) -> list[str]:
    """Return an item of a list, in parts where an "and" joins two things that stand for themselves.

    The date and time of an error are one.
    """
    parts = rules.any_of("ands").split(text)
    named = [set(named_in(rules, part).starts) for part in parts]
    together = set[str]().union(*named)
    apart = all(named) and sum(map(len, named)) == len(together)
    return parts if apart and together == set(named_in(rules, text).starts) else [text]


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
    if any(start == 0 for start, _ in found.get("conditional", ())):
        led.update(_after_marks(remark, found.get("bare", ())))
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


def _after_marks(remark: Remark, spans: Iterable[Stretch]) -> Iterator[int]:
    """Yield where an order begins behind a comma: "if it still fails, send a screenshot"."""
    for start, _ in spans:
        if (
            remark.text[: remark.words.places[start][0]]
            .rstrip()
            .endswith((",", ":", "-", "–", "—"))
        ):
            yield start


def _is_refrained(remark: Remark, cue: Stretch) -> bool:
    start, end = cue
    if any(meet(cue, one) for one in remark.found.get("courtesy", ())):
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
    if not rest.strip(ENDS + "?)"):
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
    wish = wish if clause else _without_reason(rules, wish)
    parts = _CLAUSES.split(wish) if clause else rules.any_of("joins").split(wish)
    for place, part in enumerate(parts):
        if place and _TOLD.match(folded(part)):
            continue
        yield from (one.translate(_LET_GO) for one in ([part] if clause else _apart(rules, part)))


def _without_reason(rules: AnswerRules, wish: str) -> str:
    """Return a wish up to where it says why, or how to answer.

    Not where that would leave the last of its things without a name: "and when you last saw it".
    """
    first = None
    for why in islice(rules.any_of("reasons").finditer(folded(wish), 1), _REASONS):
        head = wish[: why.start()]
        first = head if first is None else first
        *_, last = rules.any_of("joins").split(head)
        if named_in(rules, _CLAUSES.split(last)[-1]).starts:
            return head
    if first is None:
        return wish
    lost = named_in(rules, wish).starts.keys() - named_in(rules, first).starts.keys()
    return wish if lost else first


def _apart(rules: AnswerRules, thing: str) -> list[str]:
    """Return a thing cut at a plain "and", unless both sides share what follows."""
    parts = [part for one in rules.any_of("ands").split(thing) for part in _AND.split(one)]
    if len(parts) == 1 or _CLAUSE.match(folded(parts[0])):
        return [thing]
    whole, each = fields_in(rules, thing), [fields_in(rules, part) for part in parts]
    # "The date and amount of each charge": apart, the date is of nothing.
    together = {field for some in each for field in some}
    return [thing] if set(whole) - together else parts
