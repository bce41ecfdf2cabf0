"""Situation -> HTML: the whole screen where the person is.

    Situation -> SCREENS[screen] -> context -> templates/<screen>.html.j2 -> HTML

Each screen has one function below `guide.screens` that lays out what its template shows, with the
words that depend on it; the templates hold the markup and take all other words. Every word is from
`content/text/<locale>`.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from guide.catalog.records import Catalog
from guide.errors import BadState, NewerState
from guide.events.events import Notice
from guide.ids import Locale, ScreenId
from guide.screens import (
    brought,
    case,
    case_file,
    details,
    diagnostics,
    facts,
    first,
    genuine,
    guide_text,
    legal,
    news,
    options,
    picture,
    privacy,
    reply,
    request,
    requests,
    routes,
    sent,
    start,
    welcome,
)
from guide.screens.templating import template_env
from guide.screens.templating.template_env import paint
from guide.screens.widgets.answers import position, progress
from guide.situation import Situation
from guide.state import Place
from guide.surroundings import Surface

type Context = dict[str, Any]

SCREENS: Mapping[ScreenId, Callable[[Situation], Context]] = {
    "start": start.context,
    "first": first.context,
    "details": details.context,
    "request": request.context,
    "sent": sent.context,
    "cases": requests.context,
    "case": case.context,
    "reply": reply.context,
    "guide": guide_text.context,
    "genuine": genuine.context,
    "facts": facts.context,
    "legal": legal.context,
    "routes": routes.context,
    "brought": brought.context,
}
# Pages about the extension, on surfaces that keep no place.
PAGES: Mapping[Surface, Callable[[Situation], Context]] = {
    "options": options.context,
    "picture": picture.context,
    "privacy": privacy.context,
    "diagnostics": diagnostics.context,
    "case_file": case_file.context,
    "welcome": welcome.context,
    "news": news.context,
}
# What is told with the way to undo it.
UNDONE = frozenset({"answered", "deleted", "edits_dropped", "own_words", "settled", "later"})
# And stays until something else is done: what was lost is more than a click.
STAYS = frozenset({"deleted", "edits_dropped", "own_words"})
# Stored states that are there, and that this version cannot read.
UNREADABLE = frozenset({BadState.code, NewerState.code})


def render(situation: Situation) -> str:
    """Return the whole screen where the person is, as HTML."""
    catalog, locale, surface = situation.catalog, situation.locale, situation.turn.surface
    if not situation.turn.frame.keeps_place:
        context = _page(situation) | PAGES[surface](situation)
        return paint(catalog, locale, f"{surface}.html.j2", context)
    screen = situation.state.place.screen
    context = frame(situation) | SCREENS[screen](situation)
    return paint(catalog, locale, f"{screen}.html.j2", context)


def frame(situation: Situation) -> dict[str, Any]:
    """Return what stands around every screen: where one is, the way back, the notice."""
    state, case, notice = situation.state, situation.case, situation.notice
    words = situation.catalog.words[situation.locale]
    return {
        "screen": state.place.screen,
        "item": state.place.item,
        "case_id": case.id if case else "",
        "can_go_back": bool(state.trail),
        "notice": _notice(words, situation),
        "failed": bool(situation.problem),
        "can_take_back": bool(notice and notice.code in UNDONE and state.undo),
        "stays": bool(notice and notice.code in STAYS),
        "theme": state.settings.theme,
        "has_news": _has_news(situation),
        "now": situation.turn.now,
    }


def _has_news(situation: Situation) -> bool:
    """Tell whether there is something new since the person came, or read it last."""
    known = situation.state.news_known == situation.catalog.newest
    return not known and not situation.unreadable and situation.turn.surface != "news"


def _notice(words: Mapping[str, Any], situation: Situation) -> str:
    if situation.problem:
        return str(words["problems"][situation.problem])
    notice = situation.notice
    if notice and notice.code == "answered":
        return _answered(words["ui"]["notices"], situation)
    return _sentence(words["ui"]["notices"], notice) if notice else ""


def _answered(said: Mapping[str, str], situation: Situation) -> str:
    """Return that an answer was kept, and which advice of how many is shown now."""
    steps = progress(situation) if situation.state.place == Place("first") else ()
    number = position(steps)
    if not number:
        return said["answered_nothing"]
    return said["answered"].format(number=number, total=len(steps))


def _sentence(said: Mapping[str, str], notice: Notice) -> str:
    """Return the notice in words; which sentence it is depends on the numbers."""
    code = notice.code
    exact = f"{code}_copies" if notice.copies else code if notice.added else f"{code}_nothing"
    numbers = {"added": notice.added, "known": notice.known, "copies": notice.copies}
    return said.get(exact, said[code]).format(**numbers)


def _page(situation: Situation) -> dict[str, Any]:
    """Return what stands around a page beside the popup, and what is wrong with the state."""
    around = {"screen": situation.turn.surface, "item": "", "case_id": "", "can_go_back": False}
    trouble = (
        _trouble(situation.catalog.words[situation.locale], *situation.unreadable)
        if situation.unreadable
        else None
    )
    return frame(situation) | around | {"trouble": trouble}


def _trouble(words: Mapping[str, Any], code: str, detail: str) -> dict[str, Any]:
    """Return what the person is told of a problem: its title, a sentence, and for a report."""
    titles = words["ui"]["problem"]
    return {
        "code": code,
        "detail": detail,
        "sentence": words["problems"].get(code, words["problems"]["bug"]),
        "title": titles.get(f"{code}_title", titles["title"]),
        "unreadable": code in UNREADABLE,
        # The last good copy is older still than what a newer version has written.
        "restorable": code == BadState.code,
    }


def problem(
    catalog: Catalog, locale: Locale, code: str, detail: str, raw: object | None = None
) -> str:
    """Return the screen that says what went wrong; `raw` is a stored state that cannot be read."""
    words = catalog.words[locale]
    context = _trouble(words, code, detail) | {
        "raw": raw if raw is None or isinstance(raw, str) else json.dumps(raw, ensure_ascii=False),
    }
    return paint(catalog, locale, "problem.html.j2", _alone("problem") | context)


def static_guide(catalog: Catalog, locale: Locale) -> str:
    """Return the guide to be read while no Python runs: no event in it, only effects."""
    return paint(
        catalog, locale, "static.html.j2", _alone("static") | guide_text.whole(catalog, locale)
    )


def static_page(catalog: Catalog, locale: Locale, surface: Surface) -> str:
    """Return a page beside the popup as far as it can be had while no Python runs."""
    context = _alone(surface) | privacy.policy(catalog, locale)
    return paint(catalog, locale, "static_page.html.j2", context)


def _alone(screen: str) -> dict[str, Any]:
    """Return the frame of a screen that belongs to no state."""
    return {
        "screen": screen,
        "item": "",
        "case_id": "",
        "can_go_back": False,
        "notice": "",
        "failed": False,
        "stays": False,
        "theme": "auto",
        "has_news": False,
        "now": "",
    }


def warm(catalog: Catalog) -> None:
    """Compile every template, so that a memory snapshot holds them ready."""
    template_env.warm(catalog)
