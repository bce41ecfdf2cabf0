"""Everything one turn knows, computed once: what advice decides by and the view shows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from guide.catalog.records import AdviceCard, Catalog
from guide.compiled_content import CompiledContent, rank
from guide.follow_up import due
from guide.follow_up.due import DueItem
from guide.model import Case, Locale, Notice, State, Triage
from guide.surroundings import Device, ExtensionInfo, Page, Surface


@dataclass(frozen=True, slots=True)
class Advice:
    """The one next step: its id names the words, its card says what the action is."""

    id: str
    card: AdviceCard


@dataclass(frozen=True, slots=True)
class Situation:
    """A state seen at a moment, on a page.

    `locale` is the guide's language, `letter_locale` the letter's. `article` is the key of the
    help article that is open, "" when none the guide knows. `notice` says what was done, and
    `problem` what could not be: a key of the words' `problems`, or "". `unreadable` is the code and
    the detail of a stored state that cannot be read.
    """

    compiled: CompiledContent
    locale: Locale
    letter_locale: Locale
    state: State
    case: Case | None
    page: Page | None
    device: Device
    now: str
    due: tuple[DueItem, ...] = ()
    article: str = ""
    notice: Notice | None = None
    problem: str = ""
    advice: Advice | None = None
    surface: Surface = "popup"
    shell: ExtensionInfo | None = None
    unreadable: tuple[str, str] | None = None

    @property
    def catalog(self) -> Catalog:
        """All content."""
        return self.compiled.catalog

    @property
    def triage(self) -> Triage | None:
        """What triage makes of the person's words; None without words, or where they chose.

        Worked out only where it is looked at: most screens, and most keys, do not need it.
        """
        case = self.case
        if case is None or not case.story.strip() or case.category_by == "person":
            return None
        return rank(self.compiled, case.story, self.page)


@dataclass(frozen=True, slots=True)
class Turn:
    """What a turn brings besides state and event."""

    compiled: CompiledContent
    now: str
    locale: Locale
    device: Device
    page: Page | None
    surface: Surface = "popup"
    shell: ExtensionInfo | None = None


def see(turn: Turn, state: State) -> Situation:
    """Return what there is to know of `state` at this moment, without the advice."""
    case, languages = state.case, turn.compiled.catalog.languages
    locale = languages.known(state.settings.locale, turn.locale)
    return Situation(
        compiled=turn.compiled,
        locale=locale,
        letter_locale=languages.known(case and case.letter_locale, locale),
        state=state,
        case=case,
        page=turn.page,
        device=turn.device,
        now=turn.now,
        due=due.due(turn.compiled.catalog, case, turn.now) if case else (),
        article=open_article(turn.compiled, turn.page),
        surface=turn.surface,
        shell=turn.shell,
    )


_ARTICLE = re.compile(r"^https://help\.openai\.com/(?:[\w-]+/)?articles/(\d+)")


def open_article(compiled: CompiledContent, page: Page | None) -> str:
    """Return the key of the help article that is open; locale paths and slugs do not matter."""
    return _articles(compiled).get(_article_number(page.url), "") if page else ""


@cache
def _articles(compiled: CompiledContent) -> Mapping[str, str]:
    """Return the keys of the known help articles by their numbers."""
    numbers = {key: _article_number(known.url) for key, known in compiled.catalog.addresses.items()}
    # Where two keys name an article, the first of the file is the one.
    return {number: key for key, number in reversed(numbers.items()) if number}


def _article_number(url: str) -> str:
    found = _ARTICLE.match(url)
    return found[1] if found else ""
