"""Case + formal letter + language -> its text, ready to send: all that it must contain, dated.

A template sees `need`, the answers by field, where one that is missing stands in brackets by its
name, `given`, where it is "", and what the case knows of its dates. Secrets are masked as for
support; the identity number, where a letter under the law has it, stands in it unmasked.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, StrictUndefined

from guide.case_file import masking
from guide.case_file import rules as file_rules
from guide.cases.identity import FIELD as IDENTITY
from guide.catalog.records import Catalog
from guide.ids import Locale
from guide.legal_letters.known import filled
from guide.legal_letters.rules import FOLDER, for_catalog, is_template, template_of
from guide.letters import prose
from guide.letters.brief import Brief, parsed
from guide.model import Case
from guide.situation import Situation
from guide.text.templates import Loader

STANDS_FOR = "\ue000"  # A letter of nobody's alphabet, which no finder takes for anything.
# Finds the addresses of the person's other accounts, which the addressee must look for, too.
_MAIL = re.compile(r"[^\s,;<>()]+@[^\s,;<>()]+")
SENTENCES = ("bank_reason", "may_pass_on", "privacy_request")  # Choices that are said in full.
ANSWER_WITHIN = {"short": 14, "long": 30}  # Days.


@dataclass(frozen=True, slots=True)
class WrittenLetter:
    """A formal letter; `missing` are the fields that it needs and that have no answer."""

    subject: str
    body: str
    missing: tuple[str, ...]


class Answers(Mapping[str, str]):
    """The answers of a letter by field; one that is missing is its name in brackets."""

    def __init__(self, brief: Brief) -> None:
        """Know the answers of this brief."""
        self._brief = brief

    def __getitem__(self, field: str) -> str:
        """Return an answer in words, or what belongs there."""
        if field == IDENTITY and self._brief.answers[field]:
            return STANDS_FOR
        label = str(self._brief.words["fields"][field]["letter"])
        return self._brief.answers[field] or f"[{label}]"

    def __iter__(self) -> Iterator[str]:
        """Go through the fields."""
        return iter(self._brief.answers)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._brief.answers)


def write(situation: Situation, case: Case, letter: str, locale: Locale) -> WrittenLetter:
    """Return the letter in this language. Its text begins with a line for the subject."""
    catalog = situation.catalog
    case = filled(catalog, case, locale)
    rule = file_rules.for_catalog(catalog).readers["authority"]
    own = _MAIL.findall(case.answer("other_accounts"))
    hide = masking.hiding(situation, case, rule, locale, own)
    brief = Brief(catalog, case, "escalation", "email", locale, situation.turn.now, str)
    template = environment(catalog).get_template(template_of(letter, locale))
    text = hide(template.render(_context(brief)))
    text = text.replace(STANDS_FOR, prose.one_line(case.answer(IDENTITY)))
    subject, _, body = text.partition("\n")
    needs = for_catalog(catalog)[letter].needs
    missing = tuple(field for field in needs if not brief.answers[field])
    return WrittenLetter(subject.strip(), body.strip("\n"), missing)


def _context(brief: Brief) -> dict[str, Any]:
    case = brief.case
    genuine = [reply for reply in case.replies if reply.kind != "suspicious"]
    channels = brief.catalog.channels
    asked = [one for one in case.sent if channels[one.channel].audience == "support"]
    return {
        "need": Answers(brief),
        "given": brief.answers,
        "reasons": {name: _sentence(brief, name) for name in SENTENCES},
        "what_happened": brief.story,
        "request": brief.request,
        "today": brief.date(brief.now),
        "answer_by": {name: _after(brief, days) for name, days in ANSWER_WITHIN.items()},
        "asked": tuple(f"{brief.date(one.at)}, {_through(brief, one.channel)}" for one in asked),
        "answered": tuple(brief.date(one.at) for one in genuine),
        "refused": bool(genuine) and genuine[-1].kind == "refused",
        "number": brief.case_number,
    }


def _sentence(brief: Brief, field: str) -> str:
    """Return a choice as a whole sentence, "" where nothing was chosen."""
    return str(brief.words["fields"][field]["requests"].get(brief.case.answer(field), ""))


def _through(brief: Brief, channel: str) -> str:
    return str(brief.words["channels"][channel]["name"])


def _after(brief: Brief, days: int) -> str:
    today = parsed(brief.now)
    # The last years of the calendar are a slip of the pen.
    if today is None or today.year > dt.MAXYEAR - 2:
        return ""
    return brief.date((today + dt.timedelta(days)).isoformat())


# One catalog lives in a popup; another one (tests, the build's check) takes its place.
_made: list[tuple[Catalog, Environment]] = []


def environment(catalog: Catalog) -> Environment:
    """Return the environment for this catalog's formal letters."""
    if not _made or _made[0][0] is not catalog:
        texts = {n: text for n, text in catalog.files.items() if is_template(n)}
        # Letters are plain text: nothing in them is ever read as HTML.
        made = Environment(  # noqa: S701
            loader=Loader(FOLDER, texts, catalog.code or {}),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        _made[:] = [(catalog, made)]
    return _made[0][1]
