"""The number under which support keeps the case, as an answer names it.

    text -> tokens that look like one -> what speaks for each -> the one that has most

What speaks for a token is where it stands, so that no list of names is needed: after a word for a
case, behind a number mark, in brackets, in the subject, alone in a line, at the end of a label.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from guide.reading.rules import AnswerRules
from guide.text.phrases import folded

_DIGITS = 4  # Fewer are a count, unless letters or a stroke stand with them.
_FEW = 2
_BEFORE = 70  # Characters before a token that are looked at.
_LABEL = 45  # Characters of a line that is a label and its number.
_ENOUGH = 3
_MOST = 400  # Tokens that are weighed.
# Finds «05871234», «CAS-12345-X7», «26/4410/ח», «PRV 2026/771», «118 226 04», «ref:_00Q8_5517:ref».
_TOKEN = re.compile(
    r"ref:_?\w{4,40}:ref"
    r"|(?<![\w@])(?!(?:ID|NO|RE|REF|CASE|TICKET|USD|EUR|GBP|ILS|UTC|GMT) )"
    r"[A-Z]{2,6}(?:-[A-Z]{1,4})? (?=\d)\d+(?:[-/. ]\d{2,}){0,3}(?![\w@])"
    r"|(?<![\w@.])\d{2,4}(?: \d{2,4}){1,3}(?![\w@:.,]\d|[\w@])"
    r"|(?<![\w@])[A-Za-zא-ת]{0,8}(?:[-_/][A-Za-z]{1,6}){0,2}[-_/]?"
    r"\d[\w]{0,14}(?:[-_/.][\w]{1,12}){0,4}(?![\w@])"
)
# Finds «2026-11-29», «29/11/26», «19.99», «2026», «req_12345».
_NO_CASE = re.compile(
    r"20\d\d([-/.])\d\d?\1\d\d?|[0-3]?\d([-/.])[01]?\d\2(?:20)?\d\d|\d+\.\d\d?|(?:19|20)\d\d"
    r"|(?:req|org|proj|sess|user|inv|thread|asst|sk|gpa|gpt|cve|utf|http)[-_.].*|(?:in|ch|sub|fb)_.*"
)
_RANGE = re.compile(r"\d\d?[-/]\d\d?")
_MARK = re.compile(r"(?:#|№|nº|n\.?º|\bno\.?|\bnr\.?|\bnum\.|מס['׳.]?|番号)[\s:：]*$")
_OPEN = re.compile(r"[\[({][^\])}\n]{0,24}$")
_SHUT = re.compile(r"[^\[({\n]{0,14}[\])}]")
_SENTENCE = re.compile(r"[.!?]\s+[#(\[]?$")
_STOP = re.compile(r"[)\]]?\.?\s*(?:\n|$)")
_SUBJECT = re.compile(r"\s*(?:subject|re|הנדון|נושא|betreff|objet|asunto|assunto)\s*:")
_MONEY = re.compile(r"\s?(?:[$€£₪%]|usd|eur|ils|gbp|nis|ש\"ח|שקל|דולר|דקות|ימים|שעות|ימי)")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A token of a text: where it stands, and its line, folded as the text is."""

    start: int
    end: int
    low: str

    @property
    def id(self) -> str:
        return self.low[self.start : self.end]

    @property
    def before(self) -> str:
        return self.low[max(0, self.start - _BEFORE) : self.start]

    @property
    def line(self) -> str:
        begin = self.low.rfind("\n", 0, self.start) + 1
        end = self.low.find("\n", self.end)
        return self.low[begin : end if end >= 0 else len(self.low)]


def find(rules: AnswerRules, text: str) -> str:
    """Return the case number that a text names, as it is written there; "" where it names none."""
    low = folded(text)
    best, most = "", _ENOUGH - 1
    for one in _candidates(text, low):
        weight = _weight(rules, one)
        if weight > most:
            best, most = text[one.start : one.end], weight
    return best


def _candidates(text: str, low: str) -> Iterator[_Candidate]:
    for number, match in enumerate(_TOKEN.finditer(text)):
        if number == _MOST:
            return
        one = _Candidate(match.start(), match.end(), low)
        if _may_be(one):
            yield one


def _may_be(one: _Candidate) -> bool:
    """Tell whether a token has the looks of a number, and is no day, sum, address or clock."""
    digits = sum(map(str.isdigit, one.id))
    mixed = any(not c.isdigit() for c in one.id)
    run = one.low[max(0, one.start - 40) : one.start].rpartition(" ")[2].rpartition("\n")[2]
    rest = one.low[one.end : one.end + 40].split(maxsplit=1)[:1]
    around = run + one.id + (rest[0] if rest and one.low[one.end : one.end + 1].strip() else "")
    return (
        (digits >= _DIGITS or (mixed and digits >= _FEW))
        and not _NO_CASE.fullmatch(one.id)
        and (one.before.endswith("#") or not _RANGE.fullmatch(one.id))
        and not one.before.endswith(("$", "€", "£", "₪", "+", "*", ":\\", "="))
        and not _MONEY.match(one.low, one.end)
        and not any(sign in around for sign in ("@", "://", "www.", ".com", "cid:"))
    )


def _weight(rules: AnswerRules, one: _Candidate) -> int:
    """Return how much speaks for a token."""
    named, linked, other = _patterns(rules)
    if other.search(one.before):
        return 0
    line = one.line.strip()
    alone = line.strip(" \t#[](){}.:|*>") == one.id or (
        _SENTENCE.search(one.before) and _STOP.match(one.low, one.end)
    )
    label = len(line) <= _LABEL and line.rstrip(" .)]}*").endswith(one.id)
    bracketed = _OPEN.search(one.before) and _SHUT.match(one.low, one.end)
    weight = (
        5 * bool(named.search(one.before))
        + 2 * bool(_MARK.search(one.before))
        + 2 * bool(bracketed)
        + 2 * bool(linked.search(one.before))
        + 3 * bool(alone)
        + 2 * (label and not alone)
        + 2 * bool(_SUBJECT.match(line))
    )
    shaped = sum(map(str.isdigit, one.id)) > _DIGITS or not one.id.isdigit()
    return weight + (shaped and weight > 0)


@cache
def _patterns(rules: AnswerRules) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    cases, links = _any(rules.cases), _any(rules.case_links)
    # "Your case is now kept under": words that may stand between a name and its number.
    linked = rf"(?:[\s:#.,()\[\]*\"'-]{{1,4}}[ושהב]{{0,2}}(?:{links})(?![^\W_])){{0,6}}"
    end = r"[\s:：#.,№º()\[\]*\"'’=-]{0,5}[בש]?-?$"
    return (
        re.compile(rf"(?<![^\W_])(?:[ושהבלמכ]{{0,3}})(?:{cases})(?![^\W_]){linked}{end}"),
        re.compile(r"(?:\b(?:under|as|into|quoting|unter|sous|bajo)|תחת|ב|[|]|//)[\s:#-]*$"),
        re.compile(rf"(?<![^\W_])(?:ה|ב|ל)?(?:{_any(rules.not_cases)})(?![^\W_]){linked}{end}"),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, map(folded, words)), key=len, reverse=True))
