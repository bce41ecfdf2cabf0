"""Secrets known by the words beside them: "my password is X", "קוד האימות 123456", "X is my PIN".

mention -> walk over the words between -> value -> is it one, for this role and this kind of link?
Numbers that the text itself calls an order or a request come out under the kind OTHER, so that
none of them is taken for a card.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from guide import values
from guide.checksums import LuhnSums, is_israeli_id
from guide.fold import FILLER, Folded
from guide.lexicon import Lexicon, Mention, has
from guide.patterns import Hit
from guide.values import BARE, IS, SIGN, TO, Value

OTHER = ""

_TOKEN = re.compile(
    rf"[ \t]*(?:\r?\n[ \t>]*){{0,2}}[\"'`*\])(_]{{0,3}}[ \t]{{0,2}}"
    rf"(?:(?P<sign>[:=]+>?|->|\|)|(?P<dash>-+)(?=[\s\"'`*\d])"
    rf"|(?P<word>[^\s:=,;\"`*()\[\]{FILLER}]{{1,40}})(?=[\s:=,;\"`*(){FILLER}]|\Z))"
)
_MOST_STEPS = 12
_TO = re.compile(
    r"[\"'`.,;)]{0,2}\s{1,2}(?:(?:and|then|or|into|to|with|by|->|=>|ואז|או|אל)\s){0,3}(?:ל-?)?"
)
_SENTENCE_END = re.compile(r"[!?;\n]|\.(?!\d)")
_WORD_BEFORE = re.compile(r"([^\s\"'`(){}\[\],;]+)[\s:#=\"'`(]*\Z")
_BLANKS = re.compile(r"\S+")
_MOST_BEHIND = 5
_TIGHT = re.compile(r"[\s:#=._-]*(?:(?:number|no|num|id|is|מספר|מס'|הוא|היא)[\s:#=._-]*){0,2}")
_ID_LOOSE = re.compile(r"(?<![\d+])(?<!\d[.,:/-])\d(?:[ -]?\d){7,8}(?!\d|[.,:/-]\d)")
_CODE_LOOSE = re.compile(
    r"(?<![\d#$€₪£+])(?<!\d[.,:/-])(?:\d{3}[ -]\d{3}|\d{6})(?![\d%]|[.,:/-]\d)"
)
_CODE_LINE = re.compile(r"[^\n]{0,80}\n\s{0,6}(?P<code>\d{3}[ -]?\d{3})[ \t]*(?:\n|\Z)")
_PAIR = re.compile(
    rf"@[\w.-]{{2,80}}\.[a-z]{{2,12}}(?:\s{{1,2}}[/|:]\s{{1,2}}|:)(?!\d{{2,5}}(?:/|\b))(?P<value>[^\s{FILLER}]{{5,64}})"
)
_PHONE = re.compile(r"\+?\(?\d(?:[ .()/-]{0,2}\d){6,14}(?!\d)")
_CARD = re.compile(r"\d(?:[ .,/_\n-]{0,2}\d){12,18}(?!\d)")
_IBAN = re.compile(r"[a-z]{2}\d{2}(?:[ -]?(?=[a-z]{0,6}\d)[a-z0-9]{1,30}){1,9}")
_DOCUMENT = re.compile(r"(?=[a-z0-9-]*\d{3})[a-z]{0,3}-?\d[\d-]{4,12}(?![a-z0-9])")
_ID = re.compile(r"#?(?=[a-z0-9._#-]*\d)[a-z0-9][a-z0-9._-]{3,59}")


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention with the folded text it stands in and the words it is read by."""

    folded: Folded
    words: Lexicon
    mention: Mention


def find(folded: Folded, words: Lexicon, mentions: Iterable[Mention]) -> Iterator[Hit]:
    """Yield what the words beside it make a secret or an id."""
    for mention in mentions:
        seen = Seen(folded, words, mention)
        for role in mention.roles:
            if role in _ROLES:
                yield from _ROLES[role](seen)


def find_pairs(folded: Folded) -> Iterator[Hit]:
    """Yield the password in "name@host / password"."""
    for match in _PAIR.finditer(folded.low):
        value = values.at(folded, match.start("value"), TO)
        if value and not value.text.isdigit() and values.is_strong(value.text):
            yield "password", value.start, value.end


def walk(seen: Seen) -> Iterator[Value]:
    """Yield what may be the value: after all words between, then right after the first sign."""
    low, words = seen.folded.low, seen.words
    pos, link, first_sign = seen.mention.end, BARE, -1
    for _ in range(_MOST_STEPS):
        token = _TOKEN.match(low, pos)
        if not token or not (step := _link(token, words)):
            break
        link, pos = max(link, step), token.end()
        first_sign = pos if step == SIGN and first_sign < 0 else first_sign
    for place, strength in ((pos, link), (first_sign, SIGN)):
        if place >= 0 and (value := values.at(seen.folded, place, strength)):
            yield value


def _link(token: re.Match[str], words: Lexicon) -> int:
    """Return how strongly this token ties the value to the mention; 0 when it is the value."""
    if token["sign"]:
        return SIGN
    if token["dash"]:
        return IS
    word = token["word"]
    if has(words.links, word):
        return IS
    if has(words.to, word):
        return TO
    return BARE if has(words.between, word) else 0


def _passwords(seen: Seen) -> Iterator[Hit]:
    for value in walk(seen):
        if values.is_password(value, seen.words, adjacent=_is_tight(seen, value)):
            yield "password", value.start, value.end
            yield from _changed_to(seen, value)
            return
    yield from _behind(seen, "password", lambda v: values.is_password(v, seen.words))


def _changed_to(seen: Seen, value: Value) -> Iterator[Hit]:
    """Yield the second password in "from X to Y"."""
    match = _TO.match(seen.folded.low, value.end)
    new = values.at(seen.folded, match.end(), TO) if match else None
    if new and values.is_password(new, seen.words):
        yield "password", new.start, new.end


def _strong_codes(seen: Seen) -> Iterator[Hit]:
    """Yield the code after its name; else six digits anywhere in the same sentence."""
    for value in walk(seen):
        if end := values.code_end(seen.folded, value, seen.words, strong=True):
            yield "one_time_code", value.start, end
            for start, stop in values.series(seen.folded, value.start, end, seen.words):
                yield "one_time_code", start, stop
            return
    if line := _CODE_LINE.match(seen.folded.text, seen.mention.end):
        yield "one_time_code", *line.span("code")
    for match in _in_sentence(seen, _CODE_LOOSE, behind=60, ahead=80):
        if not _is_owned(seen, match):
            yield "one_time_code", match.start(), match.end()


def _weak_codes(seen: Seen) -> Iterator[Hit]:
    """Yield what follows "code", unless it is an error's, a country's or a program's."""
    low, before = seen.folded.low, _word_before(seen, seen.mention.start)
    if has(seen.words.not_after, before):
        return
    named = before in seen.words.between or low[seen.mention.start] == "ה"
    in_json = low[seen.mention.end : seen.mention.end + 1] in ("'", '"')
    for value in walk(seen):
        end = values.code_end(seen.folded, value, seen.words, strong=False)
        digits = sum(c.isdigit() for c in seen.folded.text[value.start : end or value.start])
        enough = 6 if in_json or value.link < IS else 4 if named else 5
        if end and digits >= enough and (value.link >= IS or digits == 6):  # noqa: PLR2004
            yield "one_time_code", value.start, end
            return
    yield from _behind(seen, "one_time_code", lambda v: bool(_CODE_LOOSE.fullmatch(v.text)))
    for match in _in_sentence(seen, _CODE_LOOSE, behind=60, ahead=40):
        if has(seen.words.handed, _word_before(seen, match.start())) and not _is_owned(seen, match):
            yield "one_time_code", match.start(), match.end()


def _cvvs(seen: Seen) -> Iterator[Hit]:
    for value in walk(seen):
        if value.text.isdigit() and len(value.text) in (3, 4) and not _is_counted(seen, value.end):
            yield "cvv", value.start, value.end
            return
    yield from _behind(seen, "cvv", lambda v: v.text.isdigit() and len(v.text) in (3, 4))


def _israeli_ids(seen: Seen) -> Iterator[Hit]:
    for match in _in_sentence(seen, _ID_LOOSE, behind=25, ahead=50):
        if is_israeli_id("".join(c for c in match[0] if c.isdigit())):
            yield "national_id", match.start(), match.end()


def _by_pattern(
    kind: str, pattern: re.Pattern[str], accept: Callable[[str], bool]
) -> Callable[[Seen], Iterator[Hit]]:
    def find_one(seen: Seen) -> Iterator[Hit]:
        for value in walk(seen):
            match = pattern.match(seen.folded.low, value.start)
            if match and accept(match[0]) and not _is_counted(seen, match.end()):
                yield kind, match.start(), match.end()
                return

    return find_one


def _is_card(shown: str) -> bool:
    """Tell whether a number called a card is one: Luhn holds, or 16 digits with one mistyped."""
    digits = "".join(c for c in shown if c.isdigit())
    return LuhnSums(digits).valid(0, len(digits)) or len(digits) == 16  # noqa: PLR2004


def _is_phone(shown: str) -> bool:
    return not values.is_moment(shown)


def _keys(kind: str) -> Callable[[Seen], Iterator[Hit]]:
    def find_one(seen: Seen) -> Iterator[Hit]:
        for value in walk(seen):
            if values.is_key(value):
                yield kind, value.start, value.end
                return

    return find_one


def _ids(kind: str, *, protects: bool) -> Callable[[Seen], Iterator[Hit]]:
    def find_one(seen: Seen) -> Iterator[Hit]:
        for value in walk(seen):
            match = _ID.match(seen.folded.low, value.start)
            if match and values.is_id(match[0], value) and not _is_counted(seen, match.end()):
                end = match.start() + len(match[0].rstrip("._-"))
                yield kind, match.start(), end
                if protects and _is_tight(seen, value):
                    yield OTHER, match.start(), end
                return

    return find_one


def _behind(seen: Seen, kind: str, accept: Callable[[Value], bool]) -> Iterator[Hit]:
    """Yield the value in "X is my password": it stands before the mention, tied by a link."""
    low, start, words = seen.folded.low, seen.mention.start, seen.words
    first = max(0, start - 100)
    tokens = list(_BLANKS.finditer(low, first, start))[-_MOST_BEHIND - 2 :]
    tie = ""
    while tokens and has(words.between | words.links | words.to, tokens[-1][0]):
        tie = tokens.pop()[0]
    if not tokens or not (has(words.links, tie) or has(words.to, tie)):
        return
    last = tokens[-2:]
    split = len(last) == 2 and all(t[0].isdigit() and len(t[0]) == 3 for t in last)  # noqa: PLR2004
    value = values.at(seen.folded, last[0 if split else -1].start(), TO)
    if value and split:
        value = replace(value, text=low[value.start : last[-1].end()], end=last[-1].end())
    if value and value.end <= start and accept(value):
        yield kind, value.start, value.end


def _in_sentence(
    seen: Seen, pattern: re.Pattern[str], *, behind: int, ahead: int
) -> Iterator[re.Match[str]]:
    """Yield matches near the mention that no end of a sentence parts from it."""
    text, mention = seen.folded.text, seen.mention
    stop = _SENTENCE_END.search(text, mention.end, mention.end + ahead)
    yield from pattern.finditer(text, mention.end, stop.start() if stop else mention.end + ahead)
    first = max(0, mention.start - behind)
    for end in _SENTENCE_END.finditer(text, first, mention.start):
        first = end.end()
    yield from pattern.finditer(text, first, mention.start)


def _is_owned(seen: Seen, match: re.Match[str]) -> bool:
    """Tell whether the words around a number make it an order's, an error's, an amount."""
    before = _word_before(seen, match.start())
    if before in seen.words.between:
        before = _word_before(seen, seen.folded.low.rfind(before, 0, match.start()))
    return has(seen.words.owners, before) or _is_counted(seen, match.end())


def _is_counted(seen: Seen, end: int) -> bool:
    return values.is_counted(seen.folded, end, seen.words)


def _word_before(seen: Seen, start: int) -> str:
    match = _WORD_BEFORE.search(seen.folded.low[max(0, start - 40) : max(0, start)])
    return match[1].strip(".:#'\"-") if match else ""


def _is_tight(seen: Seen, value: Value) -> bool:
    return bool(_TIGHT.fullmatch(seen.folded.low, seen.mention.end, value.start))


_ROLES: Mapping[str, Callable[[Seen], Iterator[Hit]]] = {
    "password": _passwords,
    "strong_code": _strong_codes,
    "code": _weak_codes,
    "cvv": _cvvs,
    "israeli_id": _israeli_ids,
    "document": _by_pattern("national_id", _DOCUMENT, lambda shown: not values.is_moment(shown)),
    "phone": _by_pattern("phone", _PHONE, _is_phone),
    "card": _by_pattern("card", _CARD, _is_card),
    "iban": _by_pattern("iban", _IBAN, lambda shown: len(shown) > 14),  # noqa: PLR2004  # Norway's is the shortest.
    "api_key": _keys("api_key"),
    "token": _keys("session_token"),
    "account_id": _ids("account_id", protects=True),
    "number": _ids("account_id", protects=False),
    "case_number": _ids("case_number", protects=True),
}
