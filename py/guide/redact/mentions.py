"""Secrets known by the words beside them: "my password is X", "קוד האימות 123456", "X is my PIN".

mention -> walk over the words between -> value -> is it one, for this role and this kind of link?
Numbers that the text itself calls an order or a request come out under the kind OTHER, so that
none of them is taken for a card.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from guide.redact import (
    documents,
    guarded,
    hinted,
    named_keys,
    nearby,
    owners,
    passwords,
    personal,
    read_out,
    remote,
    told_codes,
    values,
)
from guide.redact.checksums import LuhnSums, is_isracard, is_israeli_id
from guide.redact.fold import DIGITS, WORD
from guide.redact.lexicon import Mention, has, stems
from guide.redact.nearby import Seen, TextRead
from guide.redact.patterns import Span
from guide.redact.slot_words import is_noun, is_unknown
from guide.redact.values import BARE, IS, SIGN, TO
from guide.text.hebrew import LETTERS, PREFIXES

OTHER = ""
_BEHIND, _AHEAD = 220, 1_200  # Characters around a mention that any role looks at.

# Finds «12345678-2», not «1234567».
_ID_LOOSE = re.compile(r"\d(?<![\d+]\d)(?<!\d[.,:/-]\d)(?:[ -]?\d){7,8}(?!\d|[.,:/-]\d)")
# Finds «? Answer: », not «.».
_QUESTION = re.compile(
    rf"[^\n?.]{{0,60}}\?[\"'`)]?\s{{0,3}}(?:(?:my |the |[{PREFIXES}])?(?:answer|a"
    r"|i (?:answer(?:ed)?|wrote|put|typed|said|gave)|תשובה|ענית?י|כתבתי|רשמתי)(?: is)?)?"
    r"\s?[:-]?\s?"
)
# Finds «482», not «12».
_CVV_LOOSE = re.compile(r"\d(?<![\w.,:/$€₪+#(-]\d)\d{2,3}(?![\w%$€₪]|[.,:/-]\d)")
# Finds «blue dog», not «.».
_CLAUSE = re.compile(r"[^\n.,;!?\"]{2,40}?(?=[\n.,;!?\"]|\Z)")
# Finds «one two three», not «one two».
_PHRASE = re.compile(r"[a-z]{2,12}(?:[ ,-]{1,2}[a-z]{2,12}){2,24}")
# Eleven words and more.
# Finds «אבן נהר דלת ירח ספר ענן עץ לחם ים כוס חול גשר», not «אבן נהר דלת».
_IN_HEBREW = re.compile(rf"[{LETTERS}]{{2,10}}(?:,? {{1,2}}[{LETTERS}]{{2,10}}){{10,24}}")
# Finds «052-123-4567», not «12345».
_PHONE = re.compile(r"\+?\(?\d(?:[ .()/-]{0,2}\d){6,14}(?!\d)")
# Finds «4111 1111 1111 1111», not «1234567».
_CARD = re.compile(
    r"(?!\d{1,4}[./-]\d{1,2}[./-])\d(?:[ .,/_\n-]{0,2}\d){11,18}(?!\d)"
    r"|\d(?:[ -]?\d){7,8}(?!\d|[.,:/-]\d)"
)
_SHORTEST_CARD = 12
_FEW_DOTS = 3
# Finds «il62 0108 0000 0009 9999 999», not «il».
_IBAN = re.compile(r"[a-z]{2}\d{2}(?:[ -]?(?=[a-z]{0,6}\d)[a-z0-9]{1,30}){1,9}")
# What opens a suitcase, and what adds a lamp to a home.
# Finds «065» and «031-45-154», not «0655».
_THREE = re.compile(r"\d(?<!\d\d)\d\d(?:-\d{2}-\d{3})?(?![\w%$€₪]|[.,:/-]\d|[ -]\d)")
# The way of a finger over a screen's dots.
# Finds «2-5-8-9-6», not «2-5».
_SWIPED = re.compile(r"\d(?<![\w.,:/-]\d)(?:[ -]\d){3,8}(?![\w%]|[.,:/-]\d)")
# Finds «a1234567», not «abc».
_DOCUMENT = re.compile(
    r"\d{3}[ .-]\d{2}[ .-]\d{4}(?!\d)|(?=[a-z0-9-]*\d{3})[a-z]{0,3}-?\d[\d-]{4,12}(?![a-z0-9])"
)
# Finds «8f3a2b1c», not «abc».
_ID = re.compile(r"#?(?=[a-z0-9._#-]*\d)[a-z0-9][a-z0-9._-]{3,59}")


def find(reading: TextRead, mentions: Iterable[Mention]) -> Iterator[Span]:
    """Yield what the words beside it make a secret or an id.

    Where the same mention stands in the same surroundings again, so does what is found: a text
    that says one thing a thousand times costs what saying it once does.
    """
    text = reading.folded.text
    known: dict[tuple[str, int], tuple[Span, ...]] = {}
    for mention in mentions:
        first = max(0, mention.start - _BEHIND)
        key = text[first : mention.end + _AHEAD], mention.start - first
        if key not in known:
            seen, at = Seen(reading, mention), mention.start
            found = (
                span for role in mention.roles if role in _ROLES for span in _ROLES[role](seen)
            )
            known[key] = tuple((kind, start - at, end - at) for kind, start, end in found)
        yield from (
            (kind, start + mention.start, end + mention.start) for kind, start, end in known[key]
        )


def _answers(seen: Seen) -> Iterator[Span]:
    """Yield the answer to a security question: what follows "is", to the end of the clause."""
    question = _QUESTION.match(seen.folded.low, seen.mention.end)
    asked = question and values.at(seen.folded, seen.words, question.end(), SIGN)
    name = seen.folded.low[seen.mention.start : seen.mention.end]
    least = TO if "question" in name or "שאל" in name else BARE if "answer" in name else IS
    for value in filter(None, (asked, *nearby.walk(seen))):
        low = value.text.lower()
        prose = value.text.islower() and not is_unknown(seen.words, low)
        if value.link >= least and not prose and not has(seen.words.not_values, low):
            clause = _CLAUSE.match(seen.folded.text, value.start)
            yield "password", value.start, max(value.end, clause.end() if clause else 0)
            return


def _phrases(seen: Seen) -> Iterator[Span]:
    """Yield a phrase after its name: three words or more, whatever they are."""
    for value in nearby.walk(seen):
        hebrew = _IN_HEBREW.match(seen.folded.low, value.start)
        if hebrew and value.link >= IS and not _is_said(seen, hebrew):
            yield "seed_phrase", *hebrew.span()
            return
        phrase = _PHRASE.match(seen.folded.low, value.start)
        if not phrase:
            continue
        found = phrase[0].split()
        told = any(word.strip("-,") in seen.words.not_in_phrases for word in found)
        if value.link >= IS and not told:
            yield "seed_phrase", phrase.start(), phrase.end()
            return
        if end := _nouns_end(seen, phrase):
            yield "seed_phrase", phrase.start(), end
            return


def _is_said(seen: Seen, phrase: re.Match[str]) -> bool:
    """Tell whether words are those of a sentence."""
    words = seen.words
    said = (words.not_in_phrases, words.known, words.not_values, words.gives)
    return any(has(some, word) for word in phrase[0].replace(",", " ").split() for some in said)


def _nouns_end(seen: Seen, phrase: re.Match[str]) -> int:
    """Return where the nouns that a phrase begins with end, 0 where they are too few for one."""
    name, end, count = seen.folded.low[seen.mention.start : seen.mention.end], 0, 0
    for word in _NOUN.finditer(phrase.string, *phrase.span()):
        if not is_noun(seen.words, word[0]) or word[0].endswith(_OF_VERBS):
            break
        end, count = word.end(), count + 1
    return end if count >= _LEAST_NOUNS and name.endswith(_NAMES_OF_PHRASES) else 0


# Finds «lamp», not «7».
_NOUN = re.compile(r"[a-z]+")
_OF_VERBS = ("ed", "ing", "ly")
_LEAST_NOUNS = 4
_NAMES_OF_PHRASES = ("phrase", "words", "ביטוי", "משפט", "מילים")


def _cvvs(seen: Seen) -> Iterator[Span]:
    alone = " " not in seen.folded.low[seen.mention.start : seen.mention.end]
    for value in nearby.walk(seen):
        short = value.text.isdigit() and len(value.text) in (3, 4)
        tied = value.link >= IS or (alone and nearby.is_tight(seen, value))
        if short and (tied or not nearby.is_counted(seen, value.end)):
            yield "cvv", value.start, value.end
            return
    yield from nearby.behind(seen, "cvv", lambda v: v.text.isdigit() and len(v.text) in (3, 4))
    for match in nearby.in_sentence(seen, _CVV_LOOSE, behind=0, ahead=25, look=DIGITS):
        between = WORD.findall(seen.folded.low[seen.mention.end : match.start()])
        told = all(_leads(seen, word) or _is_card_named(seen, word) for word in between)
        if told and not nearby.is_owned(seen, match) and not values.is_moment(match[0]):
            yield "cvv", match.start(), match.end()


def _is_card_named(seen: Seen, word: str) -> bool:
    return any("card" in seen.words.roles.get(stem, ()) for stem in stems(word))


def _leads(seen: Seen, word: str) -> bool:
    words = seen.words
    return word in words.known or word in words.fillers or has(words.handed, word)


def _typed_for_cvv(seen: Seen) -> Iterator[Span]:
    """Yield "I typed 482 in the box of the three digits": what was entered before the name."""
    for match in nearby.in_sentence(seen, _CVV_LOOSE, behind=_NEAR_CVV, ahead=0, look=DIGITS):
        before = nearby.word_before(seen, match.start())
        entered = has(seen.words.gives, before) or has(seen.words.handed, before)
        if entered and not nearby.is_counted(seen, match.end()):
            yield "cvv", *match.span()


def _beside_cvv(seen: Seen) -> Iterator[Span]:
    """Yield the expiry told beside a security code, and the code's digits said as words."""
    name = seen.mention
    first, stop = max(0, name.start - _NEAR_CVV), name.end + _NEAR_CVV
    for match in seen.reading.matches(personal.EXPIRY, first, stop, look=DIGITS):
        yield "cvv", *match.span()
    yield from (("cvv", start, end) for _, start, end in read_out.find(seen))


_NEAR_CVV = 50  # The expiry may be another sentence's: "Three digits: 482. Valid till 4/2029".


def _israeli_ids(seen: Seen) -> Iterator[Span]:
    for match in nearby.in_sentence(seen, _ID_LOOSE, behind=25, ahead=50, look=DIGITS):
        if _is_israeli(match[0]):
            yield "national_id", match.start(), match.end()


def _bare_ids(seen: Seen) -> Iterator[Span]:
    """Yield what follows a lone "ID" or "my ID"; "batch ID" is somebody else's."""
    before = nearby.word_before(seen, seen.mention.start)
    if not before or before in seen.words.between:
        yield from _by_pattern("national_id", _ID_LOOSE, _is_israeli)(seen)
        yield from _numbered_later(seen)


def _numbered_later(seen: Seen) -> Iterator[Span]:
    """Yield what the sentence on an ID calls a number: "wants an ID, mine has number 123456782"."""
    for match in nearby.in_sentence(seen, _ID_LOOSE, behind=0, ahead=70, look=DIGITS):
        name = nearby.word_before(seen, match.start())
        before = nearby.word_before(seen, seen.folded.low.rfind(name, 0, match.start()))
        tied = name in seen.words.tight or has(seen.words.links, name)
        if tied and not has(seen.words.owners, before) and _is_israeli(match[0]):
            yield "national_id", match.start(), match.end()


def _ids_of_named(seen: Seen) -> Iterator[Span]:
    """Yield the identity number that somebody puts after their name: "שמי דנה, 123456782"."""
    for match in nearby.in_sentence(seen, _ID_LOOSE, behind=0, ahead=40, look=DIGITS):
        digits = "".join(c for c in match[0] if c.isdigit())
        owner = owners.owner_of(seen.folded, seen.words, match.start())
        if len(digits) == _ID_SIZE and _is_israeli(digits) and owner != owners.ID:
            yield "national_id", match.start(), match.end()


_ID_SIZE = 9


def _is_israeli(shown: str) -> bool:
    return is_israeli_id("".join(c for c in shown if c.isdigit()))


def _by_pattern(
    kind: str, pattern: re.Pattern[str], accept: Callable[[str], bool]
) -> Callable[[Seen], Iterator[Span]]:
    def find_one(seen: Seen) -> Iterator[Span]:
        for value in nearby.walk(seen):
            match = pattern.match(seen.folded.low, value.start)
            if match and accept(match[0]) and not nearby.is_counted(seen, match.end()):
                yield kind, match.start(), match.end()
                return

    return find_one


_documents = _by_pattern("national_id", _DOCUMENT, lambda shown: not values.is_moment(shown))


def _is_card(shown: str) -> bool:
    """Tell whether this is a card: its check holds, or it is 16 digits with one mistyped."""
    digits = "".join(c for c in shown if c.isdigit())
    if len(digits) < _SHORTEST_CARD:
        return is_isracard(digits)
    return LuhnSums(digits).valid(0, len(digits)) or len(digits) == 16  # noqa: PLR2004


def _is_phone(shown: str) -> bool:
    return not values.is_moment(shown)


def _ids(kind: str, *, protects: bool) -> Callable[[Seen], Iterator[Span]]:
    def find_one(seen: Seen) -> Iterator[Span]:
        for value in nearby.walk(seen):
            match = _ID.match(seen.folded.low, value.start)
            if match and values.is_id(match[0], value) and not nearby.is_counted(seen, match.end()):
                end = match.start() + len(match[0].rstrip("._-"))
                yield kind, match.start(), end
                if protects and nearby.is_tight(seen, value):
                    yield OTHER, match.start(), end
                return

    return find_one


_ROLES: Mapping[str, Callable[[Seen], Iterator[Span]]] = {
    **told_codes.ROLES,
    "password": passwords.find,
    "login": passwords.find_at_login,
    "answer": _answers,
    "hint": hinted.password,
    "coupon": hinted.coupon,
    "phrase": _phrases,
    "cvv": lambda seen: chain(_cvvs(seen), _typed_for_cvv(seen), _beside_cvv(seen)),
    "israeli_id": _israeli_ids,
    "bare_id": _bare_ids,
    "name": _ids_of_named,
    "document": lambda seen: chain(_documents(seen), documents.of_person(seen)),
    "bank": lambda seen: chain(documents.of_bank(seen), documents.at_branch(seen)),
    "branch": documents.at_branch,
    "remote": remote.find,
    "guarded": guarded.of_thing,
    "lockable": guarded.of_device,
    "phone": _by_pattern("phone", _PHONE, _is_phone),
    "card": _by_pattern("card", _CARD, _is_card),
    "short_code": _by_pattern("one_time_code", _THREE, lambda shown: True),  # noqa: ARG005
    "swiped": _by_pattern("one_time_code", _SWIPED, lambda shown: len(set(shown)) > _FEW_DOTS),
    "iban": _by_pattern("iban", _IBAN, lambda shown: len(shown) > 14),  # Norway's is the shortest.  # noqa: PLR2004
    "api_key": named_keys.find("api_key"),
    "token": named_keys.find("session_token"),
    "account_id": _ids("account_id", protects=True),
    "number": _ids("account_id", protects=False),
    "case_number": _ids("case_number", protects=True),
}
