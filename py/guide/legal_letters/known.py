"""What a formal letter asks and the case tells elsewhere: the country, why a charge is wrong."""

from collections.abc import Iterator
from dataclasses import replace

from guide.catalog.records import Catalog
from guide.ids import Locale
from guide.model import Answer, Case
from guide.routes.home import ELSEWHERE
from guide.routes.matter import REASON

COUNTRY = "country"


def filled(catalog: Catalog, case: Case, locale: Locale) -> Case:
    """Return the case with such answers in this language, where it has none of its own."""
    more = (Answer(field, value) for field, value in _told(catalog, case, locale) if value)
    return replace(case, answers=(*case.answers, *(a for a in more if not case.known(a.field))))


def _told(catalog: Catalog, case: Case, locale: Locale) -> Iterator[tuple[str, str]]:
    if case.country != ELSEWHERE:
        yield COUNTRY, str(catalog.words[locale]["countries"].get(case.country, ""))
    reasons = catalog.routes.matters.topics.get(REASON, {}).items()
    yield REASON, next((reason for reason, topic in reasons if topic == case.topic), "")
