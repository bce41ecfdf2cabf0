"""The number under which support keeps the case, as an answer names it."""

import re
from collections.abc import Iterable
from functools import cache

from guide.reading.rules import AnswerRules
from guide.text.phrases import folded

_DIGITS = 4  # Fewer are a count, or a year's part.
_BEFORE = 24  # Characters before a bare number in which it is named another thing's.
# 05871234, CAS-12345-X7Y8, OAI2026004512; no day, sum or address.
_TOKEN = (
    r"(?P<id>(?:[a-z]{1,8}[-_/]?)?(?=[\w-]*\d)[a-z0-9]+(?:[-_/][a-z0-9]+){0,4})(?![\w@]|[-/.]\w)"  # noqa: S105
)
# Finds «2026-11-29», «29/11/2026», «req_12345».
_NO_CASE = re.compile(
    r"20\d\d([-/.])\d\d?\1\d\d?|\d\d?([-/.])\d\d?\2\d{2,4}|(?:req|org|proj|sess|user|inv|in|ch|sub|fb|thread|asst)[_-].*|20[12]\d|gpa.*"
)
# Finds «#1234567», «[12345678]», not «#42».
_BARE = re.compile(r"(?:#\s?|\[|\(ref:?\s?)(?P<id>[a-z]{0,6}-?\d{5,14})(?![\w@]|[-/.]\w)")


def find(rules: AnswerRules, text: str) -> str:
    """Return the case number that a text names, as it is written there; "" where it names none."""
    low = folded(text)
    named, other = _patterns(rules)
    for match in named.finditer(low):
        if _is_number(match["id"]) and not other.search(
            low, max(0, match.start() - _BEFORE), match.start()
        ):
            return text[match.start("id") : match.end("id")]
    for match in _BARE.finditer(low):
        if not other.search(low, max(0, match.start() - _BEFORE), match.start()):
            return text[match.start("id") : match.end("id")]
    return ""


def _is_number(found: str) -> bool:
    return sum(map(str.isdigit, found)) >= _DIGITS and not _NO_CASE.fullmatch(found)


@cache
def _patterns(rules: AnswerRules) -> tuple[re.Pattern[str], re.Pattern[str]]:
    cases, links = _any(rules.cases), _any(rules.case_links)
    return (
        re.compile(
            rf"(?<![^\W_])(?:[ושהבלמכ]{{0,3}})(?:{cases})(?![^\W_])(?:[\s:#.,()\[\]*\"'-]{{1,4}}[ושהב]{{0,2}}(?:{links})(?![^\W_])){{0,6}}[\s:#.()\[\]*\"'’-]{{0,5}}[בש]?-?{_TOKEN}"
        ),
        re.compile(rf"(?<![^\W_])(?:ה|ב|ל)?(?:{_any(rules.not_cases)})(?![^\W_])[^\n.]*$"),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, map(folded, words)), key=len, reverse=True))
