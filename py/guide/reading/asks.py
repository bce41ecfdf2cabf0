"""What an answer from support asks for, one by one: nothing that it asks is passed over.

    remarks -> pieces -> those that speak for a request -> the fields that answer each

What no field answers stays, in their words. A piece that names nothing known counts only by words
of request, and only in an answer that is there to ask.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from guide.ids import ReplyKind
from guide.reading import pieces
from guide.reading.answering_fields import named_in
from guide.reading.lines import Remark
from guide.reading.phrases import TextWords
from guide.reading.pieces import Piece
from guide.reading.requests import ENDS, request
from guide.reading.rules import ASKED, AnswerRules
from guide.reading.weighing import Weighed
from guide.text.phrases import folded

MAX_ASKED = 20
_MIN_LETTERS = 3
# What speaks for a request beside the piece itself, in log odds; fitted to answers of writers from
# whom nothing else was learned.
# Words of request count only with something known behind them: "tell us more" asks for nothing.
_EVEN, _PIECE, _WHOLE, _SENTENCE, _BY_WORDS = -0.08, 0.26, 0.1, 0.2, 1.7
_UNNAMED = -0.3  # "Still stuck?", "Quick one before I look?": what names nothing is often nothing.
# Of what speaks for the others of one list each gets a share: they are asked for together, or none
# is. Things of one sentence are not: that was measured, too, and named more that nobody asked for.
_OF_LIST = 0.5
_MOST_LENT = 3.0
# From where on it is one: in an answer that asks, in others, and surely.
_IN_DOUBT, _ELSE, _SURE = 0.0, 0.6, 0.5
_HARDLY = -2.0  # Of a list, where nothing else is asked for.
_LEAST = 0.02  # Of a share: a kind that is unlikely may ask, too.
# Finds «it», «them to us», «אותה עד יום חמישי».
_IT = re.compile(
    r"(?:it|them|this|that|those|these|one|אותה|אותו|אותם|אותן|זאת|זה)(?=$|[\s.,!?])", re.IGNORECASE
)
# Finds «If you have it», «At which it failed», «אם זה אפשרי»: which thing, and no thing of its own.
_ONLY_SAYS = re.compile(
    r"(?:if|should|in case|unless|when|where|before|after|so|but|as|because"
    r"|(?:at|for|in|on|under) which|si|wenn|falls|se|если|אם|כדי|בשביל|לפני|כאשר|אחרי)\b"
    r"(?!.*\b(?:whether|which|what)\b.*\?)",
    re.IGNORECASE,
)
# Finds «some more information», «פרטים נוספים»: nothing that could be sent.
_NOTHING = re.compile(
    r"(?:(?:a|an|the|some|few|bit|little|more|of|any|additional|further|following|other|these|those|your|quick|couple|all|below|new|this|our|to)\s+)*"
    r"(?:information|info|details|detail|things|thing|questions|question|data|context|so|back|again|anything|response|email|attention|reply|moment|time|message|know|us|more|below|following|patience|assistance|help)"
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


@dataclass(frozen=True, slots=True)
class Likely:
    """What may be asked for: by how much that is so (log odds); `named` are labels of its words.

    `head` is the number of the line above its list, None where it stands in none.
    """

    asked: Asked
    speaks: float
    named: frozenset[str]
    by_words: bool
    head: int | None


def read(found: Iterable[Likely], kind: ReplyKind) -> tuple[Asked, ...]:
    """Return what an answer of some kind asks for, each once, in its order.

    What only looks like a question (a survey, a courtesy) stands in all kinds of answers, so of
    one that is not there to ask only what is named and surely asked for counts.
    """
    if kind == "suspicious":
        return ()  # What a trap asks for is nobody's to answer.
    found = tuple(found)
    if kind != "asks_details":
        return _kept(found, _ELSE, unnamed=False)
    return _kept(found, _IN_DOUBT) or _kept(_likeliest_list(found), _HARDLY)


def _kept(found: Iterable[Likely], least: float, *, unnamed: bool = True) -> tuple[Asked, ...]:
    """Return those for which more than `least` speaks; of two that name the same the first."""
    known: set[str] = set()
    kept: list[Asked] = []
    for one in found:
        if one.speaks <= least or not (one.named or unnamed):
            continue
        if one.named <= known and not one.by_words:
            continue
        known |= one.named
        kept.append(one.asked)
    return tuple(kept[:MAX_ASKED])


def _likeliest_list(found: Iterable[Likely]) -> list[Likely]:
    """Return the list for which most speaks, that an answer may ask for in strange words."""
    some = (one for one in _by_list(found).values() if len(one) > 1)
    return max(some, key=_mean, default=[])


def _by_list(found: Iterable[Likely]) -> dict[int, list[Likely]]:
    """Return the items that name something, by the line above their list."""
    lists: dict[int, list[Likely]] = {}
    for one in found:
        if one.named and one.head is not None:
            lists.setdefault(one.head, []).append(one)
    return lists


def _mean(some: Sequence[Likely]) -> float:
    return sum(one.speaks for one in some) / len(some)


def surely(found: Iterable[Likely]) -> bool:
    """Tell whether something that is named is surely asked for in any case."""
    return any(one.named and one.speaks > _SURE and not one.asked.perhaps for one in found)


def likely(rules: AnswerRules, remarks: Sequence[Remark], weighed: Weighed) -> tuple[Likely, ...]:
    """Return what an answer may ask for, each text once."""
    whole = _log_odds(weighed.whole.get("asks_details", 0.0))
    found: dict[str, Likely] = {}
    places = {id(remark): at for at, remark in enumerate(remarks)}
    for piece in pieces.read(rules, remarks):
        asked = _asked(rules, remarks, piece)
        if asked is None or asked.text.casefold() in found:
            continue
        speaks = _EVEN + _PIECE * rules.asks.speaks_for(piece.features) + _WHOLE * whole
        speaks += _SENTENCE * _log_odds(weighed.of(piece.at).get("asks_details", 0.0))
        named = frozenset(piece.named.starts)
        speaks += _BY_WORDS * piece.by_words if named else _UNNAMED
        head = places.get(id(remarks[piece.at].under))
        one = Likely(asked, speaks, named, piece.by_words, head)
        found[asked.text.casefold()] = one
    return tuple(with_lent([*found.values()]))


def with_lent(found: Sequence[Likely]) -> Iterator[Likely]:
    """Yield these, each item with a share of what speaks for the others of its list."""
    lists = _by_list(found)
    for one in found:
        of_list = () if one.head is None else lists.get(one.head, ())
        yield replace(one, speaks=one.speaks + _lent([o for o in of_list if o is not one]))


def _lent(others: Sequence[Likely]) -> float:
    """Return the share that an item gets of what speaks for the others of its list."""
    mean = _mean(others) if others else 0.0
    return _OF_LIST * max(-_MOST_LENT, min(_MOST_LENT, mean))


def _log_odds(share: float) -> float:
    share = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(share / (1 - share))


def _asked(rules: AnswerRules, remarks: Sequence[Remark], piece: Piece) -> Asked | None:
    """Return what a piece asks for if it does; None where it is a courtesy, or nothing at all."""
    remark, named = remarks[piece.at], piece.named
    bare = _named(rules, piece.text.strip(ENDS))
    if piece.by_words and _IT.match(bare):
        before = remarks[piece.at - 1].text if piece.at else ""
        said = _said_before(rules, _before_cue(remark)) or _said_before(rules, before)
        bare = said or remark.text
        named = named_in(rules, bare)
    if sum(map(str.isalpha, bare)) < _MIN_LETTERS or _NOTHING.fullmatch(folded(bare)):
        return None
    if named.courtesy or (pieces.STILL in named.starts and not piece.by_words):
        return None
    if not (named.starts or " " in bare or remark.under):
        return None
    if not named.starts and _ONLY_SAYS.match(bare):
        return None
    return Asked(bare, named.fields, named.picture, _is_conditional(remark))


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
