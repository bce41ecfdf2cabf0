"""What is stored, where, that nothing is sent, and how to see for oneself: for page and stores.

Each section is a table of `privacy` in the words: a title, an intro, and points in their order.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from guide.catalog.records import Catalog
from guide.ids import Locale
from guide.situation import Situation

SECTIONS = ("kept", "place", "silence", "permissions", "check", "delete", "more")
ICONS = ("list", "data_privacy", "genuine", "login_access", "search", "trash", "feature_question")


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `privacy.html.j2`."""
    return policy(situation.catalog, situation.locale)


def policy(catalog: Catalog, locale: Locale) -> dict[str, Any]:
    """Return the policy's title, lead and sections."""
    words = catalog.words[locale]["privacy"]
    sections = tuple(
        {
            "id": name,
            "icon": icon,
            "title": words[name]["title"],
            "intro": words[name]["intro"],
            "points": tuple(words[name]["points"].values()),
        }
        for name, icon in zip(SECTIONS, ICONS, strict=True)
    )
    return {"title": words["title"], "lead": words["lead"], "sections": sections}


def markdown(catalog: Catalog, locale: Locale) -> Iterator[str]:
    """Yield the lines of the same policy as a document."""
    whole: Mapping[str, Any] = policy(catalog, locale)
    yield f"## {whole['title']}"
    yield ""
    yield whole["lead"]
    for section in whole["sections"]:
        yield from ("", f"### {section['title']}", "", section["intro"], "")
        yield from (f"- {point}" for point in section["points"])
