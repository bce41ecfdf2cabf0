"""All that is kept between turns: the cases, the choices, and where the person is.

State ── Settings
  ├── Case (model)
  ├── Place, where the person is
  ├── Brought, what the person brought from a page and has not used yet
  └── Undo, what the last answer changed, or the case that was just deleted
"""

from dataclasses import dataclass, replace

from guide.ids import BroughtUse, Count, IconOpens, Locale, ScreenId, Theme
from guide.model import Case


@dataclass(frozen=True, slots=True)
class Settings:
    """The person's choices; None follows the browser."""

    locale: Locale | None = None
    save_memory: bool = False  # No Python is kept running in the background.
    quiet_days: bool = False  # No reminder on the Sabbath and on holidays.
    name_in_calendar: bool = False  # The file for a calendar says what cases are called.
    theme: Theme = "auto"  # Which follows the system.
    icon_opens: IconOpens = "popup"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person is: a screen, and which thing on it (a step, a case, a field)."""

    screen: ScreenId = "start"
    item: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """What the person brought from a page, with secrets masked, before they say what it is for.

    `use` is the likeliest, `host` the page's. `cut`: there was more of it; `flat`: the browser may
    have made one line of several.
    """

    text: str
    use: BroughtUse
    at: str
    host: str = ""
    cut: bool = False
    flat: bool = False


@dataclass(frozen=True, slots=True)
class Undo:
    """What the last answer to an advice changed, as it was before; or a case that was deleted.

    Of a deleted case, `gone_from` is where it stood among the cases, and `current` which was open.
    """

    case: Case
    place: Place
    trail: tuple[Place, ...] = ()
    gone_from: Count | None = None
    current: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """All that is kept between turns. `version` is the shape's; migrations raise it."""

    version: int = 3
    settings: Settings = Settings()
    cases: tuple[Case, ...] = ()
    current: str | None = None
    next_case: Count = 1
    suspect: str = ""  # What the person asks "is this really OpenAI?" about.
    sought: str = ""  # What the person looks for in the guide.
    brought: Brought | None = None
    place: Place = Place()
    trail: tuple[Place, ...] = ()
    news_known: str = ""  # The newest of the news when the guide was new here, or as it was read.
    undo: Undo | None = None  # Only until the person does something else.

    @property
    def case(self) -> Case | None:
        """The case that is open, or None before the first word."""
        return next((c for c in self.cases if c.id == self.current), None)

    def with_case(self, case: Case) -> "State":
        """Return this state with `case` in the place of the one with its id."""
        return replace(self, cases=tuple(case if c.id == case.id else c for c in self.cases))
