"""The guide as a text: its contents, one chapter, or all of it."""

from collections.abc import Mapping
from typing import Any

from guide.catalog.records import Catalog
from guide.ids import Locale
from guide.screens.widgets import guide_search
from guide.screens.widgets.sources import sources
from guide.situation import Situation

KINDS = ("prerequisites", "step", "troubleshooting", "money", "account", "product", "closing")


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `guide.html.j2`: a chapter, or the contents where none is named."""
    catalog, item = situation.catalog, situation.state.place.item
    if item not in catalog.chapters:
        return {"chapter": None, "parts": _parts(catalog)} | _sought(situation)
    order = tuple(catalog.chapters)
    at = order.index(item)
    return {
        "chapter": chapter(catalog, situation.locale, item),
        "previous": order[at - 1] if at else "",
        "following": order[at + 1] if at + 1 < len(order) else "",
        "case_open": _case_open(situation),
    }


def _sought(situation: Situation) -> dict[str, Any]:
    """Return what is looked for in the guide, and where it is found; None while nothing is."""
    catalog, sought = situation.catalog, situation.state.sought
    guide = catalog.words[situation.locale]["guide"]
    hits = guide_search.find(guide, tuple(catalog.chapters), sought) if sought.strip() else None
    count = sum(len(hit.points) or 1 for hit in hits or ())
    return {"sought": sought, "hits": hits, "count": count}


def _case_open(situation: Situation) -> bool:
    case = situation.case
    return bool(case and case.category)


def chapter(catalog: Catalog, locale: Locale, chapter_id: str) -> Mapping[str, Any]:
    """Return a chapter: its words, what can be opened from it, where it comes from."""
    found = catalog.chapters[chapter_id]
    steps = catalog.chapters_of("step")
    return {
        "id": chapter_id,
        "kind": found.kind,
        "number": steps.index(chapter_id) + 1 if chapter_id in steps else 0,
        "points": found.points,
        "actions": found.actions,
        "screens": found.screens,
        "sources": sources(catalog, locale, found.sources),
    }


def whole(catalog: Catalog, locale: Locale) -> dict[str, Any]:
    """Return the context of `static.html.j2`: every chapter, in order."""
    return {"chapters": tuple(chapter(catalog, locale, name) for name in catalog.chapters)}


def _parts(catalog: Catalog) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the chapters' ids below the kind of chapter they are."""
    return tuple((kind, catalog.chapters_of(kind)) for kind in KINDS)
