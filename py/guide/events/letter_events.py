"""What a person can do with a letter: choose, edit, unmask, attach to, copy and send it."""

from dataclasses import dataclass
from typing import Literal

from guide.ids import ChannelId, CopyPart, Count, LetterKind, Locale


@dataclass(frozen=True, slots=True)
class ChooseLetter:
    """Which letter is shown: None leaves that part as it is."""

    type: Literal["choose_letter"]
    kind: LetterKind | None = None
    channel: ChannelId | None = None
    locale: Locale | None = None


@dataclass(frozen=True, slots=True)
class EditLetter:
    """Start (True) or end (False) editing the letter's text."""

    type: Literal["edit_letter"]
    on: bool


@dataclass(frozen=True, slots=True)
class FormFailed:
    """The appeal form does not open: the appeal goes another way, and says so."""

    type: Literal["form_failed"]


@dataclass(frozen=True, slots=True)
class OwnText:
    """The person has a text of their own, and puts it in the place of the guide's."""

    type: Literal["own_text"]


@dataclass(frozen=True, slots=True)
class TakeWording:
    """The person's wording of this letter for another place should be the one here, too."""

    type: Literal["take_wording"]


@dataclass(frozen=True, slots=True)
class Attach:
    """Something goes with the letter (on), which then names it, or does not after all."""

    type: Literal["attach"]
    attachment: str
    on: bool


@dataclass(frozen=True, slots=True)
class DropEdits:
    """Go back to the guide's own wording of the letter shown."""

    type: Literal["drop_edits"]


@dataclass(frozen=True, slots=True)
class Show:
    """A masked text should stay as it is (on), or be masked again."""

    type: Literal["show"]
    text: str
    on: bool


@dataclass(frozen=True, slots=True)
class Copied:
    """A part of the letter, or the report, is on the clipboard, as the effect has named it."""

    type: Literal["copied"]
    part: CopyPart
    number: Count = 1  # Which message of the body.
    mark: str = ""


@dataclass(frozen=True, slots=True)
class CopyFailed:
    """The browser did not let us copy; the text is selected instead."""

    type: Literal["copy_failed"]
    part: CopyPart


@dataclass(frozen=True, slots=True)
class Sent:
    """The person sent the letter shown, through its channel.

    `went` is how much of it, by their own word: all, only what they had copied; "" where they were
    not asked yet.
    """

    type: Literal["sent"]
    went: Literal["", "all", "copied"] = ""
