"""What a person brings from a page: words they selected there, a link, or what the page says."""

from dataclasses import dataclass
from typing import Literal

from guide.ids import BroughtUse


@dataclass(frozen=True, slots=True)
class Bring:
    """The person chose words, a link or a page, outside the guide, for one of its uses.

    `target` is a link's address, `url` the page's (the frame's, where it is another site's).
    `selected` tells the person's choice from what the page shows; `cut` that there was more of it,
    `flat` that the browser may have made one line of several.
    """

    type: Literal["bring"]
    use: BroughtUse
    text: str
    target: str = ""
    url: str = ""
    selected: bool = True
    cut: bool = False
    flat: bool = False


@dataclass(frozen=True, slots=True)
class BringFailed:
    """The browser does not let the guide read that page now."""

    type: Literal["bring_failed"]


@dataclass(frozen=True, slots=True)
class UseBrought:
    """What was brought, as it stands in its field now, is to be used so."""

    type: Literal["use_brought"]
    use: BroughtUse


@dataclass(frozen=True, slots=True)
class DropBrought:
    """What was brought is not wanted."""

    type: Literal["drop_brought"]
