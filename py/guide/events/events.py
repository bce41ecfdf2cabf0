"""What a person can do, as records that the door knows by their `type`.

Adding one is a record here, a line in Event, and a handler (update.HANDLERS). Those of one area are
in a module beside this one. A Notice says what came of one.
"""

from dataclasses import dataclass
from typing import Literal

from guide.events.brought_events import Bring, BringFailed, DropBrought, UseBrought
from guide.events.file_events import ChooseNoticeLanguage, ChooseReader, SaveCaseFile, SaveTable
from guide.events.letter_events import (
    Attach,
    ChooseLetter,
    Copied,
    CopyFailed,
    DropEdits,
    EditLetter,
    FormFailed,
    OwnText,
    Sent,
    Show,
    TakeWording,
)
from guide.events.reminder_events import (
    FollowReminder,
    KeepQuietDays,
    NameInCalendar,
    RemindLater,
    SaveCalendar,
    Settle,
)
from guide.events.reply_events import KeepCut, Replied
from guide.events.route_events import TookRoute
from guide.events.setting_events import (
    ChooseIcon,
    ChooseLocale,
    ChooseTheme,
    DeleteAll,
    Export,
    Import,
    ReadNews,
    SaveMemory,
    ShowLauncher,
    StartFresh,
)
from guide.events.translation_events import (
    DropTranslations,
    KeepOriginals,
    Translated,
    TranslationFailed,
)
from guide.ids import (
    CategoryId,
    Count,
    Outcome,
    ScreenId,
    StepOutcome,
)

type NoticeCode = Literal[
    "copied", "copied_report", "imported", "deleted", "wiped", "answered", "edits_dropped",
    "own_words", "translated", "translated_partly", "settled", "later", "saving",
    "no_notifications",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Notice:
    """What came of something the person asked for: a key of the words' `ui.notices`."""

    code: NoticeCode
    added: Count = 0
    known: Count = 0
    copies: Count = 0  # Of those added: a case of the same id is here, and says something else.


@dataclass(frozen=True, slots=True)
class Opened:
    """The popup or a page opened, or looks again at what is stored; `told` is why."""

    type: Literal["opened"]
    told: Notice | None = None
    anew: bool = False  # The person has just opened it: what was shown before is behind them.


@dataclass(frozen=True, slots=True)
class Typed:
    """A field has a new value: a key of fields.toml, or one of the guide's own fields.

    `case` is what it was typed for: a case, "" where there was none yet, None for whatever is
    open. Another window may have opened another case since.
    """

    type: Literal["typed"]
    field: str
    value: str
    case: str | None = None


@dataclass(frozen=True, slots=True)
class Lack:
    """The person has no such thing as a field asks for (on), or has it after all."""

    type: Literal["lack"]
    field: str
    on: bool


@dataclass(frozen=True, slots=True)
class Go:
    """The person goes to a screen; `item` is which chapter, case or field on it."""

    type: Literal["go"]
    to: ScreenId
    item: str = ""


@dataclass(frozen=True, slots=True)
class Back:
    """The person goes back to where they were."""

    type: Literal["back"]


@dataclass(frozen=True, slots=True)
class Describe:
    """The person said what happened and wants to go on."""

    type: Literal["describe"]


@dataclass(frozen=True, slots=True)
class PickCategory:
    """The person says themselves what kind of problem it is; None asks again."""

    type: Literal["pick_category"]
    category: CategoryId | None


@dataclass(frozen=True, slots=True)
class PickTopic:
    """The person says themselves which problem it is; "" is none of those of its category."""

    type: Literal["pick_topic"]
    topic: str


@dataclass(frozen=True, slots=True)
class Tick:
    """One of the things on an advice's checklist is done (on), or is not after all."""

    type: Literal["tick"]
    advice: str
    tick: str
    on: bool


@dataclass(frozen=True, slots=True)
class AlreadyWrote:
    """The person wrote to support before they met the guide."""

    type: Literal["already_wrote"]


@dataclass(frozen=True, slots=True)
class Followed:
    """What came of the advice shown; of another it is a second click on the card before."""

    type: Literal["followed"]
    advice: str
    outcome: StepOutcome


@dataclass(frozen=True, slots=True)
class StopWaiting:
    """What is under way stays so, and the person goes on without waiting for it."""

    type: Literal["stop_waiting"]
    advice: str


@dataclass(frozen=True, slots=True)
class Deny:
    """The story was taken to say that an advice was followed, and it was not."""

    type: Literal["deny"]
    advice: str


@dataclass(frozen=True, slots=True)
class TakeBack:
    """The last answer to an advice, or a deletion, was a slip: all is again as it was before."""

    type: Literal["take_back"]


@dataclass(frozen=True, slots=True)
class Open:
    """An address of addresses.toml should open; `words` is which of the search words to use."""

    type: Literal["open"]
    address: str
    words: int = 0


@dataclass(frozen=True, slots=True)
class NewCase:
    """Another problem: a new case, beside the others."""

    type: Literal["new_case"]


@dataclass(frozen=True, slots=True)
class OpenCase:
    """The person goes to one of their cases."""

    type: Literal["open_case"]
    case: str


@dataclass(frozen=True, slots=True)
class GaveAway:
    """The person gave something secret to somebody who was not OpenAI."""

    type: Literal["gave_away"]


@dataclass(frozen=True, slots=True)
class CloseCase:
    """The case is over; None opens it again."""

    type: Literal["close_case"]
    case: str
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class DeleteCase:
    """The case goes, with all that is in it; until the next event it can be taken back."""

    type: Literal["delete_case"]
    case: str


type Event = (
    Opened
    | Typed
    | Lack
    | Go
    | Back
    | Describe
    | PickCategory
    | PickTopic
    | Tick
    | AlreadyWrote
    | Followed
    | StopWaiting
    | Deny
    | TakeBack
    | Open
    | ChooseLocale
    | SaveMemory
    | ChooseTheme
    | ChooseIcon
    | ShowLauncher
    | ChooseLetter
    | EditLetter
    | FormFailed
    | OwnText
    | TakeWording
    | Attach
    | DropEdits
    | Translated
    | TranslationFailed
    | DropTranslations
    | KeepOriginals
    | Show
    | Copied
    | CopyFailed
    | Sent
    | NewCase
    | OpenCase
    | Replied
    | KeepCut
    | GaveAway
    | CloseCase
    | DeleteCase
    | RemindLater
    | Settle
    | FollowReminder
    | SaveCalendar
    | NameInCalendar
    | KeepQuietDays
    | TookRoute
    | Bring
    | BringFailed
    | UseBrought
    | DropBrought
    | ReadNews
    | StartFresh
    | Export
    | Import
    | DeleteAll
    | ChooseReader
    | ChooseNoticeLanguage
    | SaveCaseFile
    | SaveTable
)
