"""Cases and letters as the tests of letters want them, made from few words."""

from typing import get_args

from guide.catalog import loading
from guide.catalog.records import Catalog
from guide.ids import CategoryId
from guide.letters import writer
from guide.letters.writer import Letter
from guide.model import Answer, Case

CATALOG = loading.load()
NOW = "2026-11-22T10:00:00+02:00"


def write(
    case: Case,
    kind: str = "first_request",
    channel: str = "email",
    locale: str = "en",
    catalog: Catalog = CATALOG,
) -> Letter:
    return writer.write(catalog, case, kind, channel, locale, NOW)  # type: ignore[arg-type]


def case_of(category: CategoryId = "billing", **answers: str) -> Case:
    told = tuple(Answer(field, value) for field, value in answers.items())
    return Case("c1", NOW, category=category, answers=told)


def options(alias: object) -> tuple[str, ...]:
    found: tuple[str, ...] = get_args(alias.__value__)  # type: ignore[attr-defined]
    return found
