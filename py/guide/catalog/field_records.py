"""What one question of fields.toml is read into."""

from dataclasses import dataclass
from typing import Literal

# The browser and the system as the device reports them; the moment of the turn, here and in UTC.
type FillIn = Literal["", "browser", "os", "now", "utc"]


@dataclass(frozen=True, slots=True)
class Field:
    """Something to ask a person; `device` is what fills it in before they are asked.

    One of `contacts` has addresses and numbers that support has to look at, as a scammer's.
    One that `may_lack` is of something that not everybody has, as an invoice. Options that are
    `unsaid` tell support nothing, as "not sure", or are none of its business: no letter has them.

    `thing` is what it asks about, as stories say that there is none (`guide.story.missing`): then
    it is answered, by the option `without`, else by nothing, and what it is `shown_by` is not
    attached.
    """

    kind: Literal["text", "several", "long", "email", "date", "choice"]
    group: str
    options: tuple[str, ...] = ()
    device: FillIn = ""
    private: bool = False
    contacts: bool = False
    may_lack: bool = False
    unsaid: tuple[str, ...] = ()
    thing: str = ""
    without: str = ""
    shown_by: tuple[str, ...] = ()
