"""What a person can do with the guide itself: its language, its memory, all that it stores."""

from dataclasses import dataclass
from typing import Literal

from guide.ids import Count, IconOpens, Locale, Theme


@dataclass(frozen=True, slots=True)
class ChooseLocale:
    """The language of the guide."""

    type: Literal["choose_locale"]
    locale: Locale


@dataclass(frozen=True, slots=True)
class SaveMemory:
    """Whether the browser should rather have the memory than a guide that opens at once."""

    type: Literal["save_memory"]
    on: bool


@dataclass(frozen=True, slots=True)
class ChooseTheme:
    """Whether the guide is light or dark."""

    type: Literal["choose_theme"]
    theme: Theme


@dataclass(frozen=True, slots=True)
class ChooseIcon:
    """What a click on the icon opens."""

    type: Literal["choose_icon"]
    opens: IconOpens


@dataclass(frozen=True, slots=True)
class ShowLauncher:
    """Whether there is a button on the help site that opens the guide."""

    type: Literal["show_launcher"]
    on: bool


@dataclass(frozen=True, slots=True)
class ReadNews:
    """The person wants to know what is new."""

    type: Literal["read_news"]


@dataclass(frozen=True, slots=True)
class StartFresh:
    """What was stored cannot be read, and the person decided to begin anew."""

    type: Literal["start_fresh"]


@dataclass(frozen=True, slots=True)
class Export:
    """All cases should go into a file."""

    type: Literal["export"]


@dataclass(frozen=True, slots=True)
class Import:
    """A file was chosen: its size in bytes, and its text, which is cut where it is too large."""

    type: Literal["import"]
    size: Count
    text: object  # Not read here: a file may hold anything, and more than any other value.


@dataclass(frozen=True, slots=True)
class DeleteAll:
    """Everything that is stored should go."""

    type: Literal["delete_all"]
