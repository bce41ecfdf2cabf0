"""The number under which support keeps the case, as an answer names it.

    text -> tokens that look like one -> what speaks for each, in log odds -> the likeliest

What speaks for a token is its shape and where it stands, so that no list of names is needed: after
a word for a case, at the beginning of the answer, in brackets, in the subject, at the end of a
label. How much each counts was fitted to answers of several writers. Numbers of orders, invoices,
cards and phones are none, however they look.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from guide.reading.rules import AnswerRules
from guide.text.phrases import alternatives, folded

_DIGITS = 4  # Fewer are a count, unless letters or a stroke stand with them.
_FEW = 2
_BEFORE = 70  # Characters before a token that are looked at.
_AFTER = 50  # And behind it.
_LABEL = 45  # Characters of a line that is a label and its number.
_MOST = 400  # Tokens that are weighed.
# Log odds: those of any token, of each thing that holds for it, and from where on it is the number.
_EVEN, _ENOUGH = -0.3, -0.25
_SPEAKS = {
    "named": 3.0, "marked": 0.4, "bracketed": 1.1, "labelled": 0.9, "in_subject": 0.6, "first": 2.8,
    "begins": 0.5, "introduced": 1.1, "after_a_small_word": 0.8, "set_off": 0.8, "letters": 3.0,
    "groups": 1.0, "capitals": 1.6, "long": 0.7, "middling": 0.4, "words": -1.6,
    "small_letters": -1.8, "two_digits": -2.5, "range": -2.1, "spaced": -1.2,
}  # fmt: skip
# Finds «05871234», «CAS-12345-X7», «26/4410/ח», «PRV 2026/771», «118 226 04», «ref:_00Q8_5517:ref»,
# of «ל-AP-0081» what stands behind the glued letter.
_TOKEN = re.compile(
    r"(?P<ref>ref:_?\w{4,40}:ref)"
    r"|(?<![\w@])(?!(?:ID|NO|RE|REF|CASE|TICKET|USD|EUR|GBP|ILS|UTC|GMT|AND|OR|AM|PM|IN|ON|TO|OF) )"
    r"(?P<word>[A-Z]{2,6}(?:-[A-Z]{1,4})? (?=\d)\d+(?:[-/.]\d+| \d{2,}){0,3})(?![\w@])"
    r"|(?<![\w@.])(?P<spaced>\d{2,4}(?: \d{2,4}){1,2}(?: \d{1,4})?)(?![\w@:.,]\d|[\w@])"
    r"|(?<![\w@])(?:(?<!#)[ולבכהמש]-(?=[A-Z\d]))?"
    r"(?P<plain>[A-Za-zא-ת]{0,8}(?:[-_/.][A-Za-z]{1,6}){0,2}[-_/.]?"
    r"\d[\w]{0,14}(?:[-_/.][\w]{1,12}){0,4})(?![\w@])"
)
# Finds «2026-11-29», «29/11/26», «19.99», «2026», «req_12345».
_NO_CASE = re.compile(
    r"20\d\d([-/.])\d\d?\1\d\d?|[0-3]?\d([-/.])[01]?\d\2(?:20)?\d\d|\d+\.\d\d?|(?:19|20)\d\d"
    r"|(?:req|org|proj|sess|user|inv|thread|asst|sk|gpa|gpt|cve|utf|http)[-_.].*|(?:in|ch|sub|fb)_.*"
)
_RANGE = re.compile(r"\d\d?[-/]\d\d?")
# Finds «050-555-0199», «0800 555 0100», «0501234567».
_PHONE = re.compile(r"0\d{1,3}[- ]\d{3}[- ]?\d{3,4}|0\d{9}")
# Finds «8HN3-KQW0», by which help desks know their own mails again.
_MAIL = re.compile(r"(?=\w*\d)(?=\w*[A-Z])[0-9A-Z]{4,6}-(?=\w*\d)(?=\w*[A-Z])[0-9A-Z]{4,6}")
# Finds «T-3», «N-3-3»: with capitals before it one digit is enough.
_SHORT = re.compile(r"(?:[A-Z]{1,8}[-/])+\d(?:[-/]\w+)*")
_LETTERS = re.compile(
    r"[A-Zא-ת]{1,8}(?:[-_/.][A-Z]{1,6})*[-_/. ]\d.*|\d+[-/.][A-Zא-ת]+(?:[-/.]\w+)*", re.DOTALL
)
_GROUPS = re.compile(r"\d+(?:[-/.]\d+)+")
_CAPITALS = re.compile(r"[A-Z]{2,}\d{4,}")
_WORDS = re.compile(r"[-_/.][a-z]{3,}$")
_SMALL = re.compile(r"[a-z]")
_COUNT = re.compile(r"\d{1,2}[-/.]\d{1,3}")
_LONG, _MIDDLING = 7, 5
_MARK = re.compile(r"(?:#|№|nº|n\.?º|\bno\.?|\bnr\.?|\bnum\.|מס['׳.]?|番号)[\s:：]*$")
_OPEN = re.compile(r"[\[({][^\])}\n]{0,24}$")
_SHUT = re.compile(r"[^\[({\n]{0,40}[\])}]")
_BEGINS = re.compile(r"[\s>*•|\-–—=_#\[(\"]*$")
_SET_OFF = re.compile(r"[\])\"]*\s*(?:[|:.,·>/–—-]|$|\n|✅)")
_SUBJECT = re.compile(r"\s*(?:subject|re|הנדון|נושא|betreff|objet|asunto|assunto)\s*:")
_MONEY = re.compile(r"\s?(?:[$€£₪%]|usd|eur|ils|gbp|nis|ש\"ח|שקל|דולר|דקות|ימים|שעות|ימי)")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A token of a text: where it stands, and its line; `low` is the text folded."""

    text: str
    low: str
    start: int
    end: int

    @property
    def written(self) -> str:
        return self.text[self.start : self.end]

    @property
    def id(self) -> str:
        return self.low[self.start : self.end]

    @property
    def before(self) -> str:
        return self.low[max(0, self.start - _BEFORE) : self.start]

    @property
    def after(self) -> str:
        return self.low[self.end : self.end + _AFTER]

    @property
    def line_start(self) -> int:
        return self.low.rfind("\n", 0, self.start) + 1

    @property
    def line(self) -> str:
        end = self.low.find("\n", self.end)
        return self.low[self.line_start : end if end >= 0 else len(self.low)]


def find(rules: AnswerRules, text: str, *, named: bool = False) -> str:
    """Return the case number that a text names, as it is written there; "" where it names none.

    With `named` only one counts that a word for a case stands before.
    """
    best, most = "", _ENOUGH
    for one in _candidates(text):
        patterns = _patterns(rules)
        if patterns.other.search(one.before) or (named and not patterns.named.search(one.before)):
            continue
        weight = _EVEN + sum(_SPEAKS[name] for name, holds in _holds(rules, one) if holds)
        if weight > most:
            best, most = one.written, weight
    return best


def _candidates(text: str) -> Iterator[_Candidate]:
    low = folded(text)
    for number, match in enumerate(_TOKEN.finditer(text)):
        if number == _MOST:
            return
        one = _Candidate(text, low, *match.span(match.lastgroup or 0))
        if _may_be(one):
            yield one


def _may_be(one: _Candidate) -> bool:
    """Tell whether a token has the looks of a number, and is no day, sum, address or clock."""
    digits = sum(map(str.isdigit, one.id))
    mixed = any(not c.isdigit() for c in one.id)
    run = one.low[max(0, one.start - 40) : one.start].rpartition(" ")[2].rpartition("\n")[2]
    rest = one.low[one.end : one.end + 40].split(maxsplit=1)[:1]
    around = run + one.id + (rest[0] if rest and one.low[one.end : one.end + 1].strip() else "")
    enough = digits >= _DIGITS or (mixed and digits >= _FEW) or _SHORT.fullmatch(one.written)
    return (
        bool(enough)
        and one.id[0] not in "._-"
        and not _NO_CASE.fullmatch(one.id)
        and not _PHONE.fullmatch(one.id)
        and not (one.before.endswith("[") and _MAIL.fullmatch(one.written))
        and (one.before.endswith("#") or not _RANGE.fullmatch(one.id))
        and not one.before.endswith(("$", "€", "£", "₪", "+", "*", ":\\", "="))
        and not _MONEY.match(one.low, one.end)
        and not any(sign in around for sign in ("@", "://", "www.", ".com", "cid:"))
    )


def _holds(rules: AnswerRules, one: _Candidate) -> Iterator[tuple[str, object]]:
    """Yield the names of `_SPEAKS`, each with whether it holds for a token."""
    patterns, line = _patterns(rules), one.line.strip()
    alone = line.strip(" \t#[](){}.:|*>") == one.id
    begins = _BEGINS.match(one.low[one.line_start : one.start])
    yield "named", patterns.named.search(one.before)
    yield "marked", _MARK.search(one.before)
    yield "bracketed", _OPEN.search(one.before) and _SHUT.match(one.after)
    label = len(line) <= _LABEL and line.rstrip(" .)]}*").endswith(one.id)
    yield "labelled", label and not alone
    yield "in_subject", _SUBJECT.match(line)
    yield "first", begins and not one.low[: one.line_start].strip()
    yield "begins", begins
    yield "introduced", patterns.about.search(one.before)
    yield "after_a_small_word", patterns.intro.search(one.before)
    yield "set_off", _SET_OFF.match(one.after)
    yield from _shape(one.written)


def _shape(written: str) -> Iterator[tuple[str, object]]:
    digits = sum(map(str.isdigit, written))
    yield "letters", _LETTERS.fullmatch(written)
    yield "groups", _GROUPS.fullmatch(written)
    yield "capitals", _CAPITALS.fullmatch(written)
    yield "long", written.isdigit() and digits >= _LONG
    yield "middling", written.isdigit() and _MIDDLING <= digits < _LONG
    yield "words", _WORDS.search(written)
    yield "small_letters", _SMALL.search(written)
    yield "two_digits", digits <= _FEW
    yield "range", _COUNT.fullmatch(written)
    yield "spaced", " " in written


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What stands before a token: a name of a case, of something else, "about", a small word."""

    named: re.Pattern[str]
    other: re.Pattern[str]
    about: re.Pattern[str]
    intro: re.Pattern[str]


@cache
def _patterns(rules: AnswerRules) -> _Patterns:
    cases, links = _any(rules.cases), _any(rules.case_links)
    # "Your case is now kept under": words that may stand between a name and its number.
    linked = rf"(?:[\s:#.,()\[\]*\"'-]{{1,4}}[ושהב]{{0,2}}(?:{links})(?![^\W_])){{0,6}}"
    end = r"[\s:：#.,№º()\[\]*\"'’=-]{0,5}[בש]?-?$"
    number = rf"(?:[\s:#.,()*-]{{1,4}}(?:{_any(rules.case_marks)})){{0,3}}"
    return _Patterns(
        re.compile(rf"(?<![^\W_])(?:[ושהבלמכ]{{0,3}})(?:{cases})(?![^\W_]){linked}{end}"),
        re.compile(rf"(?<![^\W_])[הבלמ]?(?:{_any(rules.not_cases)}){number}{end}"),
        re.compile(rf"(?<![^\W_])(?:{_any(rules.case_abouts)})[\s:.#־-]*$"),
        re.compile(rf"(?<![^\W_])(?:{_any(rules.case_intros)})[\s:.#ל־-]*$"),
    )


def _any(words: Iterable[str]) -> str:
    return alternatives(map(folded, words))
