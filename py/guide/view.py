"""Situation -> HTML: the only place where words are chosen for the screen.

    Situation -> SCREENS[screen] -> context -> templates/<screen>.html.j2 -> HTML

Each screen has one function below `guide.screens` that lays out what its template shows; the
templates hold the markup and take every word from `content/text/<locale>.toml`.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from guide.catalog import Catalog
from guide.errors import BadState, NewerState
from guide.model import Locale, ScreenId
from guide.screens import (
    details,
    first,
    genuine,
    one_case,
    painting,
    reading,
    request,
    requests,
    sent,
    start,
)
from guide.screens.painting import paint
from guide.situation import Situation

type Context = dict[str, Any]

SCREENS: Mapping[ScreenId, Callable[[Situation], Context]] = {
    "start": start.context,
    "first": first.context,
    "details": details.context,
    "request": request.context,
    "sent": sent.context,
    "cases": requests.context,
    "case": one_case.context,
    "reply": one_case.reply,
    "guide": reading.context,
    "genuine": genuine.context,
}
# Stored states that are there, and that this version cannot read.
UNREADABLE = frozenset({BadState.code, NewerState.code})


def render(situation: Situation) -> str:
    """Return the whole screen where the person is, as HTML."""
    screen = situation.state.place.screen
    return paint(
        situation.catalog,
        situation.locale,
        f"{screen}.html.j2",
        frame(situation) | SCREENS[screen](situation),
    )


def frame(situation: Situation) -> dict[str, Any]:
    """Return what stands around every screen: where one is, the way back, the notice."""
    state, case = situation.state, situation.case
    words = situation.catalog.words[situation.locale]
    return {
        "screen": state.place.screen,
        "item": state.place.item,
        "case_id": case.id if case else "",
        "can_go_back": bool(state.trail),
        "notice": _notice(words, situation.notice),
        "failed": situation.notice in words["problems"],
        "now": situation.now,
    }


def _notice(words: Mapping[str, Any], code: str) -> str:
    said: Mapping[str, str] = words["problems"] | words["ui"]["notices"]
    return said[code] if code else ""


def problem(
    catalog: Catalog, locale: Locale, code: str, detail: str, raw: object | None = None
) -> str:
    """Return the screen that says what went wrong; `raw` is a stored state that cannot be read."""
    words = catalog.words[locale]
    context = {
        "code": code,
        "detail": detail,
        "sentence": words["problems"].get(code, words["problems"]["bug"]),
        "title": words["ui"]["problem"].get(f"{code}_title", words["ui"]["problem"]["title"]),
        "unreadable": code in UNREADABLE,
        "raw": None if raw is None else json.dumps(raw, ensure_ascii=False),
    }
    return paint(catalog, locale, "problem.html.j2", _alone("problem") | context)


def static_guide(catalog: Catalog, locale: Locale) -> str:
    """Return the guide to be read while no Python runs: no event in it, only effects."""
    return paint(
        catalog, locale, "static.html.j2", _alone("static") | reading.whole(catalog, locale)
    )


def _alone(screen: str) -> dict[str, Any]:
    """Return the frame of a screen that belongs to no state."""
    return {
        "screen": screen,
        "item": "",
        "case_id": "",
        "can_go_back": False,
        "notice": "",
        "failed": False,
        "now": "",
    }


def warm(catalog: Catalog) -> None:
    """Compile every template, so that a memory snapshot holds them ready."""
    painting.warm(catalog)
