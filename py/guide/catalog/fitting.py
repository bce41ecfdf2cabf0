"""What of a problem's content fits one case, by what it says that there is and is not."""

from collections.abc import Mapping

from guide.catalog.records import Catalog
from guide.ids import Locale
from guide.model import Case


def goals(catalog: Catalog, locale: Locale, case: Case) -> tuple[str, ...]:
    """Return the ready goals of a case's topic that fit its answers, none without a topic."""
    topic = catalog.topic(case)
    if topic is None:
        return ()
    ready = catalog.words[locale]["topics"][case.topic]["goals"]
    return tuple(
        goal
        for number, goal in enumerate(ready, 1)
        if not _is_unfit(case, topic.goals_but.get(str(number), {}))
    )


def _is_unfit(case: Case, but: Mapping[str, tuple[str, ...]]) -> bool:
    return any(case.answer(field) in values for field, values in but.items())


def attachments(catalog: Catalog, case: Case) -> tuple[str, ...]:
    """Return what is worth attaching, without what there is not, as far as that is known."""
    known = (answer.field for answer in case.answers if answer.field in catalog.fields)
    gone = {one for f in known if case.says_none(f) for one in catalog.fields[f].shown_by}
    topic = catalog.topic(case)
    but = topic.attachments_but if topic else {}
    able = (one for one in catalog.needs(case).attachments if one not in gone)
    return tuple(one for one in able if not _is_unfit(case, but.get(one, {})))


def thing(catalog: Catalog, case: Case, field: str) -> str:
    """Return what a field asks about in this case, as stories say that there is none; or ""."""
    topic = catalog.topic(case)
    own = catalog.fields[field].thing
    return topic.things.get(field, own) if topic else own
