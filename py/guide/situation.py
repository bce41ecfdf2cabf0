"""Everything one turn knows: what handlers change, advice decides by and the view shows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from guide.catalog.records import AdviceCard, Catalog
from guide.compiled_content import CompiledContent, rank, read_story
from guide.events.events import Notice
from guide.follow_up import due
from guide.follow_up.business_days import parse_time
from guide.follow_up.due_item import DueItem
from guide.ids import Locale
from guide.model import Case
from guide.state import State
from guide.surroundings import Page, Turn
from guide.triage.result import Triage


@dataclass(frozen=True, slots=True)
class Advice:
    """The one next step: its id names the words, its card says what the action is.

    `about` is the advice whose answers are asked for, this one or the one under way; `path` is
    every step that the case has or had before it is written to support, in order. `words` are
    those of the step that support suggested, if it is about one.
    """

    id: str
    card: AdviceCard
    about: str
    path: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True)
class Situation:
    """A state seen in a turn. What follows from the two is worked out where it is first asked for.

    `notice` says what was done, and `problem` what could not be: a key of the words' `problems`, or
    "". `unreadable` is the code and the detail of a stored state that cannot be read.
    """

    turn: Turn
    compiled: CompiledContent
    state: State
    notice: Notice | None = None
    problem: str = ""
    advice: Advice | None = None
    unreadable: tuple[str, str] | None = None

    @property
    def catalog(self) -> Catalog:
        """All content."""
        return self.compiled.catalog

    @cached_property
    def case(self) -> Case | None:
        """The case that is open."""
        return self.state.case

    @property
    def topic(self) -> str:
        """The topic of the open case, "" where it has none that this guide knows."""
        return self.case.topic if self.case and self.catalog.topic(self.case) else ""

    @cached_property
    def locale(self) -> Locale:
        """The guide's language."""
        return self.catalog.languages.known(self.state.settings.locale, self.turn.locale)

    @cached_property
    def letter_locale(self) -> Locale:
        """The language of the case's letter."""
        chosen = self.case and self.case.letter_locale
        return self.catalog.languages.known(chosen, self.locale)

    @cached_property
    def due(self) -> tuple[DueItem, ...]:
        """What is due for the open case, and what will be."""
        return due.due(self.catalog, self.case, self.turn.now) if self.case else ()

    @property
    def article(self) -> str:
        """The key of the help article that is open, "" when none the guide knows."""
        return open_article(self.compiled, self.turn.page)

    @cached_property
    def said_done(self) -> Mapping[str, str]:
        """The advice that the person's story says was followed, each with the words that say so."""
        return self.case.said_done if self.case else {}

    @cached_property
    def triage(self) -> Triage | None:
        """What triage makes of the person's words; None without words, or where they chose."""
        return None if self.case and self.case.category_by == "person" else self.likely

    @cached_property
    def likely(self) -> Triage | None:
        """What triage makes of the person's words, whatever they chose; None without words."""
        case = self.case
        if case is None or not case.story.strip():
            return None
        whole = rank(self.compiled, case.story, self.turn.page)
        at = parse_time(self.turn.now, None)
        written = read_story(self.compiled, case.story, at).written if at else None
        if written is None or not written.rest:
            return whole
        # That support does not answer is not the problem, where another one is told.
        rest = rank(self.compiled, written.rest, self.turn.page)
        return rest if rest.sure else whole


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
