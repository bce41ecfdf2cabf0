"""How easy a request is to act on: what is missing or gets in its way, and a score.

One function a kind of gap, in the order in which gaps are shown; each only looks at what was
answered. The numbers and the words of both languages are in quality.toml. Nothing blocks.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from guide.cases import doubts
from guide.cases.quality_rules import CueWords, QualityRules
from guide.catalog.languages import Language
from guide.catalog.reader import Source
from guide.catalog.records import Catalog
from guide.ids import Locale
from guide.model import Case
from guide.text.hebrew import PREFIXES

FILE = "quality.toml"
GOAL = "goal"
SHOP, APPLE = "bought_where", "apple"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that would make the request stronger: the code chooses the words."""

    code: str
    field: str


@dataclass(frozen=True, slots=True)
class Quality:
    """What is still to be gained, most important first, and a score of 0 to 100.

    `doubted` are fields whose answer is there, and hardly what support needs.
    """

    gaps: tuple[Gap, ...]
    score: int
    doubted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class QualityInput:
    """What the checks look at: the rules, the category's fields, and what was answered."""

    rules: QualityRules
    required: tuple[str, ...]
    fields: tuple[str, ...]
    answers: Mapping[str, str]
    language: Language | None = None  # Of the request, if it is the one that support reads best.
    now: str = ""
    lacking: frozenset[str] = frozenset()  # What the person does not have.
    empty: frozenset[str] = frozenset()  # Where the answer only says that there is none.

    def answered(self, fields: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield those of the fields that the category asks and that have an answer, with it."""
        return ((f, self.answers[f]) for f in fields if f in self.fields and self.answers[f])

    @property
    def prose(self) -> Iterator[tuple[str, str]]:
        """The answers in the person's own words, by field."""
        return self.answered(self.rules.prose.fields)


def quality(catalog: Catalog, case: Case, locale: Locale, now: str = "") -> Quality:
    """Return what would make the request in this language stronger. Raises ContentError."""
    request = _request(catalog, case, locale, now)
    gaps = tuple(gap for check in CHECKS for gap in check(request))
    weights, required = request.rules.weights, max(1, len(request.required))
    lost = sum(weights[g.code] / (required if g.code == "missing" else 1) for g in gaps)
    doubted = (g.field for g in gaps if g.code in DOUBTS and request.answers[g.field])
    return Quality(gaps, max(0, round(100 - lost)), frozenset(doubted))


def _request(catalog: Catalog, case: Case, locale: Locale, now: str) -> QualityInput:
    rules = read(catalog.files.get("quality.toml", ""))
    needs = catalog.needs(case)
    fields = (*needs.required, *needs.helpful)
    answers = dict.fromkeys(catalog.fields, "") | {a.field: a.value.strip() for a in case.answers}
    stands_in = next((f for f in rules.prose.story if f in fields), "")
    answers[GOAL] = catalog.goal_in(locale, case, answers.get(GOAL, ""))
    if not any(answers[f] for f in rules.prose.story) and stands_in not in needs.required:
        answers[stands_in] = case.story.strip()
    spoken = catalog.languages
    language = spoken[locale] if locale == spoken.sites else None
    lacking = frozenset(field for field in fields if case.lacks(field))
    empty = frozenset(f for f in fields if answers[f] and catalog.is_nothing(f, answers[f]))
    return QualityInput(
        rules, needs.required, fields, answers, language, now, lacking=lacking, empty=empty
    )


@cache
def read(text: str) -> QualityRules:
    """Return the rules in the text of quality.toml.

    Raises ContentError with a line for each mistake.
    """
    source = Source({FILE: text})
    rules: QualityRules = source.file(FILE, QualityRules)
    source.stop()
    return rules


def check(catalog: Catalog) -> None:
    """Look at every name in the rules. Raises ContentError with a line for each mistake."""
    source, rules = Source(catalog.files), read(catalog.files.get(FILE, ""))
    codes = [check.__name__ for check in CHECKS]
    source.alike(FILE, ("weights", rules.weights), ("CHECKS in cases/quality.py", codes))
    for place, names in _references(rules).items():
        for name in names:
            if name not in catalog.fields:
                problem = f"{place} names {name}, which fields.toml does not have"
                source.note(FILE, problem, "add or correct it")
    source.stop()


def _references(rules: QualityRules) -> Mapping[str, Iterable[str]]:
    return {
        "prose.fields": rules.prose.fields,
        "prose.story": rules.prose.story,
        "length.short": rules.length.short,
        "length.long": rules.length.long,
        "shape.address": rules.shape.address,
        "shape.sum": rules.shape.sum,
        "shape.number": rules.shape.number,
        "shape.domain": rules.shape.domain,
        "shape.past": rules.shape.past,
        "date.fields": rules.date.fields,
        "error.fields": rules.error.fields,
        "refund.fields": rules.refund.fields,
    }


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for whole words; Hebrew ones may carry up to two glued letters."""
    # Longest first, so that a phrase wins over its first word.
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:[{PREFIXES}]{{1,2}})?(?:{either})(?!\w)")


def _says(cues: CueWords, text: str) -> bool:
    return _pattern(cues.words).search(text.casefold()) is not None


def warm(catalog: Catalog) -> None:
    """Read the rules and compile their patterns, once: what a memory snapshot should hold."""
    rules = read(catalog.files["quality.toml"])
    for cues in (rules.date, rules.error, rules.several, rules.angry, rules.refund):
        _pattern(cues.words)


def missing(request: QualityInput) -> Iterator[Gap]:
    """Yield what the category needs and was not answered."""
    open_ = (f for f in request.required if not request.answers[f] and f not in request.lacking)
    return (Gap("missing", field) for field in open_)


def odd_address(request: QualityInput) -> Iterator[Gap]:
    """Yield e-mail addresses that are not whole."""
    for field, value in request.answered(request.rules.shape.address):
        if not doubts.is_address(value, request.rules.shape.slips):
            yield Gap("odd_address", field)


def no_currency(request: QualityInput) -> Iterator[Gap]:
    """Yield sums without a currency."""
    for field, value in request.answered(request.rules.shape.sum):
        if not doubts.is_sum(value):
            yield Gap("no_currency", field)


def odd_number(request: QualityInput) -> Iterator[Gap]:
    """Yield words where a number or a domain is asked."""
    shape = request.rules.shape
    yield from (Gap("odd_number", field) for field in request.fields if field in request.empty)
    for fields, fits in ((shape.number, doubts.is_number), (shape.domain, doubts.is_domain)):
        for field, value in request.answered(fields):
            if not fits(value) and field not in request.empty:
                yield Gap("odd_number", field)


def asks_for_money(rules: QualityRules, text: str) -> bool:
    """Tell whether a text asks for a refund, and not only who can give one."""
    return _says(rules.refund, text) and not _pattern(rules.refund.vague).search(text.casefold())


def apple_refund(request: QualityInput) -> Iterator[Gap]:
    """Yield the goal that asks OpenAI for money which only Apple can give back."""
    if request.answers[SHOP] == APPLE:
        for field, value in request.answered(request.rules.refund.fields):
            if asks_for_money(request.rules, value):
                yield Gap("apple_refund", field)


def future_date(request: QualityInput) -> Iterator[Gap]:
    """Yield days of what has happened that are still to come."""
    for field, value in request.answered(request.rules.shape.past):
        if not doubts.is_past(value, request.now):
            yield Gap("future_date", field)


def no_error_text(request: QualityInput) -> Iterator[Gap]:
    """Yield the field for an error's text, when one is spoken of, or said in one's own words."""
    rule = request.rules.error
    field = next((f for f in rule.fields if f in request.fields), "")
    if not field:
        return
    text = request.answers[field]
    spoken_of = any(_says(rule, text) for _, text in request.prose)
    if text.casefold().strip(" .!") in rule.vague or (
        not text and spoken_of and field not in request.required
    ):
        yield Gap("no_error_text", field)


_DATE = re.compile(r"\b\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?\b|\b\d{1,2}:\d{2}\b")


def no_date(request: QualityInput) -> Iterator[Gap]:
    """Yield the field that says when, if nothing does; a required one is missing, not undated."""
    rule = request.rules.date
    asked = [field for field in rule.fields if field in request.fields]
    if not asked or any(f in request.required or request.answers[f] for f in asked):
        return
    if not any(_DATE.search(text) or _says(rule, text) for _, text in request.prose):
        yield Gap("no_date", asked[0])


def too_short(request: QualityInput) -> Iterator[Gap]:
    """Yield answers that say too little."""
    for field, least in request.rules.length.short.items():
        if field in request.fields and 0 < len(request.answers[field]) < least:
            yield Gap("too_short", field)


def too_long(request: QualityInput) -> Iterator[Gap]:
    """Yield answers that nobody reads to the end."""
    for field, most in request.rules.length.long.items():
        if field in request.fields and len(request.answers[field]) > most:
            yield Gap("too_long", field)


def several_problems(request: QualityInput) -> Iterator[Gap]:
    """Yield the first answer that tells of more than one problem."""
    found = (f for f, text in request.prose if _says(request.rules.several, text))
    return (Gap("several_problems", field) for field in list(found)[:1])


_WORD = re.compile(r"[A-Za-z]{2,}")
_MARKS = re.compile(r"[!?]{3,}|!\s*!\s*!")
_CAPITALS = 4  # Fewer may be names: API, SSO, VPN.


def shouting(request: QualityInput) -> Iterator[Gap]:
    """Yield answers in capitals, or with heaps of exclamation marks."""
    return (Gap("shouting", field) for field, text in request.prose if _is_loud(text))


def _is_loud(text: str) -> bool:
    words = _WORD.findall(text)
    loud = [word for word in words if word.isupper()]
    return bool(_MARKS.search(text)) or (len(loud) >= _CAPITALS and 2 * len(loud) > len(words))


def angry(request: QualityInput) -> Iterator[Gap]:
    """Yield answers with words that make a reader defend themselves."""
    return (Gap("angry", f) for f, text in request.prose if _says(request.rules.angry, text))


def other_language(request: QualityInput) -> Iterator[Gap]:
    """Yield the first answer in another script, inside a request in what support reads best."""
    if request.language:
        found = (f for f, text in request.prose if request.language.is_foreign(text))
        yield from (Gap("other_language", field) for field in list(found)[:1])


CHECKS: tuple[Callable[[QualityInput], Iterator[Gap]], ...] = (
    missing,
    odd_address,
    no_currency,
    odd_number,
    apple_refund,
    future_date,
    no_error_text,
    no_date,
    too_short,
    several_problems,
    angry,
    shouting,
    other_language,
    too_long,
)
# What leaves an answer in doubt; the others are about how well it reads.
DOUBTS = frozenset(
    {"odd_address", "no_currency", "odd_number", "apple_refund", "future_date", "no_error_text"}
)
